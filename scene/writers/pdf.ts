/** Sheets as a PDF, a page each: vectors, and text that can be selected, in faces cut down to the characters used. */
// oxlint-disable-next-line import/no-named-as-default -- the types know only the default
import PDFDocument from "pdfkit";
import type { Composed } from "../page.ts";
import type { Scene, SceneSource } from "../scene.ts";
import { type Sheet, type SheetText, groundOpacity, margin, textBox } from "../sheet/forms.ts";
import { clean } from "./clean.ts";
import { paintShapes } from "./paint.ts";
import { type FaceSource, createFaces } from "./pdf/faces.ts";
import { createPdfPainter } from "./pdf/painter.ts";
import { type SetText, drawText, fittingOf, setText, write } from "./pdf/text.ts";
import { type Progress, countTo } from "./progress.ts";

type Document = typeof PDFDocument.prototype;

/** A pixel at 96 to the inch in points. */
const point = 0.75;

/** The whole file. Documents that a page has no room for are listed on pages of their own at the end. */
export async function writePdf(
  pages: readonly [Composed, ...Composed[]],
  source: FaceSource,
  progress?: Progress,
): Promise<Uint8Array> {
  const faces = createFaces(source);
  const sheets = [...pages, ...sourcePages(pages)].map(({ sheet }) => sheet);
  const count = countTo(
    sheets.reduce((sum, { texts, nodes, lines }) => sum + 2 * texts.length + nodes.length + lines.length, 1),
    progress,
  );
  const drawn: { sheet: Sheet; texts: SetText[] }[] = [];
  for (const sheet of sheets) {
    const texts: SetText[] = [];
    for (const text of sheet.texts) {
      texts.push(await setText(text, faces));
      count(1);
    }
    drawn.push({ sheet, texts });
  }
  // Signs on lines are written in it.
  await faces.split("?", { face: "sans", weight: 600, language: "en" });
  const [{ scene }] = pages;
  const document = open(scene);
  for (const [id, file] of faces.files) document.registerFont(id, file);
  for (const { sheet, texts } of drawn) drawPage(document, sheet, texts, count);
  return finished(document);
}

function open({ text, language, about }: Scene): Document {
  const day = Date.parse(about.date);
  return new PDFDocument({
    autoFirstPage: false,
    // Without it the constructor asks for a font of the system's.
    font: null as never,
    lang: language,
    displayTitle: true,
    info: {
      Title: clean(text.title),
      Subject: clean(text.standfirst),
      Author: "Alumnigraph",
      Creator: "Alumnigraph",
      ...(Number.isNaN(day) ? {} : { CreationDate: new Date(day), ModDate: new Date(day) }),
    },
  });
}

function finished(document: Document): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    document.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    document.on("error", reject);
    document.on("end", () => {
      const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
      let at = 0;
      for (const chunk of chunks) {
        bytes.set(chunk, at);
        at += chunk.length;
      }
      resolve(bytes);
    });
    document.end();
  });
}

function drawPage(document: Document, sheet: Sheet, texts: readonly SetText[], count: (pieces: number) => void): void {
  const { width, height, background } = sheet;
  document.addPage({ size: [width * point, height * point], margin: 0 });
  document.scale(point);
  if (background !== null) document.rect(0, 0, width, height).fill(background);
  const sign = (text: string, x: number, y: number, size: number, color: string) => {
    document.font("sans-600").fontSize(size).fillColor(color);
    write(document, text, x - document.widthOfString(text) / 2, y);
  };
  paintShapes(createPdfPainter(document, sign), sheet);
  count(sheet.nodes.length + sheet.lines.length);
  // Grounds of the background's color keep lines off names; all of them first, as one may lie over another's name.
  if (background !== null) {
    for (const text of texts) {
      if (text.role !== "node" && text.role !== "relationship") continue;
      const { left, top, right, bottom } = textBox(text);
      document
        .save()
        .fillOpacity(groundOpacity)
        .rect(left - 1, top, right - left + 2, bottom - top)
        .fill(background)
        .restore();
    }
  }
  const fitting = fittingOf(texts);
  for (const text of texts) {
    drawText(document, text, width - margin, fitting(text));
    count(1);
  }
}

const perPage = 22;

/** Pages of sources, where a page of the drawing has no room for all of its own. */
function sourcePages(pages: readonly Composed[]): { sheet: Sheet }[] {
  const crowded = pages.filter(({ scene, sheet }) => {
    const shown = sheet.texts.filter(({ role, id }) => role === "source" && id !== undefined);
    return shown.length > 0 && shown.length < scene.text.sources.length;
  });
  const sources = [
    ...new Map(crowded.flatMap(({ scene }) => scene.text.sources.map((source) => [source.id, source]))).values(),
  ];
  const [first] = crowded;
  if (first === undefined) return [];
  return Array.from({ length: Math.ceil(sources.length / perPage) }, (_, i) => ({
    sheet: sourcePage(first, sources.slice(i * perPage, (i + 1) * perPage)),
  }));
}

function sourcePage({ scene, sheet }: Composed, sources: readonly SceneSource[]): Sheet {
  const { ink, ink2 } = sheet.colors;
  // Their widths are not known here, so nothing is stretched.
  const line = { x: margin, width: 0, face: "sans", weight: 400, size: 14, color: ink2 } as const;
  const leading = Math.min(28, (sheet.height - 3 * margin - 40) / perPage);
  return {
    ...sheet,
    nodes: [],
    lines: [],
    marks: [],
    samples: [],
    notes: { frames: [], arrows: [], texts: [] },
    texts: [
      {
        ...line,
        role: "title",
        text: scene.text.sourcesTitle,
        language: scene.language,
        face: "serif",
        weight: 600,
        size: 25,
        color: ink,
        y: margin + 24,
      },
      ...sources.map(({ text, language, url, id }, i): SheetText => ({
        ...line,
        role: "source",
        id,
        text,
        language,
        y: margin + 64 + i * leading,
        ...(url === null ? {} : { href: url }),
      })),
    ],
  };
}
