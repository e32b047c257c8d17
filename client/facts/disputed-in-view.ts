/** What of the drawing sources disagree about. Pure. */
import type { ExplorerState } from "../store.ts";
import type { ExplorerGraph } from "../view/graph.ts";
import { drawnAs, visibleNodes, visibleRelationships } from "../view/visibility.ts";
import { disputed } from "./disagreements.ts";

export interface Marked {
  nodes: string[];
  /** Ids of lines, each with a disputed relationship that it stands for. */
  lines: Map<string, string>;
}

/** What is drawn, dimmed or not, on which sources disagree: names and lines that carry a mark of it. */
export function disputedInView(state: ExplorerState, graph: ExplorerGraph): Marked {
  const lines = new Map<string, string>();
  if (state.disagreements === null) return { nodes: [], lines };
  const all = disputed(state.disagreements);
  const [nodes, drawn] = [visibleNodes(state, graph), visibleRelationships(state, graph)];
  for (const id of all.relationships) {
    const line = graph.hasEdge(id) ? drawnAs(state, graph, id) : id;
    if (drawn.has(line) && !lines.has(line)) lines.set(line, id);
  }
  return { nodes: [...all.nodes].filter((id) => nodes.has(id)), lines };
}
