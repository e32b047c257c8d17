/** What stands out while something is under the pointer, on a path or selected; the rest is dimmed. Pure. */
import type { ExplorerGraph } from "../graph.ts";
import type { ExplorerState, Target } from "../store.ts";

export interface Focus {
  nodes: ReadonlySet<string>;
  relationships: ReadonlySet<string>;
}

interface Drawn {
  nodes: ReadonlySet<string>;
  relationships: ReadonlySet<string>;
}

/** The pointer before the path unless it rests on it, the path before the selection; null when nothing stands out. */
export function focusOf(state: ExplorerState, graph: ExplorerGraph, drawn: Drawn): Focus | null {
  const { hovered, path } = state;
  if (hovered && path && (path.nodes.has(hovered.id) || path.relationships.has(hovered.id))) return path;
  const pointed = state.hovered && egoOf(state.hovered, graph, drawn);
  if (pointed) return pointed;
  if (state.path) return state.path;
  return state.selected && egoOf(state.selected, graph, drawn);
}

/** A node with its neighbors and the lines to them, or a line with its ends; null where it is not drawn. */
function egoOf(target: Target, graph: ExplorerGraph, drawn: Drawn): Focus | null {
  if (target.kind === "relationship") {
    if (!drawn.relationships.has(target.id)) return null;
    return { nodes: new Set(graph.extremities(target.id)), relationships: new Set([target.id]) };
  }
  if (!drawn.nodes.has(target.id)) return null;
  const nodes = new Set([target.id]);
  const relationships = new Set<string>();
  graph.forEachEdge(target.id, (id, _attributes, source, end) => {
    if (!drawn.relationships.has(id)) return;
    relationships.add(id);
    nodes.add(source).add(end);
  });
  return { nodes, relationships };
}
