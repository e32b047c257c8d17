/** Names in rows, whose side is fixed, before the edge of the stage. */
import { expect, it } from "vitest";
import { createAppearance } from "../../../client/canvas/appearance.ts";
import { createDocks } from "../../../client/canvas/docks.ts";
import { layWords } from "../../../client/canvas/words.ts";
import { tokens } from "../../../client/page/theme.ts";
import { createGraph, mergeSubgraph } from "../../../client/view/graph.ts";
import { createExplorerStore } from "../../../client/store.ts";

const measure = (text: string) => text.length * 7;
const stage = { left: 0, top: 0, right: 1000, bottom: 600 };

function sidesAt(x: number, marks: number) {
  const graph = createGraph();
  const node = { id: "name", labels: ["Thing"], properties: { nameEn: "A rather long name" } };
  mergeSubgraph(graph, { nodes: [node], relationships: [] });
  graph.mergeNodeAttributes("name", { x, y: 300, placed: true });
  const store = createExplorerStore();
  store.setState({ layout: "grid", stage: { width: 1000, height: 600 } });
  const state = store.getState();
  const appearance = createAppearance(state, graph);
  const docks = createDocks(state, graph, appearance, measure);
  const at = (point: { x: number; y: number }) => point;
  const drawn = { state, graph, appearance, docks, colors: tokens.light, scale: 1, marks, stage };
  const { names } = layWords({ ...drawn, toScreen: at, pointOf: () => ({ x, y: 300 }) }, measure, new Map(), null);
  return names.map(({ side, box }) => ({ side, isWhole: box.right <= stage.right }));
}

it("seen from afar, a name that the edge would cut stands on the other side", () => {
  expect(sidesAt(960, 0.3)).toEqual([{ side: "left", isWhole: true }]);
  expect(sidesAt(500, 0.3)).toEqual([{ side: "right", isWhole: true }]);
});

it("seen from near, where the rest is a step away, it keeps its side", () => {
  expect(sidesAt(960, 1)).toEqual([{ side: "right", isWhole: false }]);
});
