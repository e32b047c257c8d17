/** Measures text in any font as the browser draws it. */
import { type Ruler, cssFont } from "../../scene/text.ts";
import { setLanguage } from "../canvas/measure.ts";

/** Widths are kept as long as the ruler is. */
export function createBrowserRuler(): Ruler {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("The browser gives no 2D canvas, which an export needs.");
  const widths = new Map<string, number>();
  return (text, font) => {
    const css = cssFont(font);
    const key = `${font.language} ${css} ${text}`;
    const known = widths.get(key);
    if (known !== undefined) return known;
    setLanguage(canvas, context, font.language);
    context.font = css;
    const { width } = context.measureText(text);
    widths.set(key, width);
    return width;
  };
}
