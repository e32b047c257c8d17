/** A ruler over any canvas: each width is asked for once. */
import type { Language } from "../schema/language.ts";
import { type Ruler, cssFont } from "./text.ts";

/** A ruler that is kept would keep every text that it has seen. */
const mostWidths = 100_000;

/** `widthOf` measures a text in a font as CSS names it, with the glyphs of a language. */
export function createRuler(widthOf: (text: string, css: string, language: Language) => number): Ruler {
  const widths = new Map<string, number>();
  return (text, font) => {
    const css = cssFont(font);
    const key = `${font.language} ${css} ${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      width = widthOf(text, css, font.language);
      if (widths.size > mostWidths) widths.clear();
      widths.set(key, width);
    }
    return width;
  };
}
