/** The graph on screen: a graphology graph whose positions are stage pixels, x to the right and y downward. */
import { MultiDirectedGraph } from "graphology";
import type { GraphNode, GraphRelationship } from "../schema/graph.ts";

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

export type ExplorerGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes>;

export function createGraph(): ExplorerGraph {
  return new MultiDirectedGraph<NodeAttributes, EdgeAttributes>();
}
