/** A sheet as a PowerPoint presentation: native shapes joined by glued connectors, evidence in the notes, then sources. */
import type { Composed } from "../page.ts";
import { type Scene, type SceneSource, evidencesOf } from "../scene.ts";
import { type Sheet, type SheetOptions, margin } from "../sheet/forms.ts";
import { createIds, paragraph, run, textBox } from "./pptx/drawing.ts";
import { packPresentation } from "./pptx/package.ts";
import type { SlideParts } from "./pptx/parts.ts";
import { drawSlide } from "./pptx/slide.ts";
import { painter, theme } from "./pptx/theme.ts";
import { type Progress, countTo } from "./progress.ts";

/** Ids of links for a part, one for each address. */
function createLinks(): { ids: Map<string, string>; link: (address: string) => string } {
  const ids = new Map<string, string>();
  const known = new Map<string, string>();
  const link = (address: string) => {
    const id = known.get(address) ?? `rIdLink${known.size + 1}`;
    known.set(address, id);
    ids.set(id, address);
    return id;
  };
  return { ids, link };
}

const plain = { size: 16, weight: 400, face: "sans" } as const;

/** A slide for each page, then the sources of all of them. */
export function writePptx(
  pages: readonly [Composed, ...Composed[]],
  size: SheetOptions["size"],
  progress?: Progress,
): Uint8Array {
  const [{ scene, sheet }] = pages;
  const sources = new Map(pages.flatMap(({ scene }) => scene.text.sources.map((source) => [source.id, source])));
  const all = { ...scene, text: { ...scene.text, sources: [...sources.values()] } };
  const shapes = ({ lines, nodes }: Sheet) => lines.length + nodes.length;
  // Packing takes about as long as drawing.
  const count = countTo(2 * pages.reduce((sum, { sheet }) => sum + shapes(sheet), 1), progress);
  const drawings = pages.map((page) => {
    const slide = drawingSlide(page);
    count(shapes(page.sheet));
    return slide;
  });
  return packPresentation({
    title: scene.text.title,
    author: "Alumnigraph",
    date: scene.about.date,
    width: sheet.width,
    height: sheet.height,
    sizeName: size === "4:3" ? "screen4x3" : undefined,
    theme: theme(sheet.colors, scene.language),
    slides: [...drawings, ...sourceSlides(all, sheet, drawings[0]?.background ?? null)],
  });
}

function drawingSlide({ scene, sheet }: Composed): SlideParts {
  const paint = painter(sheet.colors);
  const links = createLinks();
  const noteLinks = createLinks();
  return {
    shapes: drawSlide(scene, sheet, paint, links.link),
    notes: evidence(scene, paint(sheet.colors.ink), noteLinks.link),
    links: links.ids,
    noteLinks: noteLinks.ids,
    background: sheet.background === null ? null : paint(sheet.background),
  };
}

/** A paragraph for each relationship: who did what, when and how surely, and where it was read. */
function evidence({ lines, language, text }: Scene, color: string, link: (address: string) => string): string {
  const addresses = new Map(text.sources.map(({ id, url }) => [id, url]));
  const written = lines.flatMap(evidencesOf).map(({ evidence: { sentence, details, citations } }) => {
    const said = run({ ...plain, language, color, text: `${sentence} — ${details}` });
    const sources = citations.map(({ document, text: cited }) => {
      const address = addresses.get(document) ?? null;
      return run({
        ...plain,
        language,
        color,
        text: ` [${cited}]`,
        link: address === null ? undefined : link(address),
      });
    });
    return paragraph("l", [said, ...sources]);
  });
  return [paragraph("l", [run({ ...plain, language, color, text: text.caption.join(" ") })]), ...written].join("");
}

const perSlide = 14;

/** All documents that were cited, so many to a slide. */
function sourceSlides(scene: Scene, sheet: Sheet, background: string | null): SlideParts[] {
  const { sources, sourcesTitle } = scene.text;
  const count = Math.ceil(sources.length / perSlide);
  return Array.from({ length: count }, (_, i) => {
    const heading = count === 1 ? sourcesTitle : `${sourcesTitle} ${i + 1}/${count}`;
    return sourceSlide(scene, sheet, background, heading, sources.slice(i * perSlide, (i + 1) * perSlide));
  });
}

function sourceSlide(
  scene: Scene,
  sheet: Sheet,
  background: string | null,
  heading: string,
  sources: readonly SceneSource[],
): SlideParts {
  const { ids, link } = createLinks();
  const paint = painter(sheet.colors);
  const numbers = createIds();
  const { language } = scene;
  const color = paint(sheet.colors.ink);
  const title = run({ size: 25, weight: 600, face: "serif", language, color, text: heading });
  const list = sources.map(({ text, language: written, url }) => {
    const words = run({ ...plain, language: written, color, text, link: url === null ? undefined : link(url) });
    return paragraph("l", [words], 6);
  });
  const [left, right] = [margin, sheet.width - margin];
  const titleBox = textBox(
    { id: numbers.next(), name: "Title" },
    { left, right, top: margin, bottom: margin + 40 },
    [paragraph("l", [title])],
    { wrap: true, title: true },
  );
  const listBox = textBox(
    { id: numbers.next(), name: heading },
    { left, right, top: margin + 60, bottom: sheet.height - margin },
    list,
    { wrap: true, top: true },
  );
  const notes = paragraph("l", [run({ ...plain, language, color, text: scene.text.caption.join(" ") })]);
  return { shapes: [titleBox, listBox], notes, links: ids, noteLinks: new Map(), background };
}
