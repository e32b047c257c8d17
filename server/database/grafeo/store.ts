/** Where Grafeo keeps its data: a folder that is guarded against loss, or memory. */
import fs from "node:fs";
import path from "node:path";
import grafeo, { type GrafeoDB } from "@grafeo-db/js";
import { Refused, Unavailable } from "../../errors.ts";
import { translateOpening } from "./errors.ts";
import { lossGuard, stateOf, type State } from "./loss-guard.ts";

export interface Store {
  readonly database: GrafeoDB;
  /** To be told after each commit, before the next transaction begins. */
  committed(): void;
  save(): void;
  /** Throws `Unavailable` when the data could no longer be kept. */
  check(): void;
  close(): void;
}

export function openMemory(): Store {
  const database = grafeo.GrafeoDB.create();
  const nothing = () => {};
  return { database, committed: nothing, save: nothing, check: nothing, close: () => database.close() };
}

const checkpointTriggers = { intervalMs: 2000, walBytes: 16e6 };

/** Opens `graph.grafeo` in a folder, both made where they are missing. */
export function openFolder(folder: string): Store {
  makeWritable(folder);
  const file = path.join(folder, "graph.grafeo");
  const database = openFile(file);
  const guard = lossGuard(folder);
  try {
    guard.check(stateOf(database));
    database.setCheckpointTriggers(checkpointTriggers);
  } catch (error) {
    database.close();
    throw error;
  }

  /** The state after the latest commit, until it is known to be in a checkpoint. */
  let unsaved: { state: State; at: number } | undefined;
  const recording = setInterval(() => {
    const { lastCheckpoint = 0 } = database.checkpointStatus();
    if (!unsaved || lastCheckpoint * 1000 < unsaved.at) return;
    try {
      guard.record(unsaved.state);
      unsaved = undefined;
    } catch {
      return; // tried again next time; what keeps it from being written also keeps writes and save() from succeeding
    }
  }, checkpointTriggers.intervalMs);
  recording.unref();

  return {
    database,

    committed() {
      unsaved = { state: stateOf(database), at: Date.now() };
    },

    save() {
      attempt(`${file} could not be written`, () => {
        database.walCheckpoint();
        guard.record(stateOf(database));
      });
      unsaved = undefined;
      attempt(`${file} is saved, but no backup could be made of it`, () => guard.backUp(database));
    },

    check() {
      if (!fs.existsSync(file))
        throw new Unavailable(`${file} is gone.`, "Put it back, or start the program again to begin anew.");
      const { failures, lastError } = database.checkpointStatus();
      if (failures > 0) {
        throw new Unavailable(
          `Changes no longer reach ${file}: ${lastError}`,
          "See whether its disk is full or was taken away, then start the program again.",
        );
      }
    },

    close() {
      clearInterval(recording);
      const state = stateOf(database);
      attempt(`${file} could not be closed`, () => {
        database.close();
        guard.record(state);
      });
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

function openFile(file: string): GrafeoDB {
  try {
    return grafeo.GrafeoDB.create(file);
  } catch (error) {
    throw translateOpening(error, file);
  }
}

function attempt(failed: string, work: () => void): void {
  try {
    work();
  } catch (cause) {
    throw new Unavailable(
      `${failed}: ${String(cause)}`,
      "See whether the disk is full, and that this user may write there.",
      { cause },
    );
  }
}
