/** A view of 5,000 nodes as files: each is written whole. */
import { readFile } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import { faceFiles } from "../../client/export/face-files.ts";
import { describeScene } from "../../client/export/scene-of.ts";
import { createGraph, mergeSubgraph } from "../../client/view/graph.ts";
import { initialState } from "../../client/store.ts";
import type { Scene, SceneNode } from "../../scene/scene.ts";
import type { Sheet, SheetText } from "../../scene/sheet/forms.ts";
import { writePdf } from "../../scene/writers/pdf.ts";
import { writeGexf } from "../../scene/writers/gexf.ts";
import { slide } from "../../scene/writers/pptx/parts.ts";
import { writePptx } from "../../scene/writers/pptx.ts";
import { writeSvg } from "../../scene/writers/svg.ts";
import { vocabulary } from "../client/canvas/support/alumni.ts";
import { ruler, sheetOf } from "./scenes.ts";

const count = 5_000;

/** A grid of people and companies, each with a line to its neighbor. */
function largeScene(): Scene {
  const graph = createGraph();
  const nodes = Array.from({ length: count }, (_, i) => ({
    id: `node-${i}`,
    labels: ["Entity", i % 2 === 0 ? "Person" : "Company"],
    properties: { nameEn: `Name ${i}`, nameZhHant: `名稱${i}` },
  }));
  const relationships = nodes.slice(1).map(({ id }, i) => ({
    id: `line-${i}`,
    type: "WORKED_AT",
    start: `node-${i}`,
    end: id,
    properties: { citations: ["a#1-2"], start: "2006" },
  }));
  mergeSubgraph(graph, { nodes, relationships });
  for (const [i, { id }] of nodes.entries())
    graph.mergeNodeAttributes(id, { x: (i % 100) * 60, y: Math.floor(i / 100) * 60, placed: true });
  const stage = { width: 6000, height: 3000 };
  const state = { ...initialState, vocabulary, layout: "organic" as const, stage };
  return describeScene({ state, graph, ruler, camera: null, documents: [] }, { scope: "whole", palette: "light" });
}

/** A name for each node, however crowded. */
const allNames = ({ nodes, colors }: Sheet): SheetText[] =>
  nodes.map(({ node, name, at }) => ({
    role: "node",
    id: node.id,
    text: name.text,
    x: at.x,
    y: at.y,
    width: ruler(name.text, { size: 4, weight: 400, face: "sans", language: "en" }),
    size: 4,
    weight: 400,
    face: "sans",
    language: "en",
    color: colors.ink,
  }));

describe("a view of 5,000 nodes", () => {
  const scene = largeScene();
  const sheet = sheetOf(scene);

  it("is whole in SVG", () => {
    const svg = writeSvg(scene, sheet);
    expect([...svg.matchAll(/<g id="node-/g)]).toHaveLength(count);
    expect([...svg.matchAll(/<g id="relationship-/g)]).toHaveLength(count - 1);
  });

  it("is whole in PowerPoint", () => {
    const parts = unzipSync(writePptx([{ scene, sheet }], "16:9"));
    const slide = strFromU8(parts["ppt/slides/slide1.xml"] ?? new Uint8Array());
    expect([...slide.matchAll(/<p:cxnSp>/g)]).toHaveLength(count - 1);
  });

  it("is whole in PDF, with every name, and tells how far it is", { timeout: 120_000 }, async () => {
    const shares: number[] = [];
    const named = { ...sheet, texts: [...sheet.texts.filter(({ role }) => role !== "node"), ...allNames(sheet)] };
    const bytes = await writePdf(
      [{ scene, sheet: named }],
      (id) => readFile(faceFiles[id]),
      (share) => shares.push(share),
    );
    const page = await (await getDocument({ data: bytes, verbosity: 0 }).promise).getPage(1);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ("str" in item ? item.str : "")).join(" ");
    for (const i of [0, 1234, count - 1]) expect(text).toContain(`Name ${i}`);
    expect(shares.length).toBeGreaterThan(40);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
  });
});

describe("more parts than a stack has room for", () => {
  const many = 150_000;
  const small = largeScene();
  const [node] = small.nodes;
  const scene: Scene = { ...small, lines: [], nodes: node === undefined ? [] : Array<SceneNode>(many).fill(node) };
  const sign = "<p:sp/>";
  const links = new Map<string, string>();

  it.each([
    ["GEXF", () => writeGexf(scene, "1.3"), "<node "],
    [
      "a slide",
      () => slide({ shapes: Array<string>(many).fill(sign), notes: "", links, noteLinks: links, background: null }),
      sign,
    ],
  ])("are written whole in %s", (_format, write, part) => {
    expect(write().split(part)).toHaveLength(many + 1);
  });
});
