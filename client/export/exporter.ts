/** Makes the file of an export: a scene, a page, and its writer in a worker, so that the tab stays alive. */
import type { Sheet } from "../../scene/sheet/forms.ts";
import { type FormatId, type WriterInput, fileName, formatOf } from "../../scene/writers/formats.ts";
import { paintSheet } from "../../scene/writers/paint.ts";
import type { Reply, Task } from "./export.worker.ts";

export interface ExportedFile {
  name: string;
  blob: Blob;
}

/** More pixels than these a canvas does not hold in every browser. */
const mostPixels = 16_384 ** 2;

/** A canvas could not be made so large: fewer pixels may do. */
export class TooLarge extends Error {}

/** What is written, and as what. */
export interface Order extends Omit<WriterInput, "faces"> {
  format: FormatId;
  /** Pixels of a PNG to each of the page. */
  scale: number;
}

/** Writes the file. Rejects with the signal's reason when it is given up, and with TooLarge. */
export async function writeExport({ format, scale, ...input }: Order, signal: AbortSignal): Promise<ExportedFile> {
  const [{ scene, sheet }] = input.pages;
  const blob = format === "png" ? await paintPng(sheet, scale) : await inWorker({ format, ...input }, signal);
  signal.throwIfAborted();
  return { name: fileName(scene, format), blob };
}

async function paintPng(sheet: Sheet, scale: number): Promise<Blob> {
  const [width, height] = [Math.round(sheet.width * scale), Math.round(sheet.height * scale)];
  if (width * height > mostPixels) throw new TooLarge(`${width} × ${height}`);
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  const context = canvas.getContext("2d");
  if (context === null) throw new TooLarge(`${width} × ${height}`);
  paintSheet(context, sheet, scale);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (blob === null) throw new TooLarge(`${width} × ${height}`);
  return blob;
}

/** A worker for each export: giving one up ends it at once. */
function inWorker(task: Task, signal: AbortSignal): Promise<Blob> {
  const worker = new Worker(new URL("./export.worker.ts", import.meta.url), { type: "module" });
  const written = new Promise<Blob>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
    worker.addEventListener("error", ({ message }) => reject(new Error(message || "The writer could not be loaded.")));
    worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => {
      if ("error" in data) reject(new Error(data.error));
      else resolve(new Blob([data.content], { type: formatOf(task.format).mime }));
    });
    worker.postMessage(task, { transfer: [] });
  });
  return written.finally(() => worker.terminate());
}

/** Hands a file to the browser's downloads. */
export function download({ name, blob }: ExportedFile): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  Object.assign(link, { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
