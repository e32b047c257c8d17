/** Sets text on a PDF page, each piece in its own face. */
// oxlint-disable-next-line import/no-named-as-default -- the types know only the default
import type PDFDocument from "pdfkit";
import type { SheetText } from "../../sheet/forms.ts";
import { clean } from "../clean.ts";
import type { Faces, Piece } from "./faces.ts";

type Document = typeof PDFDocument.prototype;

/** A text and the pieces of it that are set in one face each. */
export type SetText = SheetText & { pieces: Piece[] };

/** Cuts a text where its face changes. */
export async function setText(text: SheetText, faces: Faces): Promise<SetText> {
  const words = clean(text.text).replace(/[\t\n\r]+/g, " ");
  return Object.assign({ ...text }, { text: words, pieces: await faces.split(words, text) });
}

/** Above so many texts a page shows each so small that their letters need not be fitted to each other. */
const mostFitted = 800;

/**
 * Kerning and forms by neighborhood, which take half a millisecond a word, left out: for names on crowded pages. The
 * types know only lists of features to add.
 */
const unfitted = { kern: false, calt: false, liga: false, clig: false, rclt: false, curs: false } as never;

/** How a page's names are set. */
export const fittingOf = (texts: readonly SheetText[]) => (text: SheetText) =>
  texts.length > mostFitted && (text.role === "node" || text.role === "relationship") ? { features: unfitted } : {};

export function write(document: Document, text: string, x: number, y: number, more: object = {}): void {
  document.text(text, x, y, { lineBreak: false, baseline: "alphabetic", ...more });
}

/** A text as wide as it was measured with the screen's faces; one that was not measured ends before `right`. */
export function drawText(document: Document, text: SetText, right: number, fitting: object): void {
  const { x, y, size, width, color, href, pieces } = text;
  const set = pieces.map((piece) => {
    const width = document.font(piece.face).fontSize(size).widthOfString(piece.text, fitting);
    return Object.assign({ width, left: 0 }, piece);
  });
  const natural = set.reduce((sum, piece) => sum + piece.width, 0);
  const wanted = width === 0 ? Math.min(natural, right - x) : width;
  const stretch = natural === 0 ? 1 : Math.min(Math.max(wanted / natural, 0.8), 1.25);
  let left = x;
  for (const piece of set) {
    piece.left = left;
    left += piece.width * stretch;
  }
  // Who copies text or hears it gets it in the order of the file.
  for (const { text, face, actual, left } of set.toSorted((a, b) => a.at - b.at)) {
    document.font(face).fontSize(size).fillColor(color);
    // Who copies or hears a box gets what it stands for.
    if (actual !== undefined) document.markContent("Span", { actual });
    write(document, text, left, y, { horizontalScaling: Math.round(stretch * 10_000) / 100, ...fitting });
    if (actual !== undefined) document.endMarkedContent();
  }
  if (href !== undefined) document.link(x, y - size, left - x, size * 1.3, href);
}
