/** kill -9 in the middle of a restore or a rebuild: the folder opens, or a start refuses it and the same command brings it back. */
import { cpSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { Refused } from "../../server/errors.ts";
import { openGrafeo } from "../../server/database/grafeo.ts";
import { loadSeeds, readDataset } from "../../server/seed/index.ts";
import { startChild } from "./child.ts";
import { contentIn, remove, twoVersions } from "./content.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { patience, randomFor, report, rounds } from "./rounds.ts";

const temporary = temporaryFolder("fault");

it.each(["restore", "rebuild"] as const)(
  "a %s that is killed can be repeated, and what was there is never lost",
  { timeout: patience(15_000) },
  async (command) => {
    const [before, after] = await twoVersions(join(temporary, command));
    const data = join(temporary, "data");
    const folder = join(data, "guild");
    const [made, other] = [join(temporary, `${command}-made`), join(temporary, `${command}-other`)];
    for (const [where, { seeds }] of [
      [made, before],
      [other, after],
    ] as const) {
      const database = await openGrafeo({ folder: where });
      await loadSeeds(database, await readDataset(seeds));
      await database.close();
    }
    const { args, seeds, begins } = {
      restore: { args: [join(other, "graph.grafeo")], seeds: before.seeds, begins: /^Restoring/ },
      rebuild: { args: ["--even-if-it-holds-more"], seeds: after.seeds, begins: /^Building/ },
    }[command];
    const run = () =>
      startChild(`server/database/grafeo/${command}-command.ts`, args, {
        environment: { DATA_FOLDER: data, SEEDS: seeds },
      });

    const random = randomFor(command);
    const figures = { rounds, "left the old": 0, "left the new": 0, "refused until repeated": 0 };
    for (let round = 0; round < rounds; round++) {
      remove(data);
      cpSync(made, folder, { recursive: true });
      const killed = run();
      await killed.printed(begins);
      await sleep(random() * (command === "restore" ? 500 : 1500));
      await killed.kill();

      const found = await contentIn(folder).catch((error: unknown) => {
        if (error instanceof Refused && error.remedy.includes(`npm run ${command}`)) return "refused";
        throw error;
      });
      expect([before.content, after.content, "refused"].includes(found), `round ${round} leaves a part`).toBe(true);
      if (found === "refused") figures["refused until repeated"]++;
      else figures[found === before.content ? "left the old" : "left the new"]++;

      const repeated = run();
      expect(await repeated.ended).toBe(0);
      expect((await contentIn(folder)) === after.content).toBe(true);
    }
    report(`kill -9 during a ${command}`, figures);
  },
);
