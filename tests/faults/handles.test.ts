/** What is closed lets go of everything: no file stays open, and nothing keeps the process alive. */
import { existsSync, readdirSync, rmSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { openGrafeo } from "../../server/database/grafeo.ts";
import { startChild } from "./child.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { patience, rounds } from "./rounds.ts";

const temporary = temporaryFolder("fault");

it("a process ends by itself once it has closed its database", { timeout: patience() }, async () => {
  const child = startChild("tests/faults/writer.ts", [join(temporary, "ends"), "n", "2", "5"]);
  await child.printed(/^closed$/);
  expect(await child.ended).toBe(0);
  expect(child.errors()).toBe("");
  expect(existsSync(join(temporary, "ends", "open.json"))).toBe(false);
});

const handles = "/proc/self/fd";
const unseen = existsSync(handles) ? "" : ` (there is no ${handles} here to count them)`;

it.skipIf(unseen)(
  `opening and closing again and again leaves no file open${unseen}`,
  { timeout: patience(4000) },
  async () => {
    const folder = join(temporary, "again");
    const damaged = join(temporary, "damaged");
    await openAndWrite(damaged, 0);
    rmSync(join(damaged, "saved.json"));
    truncateSync(join(damaged, "graph.grafeo"), 9000);

    const open: number[] = [];
    for (let round = 0; round < rounds; round++) {
      await openAndWrite(folder, round);
      await expect(openGrafeo({ folder: damaged })).rejects.toMatchObject({ name: "Refused" });
      open.push(await openFiles());
    }
    // The first round also opens what stays open for the process.
    expect(open.at(-1)).toBeLessThanOrEqual(open[1] ?? 0);
  },
);

/** The engine unlocks a file as it closes, and lets go of it when its object is collected. */
async function openFiles(): Promise<number> {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  for (let i = 0; i < 2; i++) {
    collect();
    await sleep(20);
  }
  return readdirSync(handles).length;
}

async function openAndWrite(folder: string, round: number): Promise<void> {
  const database = await openGrafeo({ folder });
  await database.write((transaction) => transaction.run("CREATE (n:Entity {id: $id})", { id: `n${round}` }));
  await database.save();
  await database.close();
}
