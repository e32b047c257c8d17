/** The page's own faces in a worker, which knows none of them, and a ruler by them. */
import interFile from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url";
import serifFile from "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url";
import { createRuler } from "../../scene/ruler.ts";
import type { Ruler } from "../../scene/text.ts";

let loaded: Promise<unknown> | undefined;

/** Loads them, once. */
export async function loadFaces(): Promise<void> {
  loaded ??= Promise.all(
    (
      [
        ["Inter Variable", interFile],
        ["Source Serif 4 Variable", serifFile],
      ] as const
    ).map(([name, file]) => {
      const face = new FontFace(name, `url(${file})`, { weight: "100 900" });
      (self as unknown as { fonts: FontFaceSet }).fonts.add(face);
      return face.load();
    }),
  );
  await loaded;
}

/** Measures text in any font as the worker paints it; the faces must be loaded. Widths are kept. */
export function createWorkerRuler(): Ruler {
  const context = new OffscreenCanvas(8, 8).getContext("2d");
  if (context === null) throw new Error("The browser gives a worker no 2D canvas, which an export needs.");
  return createRuler((text, css, language) => {
    if ("lang" in context) Object.assign(context, { lang: language });
    context.font = css;
    return context.measureText(text).width;
  });
}
