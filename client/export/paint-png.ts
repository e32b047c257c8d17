/** Paints a sheet in a worker, in the page's own faces. */
import type { Sheet } from "../../scene/sheet/forms.ts";
import { paintSheet } from "../../scene/writers/paint.ts";
import { loadFaces } from "./worker-faces.ts";
import { TooLarge } from "./too-large.ts";

/** More pixels than these a canvas does not hold in every browser. */
const mostPixels = 16_384 ** 2;

async function paint(sheet: Sheet, scale: number): Promise<OffscreenCanvas> {
  const [width, height] = [Math.round(sheet.width * scale), Math.round(sheet.height * scale)];
  if (width * height > mostPixels) throw new TooLarge(`${width} × ${height}`);
  await loadFaces();
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  if (context === null) throw new TooLarge(`${width} × ${height}`);
  paintSheet(context, sheet, scale);
  return canvas;
}

/** Throws TooLarge where this browser has no canvas of so many pixels. */
export async function paintPng(sheet: Sheet, scale: number): Promise<Blob> {
  const canvas = await paint(sheet, scale);
  return canvas.convertToBlob({ type: "image/png" }).catch(() => {
    throw new TooLarge(`${canvas.width} × ${canvas.height}`);
  });
}

/** A page as it will be, as large as a screen shows it. */
export async function paintPreview(sheet: Sheet): Promise<ImageBitmap> {
  const canvas = await paint(sheet, Math.min(1400 / sheet.width, 2000 / sheet.height, 2));
  return canvas.transferToImageBitmap();
}
