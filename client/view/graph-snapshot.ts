/** What is on screen as plain values, enough to put it back exactly. Snapshots share what has not changed between them. */
import type { GraphRelationship } from "../../schema/graph.ts";
import type { Guides } from "../../schema/guides.ts";
import { type ExplorerGraph, type NodeAttributes, guidesOf, mergeSubgraph } from "./graph.ts";
import { type Changes, changesOf } from "./graph-changes.ts";

/** Never changed once taken. */
export interface GraphSnapshot {
  nodes: ReadonlyMap<string, Readonly<NodeAttributes>>;
  relationships: ReadonlyMap<string, GraphRelationship>;
  guides: Guides | null;
}

/** After which changes of which graph each snapshot showed it. */
const taken = new WeakMap<GraphSnapshot, Pick<Changes, "nodes" | "relationships"> & { graph: ExplorerGraph }>();

const isSame = (a: NodeAttributes, b: NodeAttributes): boolean =>
  a.x === b.x && a.y === b.y && a.placed === b.placed && a.pinned === b.pinned && a.node === b.node;

/** The graph as it is; shares with the snapshot before it what is the same. */
export function snapshotGraph(graph: ExplorerGraph, before?: GraphSnapshot): GraphSnapshot {
  const { nodes, relationships } = changesOf(graph);
  const mark = before && taken.get(before);
  const isOfThis = mark?.graph === graph;
  const guides = guidesOf(graph);
  const sameNodes = isOfThis && mark.nodes === nodes ? before?.nodes : undefined;
  const sameRelationships = isOfThis && mark.relationships === relationships ? before?.relationships : undefined;
  if (before && sameNodes && sameRelationships && before.guides === guides) return before;
  const copy = (id: string, attributes: NodeAttributes): [string, Readonly<NodeAttributes>] => {
    const known = before?.nodes.get(id);
    return [id, known && isSame(known, attributes) ? known : { ...attributes }];
  };
  const snapshot = {
    nodes: sameNodes ?? new Map(graph.mapNodes(copy)),
    relationships: sameRelationships ?? new Map(graph.mapEdges((id, { relationship }) => [id, relationship])),
    guides,
  };
  taken.set(snapshot, { graph, nodes, relationships });
  return snapshot;
}

/** Puts a snapshot back with the fewest changes, so that what stays is not redrawn from nothing. */
export function restoreGraph(graph: ExplorerGraph, snapshot: GraphSnapshot): void {
  const mark = taken.get(snapshot);
  const { nodes, relationships } = changesOf(graph);
  if (guidesOf(graph) !== snapshot.guides) graph.setAttribute("guides", snapshot.guides);
  if (mark?.graph === graph && mark.nodes === nodes && mark.relationships === relationships) return;
  graph.setAttribute(
    "hasGroups",
    [...snapshot.nodes.keys()].some((id) => id.startsWith("group:")),
  );
  // A bundle of one name may stand for other relationships.
  const isSameLine = (id: string) =>
    id.startsWith("bundle:")
      ? snapshot.relationships.get(id) === graph.getEdgeAttribute(id, "relationship")
      : snapshot.relationships.has(id);
  for (const id of graph.edges()) if (!isSameLine(id)) graph.dropEdge(id);
  for (const id of graph.nodes()) if (!snapshot.nodes.has(id)) graph.dropNode(id);
  for (const [id, attributes] of snapshot.nodes) {
    // graphology keeps the very object of a new node, and the snapshot must not change with it.
    if (!graph.hasNode(id)) graph.addNode(id, { ...attributes });
    else if (!isSame(graph.getNodeAttributes(id), attributes)) graph.mergeNodeAttributes(id, attributes);
  }
  mergeSubgraph(graph, { nodes: [], relationships: [...snapshot.relationships.values()] });
}
