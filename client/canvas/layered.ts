/** What the layered drawing needs to know of the graph on screen: order of generations, years, room for names. Pure. */
import { type Descent, descentsOf, isDescent, yearsOf } from "../../scene/layouts/generations.ts";
import type { LayeredInput } from "../../scene/layouts/layered.ts";
import type { Point } from "../../scene/geometry.ts";
import { isDerived, nameOf } from "../../schema/graph.ts";
import type { ExplorerGraph } from "../view/graph.ts";
import type { ExplorerState } from "../store.ts";
import { isLayered } from "../view/question-view.ts";
import { yearTail } from "./names.ts";
import { boxesOf, stageOf } from "./node-boxes.ts";
import { textKindOf } from "./node-style.ts";
import { type Measure, stageScale } from "./text.ts";

const relationshipsOf = (graph: ExplorerGraph) => graph.mapEdges((_id, { relationship }) => relationship);

/** The year that stands beside a name in layers, by node; empty in other drawings. */
export function shownYears(state: ExplorerState, graph: ExplorerGraph): ReadonlyMap<string, number> {
  return isLayered(state) ? yearsOf(relationshipsOf(graph), state.vocabulary) : new Map();
}

/** `yes` where all lines tell who or what came of whom; else layers are in order, but no generations. */
export const areGenerations = ({ vocabulary }: ExplorerState, graph: ExplorerGraph): "yes" | "no" =>
  graph.everyEdge((_id, { relationship }) => isDerived(relationship) || isDescent(relationship.type, vocabulary))
    ? "yes"
    : "no";

export function layeredInput(
  state: ExplorerState,
  graph: ExplorerGraph,
  measure: Measure,
  fixed: Readonly<Record<string, Point>>,
): LayeredInput {
  const scale = stageScale(stageOf(state));
  const relationships = relationshipsOf(graph);
  const descents: Descent[] = descentsOf(relationships, state.vocabulary);
  const years = yearsOf(relationships, state.vocabulary);
  return {
    nodes: graph.mapNodes((id, { node }) => {
      const { whole } = boxesOf(state, graph, id, measure);
      const year = years.get(id);
      if (year === undefined) return { id, box: whole, name: nameOf(node, "en").text };
      const width = scale * measure(yearTail(year) ?? "", textKindOf(state, graph, id), state.language);
      return { id, box: { ...whole, right: whole.right + width }, year, name: nameOf(node, "en").text };
    }),
    descents,
    fixed,
    ...stageOf(state),
    row: 24 * scale,
    gap: 64 * scale,
  };
}
