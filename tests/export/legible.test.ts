/** Text on a page: as large as leaves every name its place. */
import { beforeAll, describe, expect, it } from "vitest";
import { readRowLooks } from "../../client/canvas/later-looks.ts";
import { type ExportOptions, compose } from "../../client/export/compose.ts";
import { describeScene } from "../../client/export/scene-of.ts";
import { type ExplorerState, type Layout, initialState, layouts } from "../../client/store.ts";
import { createGraph, mergeSubgraph } from "../../client/view/graph.ts";
import { boxAround, overlaps } from "../../scene/geometry.ts";
import { usualSheet } from "../../scene/sheet/forms.ts";
import { openView, question } from "../client/canvas/support/view.ts";
import { makeExplorer, serveFlorence } from "../client/support.ts";
import { ruler, sheetOf } from "./scenes.ts";

const florence = serveFlorence();

beforeAll(readRowLooks);

const options: ExportOptions = { ...usualSheet, format: "pptx", scale: 2, scope: "whole", palette: "light" };

async function composed(layout: Layout, more: Partial<ExportOptions> = {}) {
  const state: ExplorerState = { ...question, layout, around: ["moore-threads"] };
  const subject = { state, graph: await openView(state), ruler, camera: null, documents: [] };
  const usual = describeScene(subject, options);
  return { usual, usualSheet: sheetOf(usual, more), ...compose(subject, { ...options, ...more }) };
}

const names = ({ words }: { words: readonly { of: string; id: string }[] }) =>
  words
    .filter(({ of }) => of === "node")
    .map(({ id }) => id)
    .toSorted();

describe("a page", () => {
  it.each(layouts)("drawn as %s names all that the view names, in text that is no smaller", async (layout) => {
    const { usual, usualSheet, scene, sheet } = await composed(layout);
    expect(names(scene)).toEqual(names(usual));
    expect(sheet.pixel * scene.scale).toBeGreaterThanOrEqual(usualSheet.pixel * usual.scale);
  });

  it.each([
    ["organic", "a network", 10],
    ["layered", "layers", 7.5],
  ] as const)("drawn as %s, of %s, shows names of people in %f points and more", async (layout, _, points) => {
    const { sheet, scene } = await composed(layout);
    const people = new Set(scene.nodes.filter(({ label }) => label === "Person").map(({ node }) => node.id));
    const sizes = sheet.texts.flatMap(({ role, id, size }) =>
      role === "node" && people.has(id ?? "") ? [size * 0.75] : [],
    );
    expect(sizes.length).toBeGreaterThan(10);
    expect(Math.min(...sizes)).toBeGreaterThan(points);
  });

  it("that is as large as its drawing is as the view has it", async () => {
    const { usual, scene } = await composed("layered", { size: "free" });
    expect(scene.box).toEqual(usual.box);
  });

  it("in layers keeps each layer upright and in its order, whatever its width", async () => {
    const { usual, scene } = await composed("layered");
    const places = new Map(scene.nodes.map(({ node, at }) => [node.id, at]));
    const byView = usual.nodes.toSorted((a, b) => a.at.x - b.at.x);
    const moved = byView.map(({ node }) => places.get(node.id)?.x ?? NaN);
    expect(moved).toEqual(moved.toSorted((a, b) => a - b));
    const layersOf = (xs: readonly number[]) => new Set(xs.map((x) => x.toFixed(1))).size;
    expect(layersOf(moved)).toBe(layersOf(byView.map(({ at }) => at.x)));
  });

  it("in layers is nearly as wide as its page leaves to it", async () => {
    const { scene, sheet } = await composed("layered");
    const { left, right, top, bottom } = scene.box;
    expect((right - left) / (bottom - top) / sheet.room).toBeGreaterThan(0.9);
  });

  it("in layers shows what it says of a generation over names and marks, not on them", async () => {
    const explorer = makeExplorer(florence.api);
    await explorer.start();
    await explorer.openQuestion("everything", {});
    await explorer.setLayout("layered");
    const subject = { state: explorer.store.getState(), graph: explorer.graph, ruler, camera: null, documents: [] };
    const { scene, sheet } = compose(subject, { ...options, size: "16:9" });
    expect(describeScene(subject, options).box.bottom).toBeGreaterThan(1.1 * scene.box.bottom);
    const taken = [
      ...scene.nodes.map(({ at, radius }) => boxAround(at, 2 * radius, 2 * radius)),
      ...scene.words.map(({ box }) => box),
    ];
    const widths = sheet.texts.filter(({ role }) => role === "head").map(({ width }) => width * (1 / sheet.pixel));
    const heads = scene.heads.map(({ x, y = 0 }, i) => ({
      left: x,
      right: x + (widths[i] ?? 0),
      top: y - 7 * scene.scale,
      bottom: y + 7 * scene.scale,
    }));
    expect(heads.length).toBeGreaterThan(3);
    for (const head of heads) expect([...taken, ...heads].filter((box) => overlaps(box, head))).toEqual([head]);
  });
});

describe("a page of very many names", () => {
  /** People in a square, each with an undated line to the next. */
  function manyPeople(count: number) {
    const graph = createGraph();
    const nodes = Array.from({ length: count }, (_, i) => ({
      id: `node-${i}`,
      labels: ["Entity", "Person"],
      properties: { nameEn: `Name ${i}` },
    }));
    const relationships = nodes
      .slice(1)
      .map(({ id }, i) => ({ id: `line-${i}`, type: "RECRUITED", start: `node-${i}`, end: id, properties: {} }));
    mergeSubgraph(graph, { nodes, relationships });
    const side = Math.ceil(Math.sqrt(count));
    for (const [i, { id }] of nodes.entries())
      graph.mergeNodeAttributes(id, { x: (i % side) * 120, y: Math.floor(i / side) * 60, placed: true });
    const stage = { width: 1140, height: 600 };
    const state: ExplorerState = { ...initialState, vocabulary: question.vocabulary, layout: "organic", stage };
    return { state, graph, ruler, camera: null, documents: [] };
  }

  it.each([900, 2500])("names as many of %i as can be read, and its marks leave each other room", (count) => {
    const { sheet, scene } = compose(manyPeople(count), options);
    const sizes = sheet.texts.filter(({ role }) => role === "node").map(({ size }) => size);
    expect(sizes.length).toBeGreaterThan(20);
    expect(Math.min(...sizes)).toBeGreaterThan(8);
    expect(scene.nodes).toHaveLength(count);
    const [first, second] = sheet.nodes.map(({ at, radius }) => boxAround(at, 2 * radius, 2 * radius));
    expect(first && second && overlaps(first, second)).toBe(false);
  });

  it("has no signs where they would cover it, and says how many there would be", () => {
    const { sheet } = compose(manyPeople(900), options);
    expect(sheet.marks).toEqual([]);
    const told = (role: string) =>
      sheet.texts
        .filter((text) => text.role === role)
        .map(({ text }) => text)
        .join(" ");
    expect(told("caption")).toContain("1,798 of them would cover the drawing");
    expect(told("key")).not.toContain("no date");
    const few = compose(manyPeople(90), options).sheet;
    expect(few.marks.length).toBeGreaterThan(80);
    const unwanted = compose(manyPeople(900), { ...options, marks: false }).sheet;
    expect(unwanted.texts.some(({ text }) => text.includes("would cover"))).toBe(false);
  });
});
