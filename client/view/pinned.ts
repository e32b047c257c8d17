/** Which nodes stay where they were put. Pure. */
import { changesOf } from "./graph-changes.ts";
import type { ExplorerGraph } from "./graph.ts";

const known = new WeakMap<ExplorerGraph, { changes: number; ids: readonly string[] }>();

/** The ids of pinned nodes, hidden ones too; the same list as long as no node has changed. */
export function pinnedIn(graph: ExplorerGraph): readonly string[] {
  const { nodes } = changesOf(graph);
  const before = known.get(graph);
  if (before?.changes === nodes) return before.ids;
  const ids = graph.filterNodes((_, { pinned }) => pinned);
  known.set(graph, { changes: nodes, ids });
  return ids;
}
