/** Which drawn relationships join nodes to each other. Pure. */
import type { ExplorerState } from "../store.ts";
import type { ExplorerGraph } from "./graph.ts";
import { isBundle } from "./groups.ts";
import { isDerived } from "../../schema/graph.ts";
import { drawnAs, visibleRelationships } from "./visibility.ts";

/** The ids of the relationships that are drawn from one of these nodes to another, in order of id; no bundles. */
export function linesAmong(ids: readonly string[], state: ExplorerState, graph: ExplorerGraph): string[] {
  const among = new Set(ids);
  const drawn = visibleRelationships(state, graph);
  const own = ids.flatMap((id) => graph.filterOutEdges(id, (line, _, from, to) => among.has(from) && among.has(to)));
  const told = (id: string) => !isBundle(id) && !isDerived(graph.getEdgeAttribute(id, "relationship"));
  return [...new Set(own)].filter((id) => told(id) && drawn.has(drawnAs(state, graph, id))).toSorted();
}
