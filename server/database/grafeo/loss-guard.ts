/**
 * Notices when a database opens with less than it is known to have held: after damage to its header, or without its
 * log, Grafeo opens an older image without a word. What was safe on disk stands in a small file beside it.
 */
import fs from "node:fs";
import path from "node:path";
import grafeo, { type GrafeoDB } from "@grafeo-db/js";
import { z } from "zod";
import { Refused } from "../../errors.ts";

const State = z.object({ epoch: z.int(), nodes: z.int(), relationships: z.int() });
export type State = z.infer<typeof State>;

export function stateOf(database: GrafeoDB): State {
  return { epoch: Number(database.currentEpoch()), nodes: database.nodeCount(), relationships: database.edgeCount() };
}

const kept = 3;

export interface LossGuard {
  /** Throws `Refused` when the database holds less than was recorded. */
  check(state: State): void;
  /** Records what is safe on disk. */
  record(state: State): void;
  /** Keeps a copy of the database, one a day and the newest three, each opened once to see that it is whole. */
  backUp(database: GrafeoDB): void;
}

export function lossGuard(folder: string): LossGuard {
  const file = path.join(folder, "saved.json");
  const backups = path.join(folder, "backups");

  return {
    check(state) {
      const recorded = readState(file);
      if (!recorded || state.epoch > recorded.epoch) return;
      if (
        state.epoch === recorded.epoch &&
        state.nodes === recorded.nodes &&
        state.relationships === recorded.relationships
      )
        return;
      const newest = listBackups(backups).at(-1);
      const restore =
        newest === undefined
          ? "No backup was made yet."
          : `Or take the newest backup: copy ${path.join(backups, newest)} to graph.grafeo in its place.`;
      throw new Refused(
        `${folder} holds less than was saved: ${inWords(state)}, where there were ${inWords(recorded)}.`,
        `Put graph.grafeo and graph.grafeo.wal back as they were, if they were moved. ${restore} To go on without what is missing, move ${file} away.`,
      );
    },

    record(state) {
      writeWhole(file, `${JSON.stringify(state)}\n`);
    },

    backUp(database) {
      if (database.nodeCount() === 0) return;
      const copy = path.join(backups, `${new Date().toISOString().slice(0, 10)}.grafeo`);
      if (fs.existsSync(copy)) return;
      fs.mkdirSync(backups, { recursive: true });
      const unverified = path.join(backups, "unverified");
      fs.rmSync(unverified, { force: true });
      database.save(unverified);
      verify(unverified, stateOf(database));
      fs.renameSync(unverified, copy);
      for (const old of listBackups(backups).slice(0, -kept)) fs.rmSync(path.join(backups, old));
    },
  };
}

function verify(file: string, expected: State): void {
  const copy = grafeo.GrafeoDB.openReadOnly(file);
  const found = stateOf(copy);
  copy.close();
  if (found.nodes !== expected.nodes || found.relationships !== expected.relationships) {
    throw new Error(`The backup ${file} holds ${inWords(found)} of ${inWords(expected)}; it was not kept.`);
  }
}

function readState(file: string): State | undefined {
  if (!fs.existsSync(file)) return undefined;
  try {
    return State.parse(JSON.parse(fs.readFileSync(file, "utf8")));
  } catch (cause) {
    throw new Refused(
      `${file} is damaged, so that nothing tells whether the database is whole.`,
      "Move it away if the database is as it should be; it is written anew.",
      { cause },
    );
  }
}

function listBackups(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .filter((name) => /^\d{4}-\d{2}-\d{2}\.grafeo$/.test(name))
    .toSorted();
}

/** The old content or the new, whatever happens in between. */
function writeWhole(file: string, text: string): void {
  const unfinished = `${file}.new`;
  const handle = fs.openSync(unfinished, "w");
  fs.writeSync(handle, text);
  fs.fsyncSync(handle);
  fs.closeSync(handle);
  fs.renameSync(unfinished, file);
}

const inWords = ({ epoch, nodes, relationships }: State) =>
  `${nodes} nodes and ${relationships} relationships after ${epoch} changes`;
