/**
 * `npm run rebuild [-- --even-if-it-holds-more]`: a new graph from the seeds, in place of one that is lost, damaged or
 * refused. What is there is kept aside; where it holds more than the seeds, or nothing tells, it has to be said.
 */
import fs from "node:fs";
import path from "node:path";
import { pino } from "pino";
import { z } from "zod";
import { createAnnouncer, describeLoad } from "../../announce.ts";
import { Refused } from "../../errors.ts";
import { loadSeeds, readDataset } from "../../seed/index.ts";
import { seedsOrigin } from "../../seed/reserved.ts";
import { statement } from "../../seed/statements.ts";
import { openGrafeo } from "../grafeo.ts";
import { haveBackups, newestWhole } from "./backups.ts";
import { lookInto, runCommand, say, type Target } from "./command.ts";
import { examine, type Examined } from "./examine.ts";
import { isLess } from "./loss-guard.ts";
import { type Places, placesIn } from "./places.ts";
import { DamagedRecord, recordsOf } from "./records.ts";
import { replaceGraph } from "./replace.ts";
import type { State } from "./state.ts";

const flag = "--even-if-it-holds-more";
const announcer = createAnnouncer(pino({ level: "silent" }), true, (text) => process.stdout.write(text));

async function rebuild({ seeds, places }: Target, args: readonly string[]): Promise<void> {
  const unknown = args.find((arg) => arg !== flag);
  if (unknown !== undefined) throw new Refused(`There is no option ${unknown}.`, `There is ${flag}.`);
  const dataset = await readDataset(seeds);
  const holds = await whatItHolds(places);
  if (holds !== undefined && !args.includes(flag)) {
    throw new Refused(
      `${places.folder} ${holds}; a rebuild would leave out what is not in the seeds, so nothing was changed.`,
      `To rebuild all the same: npm run rebuild -- ${flag}. What is there now is kept aside.`,
    );
  }

  say(`Building a new graph from ${seeds} …`);
  const building = placesIn(path.join(places.folder, "rebuilding"));
  fs.rmSync(building.folder, { recursive: true, force: true });
  try {
    const database = await openGrafeo({ folder: building.folder });
    try {
      const result = await loadSeeds(database, dataset, { onProgress: (progress) => announcer.progress(progress) });
      announcer.say(describeLoad(dataset.id, result));
    } finally {
      await database.close();
    }
    const { state } = await examine(building.graph);
    const aside = await replaceGraph(places, building.graph, state);
    say(`Rebuilt ${places.graph}.`);
    if (aside) say(`What was there before is in ${aside}; remove it once you no longer need it.`);
  } finally {
    fs.rmSync(building.folder, { recursive: true, force: true });
  }
}

const Origins = z.array(z.object({ origin: z.string().nullable(), count: z.int() }));
const question = [statement("list-other-origins"), { origin: seedsOrigin }] as const;

/** Says what it may hold besides the seeds; `undefined` where it is sure to hold nothing else. */
async function whatItHolds(places: Places): Promise<string | undefined> {
  const known = knownState(places);
  const look = fs.existsSync(places.graph) ? await lookInto(places, ...question) : undefined;
  if (look === undefined && known === undefined && !haveBackups(places.backups) && !fs.existsSync(places.log))
    return undefined;
  if (look && "found" in look) {
    const others = describeOthers(look.found);
    if (others !== undefined) return `holds ${others}`;
    if (known !== "damaged" && !(known && isLess(look.found.state, known))) return undefined;
  }
  const backup = await newestWhole(places.backups);
  if (backup === undefined) return "is damaged or lost, and there is no whole backup to tell what it held";
  const others = describeOthers(await examine(backup.file, ...question));
  return others === undefined ? undefined : `is damaged or lost, and its newest backup holds ${others}`;
}

/** `3 nodes and relationships from ann` */
function describeOthers({ rows }: Examined): string | undefined {
  const counts = new Map<string, number>();
  for (const { origin, count } of Origins.parse(rows)) {
    const name = origin ?? "an unknown origin";
    counts.set(name, (counts.get(name) ?? 0) + count);
  }
  if (counts.size === 0) return undefined;
  return Array.from(counts, ([origin, count]) => `${count} nodes or relationships from ${origin}`).join(", ");
}

function knownState(places: Places): State | "damaged" | undefined {
  try {
    return recordsOf(places).known();
  } catch (error) {
    if (error instanceof DamagedRecord) return "damaged";
    throw error;
  }
}

await runCommand(rebuild);
