/** kill -9 during loads, during starts and between writes: what was there, or what was to be there, and never a part. */
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { openGrafeo } from "../../server/database/grafeo.ts";
import { addressOf, type Child, startChild, startProgram } from "./child.ts";
import { contentIn, twoVersions, type Version } from "./content.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { patience, randomFor, report, rounds } from "./rounds.ts";

let temporary: string;
let versions: [Version, Version];

beforeAll(async () => {
  temporary = temporaryFolder("fault");
  versions = await twoVersions(temporary);
});

/** Every so many rounds begin with a folder that is not there yet. */
const roundsPerFolder = 10;
const folderOf = (kind: string, round: number) => join(temporary, `${kind}-${Math.floor(round / roundsPerFolder)}`);

describe("kill -9", () => {
  it("in the middle of loads leaves the old graph or the new one", { timeout: patience(10_000) }, async () => {
    const random = randomFor("load");
    const figures = {
      rounds,
      "killed while opening": 0,
      "killed while loading": 0,
      "left the old": 0,
      "left the new": 0,
    };
    let before = "";
    for (let round = 0; round < rounds; round++) {
      const folder = folderOf("load", round);
      if (round % roundsPerFolder === 0) before = "";
      const child = startChild("tests/faults/loader.ts", [folder, ...versions.map(({ seeds }) => seeds)]);
      await child.printed(/^opening$/);
      await sleep(random() * 1200);
      await child.kill();
      expect(child.errors()).toBe("");

      const [old, next] = expectedAfter(child, before);
      const found = await contentIn(folder);
      expect([old, next].includes(found), `round ${round} leaves neither the old nor the new`).toBe(true);
      before = found;
      figures[next === undefined ? "killed while opening" : "killed while loading"]++;
      if (next !== undefined) figures[found === next && old !== next ? "left the new" : "left the old"]++;
    }
    report("kill -9 during loads", figures);
  });

  it("in the middle of starts never keeps the next start from serving", { timeout: patience(20_000) }, async () => {
    const random = randomFor("start");
    const environment = (version: Version) => ({ DATA_FOLDER: join(temporary, "start"), SEEDS: version.seeds });
    const began = performance.now();
    const first = startProgram(environment(versions[0]));
    await addressOf(first);
    const usual = performance.now() - began;
    await first.kill();

    const figures = { rounds, "killed before it served": 0, "killed after": 0 };
    let possible: string[] = [versions[0].content];
    for (let round = 0; round < rounds; round++) {
      const version = versions[(round + 1) % 2] ?? versions[0];
      const program = startProgram(environment(version));
      await sleep(random() * usual * 1.2);
      await program.kill();
      expect(program.errors()).toBe("");
      const served = program.lines().some((line) => line.includes("Alumnigraph is at"));
      figures[served ? "killed after" : "killed before it served"]++;
      possible = served ? [version.content] : [...possible, version.content];
      // Looked at now and then only, so that a start also meets what several killed ones left.
      if (round % 4 !== 3 && round !== rounds - 1) continue;
      const found = await contentIn(join(temporary, "start", "guild"));
      expect(possible.includes(found), `round ${round} leaves a part`).toBe(true);
      possible = [found];
    }
    const last = startProgram(environment(versions[1]));
    const response = await fetch(`${await addressOf(last)}/api/ready`);
    expect(response.status).toBe(200);
    await last.kill();
    report("kill -9 during starts", figures);
  });

  it.each([
    ["once committed", 0],
    ["with saves in between", 7],
  ])("loses no write that was acknowledged, %s", { timeout: patience(10_000) }, async (name, saveAfter) => {
    const random = randomFor(name);
    const figures = { rounds, "writes acknowledged": 0, lost: 0, halves: 0 };
    const acknowledged = new Set<string>();
    for (let round = 0; round < rounds; round++) {
      const folder = folderOf(`writes-${saveAfter}`, round);
      if (round % roundsPerFolder === 0) acknowledged.clear();
      const child = startChild("tests/faults/writer.ts", [folder, `r${round}`, String(saveAfter)]);
      await child.printed(/^open$/);
      await sleep(random() * 700);
      await child.kill();
      expect(child.errors()).toBe("");
      const wrote = child.lines().flatMap((line) => /^wrote (.*)/.exec(line)?.[1] ?? []);
      for (const id of wrote) acknowledged.add(id);
      figures["writes acknowledged"] += wrote.length;

      const found = await pairsIn(folder);
      figures.lost += [...acknowledged].filter((id) => !found.whole.has(id)).length;
      figures.halves += found.halves;
      // The one that was under way may be there or not; what is there has been seen, and has to stay.
      expect(found.whole.size).toBeLessThanOrEqual(acknowledged.size + 1);
      for (const id of found.whole) acknowledged.add(id);
    }
    report(`kill -9 between writes, ${name}`, figures);
    expect(figures).toMatchObject({ lost: 0, halves: 0 });
  });
});

/** What was there for sure, and what was being loaded. */
function expectedAfter(child: Child, before: string): [string, string | undefined] {
  const content = (line: string | undefined) => versions[Number(line?.split(" ")[1])]?.content;
  const old = content(child.lines().findLast((line) => line.startsWith("loaded"))) ?? before;
  const last = child.lines().findLast((line) => line.startsWith("load"));
  return [old, last?.startsWith("loading") ? content(last) : undefined];
}

async function pairsIn(folder: string): Promise<{ whole: Set<string>; halves: number }> {
  const database = await openGrafeo({ folder });
  const pairs = await database.read(
    "MATCH (a:Entity)-[r:PAIRED_WITH]->(b:Entity) RETURN r.id AS id, a.id AS a, b.id AS b",
  );
  const [{ count } = { count: -1 }] = await database.read("MATCH (n:Entity) RETURN count(n) AS count");
  await database.close();
  const whole = pairs.filter(({ id, a, b }) => a === `${String(id)}-a` && b === `${String(id)}-b`);
  const halves = pairs.length - whole.length + Math.abs(Number(count) - 2 * pairs.length);
  return { whole: new Set(whole.map(({ id }) => String(id))), halves };
}
