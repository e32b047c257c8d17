/** What an expansion would bring: the server's counts, less what is on screen. */
import type { NeighborCount, NeighborCounts } from "../schema/api.ts";
import { mainLabel } from "../schema/graph.ts";
import type { ExplorerGraph } from "./graph.ts";

export interface ExpansionRow extends NeighborCount {
  /** How many of these neighbors are not on screen. */
  fresh: number;
}

const isShown = (graph: ExplorerGraph, hidden: ReadonlySet<string>, id: string) => graph.hasNode(id) && !hidden.has(id);

/** How many neighbors of any kind are not on screen. */
export function countFresh(
  graph: ExplorerGraph,
  hidden: ReadonlySet<string>,
  id: string,
  counts: NeighborCounts,
): number {
  if (!graph.hasNode(id)) return counts.total;
  const shown = graph.neighbors(id).filter((neighbor) => neighbor !== id && isShown(graph, hidden, neighbor));
  return Math.max(0, counts.total - shown.length);
}

function countShown(graph: ExplorerGraph, hidden: ReadonlySet<string>, id: string, row: NeighborCount): number {
  if (!graph.hasNode(id)) return 0;
  const shown = new Set<string>();
  const look = row.direction === "out" ? graph.forEachOutEdge.bind(graph) : graph.forEachInEdge.bind(graph);
  look(id, (_edge, { relationship }, start, end) => {
    const neighbor = row.direction === "out" ? end : start;
    const fits = relationship.type === row.type && isShown(graph, hidden, neighbor);
    if (fits && mainLabel(graph.getNodeAttribute(neighbor, "node")) === row.label) shown.add(neighbor);
  });
  return shown.size;
}

/** A row for each type, direction and label; those that would bring something first. */
export function expansionRows(
  graph: ExplorerGraph,
  hidden: ReadonlySet<string>,
  id: string,
  counts: NeighborCounts,
): ExpansionRow[] {
  return counts.counts
    .map((row) => ({ ...row, fresh: Math.max(0, row.neighbors - countShown(graph, hidden, id, row)) }))
    .sort((a, b) => b.fresh - a.fresh || b.neighbors - a.neighbors);
}
