/** Where Grafeo keeps its data: a folder that is guarded against loss, or memory. */
import fs from "node:fs";
import grafeo, { type GrafeoDB } from "@grafeo-db/js";
import { Refused, Unavailable } from "../../errors.ts";
import { backUpDaily } from "./backups.ts";
import { isAboutThePlace, isFullDisk, translateOpening, withoutDecoration } from "./errors.ts";
import { nameHolder } from "./holder.ts";
import { damaged, guardAgainstLoss, isLess, less } from "./loss-guard.ts";
import { type Places, placesIn } from "./places.ts";
import { type Records, recordsOf } from "./records.ts";
import { stateOf, type State } from "./state.ts";

export interface Store {
  readonly database: GrafeoDB;
  /** To be told after each commit, before the next transaction begins. */
  committed(): void;
  /** Also makes the day's backup; where that fails it warns, for the graph itself is safe. */
  save(): Promise<void>;
  /** Throws `Unavailable` when the data could no longer be kept. */
  check(): void;
  close(): void;
}

export function openMemory(): Store {
  const database = grafeo.GrafeoDB.create();
  const nothing = () => {};
  return { database, committed: nothing, save: async () => {}, check: nothing, close: () => database.close() };
}

const checkpointTriggers = { intervalMs: 2000, walBytes: 16e6 };

/** Opens `graph.grafeo` in a folder, both made where they are missing. */
export async function openFolder(folder: string, warn: (text: string) => void): Promise<Store> {
  const places = placesIn(folder);
  makeWritable(folder);
  const records = recordsOf(places);
  await guardAgainstLoss(places, records);
  const database = await openGuarded(places, records);
  const letGo = nameHolder(places);

  /** The state after the latest commit, until it is known to be in a checkpoint. */
  let unsaved: { state: State; at: number } | undefined;
  const recording = setInterval(() => {
    const { lastCheckpoint = 0 } = database.checkpointStatus();
    if (!unsaved || lastCheckpoint * 1000 < unsaved.at) return;
    try {
      records.saved(unsaved.state);
      unsaved = undefined;
    } catch {
      return; // tried again next time; what keeps it from being written also keeps writes and save() from succeeding
    }
  }, checkpointTriggers.intervalMs);
  recording.unref();

  return {
    database,

    committed() {
      const state = stateOf(database);
      unsaved = { state, at: Date.now() };
      records.committed(state);
    },

    async save() {
      const state = stateOf(database);
      await attempt(`${places.graph} could not be written`, () => {
        database.walCheckpoint();
        records.saved(state);
      });
      unsaved = undefined;
      try {
        await backUpDaily(places.backups, database, state);
      } catch (cause) {
        const { message, remedy } = unwritable(`${places.graph} is saved, but no backup could be made of it`, cause);
        warn(`${message}\n${remedy}`);
      }
    },

    check() {
      if (!fs.existsSync(places.graph))
        throw new Unavailable(`${places.graph} is gone.`, "Put it back, or stop the program and restore a backup.");
      const { failures, lastError } = database.checkpointStatus();
      if (failures > 0) {
        throw new Unavailable(
          `Changes no longer reach ${places.graph}: ${lastError}`,
          "See whether its disk is full or was taken away, then start the program again.",
        );
      }
    },

    close() {
      clearInterval(recording);
      const state = stateOf(database);
      try {
        database.close();
        records.closed(state);
      } catch (cause) {
        throw unwritable(`${places.graph} could not be closed`, cause);
      } finally {
        records.close();
        letGo();
      }
    },
  };
}

function makeWritable(folder: string): void {
  try {
    fs.mkdirSync(folder, { recursive: true });
    fs.accessSync(folder, fs.constants.W_OK);
  } catch (cause) {
    throw new Refused(
      `The folder ${folder} cannot be written.`,
      "Give this user the right to write there, or set DATA_FOLDER to another folder.",
      { cause },
    );
  }
}

async function openGuarded(places: Places, records: Records): Promise<GrafeoDB> {
  const known = records.known();
  const database = await openFile(places);
  try {
    const state = stateOf(database);
    if (known && isLess(state, known)) throw await less(places, state, known);
    database.setCheckpointTriggers(checkpointTriggers);
    await attempt(`${places.saved} could not be written`, () => records.opened());
    return database;
  } catch (error) {
    closeAnyhow(database);
    throw error;
  }
}

/** What keeps it from being closed in order is what keeps it from being opened, which is told already. */
function closeAnyhow(database: GrafeoDB): void {
  try {
    database.close();
  } catch {
    return; // nothing was written to it
  }
}

async function openFile(places: Places): Promise<GrafeoDB> {
  try {
    return grafeo.GrafeoDB.create(places.graph);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw isAboutThePlace(error) ? translateOpening(error, places) : await damaged(places, error);
  }
}

async function attempt(failed: string, work: () => void | Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    throw unwritable(failed, cause);
  }
}

function unwritable(failed: string, cause: unknown): Unavailable {
  const why = cause instanceof Error ? cause.message : String(cause);
  if (isFullDisk(why))
    return new Unavailable(`${failed}: the disk is full.`, "Free some space there, then start again.", { cause });
  return new Unavailable(
    `${failed}: ${withoutDecoration(why)}`,
    "See that this user may write there, and that the disk is still there.",
    { cause },
  );
}
