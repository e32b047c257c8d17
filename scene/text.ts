/** Kinds of text in a drawing and what it takes to draw them; free of the DOM. */
import type { Language } from "../schema/language.ts";
import { sans, serif } from "./colors.ts";

/** `main` names origins and destinations, `hub` the same on a phone and what has many lines; `line` says what a line is. */
export type TextKind = "main" | "hub" | "organization" | "person" | "other" | "line";

export const textStyles: Readonly<Record<TextKind, { size: number; weight: number }>> = {
  main: { size: 15, weight: 600 },
  hub: { size: 13.5, weight: 600 },
  organization: { size: 13, weight: 500 },
  person: { size: 13, weight: 500 },
  other: { size: 12, weight: 400 },
  line: { size: 11.5, weight: 500 },
};

/** What heads over columns and words among guides are set in. */
export const headFont = { size: 12, weight: 600, face: "sans" } as const;

/** The width of a text in pixels at scale 1. */
export type Measure = (text: string, kind: TextKind, language: Language) => number;

export function fontOf(kind: TextKind, language: Language, scale = 1): string {
  const { size, weight } = textStyles[kind];
  return `${weight} ${Math.round(size * scale * 100) / 100}px ${sans[language]}`;
}

/** The text, cut to a width with an ellipsis. */
export function cutTo(text: string, most: number, width: (text: string) => number): string {
  if (width(text) <= most) return text;
  const letters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  let [fits, toomany] = [0, letters.length];
  while (toomany - fits > 1) {
    const middle = (fits + toomany) >> 1;
    if (width(`${letters.slice(0, middle).join("").trimEnd()}…`) <= most) fits = middle;
    else toomany = middle;
  }
  return `${letters.slice(0, fits).join("").trimEnd()}…`;
}

export type Face = "sans" | "serif";

/** What it takes to set a text. */
export interface Font {
  size: number;
  weight: number;
  face: Face;
  language: Language;
}

/** The width of a text in a font. */
export type Ruler = (text: string, font: Font) => number;

/** A font as a canvas and CSS name it. */
export const cssFont = ({ size, weight, face, language }: Font): string =>
  `${weight} ${Math.round(size * 100) / 100}px ${(face === "serif" ? serif : sans)[language]}`;

/** What must not begin a line. */
const closing = /^[\p{Pe}\p{Pf}、。，．：；？！…·,.:;?!%]/u;

/** Breaks a text into lines of at most a width: between words, between Han characters, and within what is longer. */
export function wrapText(text: string, most: number, width: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: "word" }).segment(text)) {
    if (line === "" || closing.test(segment) || width((line + segment).trimEnd()) <= most) line += segment;
    else {
      lines.push(line.trimEnd());
      line = segment.trimStart();
    }
    while (width(line.trimEnd()) > most && line.length > 1) {
      const part = cutTo(line, most, width).replace(/…$/, "");
      if (part === "") break;
      lines.push(part);
      line = line.slice(part.length).trimStart();
    }
  }
  return line.trim() === "" ? lines : [...lines, line.trimEnd()];
}

/** Graph pixels from the first row up to the middle of what stands over it: of a generation's mark, of a block's top. */
export const overRows = { layered: 40, grid: 17 } as const;
