/**
 * The columns of an answer: who else, origins, people, destinations, ties. The order of rows comes from the
 * relationships alone, in unit height; only how far apart the columns stand knows about text.
 */
import type { Columns } from "../../schema/api.ts";
import { type ColumnName, columnNames } from "../../schema/column-names.ts";
import type { Role } from "../../schema/vocabulary.ts";
import { keepApart } from "./column-rows.ts";

export interface ColumnLink {
  source: string;
  target: string;
  role: Role;
}

/** Heights are 0 at the top and 1 at the foot, the same in every language and window. */
export interface ColumnRows {
  height: ReadonlyMap<string, number>;
  /** What the columns have no room for, in order: it goes on below the foot. */
  beyond: Partial<Readonly<Record<ColumnName, readonly string[]>>>;
  /** How many rows' height each column takes. */
  rows: Readonly<Record<ColumnName, number>>;
}

/** Rows of an outer column, unless the people take more. */
const outerRows = 36;

const weights: Partial<Record<Role, number>> = { founding: 2, career: 1.5 };
/** How much a line counts for the order of rows. */
export const weightOf = (role: Role): number => weights[role] ?? 1;

/** Which ids an outer column keeps, strongest first by the lines they have, and which go beyond. */
export function limitColumns(
  columns: Columns,
  links: readonly ColumnLink[],
): { kept: Columns; beyond: Pick<Columns, "elsewhere" | "ties"> } {
  const strength = new Map<string, number>();
  for (const { source, target, role } of links) {
    for (const id of [source, target]) strength.set(id, (strength.get(id) ?? 0) + weightOf(role));
  }
  const capacity = Math.max(outerRows, columns.people.length);
  const ranked = (ids: readonly string[]) =>
    [...ids].sort((a, b) => (strength.get(b) ?? 0) - (strength.get(a) ?? 0) || (a < b ? -1 : 1));
  const elsewhere = ranked(columns.elsewhere);
  const ties = ranked(columns.ties);
  return {
    kept: { ...columns, elsewhere: elsewhere.slice(0, capacity), ties: ties.slice(0, capacity) },
    beyond: { elsewhere: elsewhere.slice(capacity), ties: ties.slice(capacity) },
  };
}

/** Which columns a line may join: those beside each other, and people with any before them; the rest jump the people. */
export function isDrawnBetween(one: ColumnName, other: ColumnName): boolean {
  const [left, right] = [columnNames.indexOf(one), columnNames.indexOf(other)].sort((a, b) => a - b);
  return (right ?? 0) - (left ?? 0) <= 1 || (left === 0 && right === 2);
}

/** Each id's column. */
export function columnsById(columns: Columns): Map<string, ColumnName> {
  return new Map(columnNames.flatMap((name) => columns[name].map((id) => [id, name] as const)));
}

/** The stage, and what takes room on it: label widths by id and the free bands above and below the rows. */
export interface ColumnStage {
  width: number;
  height: number;
  top: number;
  bottom: number;
  /** Only origins, people and destinations, for a narrow stage. */
  folded: boolean;
  /** Names of the outer of these stand above their marks. */
  namesAbove: boolean;
  /** The least height of a row; the columns grow taller than the stage where there are too many. */
  leastRow: number;
  labelWidth: (id: string) => number;
  radius: (id: string) => number;
}

/** The least distance between marks that have their names above them. */
const namedAboveDistance = 48;

/** Positions in stage pixels of everything in the columns. */
export function placeColumns(
  columns: Columns,
  rows: ColumnRows,
  stage: ColumnStage,
): Map<string, { x: number; y: number }> {
  const x = columnPositions(columns, rows, stage);
  const room = Math.max(stage.height - stage.top - stage.bottom, 1);
  const height = Math.max(room, heightNeeded(columns, rows, stage));
  const placed = new Map<string, { x: number; y: number }>();
  for (const name of columnNames) {
    const ids = columns[name].filter((id) => rows.height.has(id));
    ids.sort((a, b) => (rows.height.get(a) ?? 0) - (rows.height.get(b) ?? 0) || (a < b ? -1 : 1));
    const wanted = ids.map((id) => rows.height.get(id) ?? 0);
    const heights = stage.namesAbove && name !== "people" ? keepApart(wanted, namedAboveDistance / height) : wanted;
    for (const [i, id] of ids.entries()) placed.set(id, { x: x[name], y: stage.top + (heights[i] ?? 0) * height });
  }
  for (const name of columnNames) {
    const foot = stage.top + height;
    for (const [i, id] of (rows.beyond[name] ?? []).entries()) {
      placed.set(id, { x: x[name], y: foot + (i + 1) * Math.max(stage.leastRow, 20) });
    }
  }
  return placed;
}

function heightNeeded(columns: Columns, { rows }: ColumnRows, { folded, namesAbove, leastRow }: ColumnStage): number {
  if (!folded) return leastRow * Math.max(...columnNames.map((name) => rows[name]));
  const named = namesAbove ? namedAboveDistance * (columns.destinations.length - 1) : leastRow * rows.destinations;
  return Math.max(leastRow * rows.people, named);
}

/** Only here does text count: the outer columns leave room for their widest names, the rest is shared out. */
export function columnPositions(columns: Columns, rows: ColumnRows, stage: ColumnStage): Record<ColumnName, number> {
  const widest = (name: ColumnName) =>
    Math.max(0, ...columns[name].filter((id) => rows.height.has(id)).map((id) => stage.labelWidth(id)));
  if (stage.folded) return foldedPositions(columns, widest, stage);
  const first = widest("elsewhere") + 42;
  const last = stage.width - widest("ties") - 38;
  const people = widest("people");
  const free = Math.max(last - first - people, 0);
  const gaps = [0.25 * free, 0.29 * free, 0.25 * free, 0.21 * free] as const;
  const missing = Math.max(0, widest("destinations") + 56 - gaps[3]);
  const taken = (share: number) => share - (missing * share) / Math.max(free - gaps[3], 1);
  const origins = first + taken(gaps[0]);
  const person = origins + taken(gaps[1]);
  return { elsewhere: first, origins, people: person, destinations: person + people + taken(gaps[2]), ties: last };
}

/** Three columns for a narrow stage; the folded ones wait beside it, where the camera can go. */
function foldedPositions(
  columns: Columns,
  widest: (name: ColumnName) => number,
  stage: ColumnStage,
): Record<ColumnName, number> {
  const radius = (name: ColumnName) => Math.max(6, ...columns[name].map((id) => stage.radius(id)));
  const origins = Math.max(widest("origins") / 2, radius("origins")) + (stage.namesAbove ? 12 : 28);
  const beside = stage.namesAbove ? 18 : widest("destinations") + 30;
  const destinations = stage.width - radius("destinations") - beside;
  const free = Math.max(destinations - origins - widest("people"), 0);
  const people = Math.max(origins + 0.48 * free, origins + radius("origins") + 24);
  return { elsewhere: -24, origins, people, destinations, ties: stage.width + 24 };
}
