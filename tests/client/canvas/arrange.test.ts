import { beforeAll, describe, expect, it } from "vitest";
import { createAppearance } from "../../../client/canvas/appearance.ts";
import { createArrange } from "../../../client/canvas/arrange.ts";
import { columnHeadPlaces } from "../../../client/canvas/column-heads.ts";
import { nameWidth } from "../../../client/canvas/node-boxes.ts";
import { type ExplorerGraph, createGraph, guidesOf, mergeSubgraph } from "../../../client/view/graph.ts";
import { layouts } from "../../../client/store.ts";
import { overlaps } from "../../../scene/geometry.ts";
import { layOut, orderRows } from "../../../scene/layouts/jobs.ts";
import { visibleNodes } from "../../../client/view/visibility.ts";
import { alumni } from "./support/alumni.ts";
import { arrange, measure, openView, question } from "./support/view.ts";

const positions = (graph: ExplorerGraph) => Object.fromEntries(graph.mapNodes((id, { x, y }) => [id, { x, y }]));
const heights = (graph: ExplorerGraph) => Object.fromEntries(graph.mapNodes((id, { y }) => [id, y]));

function addNewcomers(graph: ExplorerGraph, hub: string, count: number, name = "new"): string[] {
  const ids = Array.from({ length: count }, (_, i) => `${name}-${i}`);
  return mergeSubgraph(graph, {
    nodes: ids.map((id) => ({ id, labels: ["Company"], properties: { nameEn: `Newcomer ${id}` } })),
    relationships: ids.map((id) => ({ id: `${hub}.${id}`, type: "WORKED_AT", start: hub, end: id, properties: {} })),
  });
}

describe("arrangeAnswer", () => {
  it("places every node of the answer, the same way every time", async () => {
    const [one, other] = [await openView(), await openView()];
    expect(positions(one)).toEqual(positions(other));
    expect(one.everyNode((_id, { placed }) => placed)).toBe(true);
  });

  it("keeps the order of rows in every language", async () => {
    const english = heights(await openView());
    expect(heights(await openView({ ...question, language: "zh-Hant" }))).toEqual(english);
  });

  it("lets no text decide an order", async () => {
    const graph = await openView();
    const before = heights(graph);
    await createArrange({ measure: (text) => (text.length % 7) * 40 }).arrangeAnswer(question, graph);
    expect(heights(graph)).toEqual(before);
  });

  it.each(layouts)(
    "lays out %s alike wherever it is worked out, as in a worker that gets and gives copies",
    async (layout) => {
      const state = { ...question, layout, around: layout === "radial" ? ["biren"] : [] };
      const elsewhere = createArrange({
        measure: (text) => 7 * text.length,
        lay: async (job) => structuredClone(await layOut(structuredClone(job))),
        order: async (job) => structuredClone(await orderRows(structuredClone(job))),
      });
      const here = createArrange({ measure: (text) => 7 * text.length });
      const [one, other] = [await openView(), await openView()];
      await here.arrangeAnswer(state, one);
      await elsewhere.arrangeAnswer(state, other);
      expect(positions(other)).toEqual(positions(one));
      expect(guidesOf(other)).toEqual(guidesOf(one));
    },
  );

  it("moves nothing that a hand has placed", async () => {
    const graph = await openView();
    graph.mergeNodeAttributes("biren", { x: 500, y: 300, pinned: true });
    await arrange.arrangeAnswer(question, graph);
    expect(graph.getNodeAttributes("biren")).toMatchObject({ x: 500, y: 300 });
  });

  it("stands the columns from left to right", async () => {
    const graph = await openView();
    const x = (id: string) => graph.getNodeAttribute(id, "x");
    const columns = ["dell", "nvidia", "zhang-wen", "biren", "hkex"].map(x);
    expect(columns).toEqual([...columns].sort((a, b) => a - b));
  });

  it("draws by forces where no columns are asked for", async () => {
    const state = { ...question, answer: null };
    const graph = await openView(state);
    expect(graph.everyNode((_id, { placed }) => placed)).toBe(true);
    expect(new Set(graph.mapNodes((_id, { x }) => Math.round(x))).size).toBeGreaterThan(30);
  });

  it("puts what stands in no column beside its neighbor", async () => {
    const graph = await openView();
    addNewcomers(graph, "biren", 2);
    await arrange.arrangeAnswer(question, graph);
    const { x, y } = graph.getNodeAttributes("new-0");
    const hub = graph.getNodeAttributes("biren");
    expect(Math.hypot(x - hub.x, y - hub.y)).toBeLessThan(240);
  });

  it("leaves what was added where it stands, until columns are chosen anew: then beside them, none over another", async () => {
    const graph = await openView();
    const ids = [...addNewcomers(graph, "nvidia", 30), ...addNewcomers(graph, "biren", 3, "late")];
    for (const id of ids) graph.mergeNodeAttributes(id, { x: 400, y: 300, placed: true });
    const before = positions(graph);
    await arrange.arrangeAnswer(question, graph);
    expect(positions(graph)).toEqual(before);
    await arrange.arrangeAnswer(question, graph, undefined, true);
    for (const { id } of alumni.subgraph.nodes) expect(positions(graph)[id]).toEqual(before[id]);
    const boxes = ids.map((id) => {
      const { x, y } = graph.getNodeAttributes(id);
      expect(x < 0 || x > question.stage.width).toBe(true);
      const width = nameWidth(question, graph, id, measure) + 20;
      return { left: x < 0 ? x - width : x, right: x < 0 ? x : x + width, top: y - 8, bottom: y + 8 };
    });
    expect(boxes.filter((one, i) => boxes.some((other, j) => j > i && overlaps(one, other)))).toEqual([]);
    const heads = columnHeadPlaces(question, graph, createAppearance(question, graph));
    expect([heads.has("left"), heads.has("right")]).toEqual([true, true]);
  });
});

