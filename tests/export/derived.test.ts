/** Overlaps, which no source says as such: certain and possible ones look different. */
import { beforeAll, describe, expect, it } from "vitest";
import { createAppearance } from "../../client/canvas/appearance.ts";
import { describeScene } from "../../client/export/scene-of.ts";
import type { ExplorerState } from "../../client/store.ts";
import { type ExplorerGraph, mergeSubgraph } from "../../client/view/graph.ts";
import { isDerived } from "../../schema/graph.ts";
import { writeSvg } from "../../scene/writers/svg.ts";
import { keyOf } from "../../client/view/key.ts";
import { openView, question } from "../client/canvas/support/view.ts";
import { ruler, sheetOf } from "./scenes.ts";

const overlap = (answer: string, start: string, end: string) => {
  const id = `${start}.overlapped.${end}`;
  const words = {
    wordsEn: `They ${answer === "certain" ? "certainly" : "possibly"} met.`,
    wordsZhHant: "他們共事過。",
    wordsZhHans: "他们共事过。",
  };
  return { id, type: "OVERLAPPED", start, end, properties: { id, derived: true, answer, ...words } };
};
const [sure, perhaps] = [
  overlap("certain", "zhang-yubo", "zhang-jianzhong"),
  overlap("possible", "xu-lingjie", "zhang-wen"),
];
const state: ExplorerState = { ...question, overlaps: { ids: ["zhang-yubo"] } };
let graph: ExplorerGraph;
beforeAll(async () => {
  graph = await openView(state);
  mergeSubgraph(graph, { nodes: [], relationships: [sure, perhaps] });
});

describe("what is derived", () => {
  it("is drawn otherwise where it is only possible than where it is certain", () => {
    const appearance = createAppearance(state, graph);
    const edge = (id: string) => appearance.edge(id);
    expect([edge(sure.id).pattern, edge(perhaps.id).pattern]).toEqual(["double", "double-dashed"]);
    expect(edge(sure.id).color).not.toBe(edge(perhaps.id).color);
  });

  it("is counted in the key by its answer, and is no claim of any certainty", () => {
    const { overlaps, certainties } = keyOf(state, graph);
    expect(overlaps.map(({ key }) => key)).toEqual(["certain", "possible"]);
    const claims = graph.size - 2;
    expect(certainties.reduce((sum, { count, undrawn = 0 }) => sum + count + undrawn, 0)).toBe(claims);
  });

  it("is drawn in pictures in the same patterns, each with its words and its place in the key", () => {
    const scene = describeScene(
      { state, graph, ruler, camera: null, documents: [] },
      { scope: "whole", palette: "light" },
    );
    const patterns = scene.lines.filter(({ relationship }) => isDerived(relationship)).map(({ pattern }) => pattern);
    expect(patterns.toSorted()).toEqual(["double", "double-dashed"]);
    const svg = writeSvg(scene, sheetOf(scene));
    expect(svg).toContain("They certainly met.");
    expect(svg).toContain("They possibly met.");
    const key = scene.text.key.find(({ caption }) => caption === "overlapped (derived)");
    expect(key?.entries.map(({ caption }) => caption)).toEqual(["certain", "possible"]);
  });
});
