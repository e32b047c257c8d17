/** What a place for a newcomer costs: lines crossed, names and marks struck, among what was there and between newcomers. */
import type { Side } from "../captions.ts";
import { type Box, type Point, boxAround, contains, linesCross, overlaps, strikes } from "../geometry.ts";

export interface Newcomer {
  id: string;
  /** Disc and name as one box around the node's center, for each side on which the name may stand. */
  boxes: Readonly<Record<Side, Box>>;
  /** Centers of placed nodes it is joined to, the one that brought it aside. */
  known: readonly Point[];
  /** Ids of other newcomers that it is joined to. */
  peers?: readonly string[];
}

export interface NewcomersInput {
  hub: Point;
  /** Where the hub's own name stands: no line should strike it. */
  hubName: Box | null;
  /** Centers of the hub's neighbors that are placed: newcomers start away from them. */
  neighbors: readonly Point[];
  /** Boxes of placed discs with their labels. */
  taken: readonly Box[];
  /** Boxes of the placed discs alone: no line should pass through one. */
  marks: readonly Box[];
  /** Lines that are drawn, end to end. */
  lines: readonly (readonly [Point, Point])[];
  stage: Box;
  /** How much farther out than usual the rings lie, where there is room for words on the lines. */
  spread?: number;
  newcomers: readonly Newcomer[];
}

export const clearance = 3;

/** What a slot costs: for each line crossed, each name and mark that a line strikes. */
export const costs = { crossing: 6, name: 30, mark: 40, hubName: 30, outside: 150 } as const;

export type Line = readonly [Point, Point];

/** A newcomer on a slot: what it covers, and its lines, the one to the hub first, then to what was there, then to others. */
export interface Seat {
  slot: Point;
  side: Side;
  box: Box;
  mark: Box;
  lines: readonly Line[];
}

/** A line with its box, so that most are told apart by that alone. */
export interface Boxed {
  line: Line;
  box: Box;
}

const boxed = (line: Line): Boxed => ({
  line,
  box: {
    left: Math.min(line[0].x, line[1].x),
    right: Math.max(line[0].x, line[1].x),
    top: Math.min(line[0].y, line[1].y),
    bottom: Math.max(line[0].y, line[1].y),
  },
});

export interface Ground extends Pick<NewcomersInput, "hub" | "hubName" | "taken" | "marks" | "stage"> {
  lines: readonly Boxed[];
}

/** Names reach so far beyond the outermost ring. */
const nameReach = 220;

/** What was there before, as far as the rings reach. */
export function groundAround({ hub, hubName, taken, marks, lines, stage }: NewcomersInput, reach: number): Ground {
  const near = boxAround(hub, 2 * (reach + nameReach), 2 * (reach + nameReach));
  return {
    hub,
    hubName,
    stage,
    taken: taken.filter((box) => overlaps(box, near)),
    marks: marks.filter((box) => overlaps(box, near)),
    lines: lines.map(boxed).filter(({ box }) => overlaps(box, near, 1)),
  };
}

/** Of the lines to what was there. */
export const costOfKnown = (slot: Point, known: readonly Point[], ground: Ground): number =>
  known.reduce(
    (sum, end) => sum + 0.05 * Math.hypot(end.x - slot.x, end.y - slot.y) + costOfLine([slot, end], ground),
    0,
  );

/** Infinity where something stands there. */
export function costOfBox(box: Box, { taken, stage, lines }: Ground): number {
  if (taken.some((other) => overlaps(box, other, clearance))) return Infinity;
  const isOutside =
    box.left < stage.left || box.right > stage.right || box.top < stage.top || box.bottom > stage.bottom;
  let cost: number = isOutside ? costs.outside : 0;
  for (const other of lines) if (overlaps(other.box, box, 1) && strikes(...other.line, box)) cost += costs.name;
  return cost;
}

/** What a line costs among what was there before. */
export function costOfLine(line: Line, { lines, taken, marks }: Ground): number {
  const own = boxed(line);
  let cost = 0;
  for (const other of lines)
    if (overlaps(own.box, other.box, 1) && linesCross(line, other.line)) cost += costs.crossing;
  for (const box of taken) if (overlaps(own.box, box, 1) && strikesBetween(line, box)) cost += costs.name;
  for (const box of marks) if (overlaps(own.box, box, 1) && strikesBetween(line, box)) cost += costs.mark;
  return cost;
}

/** What two newcomers cost each other. */
export function costBetween(one: Seat, other: Seat): number {
  let cost = 0;
  for (const line of one.lines) {
    for (const theirs of other.lines) if (linesCross(line, theirs)) cost += costs.crossing;
    cost += costOfStriking(line, other);
  }
  for (const line of other.lines) cost += costOfStriking(line, one);
  return cost;
}

function costOfStriking(line: Line, { mark, box }: Seat): number {
  if (strikesBetween(line, mark)) return costs.mark;
  return strikesBetween(line, box) ? costs.name : 0;
}

/** Whether a line strikes a label on its way; the boxes at its own ends do not count. */
function strikesBetween([from, to]: Line, box: Box): boolean {
  return !contains(box, from) && !contains(box, to) && strikes(from, to, box);
}
