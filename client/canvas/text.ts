/** Kinds of text on the stage and what it takes to draw them; free of the DOM. */
import type { Language } from "../../schema/language.ts";
import { sans } from "../theme.ts";

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

/** Free bands above and below the rows of columns: for the heads, for names above the first row, for the stage's foot. */
export const bandsOf = (namesAbove: boolean) => ({ top: namesAbove ? 72 : 52, bottom: namesAbove ? 18 : 22 });

/** Names wider than this are cut short until they are selected or under the pointer. */
export const widestName = 190;

/** The width of a text in pixels at scale 1. */
export type Measure = (text: string, kind: TextKind, language: Language) => number;

export function fontOf(kind: TextKind, language: Language, scale = 1): string {
  const { size, weight } = textStyles[kind];
  return `${weight} ${Math.round(size * scale * 100) / 100}px ${sans[language]}`;
}

/** How much larger discs and text are on a tall stage, and how much smaller on a narrow one. */
export function stageScale({ width, height }: { width: number; height: number }): number {
  if (width > 0 && width < 480) return 0.94;
  return Math.min(Math.max(height / 640, 1), 1.4);
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
