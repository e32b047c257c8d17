import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { writePptx } from "../../scene/writers/pptx.ts";
import { writeSvg } from "../../scene/writers/svg.ts";
import { alumniScene, sheetOf } from "./scenes.ts";

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
    expect(svg.match(/<ellipse /g)?.length).toBe(scene.guides.length);
    expect(svg.indexOf('id="guides"')).toBeLessThan(svg.indexOf('id="relationships"'));
    expect(svg).toContain(">1 step<");
  });

  it("goes into SVG: an axis of years, and how many names have none", async () => {
    const scene = await alumniScene({ layout: "timeline" });
    const svg = writeSvg(scene, sheetOf(scene));
    expect(svg).toMatch(/>20\d\d</);
    expect(svg).toMatch(/>\d+ without a date</);
    expect(scene.guides.length).toBeGreaterThan(1);
  });

  it("goes into SVG: the generations of layers", async () => {
    const scene = await alumniScene({ layout: "layered" });
    const svg = writeSvg(scene, sheetOf(scene));
    expect(svg).toContain(">Generation 1<");
  });

  it("goes into PowerPoint as shapes", async () => {
    const scene = await alumniScene(around);
    const files = unzipSync(writePptx([{ scene, sheet: sheetOf(scene) }], "16:9"));
    const slide = strFromU8(files["ppt/slides/slide1.xml"] ?? new Uint8Array());
    expect(slide.match(/name="Guide"/g)?.length).toBe(scene.guides.length);
    expect(slide).toContain("1 step");
  });

  it("lies within what is drawn", async () => {
    const scene = await alumniScene(around);
    for (const guide of scene.guides) {
      expect(guide.kind === "ring" && guide.at.y - guide.ry).toBeGreaterThanOrEqual(scene.box.top);
    }
  });
});
