/** The alumni answer in a graph, laid out with a measure that needs no browser. */
import { createArrange } from "../../../../client/canvas/arrange.ts";
import { type Measure, textStyles } from "../../../../client/canvas/text.ts";
import { type ExplorerGraph, createGraph, mergeSubgraph } from "../../../../client/view/graph.ts";
import { type ExplorerState, initialState } from "../../../../client/store.ts";
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

export const select = (id: string): Pick<ExplorerState, "selected"> => ({ selected: { kind: "node", id } });
export const edgeBetween = (graph: ExplorerGraph, start: string, end: string): string =>
  graph.edges(start, end)[0] ?? "";
