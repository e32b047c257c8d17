/** Layouts in which a place means something: what they need to know of the graph on screen. Pure; read when first asked for. */
import type { GridInput } from "../../scene/layouts/grid.ts";
import type { LaidNode, Room } from "../../scene/layouts/laid.ts";
import type { RadialInput } from "../../scene/layouts/radial.ts";
import type { RuledJob } from "../../scene/layouts/ruled.ts";
import type { TimelineInput } from "../../scene/layouts/timeline.ts";
import { mainLabel } from "../../schema/graph.ts";
import type { ExplorerGraph } from "../view/graph.ts";
import type { ExplorerState } from "../store.ts";
import { boxesOf, pinnedPoints, stageOf } from "./node-boxes.ts";
import { type Measure, stageScale } from "./text.ts";
import { firstYearsIn } from "./years.ts";

export { layRuled } from "../../scene/layouts/ruled.ts";

/** What is to be laid out, as plain values; null where the layout is none of these. */
export function ruledJob(state: ExplorerState, graph: ExplorerGraph, measure: Measure): RuledJob | null {
  if (state.layout === "grid") return { layout: "grid", input: gridInput(state, graph, measure) };
  if (state.layout === "radial") return { layout: "radial", input: radialInput(state, graph, measure) };
  if (state.layout === "timeline") return { layout: "timeline", input: timelineInput(state, graph, measure) };
  return null;
}

const laidNode = (state: ExplorerState, graph: ExplorerGraph, id: string, measure: Measure): LaidNode => ({
  id,
  box: boxesOf(state, graph, id, measure).whole,
  rank: graph.degree(id),
});

/** Height of a row of names at scale 1. */
const row = 22;

const roomOf = (state: ExplorerState, graph: ExplorerGraph): Room => ({
  ...stageOf(state),
  row: row * stageScale(stageOf(state)),
  fixed: pinnedPoints(graph),
});

function gridInput(state: ExplorerState, graph: ExplorerGraph, measure: Measure): GridInput {
  return {
    ...roomOf(state, graph),
    nodes: idsOf(graph).map((id) =>
      Object.assign(laidNode(state, graph, id, measure), { label: mainLabel(graph.getNodeAttribute(id, "node")) }),
    ),
    labels: Object.keys(state.vocabulary?.labels ?? {}),
  };
}

function radialInput(state: ExplorerState, graph: ExplorerGraph, measure: Measure): RadialInput {
  return {
    ...roomOf(state, graph),
    nodes: idsOf(graph).map((id) => laidNode(state, graph, id, measure)),
    links: linksOf(graph),
    around: state.around,
  };
}

/** In an order of their own: in which they came on screen must not matter, or a link would open another drawing. */
const idsOf = (graph: ExplorerGraph) => graph.nodes().toSorted();
const linksOf = (graph: ExplorerGraph) =>
  graph
    .edges()
    .toSorted()
    .map((id) => ({ source: graph.source(id), target: graph.target(id) }));

function timelineInput(state: ExplorerState, graph: ExplorerGraph, measure: Measure): TimelineInput {
  const years = firstYearsIn(state, graph);
  return {
    ...roomOf(state, graph),
    nodes: idsOf(graph).map((id) => {
      const [node, year] = [laidNode(state, graph, id, measure), years.get(id)];
      return year === undefined ? node : Object.assign(node, { year });
    }),
    links: linksOf(graph),
  };
}
