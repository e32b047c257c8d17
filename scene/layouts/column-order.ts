/** The order of rows in columns: seeded starts, barycenter sweeps, exchanges of neighbors; the best is kept. */
import { seededRandom, shuffled } from "../random.ts";
import { clearOrigins, columnNumber, groupPeople, neighborHeight, spreadColumns } from "./column-rows.ts";
import { type ColumnGraph, countCrossings, crossingsBetween } from "./crossings.ts";

const mostStarts = 14;
const sweeps = 24;
/** How much of its own height a row keeps in a sweep. */
const inertia = 0.3;
/** Line pairs that the search may look at, whatever the size: some 100 ms. */
const budget = 1_600_000;

/** The height of every node, 0 at the top and 1 at the foot, by the node's number. */
export function findHeights(graph: ColumnGraph): Float64Array {
  const pairs = Math.max(1, (graph.lines.length * graph.lines.length) / 2);
  const starts = Math.min(mostStarts, Math.max(3, Math.floor(budget / 2 / pairs)));
  let best: { y: Float64Array; cost: number } | undefined;
  for (let start = 0; start < starts; start++) {
    const y = arrangeFrom(graph, start);
    const cost = costOf(graph, y);
    if (!best || cost < best.cost) best = { y, cost };
  }
  const found = best ?? { y: new Float64Array(graph.column.length), cost: 0 };
  const y = exchangeDestinations(graph, found, Math.floor(budget / 2 / pairs));
  largerOriginOnTop(graph, y);
  clearOrigins(graph, y);
  return y;
}

function arrangeFrom(graph: ColumnGraph, start: number): Float64Array {
  const y = new Float64Array(graph.column.length);
  const random = seededRandom(start + 1);
  for (const members of graph.members) giveRanks(shuffled(members, random), y);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const columns = sweep % 2 === 0 ? graph.members : [...graph.members].reverse();
    for (const members of columns) sweepColumn(graph, members, y);
  }
  exchangeNeighbors(graph, y);
  largerOriginOnTop(graph, y);
  settle(graph, y);
  return y;
}

function giveRanks(order: readonly number[], y: Float64Array): void {
  for (const [rank, node] of order.entries()) y[node] = (rank + 0.5) / order.length;
}

function sweepColumn(graph: ColumnGraph, members: readonly number[], y: Float64Array): void {
  const wanted = new Map(
    members.map((node) => {
      const own = y[node] ?? 0;
      const theirs = neighborHeight(graph, y, node);
      return [node, theirs === undefined ? own : inertia * own + (1 - inertia) * theirs];
    }),
  );
  giveRanks(
    [...members].sort((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0) || a - b),
    y,
  );
}

/** Exchanges neighboring rows while that leaves fewer crossings. */
function exchangeNeighbors(graph: ColumnGraph, y: Float64Array): void {
  for (let pass = 0; pass < 6; pass++) {
    let improved = false;
    for (const members of graph.members) {
      const order = [...members].sort((a, b) => (y[a] ?? 0) - (y[b] ?? 0));
      for (let i = 0; i + 1 < order.length; i++) {
        const [upper = 0, lower = 0] = [order[i], order[i + 1]];
        const before = crossingsBetween(graph, y, upper, lower);
        exchange(y, upper, lower);
        if (crossingsBetween(graph, y, upper, lower) < before) {
          [order[i], order[i + 1]] = [lower, upper];
          improved = true;
        } else exchange(y, upper, lower);
      }
    }
    if (!improved) return;
  }
}

function exchange(y: Float64Array, one: number, other: number): void {
  [y[one], y[other]] = [y[other] ?? 0, y[one] ?? 0];
}

/** Turns the drawing upside down where the origin with more lines would stand below. */
function largerOriginOnTop(graph: ColumnGraph, y: Float64Array): void {
  const origins = graph.members[columnNumber.origins] ?? [];
  const lines = (node: number) => graph.linesAt[node]?.length ?? 0;
  const largest = [...origins].sort((a, b) => lines(b) - lines(a) || a - b)[0];
  if (largest === undefined || origins.length < 2) return;
  const mean = origins.reduce((sum, node) => sum + (y[node] ?? 0), 0) / origins.length;
  if ((y[largest] ?? 0) <= mean) return;
  for (let node = 0; node < y.length; node++) y[node] = 1 - (y[node] ?? 0);
}

/** People by destination, the rest beside their neighbors; twice, as the destinations follow their people. */
function settle(graph: ColumnGraph, y: Float64Array): void {
  for (let i = 0; i < 2; i++) {
    groupPeople(graph, y);
    spreadColumns(graph, y);
  }
  groupPeople(graph, y);
}

/** Fewer crossings first; between equals, shorter ways up and down. */
function costOf(graph: ColumnGraph, y: Float64Array): number {
  let rise = 0;
  for (const { from, to, weight } of graph.lines) rise += weight * Math.abs((y[from] ?? 0) - (y[to] ?? 0));
  return countCrossings(graph, y) + 0.5 * rise;
}

/** Tries every exchange of neighboring destinations with their people behind them, while the budget lasts. */
function exchangeDestinations(
  graph: ColumnGraph,
  start: { y: Float64Array; cost: number },
  tries: number,
): Float64Array {
  let best = start;
  const destinations = graph.members[columnNumber.destinations] ?? [];
  for (let left = Math.min(tries, 60), improved = true; improved && left > 0;) {
    improved = false;
    const order = [...destinations].sort((a, b) => (best.y[a] ?? 0) - (best.y[b] ?? 0));
    for (let i = 0; i + 1 < order.length && left > 0; i++, left--) {
      const y = best.y.slice();
      exchange(y, order[i] ?? 0, order[i + 1] ?? 0);
      settle(graph, y);
      const cost = costOf(graph, y);
      if (cost < best.cost - 1e-9) {
        best = { y, cost };
        improved = true;
      }
    }
  }
  return best.y;
}