describe("placeNewcomers", () => {
  const nothing = { nodes: [], relationships: [] };

  beforeAll(() => arrange.readyNewcomers(question, createGraph(), nothing));

  it("moves nothing that is there", async () => {
    const graph = await openView();
    const before = positions(graph);
    arrange.placeNewcomers(question, graph, "nvidia", addNewcomers(graph, "nvidia", 12));
    for (const { id } of alumni.subgraph.nodes) expect(graph.getNodeAttributes(id)).toMatchObject(before[id] ?? {});
  });

  it("places five beside any person, and gives back those that found no slot", async () => {
    const graph = await openView();
    const ids = addNewcomers(graph, "zhang-wen", 5);
    expect(arrange.placeNewcomers(question, graph, "zhang-wen", ids)).toEqual([]);
    const crowded = await openView();
    const all = addNewcomers(crowded, "zhang-wen", 90);
    const left = arrange.placeNewcomers(question, crowded, "zhang-wen", all);
    expect(left.length).toBeGreaterThan(0);
    expect(left.every((id) => !crowded.getNodeAttribute(id, "placed"))).toBe(true);
  });

  it("puts the first node of an empty stage in its middle", () => {
    const state = { ...question, answer: null };
    const graph = createGraph();
    mergeSubgraph(graph, { nodes: [{ id: "only", labels: ["Person"], properties: {} }], relationships: [] });
    arrange.placeNewcomers(state, graph, "only", ["only"]);
    expect(graph.getNodeAttributes("only")).toMatchObject({ x: 576, y: 320, placed: true });
    expect(visibleNodes(state, graph)).toEqual(new Set(["only"]));
  });

  it("places them by what a grid means also where none has been laid out before", async () => {
    const graph = await openView();
    const state = { ...question, layout: "grid" } as const;
    const ids = addNewcomers(graph, "nvidia", 2);
    await arrange.readyNewcomers(state, graph, nothing);
    expect(arrange.placeNewcomers(state, graph, "nvidia", ids)).toEqual([]);
    expect(guidesOf(graph)?.kind).toBe("grid");
  });
});
