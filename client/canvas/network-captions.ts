/** What every line of a small network says, in the middle of each, and what a name that stands alone is there for. Pure. */
import type { ExplorerGraph } from "../view/graph.ts";
import { degreeIn, isBundle } from "../view/groups.ts";
import type { ExplorerState } from "../store.ts";
import { say } from "../strings/strings.ts";
import { isAboutDisagreements, isInColumns } from "../view/question-view.ts";
import type { Appearance } from "./appearance-types.ts";

/** With more lines than these, only those of what is selected speak. */
export const mostLines = 36;

/** Lines that carry words: all that are not dimmed nor a bundle of one, where they are few and do not run between columns. */
export function networkLines(
  state: ExplorerState,
  { relationships, edge }: Pick<Appearance, "relationships" | "edge">,
): string[] | null {
  if (isInColumns(state) || relationships.size === 0 || relationships.size > mostLines) return null;
  return [...relationships].filter((id) => !edge(id).dimmed && !(isBundle(id) && edge(id).count === 1)).sort();
}

/** Of a question about disagreements: a name that no line reaches is there for its figures. */
export function noteOf(state: ExplorerState, graph: ExplorerGraph, id: string): string | null {
  const { answer } = state;
  if (answer === null || isInColumns(state) || !answer.figures["alone"] || degreeIn(graph, id) > 0) return null;
  if (!answer.subgraph.nodes.some((node) => node.id === id)) return null;
  return isAboutDisagreements(answer) ? say(state.language, "rivals.figures") : null;
}
