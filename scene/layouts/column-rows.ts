/** Heights of the rows: people in groups by what they founded, the other columns as near their neighbors as they fit. */
import type { ColumnGraph, ColumnLine } from "./crossings.ts";

/** Columns by number, left to right. */
export const columnNumber = { elsewhere: 0, origins: 1, people: 2, destinations: 3, ties: 4 } as const;

/** Heights are shares of this many pixels; what a row needs is fixed, so that text never decides an order. */
const referenceHeight = 640;
const leastDistance = [24, 72, 24, 36, 24].map((pixels) => pixels / referenceHeight);
/** Outer columns with room to spare stand wider, up to this, so that their lines part early. */
const easyDistance = 34 / referenceHeight;
/** The most that lies between two people: a short list stays a list. */
const mostBetweenPeople = 44 / referenceHeight;
/** A step between two groups of people, where one between two people is 1. */
const groupStep = 1.55;
/** How little a line within a column draws its ends together. */
const sameColumn = 0.4;

/** The mean height of a node's neighbors, by weight; undefined where it has none in the columns asked about. */
export function neighborHeight(
  graph: ColumnGraph,
  y: Float64Array,
  node: number,
  counts: (column: number) => boolean = () => true,
): number | undefined {
  let sum = 0;
  let total = 0;
  for (const line of graph.linesAt[node] ?? []) {
    const { from, to, weight } = graph.lines[line] as ColumnLine;
    const other = from === node ? to : from;
    if (!counts(graph.column[other] ?? 0)) continue;
    const pull = graph.column[other] === graph.column[node] ? weight * sameColumn : weight;
    sum += pull * (y[other] ?? 0);
    total += pull;
  }
  return total === 0 ? undefined : sum / total;
}

/** The destination that a person stands with: the one they founded before the one they joined, the higher one first. */
function mainDestination(graph: ColumnGraph, y: Float64Array, person: number): number | undefined {
  let best: { node: number; weight: number } | undefined;
  for (const line of graph.linesAt[person] ?? []) {
    const { from, to, weight } = graph.lines[line] as ColumnLine;
    const node = from === person ? to : from;
    if (graph.column[node] !== columnNumber.destinations) continue;
    const better = !best || weight > best.weight || (weight === best.weight && (y[node] ?? 0) < (y[best.node] ?? 0));
    if (better) best = { node, weight };
  }
  return best?.node;
}

/** Sorts people by destination, then by origin, and gives them even rows with wider steps between groups. */
export function groupPeople(graph: ColumnGraph, y: Float64Array): void {
  const keyed = (graph.members[columnNumber.people] ?? []).map((person) => {
    const destination = mainDestination(graph, y, person);
    return {
      person,
      destination,
      group: destination === undefined ? Infinity : (y[destination] ?? 0),
      toward: neighborHeight(graph, y, person, (column) => column === columnNumber.destinations) ?? 1,
      from: neighborHeight(graph, y, person, (column) => column === columnNumber.origins) ?? 1,
      before: y[person] ?? 0,
    };
  });
  keyed.sort(
    (a, b) =>
      compare(a.group, b.group) ||
      (a.destination ?? -1) - (b.destination ?? -1) ||
      compare(a.toward, b.toward) ||
      compare(a.from, b.from) ||
      compare(a.before, b.before) ||
      a.person - b.person,
  );
  const steps: number[] = [];
  let reached = 0;
  for (const [i, { destination }] of keyed.entries()) {
    if (i > 0) reached += keyed[i - 1]?.destination === destination ? 1 : groupStep;
    steps.push(reached);
  }
  const step = reached === 0 ? 0 : Math.min(1 / reached, mostBetweenPeople);
  const top = (1 - reached * step) / 2;
  for (const [i, { person }] of keyed.entries()) y[person] = top + (steps[i] ?? 0) * step;
}

const compare = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);

