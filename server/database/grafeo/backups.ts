/** Copies of a database, each one file, opened once before it counts. */
import fs from "node:fs";
import path from "node:path";
import type { GrafeoDB } from "@grafeo-db/js";
import { examine } from "./examine.ts";
import { inWords, isSame, type State } from "./state.ts";

/** Of those that the program makes by itself; one that a person asked for stays until a person removes it. */
const kept = 3;

/** `2026-11-24T101500.grafeo`, in UTC, so that names sort by age; by request `…-kept.grafeo`. */
const backupName = /^\d{4}-\d{2}-\d{2}(?:T\d{6}(-kept)?)?\.grafeo$/;

export interface Backup {
  readonly file: string;
  readonly state: State;
}

/** Makes a backup unless there is one of today, and keeps the newest three of these. */
export async function backUpDaily(folder: string, database: GrafeoDB, state: State): Promise<void> {
  if (state.nodes === 0) return;
  const now = new Date();
  if (daily(folder).some((name) => name.startsWith(day(now)))) return;
  await makeBackup(path.join(folder, nameOf(now)), state, (file) => database.save(file));
  // Of a clock that was wrong then or is wrong now: that they look new, or today's old, is no reason to remove any.
  const past = daily(folder).filter((name) => !isOfLater(name));
  for (const old of past.slice(0, -kept)) fs.rmSync(path.join(folder, old));
}

export const keptName = (now: Date): string => nameOf(now).replace(".grafeo", "-kept.grafeo");

/** Saves beside the target, looks whether the copy is whole, and only then gives it its name. */
export async function makeBackup(target: string, expected: State, save: (file: string) => void): Promise<void> {
  const unfinished = makeUnfinished(path.dirname(target));
  try {
    const copy = path.join(unfinished, "copy");
    save(copy);
    const { state } = await examine(copy);
    if (!isSame(state, expected)) throw new Error(`The copy holds ${inWords(state)} of ${inWords(expected)}.`);
    fs.renameSync(copy, target);
  } finally {
    fs.rmSync(unfinished, { recursive: true, force: true });
  }
}

const unfinishedPrefix = "unfinished-backup-";
const hour = 3_600_000;

/** A new folder within one, to be removed after use; those that were left by a program that was killed go as well. */
export function makeUnfinished(folder: string): string {
  fs.mkdirSync(folder, { recursive: true });
  for (const name of fs.readdirSync(folder).filter((name) => name.startsWith(unfinishedPrefix))) {
    const left = path.join(folder, name);
    if (Date.now() - fs.statSync(left).mtimeMs > hour) fs.rmSync(left, { recursive: true, force: true });
  }
  return fs.mkdtempSync(path.join(folder, unfinishedPrefix));
}

/** The newest backup that opens and holds something; a damaged one is passed over, and one of a later day asked last. */
export async function newestWhole(folder: string): Promise<Backup | undefined> {
  const names = list(folder).toReversed();
  for (const name of [...names.filter((name) => !isOfLater(name)), ...names.filter(isOfLater)]) {
    const file = path.join(folder, name);
    const state = await stateIfWhole(file);
    if (state) return { file, state };
  }
  return undefined;
}

/** With damage to its header a backup opens empty, which none ever was. */
async function stateIfWhole(file: string): Promise<State | undefined> {
  try {
    const { state } = await examine(file);
    return state.nodes > 0 ? state : undefined;
  } catch {
    return undefined;
  }
}

export const haveBackups = (folder: string): boolean => list(folder).length > 0;

const daily = (folder: string) => list(folder).filter((name) => backupName.exec(name)?.[1] === undefined);

function list(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .filter((name) => backupName.test(name))
    .toSorted();
}

const isOfLater = (name: string) => name > nameOf(new Date()).replace(".grafeo", "~");
const day = (date: Date) => date.toISOString().slice(0, 10);
const nameOf = (date: Date) => `${date.toISOString().slice(0, 19).replaceAll(":", "")}.grafeo`;
