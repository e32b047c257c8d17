/**
 * `npm run backup [-- file]`: a copy of the graph as one file, opened once to see that it is whole. The server may run.
 */
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import grafeo from "@grafeo-db/js";
import { Refused } from "../../errors.ts";
import { keptName, makeBackup, makeUnfinished } from "./backups.ts";
import { lookInto, runCommand, say, type Target } from "./command.ts";
import { isLocked } from "./errors.ts";
import { examine } from "./examine.ts";
import { damaged, isLess, knownState, less } from "./loss-guard.ts";
import { type Places, placesIn } from "./places.ts";
import { recordsOf } from "./records.ts";
import { inCounts, type State } from "./state.ts";

const tries = 20;

async function backup({ places }: Target, [given]: readonly string[]): Promise<void> {
  const target = path.resolve(given ?? path.join(places.backups, keptName(new Date())));
  if (fs.existsSync(target)) throw new Refused(`${target} is there already.`, "Give another name for the backup.");
  if (!fs.existsSync(places.graph))
    throw new Refused(`There is no graph in ${places.folder} yet.`, "Make one: npm start.");

  say(`Backing up ${places.graph} …`);
  const state = (await isHeld(places)) ? await backUpHeld(places, target) : await backUp(places, target);
  say(`Made ${target}: ${inCounts(state)}.`);
}

/** A server that runs has the file to itself, also for reading. */
async function isHeld(places: Places): Promise<boolean> {
  try {
    await examine(places.graph);
    return false;
  } catch (error) {
    return error instanceof Error && isLocked(error.message);
  }
}

async function backUp(places: Places, target: string): Promise<State> {
  const look = await lookInto(places);
  if ("fault" in look) throw await damaged(places, look.fault);
  const { state } = look.found;
  const known = await knownState(places, recordsOf(places));
  if (known && isLess(state, known)) throw await less(places, state, known);
  await copyOf(places.graph, target, state);
  return state;
}

/** Copies graph and log as they lie there, and looks whether a copy is whole: the server seldom writes. */
async function backUpHeld(places: Places, target: string): Promise<State> {
  const copied = placesIn(makeUnfinished(places.backups));
  try {
    for (let tried = 0; tried < tries; tried++) {
      const known = recordsOf(places).known();
      fs.cpSync(places.graph, copied.graph);
      fs.rmSync(copied.log, { recursive: true, force: true });
      if (fs.existsSync(places.log)) fs.cpSync(places.log, copied.log, { recursive: true });
      const state = await stateIfWhole(copied.graph);
      if (state && !(known && isLess(state, known))) {
        await copyOf(copied.graph, target, state);
        return state;
      }
      await sleep(250);
    }
  } finally {
    fs.rmSync(copied.folder, { recursive: true, force: true });
  }
  throw new Refused(
    `The graph in ${places.folder} is written to all the time; ${tries} copies of it were not whole.`,
    "Stop the program that writes, then try again.",
  );
}

async function stateIfWhole(file: string): Promise<State | undefined> {
  try {
    return (await examine(file)).state;
  } catch {
    return undefined;
  }
}

async function copyOf(file: string, target: string, state: State): Promise<void> {
  const graph = grafeo.GrafeoDB.openReadOnly(file);
  try {
    await makeBackup(target, state, (copy) => graph.save(copy));
  } finally {
    graph.close();
  }
}

await runCommand(backup);
