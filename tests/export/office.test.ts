/** Our slides and drawings in LibreOffice and Inkscape: what they show, and what stays joined when a shape is moved. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { writePptx } from "../../scene/writers/pptx.ts";
import { writeSvg, xmlId } from "../../scene/writers/svg.ts";
import type { Annotation } from "../../schema/story.ts";
import { fileOf, missingProgram, missingUno, readWithUno } from "../support/readers.ts";
import { alumniScene, hostileScene, sheetOf } from "./scenes.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** A profile of its own, so that neither a person's office nor another run is in its way. */
const profile = `-env:UserInstallation=file://${temporaryFolder("office")}`;

/** What LibreOffice makes of a file, as another format. */
function converted(file: string, extension: string): string {
  const folder = dirname(file);
  const options = ["--headless", profile, "--convert-to", extension, "--outdir", folder, file];
  execFileSync("soffice", options, { stdio: "pipe", timeout: 120_000 });
  const made = join(folder, `${basename(file).replace(/\.\w+$/, "")}.${extension}`);
  if (!existsSync(made)) throw new Error(`LibreOffice made no ${made}.`);
  return made;
}

/** Without spaces, which LibreOffice adds between scripts. */
const bare = (text: string) => text.normalize("NFKC").replace(/\s+/g, "");

const textOf = (pdf: string) => bare(execFileSync("pdftotext", ["-raw", pdf, "-"], { encoding: "utf8" }));

const office =
  missingProgram("soffice", "libreoffice-impress libreoffice-draw") ?? missingProgram("pdftotext", "poppler-utils");
describe.skipIf(office !== null)(`LibreOffice${office ? ` (${office})` : ""}`, { timeout: 180_000 }, () => {
  it.each(["en", "zh-Hant"] as const)("shows every name and the title of our slide in %s", async (language) => {
    const scene = await alumniScene({ language });
    const text = textOf(converted(fileOf("a.pptx", writePptx([{ scene, sheet: sheetOf(scene) }], "16:9")), "pdf"));
    for (const word of scene.words.filter(({ of }) => of === "node")) expect(text).toContain(bare(word.text));
    expect(text).toContain(bare(scene.text.title).slice(0, 12));
  });

  it("shows the names of our SVG", async () => {
    const scene = await alumniScene();
    const text = textOf(converted(fileOf("a.svg", writeSvg(scene, sheetOf(scene))), "pdf"));
    for (const word of scene.words) expect(text).toContain(bare(word.text));
  });
});

interface Connector {
  name: string;
  start: string | null;
  end: string | null;
}

const uno = office ?? missingUno();
describe.skipIf(uno !== null)(`LibreOffice, led by a script${uno ? ` (${uno})` : ""}`, { timeout: 180_000 }, () => {
  /** Every connector with the shapes at its ends; then the group of one shape and its name is moved by two centimetres, and the ends of its lines are measured. */
  const script = `
page = document.DrawPages.getByIndex(0)
shapes = []
def walk(container):
    for i in range(container.Count):
        shape = container.getByIndex(i)
        if shape.ShapeType == 'com.sun.star.drawing.GroupShape': walk(shape)
        else: shapes.append(shape)
walk(page)
lines = [s for s in shapes if s.ShapeType == 'com.sun.star.drawing.ConnectorShape']
name = lambda s: None if s is None else s.Name
ends = [{'name': s.Name, 'start': name(s.StartShape), 'end': name(s.EndShape)} for s in lines]
first = next(s for s in lines if s.StartShape is not None and s.StartShape.Name != s.EndShape.Name)
moved = first.StartShape
theirs = [s for s in lines if s.StartShape == moved]
def ends_of(line):
    # Lines are laid anew when they are asked for what they cover.
    line.BoundRect
    return (line.StartPosition.X, line.StartPosition.Y, line.EndPosition.X, line.EndPosition.Y)
before = [ends_of(s) for s in theirs]
group = moved.getParent()
place = group.Position
place.X += 2000
place.Y += 2000
group.Position = place
after = [ends_of(s) for s in theirs]
print(json.dumps({'connectors': ends, 'moves': [[b - a for a, b in zip(x, y)] for x, y in zip(before, after)]}))`;

  it("finds every connector glued at both ends, and moves lines with a shape", async () => {
    const note: Annotation = { kind: "note", id: "n", node: "nvidia", text: "It began here" };
    const scene = { ...(await alumniScene()), annotations: [note] };
    const file = fileOf("a.pptx", writePptx([{ scene, sheet: sheetOf(scene) }], "16:9"));
    const read = readWithUno(script, file, profile) as { connectors: Connector[]; moves: number[][] };
    expect(read.connectors).toHaveLength(scene.lines.length + 1);
    expect(read.connectors.filter(({ start, end }) => start === null || end === null)).toEqual([]);
    expect(read.moves.length).toBeGreaterThan(0);
    for (const [startX, startY, endX, endY] of read.moves) {
      // A line may take another site of its shape, but it goes along; its other end stays.
      expect(Math.hypot((startX ?? 0) - 2000, (startY ?? 0) - 2000)).toBeLessThan(600);
      expect(Math.hypot(endX ?? 0, endY ?? 0)).toBeLessThan(600);
    }
  });
});

const inkscape = missingProgram("inkscape", "inkscape");
describe.skipIf(inkscape !== null)(`Inkscape${inkscape ? ` (${inkscape})` : ""}`, { timeout: 180_000 }, () => {
  it("paints our SVG, and knows each node and relationship by its id", async () => {
    const scene = await alumniScene();
    const file = fileOf("a.svg", writeSvg(scene, sheetOf(scene)));
    const picture = file.replace(/svg$/, "png");
    const run = (...options: string[]) =>
      execFileSync("inkscape", [...options, file], {
        encoding: "utf8",
        timeout: 120_000,
        stdio: ["ignore", "pipe", "pipe"],
      });
    run("--export-type=png", `--export-filename=${picture}`);
    const png = readFileSync(picture);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1280, 720]);
    const rows = run("--query-all")
      .trim()
      .split("\n")
      .map((row) => row.split(","));
    const sizes = new Map(rows.map(([id = "", , , width, height]) => [id, [Number(width), Number(height)]]));
    for (const { node } of scene.nodes) expect(sizes.get(xmlId("node", node.id))?.[0]).toBeGreaterThan(0);
    for (const { relationship } of scene.lines) expect(sizes.has(xmlId("relationship", relationship.id))).toBe(true);
  });

  it("opens hostile names", () => {
    const scene = hostileScene();
    const file = fileOf("a.svg", writeSvg(scene, sheetOf(scene)));
    const listed = execFileSync("inkscape", ["--query-all", file], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const { node } of scene.nodes) expect(listed).toContain(`${xmlId("node", node.id)},`);
  });
});
