/** What is on screen as rows of a table. Pure. */
import type { GraphRelationship } from "../../schema/graph.ts";
import { byStrength } from "../../schema/strength.ts";
import type { ExplorerGraph } from "../view/graph.ts";
import { foldedIn } from "../view/groups.ts";
import type { ExplorerState } from "../store.ts";
import { listed } from "../view/visibility.ts";
import type { NodeRow } from "./columns.ts";

export function nodeRows(state: ExplorerState, graph: ExplorerGraph): NodeRow[] {
  const { nodes, relationships } = listed(state, graph);
  const counts = new Map<string, number>();
  for (const id of relationships)
    for (const end of new Set(graph.extremities(id))) counts.set(end, (counts.get(end) ?? 0) + 1);
  const folded = foldedIn(graph);
  const groupOf = (group: string | undefined) =>
    group === undefined ? undefined : graph.getNodeAttribute(group, "node");
  return [...nodes].map((id) => ({
    id,
    node: graph.getNodeAttribute(id, "node"),
    relationships: counts.get(id) ?? 0,
    group: groupOf(folded.get(id)),
  }));
}

/** The strongest ties first, where their types tell that; else in the order of the graph. */
export function relationshipRows(state: ExplorerState, graph: ExplorerGraph): GraphRelationship[] {
  const rows = [...listed(state, graph).relationships].map((id) => graph.getEdgeAttribute(id, "relationship"));
  return rows.sort(byStrength(state.vocabulary?.relationships ?? {}));
}
