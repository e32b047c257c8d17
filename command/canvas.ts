/** A canvas without a browser: in the page's faces, and in those of PDF for what neither they nor the system can write. */
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { type Canvas, GlobalFonts, createCanvas } from "@napi-rs/canvas";
import { faceFiles } from "../client/export/face-files.ts";
import type { FaceId } from "../scene/writers/pdf/faces.ts";

const require = createRequire(import.meta.url);

const pageFaces = [
  ["@fontsource-variable/inter/files/inter-latin-wght-normal.woff2", "Inter Variable"],
  ["@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2", "Source Serif 4 Variable"],
] as const;

/** A container may have no fonts at all. */
const otherFaces: readonly (readonly [family: string, ...FaceId[]])[] = [
  ["Noto Sans TC", "tc-400", "tc-700"],
  ["Noto Sans SC", "sc-400", "sc-700"],
  ["Noto Sans Hebrew", "hebrew-400", "hebrew-700"],
  ["IBM Plex Sans Arabic", "arabic-400", "arabic-700"],
  ["Noto Emoji", "emoji"],
];

/** Those that a font goes on with, by whether it is one for simplified Chinese. */
let fallbacks: { traditional: string; simplified: string } | undefined;

function registerFaces(): NonNullable<typeof fallbacks> {
  const hasEmoji = GlobalFonts.families.some(({ family }) => /emoji/i.test(family));
  const wanted = otherFaces.filter(([family]) => family !== "Noto Emoji" || !hasEmoji);
  for (const [file, family] of pageFaces) GlobalFonts.registerFromPath(require.resolve(file), family);
  for (const [family, ...ids] of wanted) {
    if (GlobalFonts.has(family)) continue;
    for (const id of ids) GlobalFonts.registerFromPath(fileURLToPath(faceFiles[id]), family);
  }
  const [tc = "", sc = "", ...others] = wanted.map(([family]) => `"${family}"`);
  return { traditional: [tc, sc, ...others].join(","), simplified: [sc, tc, ...others].join(",") };
}

export function createPaper(width: number, height: number): { canvas: Canvas; context: CanvasRenderingContext2D } {
  const { traditional, simplified } = (fallbacks ??= registerFaces());
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d") as unknown as CanvasRenderingContext2D;
  const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(context), "font");
  // What is set as a font ends with the system's; the canvas looks for further faces only by name.
  Object.defineProperty(context, "font", {
    get: () => own?.get?.call(context) as string,
    set(font: string) {
      own?.set?.call(context, `${font},${/ SC\b/.test(font) ? simplified : traditional}`);
    },
  });
  return { canvas, context };
}
