/** The alumni answer in a graph, laid out with a measure that needs no browser. */
import { createAppearance } from "../../../../client/canvas/appearance.ts";
import { createArrange } from "../../../../client/canvas/arrange.ts";
import { createDocks } from "../../../../client/canvas/docks.ts";
import { pointOf } from "../../../../client/canvas/node-boxes.ts";
import { type Measure, stageScale, textStyles } from "../../../../client/canvas/text.ts";
import type { Drawn } from "../../../../client/canvas/words.ts";
import { type ExplorerGraph, createGraph, mergeSubgraph } from "../../../../client/view/graph.ts";
import { type ExplorerState, initialState } from "../../../../client/store.ts";
import { tokens } from "../../../../scene/colors.ts";
import { alumni, vocabulary } from "./alumni.ts";

/** Latin letters half as wide as Han characters. */
export const measure: Measure = (text, kind) =>
  (text.length * 0.55 + (text.match(/[\u2e80-\uffef]/gu)?.length ?? 0) * 0.45) * textStyles[kind].size;

export const arrange = createArrange({ measure });

export const question: ExplorerState = {
  ...initialState,
  vocabulary,
  answer: alumni,
  stage: { width: 1152, height: 640 },
};

export async function openView(state: ExplorerState = question): Promise<ExplorerGraph> {
  const graph = createGraph();
  mergeSubgraph(graph, alumni.subgraph);
  await arrange.arrangeAnswer(state, graph);
  return graph;
}

/** What the layer of words draws on, of a stage that has no edges. */
export function drawnOf(state: ExplorerState, graph: ExplorerGraph): Drawn {
  const appearance = createAppearance(state, graph);
  return {
    state,
    graph,
    colors: tokens[state.theme],
    appearance,
    docks: createDocks(state, graph, appearance, measure),
    pointOf: (id) => pointOf(graph, id),
    toScreen: (point) => point,
    scale: stageScale(state.stage),
    stage: { left: -1e6, right: 1e6, top: -1e6, bottom: 1e6 },
  };
}

export const select = (id: string): Pick<ExplorerState, "selected"> => ({ selected: { kind: "node", id } });
export const edgeBetween = (graph: ExplorerGraph, start: string, end: string): string =>
  graph.edges(start, end)[0] ?? "";
