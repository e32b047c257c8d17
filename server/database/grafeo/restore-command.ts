/** `npm run restore -- <file>`: puts a backup in the graph's place, and keeps what was there. */
import fs from "node:fs";
import path from "node:path";
import { z } from "zod";
import { Refused } from "../../errors.ts";
import { schemaVersion } from "../../seed/index.ts";
import { statement } from "../../seed/statements.ts";
import { newestWhole } from "./backups.ts";
import { lookInto, runCommand, say, type Target } from "./command.ts";
import { withoutDecoration } from "./errors.ts";
import { examine, type Examined } from "./examine.ts";
import type { Places } from "./places.ts";
import { replaceGraph } from "./replace.ts";
import { inCounts } from "./state.ts";

async function restore({ dataset, places }: Target, [given]: readonly string[]): Promise<void> {
  if (given === undefined) throw new Refused("Which backup?", await offer(places));
  const file = path.resolve(given);
  if (!fs.existsSync(file)) throw new Refused(`There is no ${file}.`, await offer(places));
  if (fs.existsSync(places.graph)) {
    if (fs.realpathSync(file) === fs.realpathSync(places.graph))
      throw new Refused(`${file} is the graph itself.`, await offer(places));
    await lookInto(places); // throws where another process has it
  }

  say(`Looking into ${file} …`);
  const backup = await read(file, places);
  checkMark(file, backup, dataset);
  say(`Restoring ${inCounts(backup.state)} …`);
  const aside = await replaceGraph(places, file, backup.state);
  say(`Restored ${file} to ${places.graph}.`);
  if (aside) say(`What was there before is in ${aside}; remove it once you no longer need it.`);
}

async function read(file: string, places: Places): Promise<Examined> {
  try {
    const backup = await examine(file, statement("list-datasets"));
    if (backup.state.nodes > 0) return backup;
    throw new Error("it holds nothing.");
  } catch (cause) {
    const why = withoutDecoration(cause instanceof Error ? cause.message : String(cause));
    throw new Refused(`${file} is no whole backup: ${why}`, `Nothing was changed. ${await offer(places)}`, { cause });
  }
}

const Marks = z.array(z.object({ id: z.string(), schemaVersion: z.int().nullable() }));

function checkMark(file: string, { rows }: Examined, dataset: string): void {
  const [mark, ...others] = Marks.parse(rows);
  if (mark === undefined || others.length > 0)
    throw new Refused(`${file} holds no data set of Alumnigraph.`, "Nothing was changed. Choose another file.");
  if (mark.id !== dataset) {
    throw new Refused(
      `${file} holds the data set ${mark.id}, and not ${dataset}.`,
      `Nothing was changed. Set SEEDS to the folder of ${mark.id}, or choose another file.`,
    );
  }
  if ((mark.schemaVersion ?? 0) > schemaVersion) {
    throw new Refused(
      `${file} was written by a newer Alumnigraph (schema ${mark.schemaVersion}; this one knows ${schemaVersion}).`,
      "Nothing was changed. Install the newer version, or choose another file.",
    );
  }
}

async function offer({ backups }: Places): Promise<string> {
  const newest = await newestWhole(backups);
  return newest
    ? `The newest whole one: npm run restore -- ${newest.file}`
    : `There is no whole backup in ${backups}. To load the seeds into a new graph: npm run rebuild`;
}

await runCommand(restore);
