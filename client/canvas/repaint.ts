/** Among thousands, only what looks otherwise than it is drawn is worked out by Sigma anew. */
import type { DrawnLooks, EdgeDrawn, NodeDrawn } from "./drawn-looks.ts";
import type { ExplorerGraph } from "../view/graph.ts";
import type { Renderer } from "./projection.ts";
import type { Reducers } from "./reducers.ts";

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
 * Draws what has changed of straight lines and their nodes, all of which stay where they are; where something lies above
 * others that it lay under, or is larger, Sigma puts all in order again, asking for the looks of none. False, with
 * nothing done, where something is new.
 */
export function repaint(sigma: Renderer, graph: ExplorerGraph, reducers: Reducers, drawn: DrawnLooks): boolean {
  const [nodes, edges] = [new Map<string, NodeDrawn>(), new Map<string, EdgeDrawn>()];
  let isInOrder = true;
  for (const id of graph.nodes()) {
    const before = drawn.nodes.get(id);
    if (before === undefined) return false;
    const now = reducers.node(id);
    const isPlaced = before.size === now.size && isAlikePlaced(before, now);
    isInOrder &&= isPlaced;
    if (!isPlaced || !isNodeAlike(before, now)) nodes.set(id, now);
  }
  for (const id of graph.edges()) {
    const before = drawn.edges.get(id);
    if (before === undefined) return false;
    const now = reducers.edge(id);
    if (before === now) continue;
    const isPlaced = isAlikePlaced(before, now);
    isInOrder &&= isPlaced;
    if (!isPlaced || !isEdgeAlike(before, now)) edges.set(id, now);
  }
  const partialGraph = { nodes: [...nodes.keys()], edges: [...edges.keys()] };
  drawn.giving({ nodes, edges }, () => sigma.refresh({ partialGraph, skipIndexation: isInOrder }));
  return true;
}
