/** Carries out a difference: takes out what leaves, then sets entities, relationships and observations, then degrees. */
import { z } from "zod";
import type { Transaction } from "../database/database.ts";
import type { Parameter, Parameters } from "../database/parameters.ts";
import { byStart, groupBy, inBatches } from "./batches.ts";
import type { EntityRow, ObservationRow, RelationshipRow, Rows } from "./compile.ts";
import type { Difference, Patch } from "./difference.ts";
import { seedsOrigin } from "./reserved.ts";
import { statement, statementFor } from "./statements.ts";

export interface LoadProgress {
  readonly step: "entities" | "relationships" | "observations";
  readonly done: number;
  readonly total: number;
}

type Report = (progress: LoadProgress) => void;

/**
 * Returns the ids of entities that should have left and were kept; or undefined where `isOvertaken` says, once the
 * entities are written, that the difference no longer holds.
 */
export async function writeDifference(
  transaction: Transaction,
  difference: Difference,
  rows: Rows,
  report: Report,
  isOvertaken: () => Promise<boolean>,
): Promise<string[] | undefined> {
  await takeOutClaims(transaction, difference);
  await writeEntities(transaction, difference.entities, degreesOf(rows, difference.entities.added), report);
  if (await isOvertaken()) return undefined;
  await writeRelationships(transaction, difference.relationships, report);
  await writeObservations(transaction, difference.observations, report);
  const kept = await takeOutEntities(
    transaction,
    difference.entities.removed.map(({ id }) => id),
  );
  await countDegrees(transaction, difference, rows, kept);
  return kept;
}

type Part<K extends keyof Difference> = Difference[K];

/** Those that leave, and those that are put back with other ends. */
async function takeOutClaims(transaction: Transaction, { relationships, observations }: Difference): Promise<void> {
  const moved = <There>(part: { changed: readonly { moved: boolean; there: There }[] }) =>
    part.changed.filter((change) => change.moved).map(({ there }) => there);
  for (const batch of inBatches(byStart([...relationships.removed, ...moved(relationships)]))) {
    await transaction.run(statement("delete-relationships"), { rows: batch, origin: seedsOrigin });
  }
  for (const batch of inBatches([...observations.removed, ...moved(observations)])) {
    await transaction.run(statement("delete-observations"), { ids: batch.map(({ id }) => id), origin: seedsOrigin });
  }
}

async function writeEntities(
  transaction: Transaction,
  { added, changed }: Part<"entities">,
  degrees: ReadonlyMap<string, number>,
  report: Report,
): Promise<void> {
  const strays = changed.flatMap(({ row, there }) =>
    there.labels.filter((label) => label !== row.label).map((label) => ({ id: row.id, label })),
  );
  for (const [label, group] of groupBy(strays, (stray) => stray.label)) {
    for (const batch of inBatches(group))
      await transaction.run(statementFor("remove-label", label), { ids: batch.map(({ id }) => id) });
  }
  const rows = toWrite<EntityRow>(added, changed);
  const progress = counter("entities", rows.length, report);
  for (const [label, group] of groupBy(rows, ({ row }) => row.label)) {
    const withDegree = ({ row: { id }, properties }: (typeof rows)[number]) => {
      const degree = degrees.get(id);
      return { id, properties: degree === undefined ? properties : { ...properties, degree } };
    };
    await transaction.runEach(statementFor("merge-entities", label), batchesOf(group, withDegree, progress));
  }
}

async function writeRelationships(
  transaction: Transaction,
  { added, changed }: Part<"relationships">,
  report: Report,
): Promise<void> {
  const progress = counter("relationships", added.length + changed.length, report);
  const parts = {
    "create-relationships": toWrite<RelationshipRow>(added, []),
    "merge-relationships": toWrite([], changed),
  };
  for (const [name, rows] of Object.entries(parts)) {
    for (const [type, group] of groupBy(rows, ({ row }) => row.type)) {
      const withEnds = ({ row: { id, start, end }, properties }: (typeof rows)[number]) => ({
        id,
        start,
        end,
        properties,
      });
      await transaction.runEach(statementFor(name, type), batchesOf(group, withEnds, progress));
    }
  }
}

