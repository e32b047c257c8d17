/** Some nodes drawn anew with their lines alone, none of which begins or ends to be. */
import type { ExplorerGraph } from "../view/graph.ts";
import type { Renderer } from "./projection.ts";

export function refreshNodes(sigma: Renderer, graph: ExplorerGraph, nodes: string[], schedule = false): void {
  const edges = [...new Set(nodes.flatMap((id) => graph.edges(id)))];
  sigma.refresh({ partialGraph: { nodes, edges }, skipIndexation: true, schedule });
}
