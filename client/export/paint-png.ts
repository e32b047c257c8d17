/** Paints a sheet as a PNG in a worker, in the page's own faces. */
import interFile from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url";
import serifFile from "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url";
import type { Sheet } from "../../scene/sheet/forms.ts";
import { paintSheet } from "../../scene/writers/paint.ts";

/** More pixels than these a canvas does not hold in every browser. */
const mostPixels = 16_384 ** 2;

/** A canvas could not be made so large: fewer pixels may do. */
export class TooLarge extends Error {}

/** A worker knows none of the page's faces. */
async function loadFaces(): Promise<void> {
  const files = [
    ["Inter Variable", interFile],
    ["Source Serif 4 Variable", serifFile],
  ] as const;
  const faces = files.map(([name, file]) => new FontFace(name, `url(${file})`, { weight: "100 900" }));
  for (const face of faces) (self as unknown as { fonts: FontFaceSet }).fonts.add(face);
  await Promise.all(faces.map((face) => face.load()));
}

/** Throws TooLarge where this browser has no canvas of so many pixels. */
export async function paintPng(sheet: Sheet, scale: number): Promise<Blob> {
  const [width, height] = [Math.round(sheet.width * scale), Math.round(sheet.height * scale)];
  if (width * height > mostPixels) throw new TooLarge(`${width} × ${height}`);
  await loadFaces();
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  if (context === null) throw new TooLarge(`${width} × ${height}`);
  paintSheet(context, sheet, scale);
  return canvas.convertToBlob({ type: "image/png" }).catch(() => {
    throw new TooLarge(`${width} × ${height}`);
  });
}
