/** Looks at a folder before it is opened for writing, and refuses what is damaged or holds less than it held. */
import fs from "node:fs";
import { Refused } from "../../errors.ts";
import { haveBackups, newestWhole } from "./backups.ts";
import { isAboutThePlace, translateOpening, withoutDecoration } from "./errors.ts";
import { examine } from "./examine.ts";
import type { Places } from "./places.ts";
import { DamagedRecord, type Records } from "./records.ts";
import { inWords, type State } from "./state.ts";

/** Throws `Refused`, and writes nothing, unless opening it will give everything that it is known to have held. */
export async function guardAgainstLoss(places: Places, records: Records): Promise<void> {
  const known = await knownState(places, records);
  if (!fs.existsSync(places.graph)) {
    if (known?.epoch || fs.existsSync(places.log) || haveBackups(places.backups)) throw await gone(places);
    return;
  }
  // A header that is as it was at the close cannot lead to an older image, and the engine checks the rest as it opens.
  if (records.wasClosed()) return;
  const state = await stateOf(places);
  if (known && isLess(state, known)) throw await less(places, state, known);
}

/** To be asked again of what was opened. */
export const isLess = (state: State, known: State): boolean =>
  state.epoch < known.epoch ||
  (state.epoch === known.epoch && (state.nodes !== known.nodes || state.relationships !== known.relationships));

export async function less(places: Places, state: State, known: State): Promise<Refused> {
  return new Refused(
    `${places.folder} holds less than was saved: ${inWords(state)}, where there were ${inWords(known)}.`,
    `If graph.grafeo or graph.grafeo.wal was moved, put it back. ${await waysOut(places)}\nTo go on without what is missing, move saved.json and committed.json away.`,
  );
}

export async function damaged(places: Places, cause: Error): Promise<Refused> {
  return new Refused(`${places.graph} cannot be opened: ${withoutDecoration(cause.message)}`, await waysOut(places), {
    cause,
  });
}

async function gone(places: Places): Promise<Refused> {
  return new Refused(
    `${places.graph} is gone, though ${places.folder} held a graph.`,
    `If it was moved, put it back. ${await waysOut(places)}`,
  );
}

/** The most that it is known to have held; throws `Refused` when the record of it is damaged. */
export async function knownState(places: Places, records: Records): Promise<State | undefined> {
  try {
    return records.known();
  } catch (cause) {
    if (!(cause instanceof DamagedRecord)) throw cause;
    throw new Refused(
      `${places.saved} is damaged, so that nothing tells whether the graph is whole. ${await whatOpens(places)}`,
      `If that is all there should be, move saved.json away; it is written anew. ${await waysOut(places)}`,
      { cause },
    );
  }
}

async function whatOpens(places: Places): Promise<string> {
  try {
    return `It opens with ${inWords((await examine(places.graph)).state)}.`;
  } catch (error) {
    return `It does not open either: ${withoutDecoration(String(error))}`;
  }
}

async function stateOf(places: Places): Promise<State> {
  try {
    return (await examine(places.graph)).state;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw isAboutThePlace(error) ? translateOpening(error, places) : await damaged(places, error);
  }
}

async function waysOut({ backups, folder }: Places): Promise<string> {
  const backup = await newestWhole(backups);
  const restore = backup
    ? `The newest backup that is whole holds ${inWords(backup.state)}: npm run restore -- ${backup.file}`
    : `There is no whole backup in ${folder}.`;
  return `${restore}\nTo load the seeds into a new graph instead: npm run rebuild`;
}
