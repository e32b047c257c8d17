import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { acquireLock } from "./lock.ts";

describe("a lock", () => {
  it("is held by one at a time", async () => {
    const name = randomUUID();
    let holders = 0;
    const hold = async () => {
      const release = await acquireLock(name);
      expect(++holders).toBe(1);
      await sleep(5);
      holders--;
      release();
    };
    await Promise.all([hold(), hold(), hold()]);
  });

  it("of a process that was killed is taken over by one", async () => {
    const name = randomUUID();
    const code = `import { acquireLock } from ${JSON.stringify(path.resolve(import.meta.dirname, "lock.ts"))};
      await acquireLock(${JSON.stringify(name)});
      console.log("held");
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", code], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(child.stdout, "data");

    let acquired = 0;
    const waiting = [1, 2, 3].map(() => acquireLock(name).then((release) => (acquired++, release)));
    await sleep(100);
    expect(acquired).toBe(0);
    child.kill("SIGKILL");
    await once(child, "exit");
    const release = await Promise.race(waiting);
    await sleep(100);
    expect(acquired).toBe(1);
    release();
    await Promise.all(waiting.map((wait) => wait.then((free) => free())));
    expect(acquired).toBe(3);
  });
});
