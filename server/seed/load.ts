/** Brings the graph to what the seeds say: all of it or nothing, writing only what differs. */
import type { GraphDatabase, Transaction } from "../database/database.ts";
import type { Dataset } from "./dataset.ts";
import { differenceOf, type Difference } from "./difference.ts";
import { readMarking, schemaVersion } from "./marking.ts";
import { refuseTakenIds } from "./other-origins.ts";
import { refreshShortWords } from "../search/short-words.ts";
import { nothingPresent, readPresent } from "./present.ts";
import { statement } from "./statements.ts";
import { isTrusted } from "./trusted.ts";
import { writeDifference, type LoadProgress } from "./write.ts";

export interface Tally {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
}

export interface LoadResult {
  /** Documents are among them. */
  readonly entities: Tally;
  readonly relationships: Tally;
  readonly observations: Tally;
  /** Entities that left the seeds and stay in the graph, because something of another origin hangs on them. */
  readonly kept: readonly string[];
}

export interface LoadOptions {
  /** Told after each batch; from the start again when the database asks for a second try. */
  readonly onProgress?: (progress: LoadProgress) => void;
}

/**
 * Loads a data set. What another origin added is neither changed nor removed; `Refused` when the graph is someone
 * else's, another data set's, or a newer program's, or when another origin has taken one of the ids.
 */
export async function loadSeeds(
  database: GraphDatabase,
  dataset: Dataset,
  { onProgress = () => {} }: LoadOptions = {},
): Promise<LoadResult> {
  // Before the first write, which would already make indexes in a database that may be someone else's.
  await readMarking((cypher, parameters) => database.read(cypher, parameters), dataset.id);

  const result = await database.write((transaction) => bringUpToDate(transaction, dataset, onProgress));
  await database.save();
  return result;
}

async function bringUpToDate(
  transaction: Transaction,
  dataset: Dataset,
  onProgress: (progress: LoadProgress) => void,
): Promise<LoadResult> {
  await transaction.run(statement("hold-dataset"), { id: dataset.id });
  const marking = await readMarking((cypher, parameters) => transaction.run(cypher, parameters), dataset.id);
  if (await isTrusted(transaction, dataset, marking)) return unchanged(dataset);
  const rewrite = marking !== undefined && (marking.schemaVersion ?? 0) < schemaVersion;

  // Without a mark the graph is empty: there is nothing to compare with, and nobody's id to meet.
  const present = marking === undefined ? nothingPresent : await readPresent(transaction);
  const difference = differenceOf(dataset.rows, present, rewrite);
  if (marking !== undefined) await refuseTakenIds(transaction, difference);
  // Another first load at the same time makes this one wait at the unique ids of the entities, and is done by then.
  const isOvertaken = async () =>
    marking === undefined && (await transaction.run(statement("list-datasets"))).length > 0;
  const kept = await writeDifference(transaction, difference, dataset.rows, onProgress, isOvertaken);
  if (kept === undefined) return bringUpToDate(transaction, dataset, onProgress);
  const result = tally(difference, kept);
  if (!changesNothing(result.entities) || !changesNothing(result.relationships)) await refreshShortWords(transaction);
  await mark(transaction, dataset, marking);
  return result;
}

async function mark(
  transaction: Transaction,
  { id, version }: Dataset,
  before: { schemaVersion: number | null; version: string | null } | undefined,
): Promise<void> {
  if (before?.version === version && before.schemaVersion === schemaVersion) return;
  await transaction.run(statement("merge-dataset"), { id, properties: { schemaVersion, version } });
}

const changesNothing = ({ added, changed, removed }: Tally) => added + changed + removed === 0;

function unchanged({ rows }: Dataset): LoadResult {
  const all = (part: readonly unknown[]): Tally => ({ added: 0, changed: 0, removed: 0, unchanged: part.length });
  return {
    entities: all(rows.entities),
    relationships: all(rows.relationships),
    observations: all(rows.observations),
    kept: [],
  };
}

function tally({ entities, relationships, observations }: Difference, kept: readonly string[]): LoadResult {
  const count = (part: Difference["entities"] | Difference["relationships"] | Difference["observations"]): Tally => ({
    added: part.added.length,
    changed: part.changed.length,
    removed: part.removed.length,
    unchanged: part.unchanged,
  });
  const counted = count(entities);
  return {
    entities: { ...counted, removed: counted.removed - kept.length },
    relationships: count(relationships),
    observations: count(observations),
    kept,
  };
}
