/** Among thousands, only what looks otherwise than it is drawn is drawn anew: a move of the time changes some of it. */
import type { EdgeDisplayData, NodeDisplayData } from "sigma/types";
import type { ExplorerGraph } from "../view/graph.ts";
import type { EdgeLook } from "./programs/edge.ts";
import type { NodeLook } from "./programs/node.ts";
import type { Renderer } from "./projection.ts";
import type { Reducers } from "./reducers.ts";

type NodeDrawn = Partial<NodeDisplayData & NodeLook>;
type EdgeDrawn = Partial<EdgeDisplayData & EdgeLook>;

/** What keeps its place in what is sent to the graphics processor: its order, its program, and for nodes where lines to them end. */
const isAlikePlaced = (one: EdgeDrawn, other: EdgeDrawn): boolean =>
  one.type === other.type && one.zIndex === other.zIndex;

const isNodeAlike = (one: NodeDrawn, other: NodeDrawn): boolean =>
  one.hidden === other.hidden &&
  one.color === other.color &&
  one.shape === other.shape &&
  one.ring === other.ring &&
  one.background === other.background;

const isEdgeAlike = (one: EdgeDrawn, other: EdgeDrawn): boolean =>
  one.hidden === other.hidden && one.color === other.color && one.size === other.size && one.pattern === other.pattern;

/**
 * Draws what has changed of straight lines and their nodes, all of which stay where they are. False, with nothing done,
 * where all has to be drawn: something is new, larger, or lies above others that it lay under.
 */
export function repaint(sigma: Renderer, graph: ExplorerGraph, reducers: Reducers): boolean {
  const [nodes, edges]: [string[], string[]] = [[], []];
  for (const id of graph.nodes()) {
    const before: NodeDrawn | undefined = sigma.getNodeDisplayData(id);
    const now = reducers.node(id);
    if (before === undefined || before.size !== now.size || !isAlikePlaced(before, now)) return false;
    if (!isNodeAlike(before, now)) nodes.push(id);
  }
  for (const id of graph.edges()) {
    const before: EdgeDrawn | undefined = sigma.getEdgeDisplayData(id);
    const now = reducers.edge(id);
    if (before === undefined || !isAlikePlaced(before, now)) return false;
    if (!isEdgeAlike(before, now)) edges.push(id);
  }
  sigma.refresh({ partialGraph: { nodes, edges }, skipIndexation: true });
  return true;
}
