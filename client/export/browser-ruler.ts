/** Measures text in any font as the browser draws it. */
import { createRuler } from "../../scene/ruler.ts";
import type { Ruler } from "../../scene/text.ts";
import { setLanguage } from "../canvas/measure.ts";

/** Widths are kept as long as the ruler is. */
export function createBrowserRuler(): Ruler {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("The browser gives no 2D canvas, which an export needs.");
  return createRuler((text, css, language) => {
    setLanguage(canvas, context, language);
    context.font = css;
    return context.measureText(text).width;
  });
}
