/** Widths of text as the browser draws it, kept until the fonts change. */
import type { Language } from "../../schema/language.ts";
import { type Measure, type TextKind, fontOf } from "./text.ts";

export interface BrowserMeasure {
  measure: Measure;
  /** Forgets all widths: when a font has arrived. */
  forget(): void;
}

let shared: BrowserMeasure | undefined;

/** The one measure of the page: layout and drawing must agree. */
export function browserMeasure(): BrowserMeasure {
  shared ??= createMeasure();
  return shared;
}

function createMeasure(): BrowserMeasure {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  if (!context) throw new Error("The browser gives no 2D canvas, which the names need.");
  const widths = new Map<string, number>();
  const measure: Measure = (text: string, kind: TextKind, language: Language) => {
    const key = `${language} ${kind} ${text}`;
    const known = widths.get(key);
    if (known !== undefined) return known;
    setLanguage(canvas, context, language);
    context.font = fontOf(kind, language);
    const { width } = context.measureText(text);
    widths.set(key, width);
    return width;
  };
  return { measure, forget: () => widths.clear() };
}

/** Han glyphs follow `lang` of the context, where it has one, else of the canvas element: set both. */
export function setLanguage(canvas: HTMLCanvasElement, context: CanvasRenderingContext2D, language: Language): void {
  if (canvas.lang !== language) canvas.lang = language;
  if ("lang" in context && context.lang !== language) context.lang = language;
}
