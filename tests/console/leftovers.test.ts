/** What the console's processes leave where everybody writes. */
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeEachEngine } from "../support/engines.ts";
import { serveGuild } from "../server/support.ts";
import { answered, children, type Client, connect } from "./support.ts";

/** Names in the system's temporary folder that hold the id of one of these processes, as the engine's do. */
const namedAfter = (processes: readonly number[]) =>
  readdirSync(tmpdir()).filter((name) => processes.some((pid) => name.includes(`-${pid}-`)));

describeEachEngine("a console's process", (engine) => {
  let client: Client;
  beforeAll(async () => {
    client = await connect(await serveGuild(engine.database));
  });
  afterAll(() => client.close());

  it("leaves nothing of its own in the system's temporary folder, even where it is killed", async () => {
    answered(await client.ask("MATCH (n) RETURN count(n) AS nodes"));
    const processes = children();
    expect(processes.length).toBeGreaterThan(0);
    for (const pid of processes) process.kill(pid, "SIGKILL");
    expect(namedAfter(processes)).toEqual([]);
  });
});
