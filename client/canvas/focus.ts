/** What stands out while something is under the pointer, on a path or selected; the rest is dimmed. Pure. */
import type { ExplorerGraph } from "../view/graph.ts";
import { foldedIn, lineStandIn, standIn } from "../view/groups.ts";
import { drawnAs, standFor } from "../view/visibility.ts";
import { type ExplorerState, type Selection, type Target, selectionOf } from "../store.ts";

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
  const isOnPath = (id: string) =>
    path !== null && (path.nodes.has(id) || standFor(state, graph, [id]).some((each) => path.relationships.has(each)));
  if (hovered && isOnPath(hovered.id)) return path;
  const pointed = state.hovered && egoOf(standing(state, graph, state.hovered), graph, drawn);
  if (pointed) return pointed;
  if (state.path) return state.path;
  const selection = selectionOf(state);
  if (selection === null || state.selected === null) return null;
  return selection.ids.size > 1
    ? sharedOf(allStanding(state, graph, selection), graph, drawn)
    : egoOf(standing(state, graph, state.selected), graph, drawn);
}

/** What is drawn as part of a group, a bundle or a line for several is that. */
const standing = (state: ExplorerState, graph: ExplorerGraph, target: Target): Target =>
  target.kind === "node"
    ? { kind: "node", id: standIn(graph, target.id) }
    : { kind: "relationship", id: drawnAs(state, graph, lineStandIn(graph, target.id)) };

function allStanding(state: ExplorerState, graph: ExplorerGraph, selection: Selection): Selection {
  if (selection.kind === "relationship")
    return { ...selection, ids: new Set([...selection.ids].map((id) => drawnAs(state, graph, id))) };
  const folded = foldedIn(graph);
  return { ...selection, ids: new Set([...selection.ids].map((id) => folded.get(id) ?? id)) };
}

/** Several nodes with what they share: the lines among them, and the neighbors that more than one of them has. */
function sharedOf({ kind, ids }: Selection, graph: ExplorerGraph, drawn: Drawn): Focus {
  const nodes = new Set<string>();
  const relationships = new Set<string>();
  if (kind === "relationship") {
    for (const id of ids) {
      if (!drawn.relationships.has(id)) continue;
      relationships.add(id);
      for (const end of graph.extremities(id)) nodes.add(end);
    }
    return { nodes, relationships };
  }
  const known = new Map<string, string>();
  const shared = new Set<string>();
  for (const id of ids) {
    if (!drawn.nodes.has(id)) continue;
    nodes.add(id);
    graph.forEachEdge(id, (line, _attributes, source, target) => {
      if (!drawn.relationships.has(line)) return;
      const other = source === id ? target : source;
      if (ids.has(other)) relationships.add(line);
      else if ((known.get(other) ?? id) === id) known.set(other, id);
      else shared.add(other);
    });
  }
  for (const id of shared) {
    nodes.add(id);
    graph.forEachEdge(id, (line, _attributes, source, target) => {
      if (drawn.relationships.has(line) && ids.has(source === id ? target : source)) relationships.add(line);
    });
  }
  return { nodes, relationships };
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
