import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { type Box, around as boxAroundBoth, contains, pointAt } from "../../scene/geometry.ts";
import { writePptx } from "../../scene/writers/pptx.ts";
import { writeSvg } from "../../scene/writers/svg.ts";
import { alumniScene, sheetOf } from "./scenes.ts";

const grown = ({ left, right, top, bottom }: Box, by: number): Box => ({
  left: left - by,
  right: right + by,
  top: top - by,
  bottom: bottom + by,
});

const around = { layout: "radial", around: ["moore-threads"] } as const;

describe("what a layout draws behind its nodes", () => {
  it("goes into SVG: headings of the grid with their counts", async () => {
    const scene = await alumniScene({ layout: "grid" });
    const svg = writeSvg(scene, sheetOf(scene));
    expect(svg).toMatch(/>Person · \d+</);
    expect(svg).toMatch(/>Company · \d+</);
  });

  it("goes into SVG: rings under the lines, and what they mean", async () => {
    const scene = await alumniScene(around);
    const svg = writeSvg(scene, sheetOf(scene));
    const rings = scene.guides.filter(({ kind }) => kind === "ring").length;
    expect(svg.match(/<ellipse /g)?.length).toBe(rings);
    expect(rings).toBeGreaterThan(1);
    expect(svg.indexOf('id="guides"')).toBeLessThan(svg.indexOf('id="relationships"'));
    expect(svg).toContain(">1 step<");
  });

  it("is cut where rings go far beyond all names, so that the drawing stays large", async () => {
    const scene = await alumniScene(around);
    const cut = scene.guides.flatMap((guide) => (guide.kind === "curve" ? guide.curve : []));
    expect(cut.length).toBeGreaterThan(0);
    for (const point of cut) expect(contains(grown(scene.box, 2), point)).toBe(true);
    const names = scene.words.map(({ box }) => box).reduce(boxAroundBoth);
    expect(names.right - names.left).toBeGreaterThan(0.8 * (scene.box.right - scene.box.left));
  });

  it("goes into SVG: an axis of years, and how many names have none", async () => {
    const scene = await alumniScene({ layout: "timeline" });
    const svg = writeSvg(scene, sheetOf(scene));
    expect(svg).toMatch(/>20\d\d</);
    expect(svg).toMatch(/>\d+ without a date</);
    expect(scene.guides.length).toBeGreaterThan(1);
  });

  it("goes into SVG: the numbers of layers, which are no generations where people worked somewhere", async () => {
    const scene = await alumniScene({ layout: "layered" });
    const svg = writeSvg(scene, sheetOf(scene));
    expect(svg).toContain(">Layer 1<");
    expect(svg).not.toContain("Generation");
  });

  it("goes into PowerPoint as shapes", async () => {
    const scene = await alumniScene(around);
    const files = unzipSync(writePptx([{ scene, sheet: sheetOf(scene) }], "16:9"));
    const slide = strFromU8(files["ppt/slides/slide1.xml"] ?? new Uint8Array());
    expect(slide.match(/name="Guide"/g)?.length).toBe(scene.guides.length);
    expect(slide.match(/<a:custGeom>/g)?.length).toBe(scene.guides.filter(({ kind }) => kind === "curve").length);
    expect(slide).toContain("1 step");
  });

  it("lies within what is drawn, as all lines do", async () => {
    for (const layout of ["radial", "grid", "timeline", "layered", "organic"] as const) {
      const { guides, lines, box } = await alumniScene({ ...around, layout });
      for (const guide of guides) {
        if (guide.kind !== "ring") continue;
        const { at, rx, ry } = guide;
        for (const corner of [-1, 1])
          expect(contains(box, { x: at.x + corner * rx, y: at.y + corner * ry })).toBe(true);
      }
      for (const { curve } of lines) expect(contains(grown(box, 2), pointAt(curve, 0.5))).toBe(true);
    }
  });
});

describe("a caption", () => {
  it("says how years and generations are to be read, as the foot of the screen does", async () => {
    const captions = async (layout: "timeline" | "layered" | "grid") =>
      (await alumniScene({ layout })).text.caption.join(" ");
    expect(await captions("timeline")).toContain("By the year of a name's own date");
    expect(await captions("layered")).toContain("Left to right in layers, not generations");
    expect(await captions("grid")).not.toContain("By the year");
  });

  it("says what of the answer is not drawn", async () => {
    const drawn = await alumniScene();
    expect(drawn.text.caption.join(" ")).toMatch(/outside this question (is|are) not drawn/);
    const all = await alumniScene({ showUndrawn: true });
    expect(all.text.caption.join(" ")).not.toContain("not drawn");
    expect(all.lines.length).toBeGreaterThan(drawn.lines.length);
  });
});
