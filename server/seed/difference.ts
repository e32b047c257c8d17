/** What a load must do: the rows compared with what is there, by id and properties. */
import { isDeepStrictEqual } from "node:util";
import type { Properties, PropertyValue } from "../../schema/graph.ts";
import type { EntityRow, ObservationRow, RelationshipRow, Rows } from "./compile.ts";
import type { Present, PresentEntity, PresentObservation, PresentRelationship } from "./present.ts";

/** Properties to set; null takes one out. */
export type Patch = Record<string, PropertyValue | null>;

interface Change<Row, There> {
  readonly row: Row;
  readonly there: There;
  readonly patch: Patch;
  /** It stands elsewhere now (another label, other ends), or stood there twice: setting properties will not do. */
  readonly moved: boolean;
}

interface PartDifference<Row, There> {
  readonly added: readonly Row[];
  readonly changed: readonly Change<Row, There>[];
  readonly removed: readonly There[];
  readonly unchanged: number;
}

export interface Difference {
  readonly entities: PartDifference<EntityRow, PresentEntity>;
  readonly relationships: PartDifference<RelationshipRow, PresentRelationship>;
  readonly observations: PartDifference<ObservationRow, PresentObservation>;
}

/** With `rewrite`, whatever is there already counts as changed. */
export function differenceOf(rows: Rows, present: Present, rewrite: boolean): Difference {
  return {
    entities: compare(
      rows.entities,
      present.entities,
      rewrite,
      (row, { labels }) => labels.length !== 1 || labels[0] !== row.label,
    ),
    relationships: compare(
      rows.relationships,
      present.relationships,
      rewrite,
      (row, there) => rewrite || row.type !== there.type || row.start !== there.start || row.end !== there.end,
    ),
    observations: compare(
      rows.observations,
      present.observations,
      rewrite,
      (row, { entities }) => rewrite || entities.length !== 1 || entities[0] !== row.entity,
    ),
  };
}

interface Identified {
  readonly id: string;
  readonly properties: Properties;
}

function compare<Row extends Identified, There extends Identified>(
  rows: readonly Row[],
  present: readonly There[],
  rewrite: boolean,
  hasMoved: (row: Row, there: There) => boolean,
): PartDifference<Row, There> {
  const wanted = new Map(rows.map((row) => [row.id, row]));
  const there = new Map<string, There>();
  const twice = new Set<string>();
  for (const item of present) {
    if (there.has(item.id)) twice.add(item.id);
    there.set(item.id, item);
  }
  const added: Row[] = [];
  const changed: Change<Row, There>[] = [];
  for (const row of rows) {
    const before = there.get(row.id);
    if (before === undefined) {
      added.push(row);
      continue;
    }
    const moved = twice.has(row.id) || hasMoved(row, before);
    const patch = patchOf(before.properties, row.properties, rewrite);
    if (moved || rewrite || Object.keys(patch).length > 0) changed.push({ row, there: before, patch, moved });
  }
  const removed = present.filter(({ id }) => !wanted.has(id));
  return { added, changed, removed, unchanged: rows.length - added.length - changed.length };
}

/** What makes the properties that are there into those that should be. */
function patchOf(there: Properties, wanted: Properties, rewrite: boolean): Patch {
  const gone = Object.keys(there).filter((name) => !Object.hasOwn(wanted, name));
  const set = Object.entries(wanted).filter(([name, value]) => rewrite || !isDeepStrictEqual(there[name], value));
  return { ...Object.fromEntries(gone.map((name) => [name, null])), ...Object.fromEntries(set) };
}
