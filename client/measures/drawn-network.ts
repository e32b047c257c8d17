/** The network that measures are of: what is drawn, with filters and time applied. Pure. */
import type { MeasuredNetwork } from "../../scene/network-measures.ts";
import type { ExplorerGraph } from "../graph.ts";
import { opened } from "../groups.ts";
import { type ExplorerState, type Style, measuredBy } from "../store.ts";
import { visibleNodes, visibleRelationships } from "../visibility.ts";

/** What a selection draws in passing is no part of it; groups are measured as their members. */
export function drawnNetwork(state: ExplorerState, shown: ExplorerGraph): MeasuredNetwork {
  const graph = opened(shown);
  const rest = { ...state, selected: null };
  const nodes = visibleNodes(rest, graph);
  const lines = [...visibleRelationships(rest, graph, nodes)];
  return { nodes: [...nodes], links: lines.map((id) => [graph.source(id), graph.target(id)] as const) };
}

const measured: ReadonlySet<string | null> = new Set([...measuredBy, "community"]);

/** Whether sizes or colors show a measure of the network. */
export const showsMeasures = ({ nodeColor, nodeSize }: Style): boolean =>
  measured.has(nodeColor) || measured.has(nodeSize);