/** Draws every column but the people's toward its neighbors, in ten sweeps. */
export function spreadColumns(graph: ColumnGraph, y: Float64Array): void {
  for (let sweep = 0; sweep < 10; sweep++) {
    for (const [column, members] of graph.members.entries()) {
      if (column === columnNumber.people) continue;
      const wanted = members.map((node) => ({ node, at: neighborHeight(graph, y, node) ?? y[node] ?? 0.5 }));
      wanted.sort((a, b) => compare(a.at, b.at) || a.node - b.node);
      const least = leastDistance[column] ?? 0;
      const easy = Math.min(easyDistance, 0.85 / Math.max(members.length - 1, 1));
      const placed = keepApart(
        wanted.map(({ at }) => at),
        Math.max(least, easy),
      );
      for (const [i, { node }] of wanted.entries()) y[node] = placed[i] ?? 0;
    }
  }
}

/** How far along, and up or down, a line from the first column to the people is where it passes the origins. */
const passingShare = 0.44;
/** How far an origin reaches up, with its name, and down; and how far it moves to let a line by. */
const originReach = { up: 50 / referenceHeight, down: 20 / referenceHeight };
const originMoves = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5].map((steps) => (steps * 10) / referenceHeight);

/** Moves each origin a little where that lets lines pass that only go by. */
export function clearOrigins(graph: ColumnGraph, y: Float64Array): void {
  const passing = graph.lines
    .filter(({ left, right }) => left < columnNumber.origins && right > columnNumber.origins)
    .map(({ from, to }) => (y[from] ?? 0) + ((y[to] ?? 0) - (y[from] ?? 0)) * passingShare);
  const origins = graph.members[columnNumber.origins] ?? [];
  for (const origin of origins) {
    const others = origins.filter((other) => other !== origin).map((other) => y[other] ?? 0);
    const cost = (at: number, moved: number) =>
      passing.filter((line) => line > at - originReach.up && line < at + originReach.down).length +
      Math.abs(moved) * 8 +
      (at < 0 || at > 1 || others.some((other) => Math.abs(other - at) < (leastDistance[columnNumber.origins] ?? 0))
        ? 100
        : 0);
    const own = y[origin] ?? 0;
    const best = originMoves.reduce(
      (least, move) => (cost(own + move, move) < cost(own + least, least) ? move : least),
      0,
    );
    y[origin] = own + best;
  }
}

/**
 * The heights nearest to those wanted, which come in order, that lie at least `distance` apart and within 0 … 1:
 * rows that would meet are merged into blocks at their mean. Where the distance does not fit, it shrinks.
 */
export function keepApart(wanted: readonly number[], distance: number): number[] {
  const apart = wanted.length > 1 ? Math.min(distance, 1 / (wanted.length - 1)) : 0;
  const blocks: { sum: number; count: number }[] = [];
  for (const [i, at] of wanted.entries()) {
    let block = { sum: at - i * apart, count: 1 };
    for (let last = blocks.at(-1); last && last.sum / last.count >= block.sum / block.count; last = blocks.at(-1)) {
      block = { sum: last.sum + block.sum, count: last.count + block.count };
      blocks.pop();
    }
    blocks.push(block);
  }
  const room = 1 - (wanted.length - 1) * apart;
  return blocks
    .flatMap(({ sum, count }) =>
      Array.from({ length: count }, () => Math.min(Math.max(sum / count, 0), Math.max(room, 0))),
    )
    .map((start, i) => start + i * apart);
}

/** How many times the least step of a column goes into its height: what its pixels must allow for. */
export function rowsNeeded(members: readonly number[], y: Float64Array): number {
  const heights = members.map((node) => y[node] ?? 0).sort((a, b) => a - b);
  let needed = 0;
  for (let i = 1; i < heights.length; i++) {
    const between = (heights[i] ?? 0) - (heights[i - 1] ?? 0);
    if (between > 1e-9) needed = Math.max(needed, 1 / between);
  }
  return needed;
}
