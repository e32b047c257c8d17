/** kill -9 in the middle of a restore: the folder opens, or a start refuses it and the same restore brings it back. */
import { cpSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { Refused } from "../../server/errors.ts";
import { openGrafeo } from "../../server/database/grafeo.ts";
import { loadSeeds, readDataset } from "../../server/seed/index.ts";
import { startChild } from "./child.ts";
import { contentIn, remove, temporaryFolder, twoVersions } from "./content.ts";
import { patience, randomFor, report, rounds } from "./rounds.ts";

const temporary = temporaryFolder();
afterAll(() => remove(temporary));

it(
  "a restore that is killed can be repeated, and what was there is never lost",
  { timeout: patience(15_000) },
  async () => {
    const [before, after] = await twoVersions(temporary);
    const data = join(temporary, "data");
    const folder = join(data, "guild");
    const backup = join(temporary, "backup", "graph.grafeo");
    for (const [where, { seeds }] of [
      [join(temporary, "made"), before],
      [join(temporary, "backup"), after],
    ] as const) {
      const database = await openGrafeo({ folder: where });
      await loadSeeds(database, await readDataset(seeds));
      await database.close();
    }
    const restore = () =>
      startChild("server/database/grafeo/restore-command.ts", [backup], {
        environment: { DATA_FOLDER: data, SEEDS: before.seeds },
      });

    const random = randomFor("restore");
    const figures = { rounds, "left the old": 0, "left the new": 0, "refused until repeated": 0 };
    for (let round = 0; round < rounds; round++) {
      remove(data);
      cpSync(join(temporary, "made"), folder, { recursive: true });
      const killed = restore();
      await killed.printed(/^Restoring/);
      await sleep(random() * 500);
      await killed.kill();

      const found = await contentIn(folder).catch((error: unknown) => {
        if (error instanceof Refused && error.remedy.includes("npm run restore")) return "refused";
        throw error;
      });
      expect([before.content, after.content, "refused"].includes(found), `round ${round} leaves a part`).toBe(true);
      if (found === "refused") figures["refused until repeated"]++;
      else figures[found === before.content ? "left the old" : "left the new"]++;

      const repeated = restore();
      expect(await repeated.ended).toBe(0);
      expect((await contentIn(folder)) === after.content).toBe(true);
    }
    report("kill -9 during restores", figures);
  },
);
