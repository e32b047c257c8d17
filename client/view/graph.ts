/** The graph on screen: a graphology graph whose positions are stage pixels, x to the right and y downward. */
import { MultiDirectedGraph } from "graphology";
import type { GraphNode, GraphRelationship, Subgraph } from "../../schema/graph.ts";
import type { Guides } from "../../schema/guides.ts";
import type { Target } from "../choices.ts";

export interface NodeAttributes {
  node: GraphNode;
  /** Stage pixels at the box's own size; meaningless until `placed`. */
  x: number;
  y: number;
  placed: boolean;
  /** Dragged by hand: layouts leave it where it is. */
  pinned: boolean;
}

export interface EdgeAttributes {
  relationship: GraphRelationship;
}

interface GraphAttributes {
  /** What the layout drew behind the nodes; they belong to their places. */
  guides?: Guides | null;
  /** Whether several nodes are drawn as one. */
  hasGroups?: boolean;
}

export type ExplorerGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>;

export function createGraph(): ExplorerGraph {
  return new MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>();
}

export const isOnScreen = (graph: ExplorerGraph, target: Target | null): target is Target =>
  target !== null && (target.kind === "node" ? graph.hasNode(target.id) : graph.hasEdge(target.id));

export const guidesOf = (graph: ExplorerGraph): Guides | null => graph.getAttribute("guides") ?? null;

/**
 * Adds what is not there yet; what is there keeps its place. A relationship becomes an edge here and nowhere else.
 * Gives back the ids of the nodes that are new.
 */
export function mergeSubgraph(graph: ExplorerGraph, subgraph: Subgraph): string[] {
  const added: string[] = [];
  for (const node of subgraph.nodes) {
    if (graph.hasNode(node.id)) continue;
    graph.addNode(node.id, { node, x: 0, y: 0, placed: false, pinned: false });
    added.push(node.id);
  }
  for (const relationship of subgraph.relationships) {
    const { id, start, end } = relationship;
    if (!graph.hasEdge(id) && graph.hasNode(start) && graph.hasNode(end)) {
      graph.addDirectedEdgeWithKey(id, start, end, { relationship });
    }
  }
  return added;
}

/** Takes nodes away, with their relationships. */
export function dropNodes(graph: ExplorerGraph, ids: Iterable<string>): void {
  for (const id of ids) if (graph.hasNode(id)) graph.dropNode(id);
}
