/** Puts another graph in a folder's place. What was there is kept aside, and comes back unless the new one opens. */
import fs from "node:fs";
import path from "node:path";
import grafeo from "@grafeo-db/js";
import { Refused } from "../../errors.ts";
import { makeBackup } from "./backups.ts";
import { examine } from "./examine.ts";
import type { Places } from "./places.ts";
import { recordAnew } from "./records.ts";
import { inWords, isSame, type State } from "./state.ts";

/**
 * Whenever it is interrupted, the folder holds the old graph, the new one, or what a start refuses with this way out:
 * the graph's name passes from one to the other in a single step.
 * Returns where the old one is, if there was one.
 */
export async function replaceGraph(places: Places, source: string, state: State): Promise<string | undefined> {
  fs.mkdirSync(places.folder, { recursive: true });
  const incoming = path.join(places.folder, "incoming.grafeo");
  fs.rmSync(incoming, { force: true });
  await copyWhole(source, incoming, state);
  const aside = putAside(places);
  try {
    fs.renameSync(incoming, places.graph);
    syncFolder(places.folder);
    recordAnew(places, state);
    const found = (await examine(places.graph)).state;
    if (!isSame(found, state)) throw new Error(`It holds ${inWords(found)}.`);
    return aside;
  } catch (cause) {
    putBack(places, aside);
    throw new Refused(
      `The graph from ${source} does not open in ${places.folder}: ${String(cause)}`,
      "What was there before is in its place again. See whether the disk is full.",
      { cause },
    );
  }
}

/** By the engine's own copy, so that a log beside the source is not left behind. */
async function copyWhole(source: string, target: string, state: State): Promise<void> {
  const graph = grafeo.GrafeoDB.openReadOnly(source);
  try {
    await makeBackup(target, state, (copy) => graph.save(copy));
  } finally {
    graph.close();
  }
}

function putAside(places: Places): string | undefined {
  const there = moved(places).filter((file) => fs.existsSync(file));
  if (there.length === 0) return undefined;
  const aside = path.join(places.replaced, new Date().toISOString().slice(0, 23).replaceAll(":", ""));
  fs.mkdirSync(aside, { recursive: true });
  // A second name for the graph rather than a move: its own name must never lead to nothing.
  for (const file of there) {
    if (file === places.log) fs.renameSync(file, inside(aside, file));
    else linkOrCopy(file, inside(aside, file));
  }
  return aside;
}

function putBack(places: Places, aside: string | undefined): void {
  for (const file of moved(places)) fs.rmSync(file, { recursive: true, force: true });
  if (aside === undefined) return;
  for (const file of moved(places)) {
    if (fs.existsSync(inside(aside, file))) fs.renameSync(inside(aside, file), file);
  }
  fs.rmdirSync(aside);
}

/** In this order: the log goes before the graph that it belongs to is replaced. */
const moved = ({ log, graph, saved, committed }: Places) => [log, graph, saved, committed];

const inside = (aside: string, file: string) => path.join(aside, path.basename(file));

function linkOrCopy(file: string, target: string): void {
  try {
    fs.linkSync(file, target);
  } catch {
    fs.copyFileSync(file, target); // this file system knows no second names
  }
}

/** So that a power cut does not take the new name back. */
function syncFolder(folder: string): void {
  try {
    const handle = fs.openSync(folder, "r");
    fs.fsyncSync(handle);
    fs.closeSync(handle);
  } catch {
    return; // not every system opens folders
  }
}