async function writeObservations(
  transaction: Transaction,
  { added, changed }: Part<"observations">,
  report: Report,
): Promise<void> {
  const rows = toWrite<ObservationRow>(added, changed);
  const progress = counter("observations", rows.length, report);
  const withEntity = ({ row: { id, entity }, properties }: (typeof rows)[number]) => ({
    id,
    entity,
    link: `${id}.of`,
    properties,
  });
  await transaction.runEach(statement("merge-observations"), batchesOf(rows, withEntity, progress));
}

/** The parameters of one batch after another, made as they are asked for; `$origin` is for those that use it. */
function* batchesOf<Row>(
  rows: readonly Row[],
  write: (row: Row) => Parameter,
  progress: (more: number) => void,
): Generator<Parameters> {
  for (const batch of inBatches(rows)) {
    yield { rows: batch.map(write), origin: seedsOrigin };
    progress(batch.length);
  }
}

/** What was moved has been taken out before, unless it is an entity, so it is written whole. */
function toWrite<Row extends { properties: Patch }>(
  added: readonly Row[],
  changed: readonly { row: Row; patch: Patch; moved: boolean }[],
): { row: Row; properties: Patch }[] {
  return [
    ...added.map((row) => ({ row, properties: row.properties })),
    ...changed.map(({ row, patch, moved }) => ({ row, properties: moved ? { ...patch, ...row.properties } : patch })),
  ];
}

function counter(step: LoadProgress["step"], total: number, report: Report): (more: number) => void {
  let done = 0;
  return (more) => {
    done += more;
    report({ step, done, total });
  };
}

async function takeOutEntities(transaction: Transaction, ids: readonly string[]): Promise<string[]> {
  const kept: string[] = [];
  for (const batch of inBatches(ids)) {
    const tied = z
      .array(z.object({ id: z.string() }))
      .parse(await transaction.run(statement("find-tied-entities"), { ids: batch }));
    const tiedIds = new Set(tied.map(({ id }) => id));
    kept.push(...tiedIds);
    await transaction.run(statement("delete-entities"), {
      ids: batch.filter((id) => !tiedIds.has(id)),
      origin: seedsOrigin,
    });
  }
  return kept.sort();
}

/** How many relationships each of the added entities has: nothing but the seeds' own can hang on what was not there. */
function degreesOf(rows: Rows, added: readonly EntityRow[]): Map<string, number> {
  const degrees = new Map(added.map(({ id }) => [id, 0]));
  for (const { start, end } of added.length === 0 ? [] : rows.relationships) {
    for (const id of start === end ? [start] : [start, end]) {
      const degree = degrees.get(id);
      if (degree !== undefined) degrees.set(id, degree + 1);
    }
  }
  return degrees;
}

/** Of those that were there before, degrees can have changed only at the ends of what was written or taken out. */
async function countDegrees(
  transaction: Transaction,
  { entities, relationships }: Difference,
  rows: Rows,
  kept: readonly string[],
): Promise<void> {
  // Those of a graph that was empty were counted as they were written.
  if (entities.added.length === rows.entities.length && entities.removed.length + relationships.removed.length === 0)
    return;
  const ends = [
    ...relationships.added,
    ...relationships.removed,
    ...relationships.changed.filter(({ moved }) => moved).flatMap(({ row, there }) => [row, there]),
  ];
  const added = new Set(entities.added.map(({ id }) => id));
  const affected = new Set(entities.changed.map(({ row }) => row.id));
  for (const { start, end } of ends) for (const id of [start, end]) if (!added.has(id)) affected.add(id);
  if (affected.size === 0) return;
  const present = new Set([...rows.entities.map(({ id }) => id), ...kept]);
  for (const batch of inBatches([...affected].filter((id) => present.has(id)).sort())) {
    await transaction.run(statement("set-degrees"), { ids: batch });
  }
}
