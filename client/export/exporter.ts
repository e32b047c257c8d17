/** Makes the file of an export in a worker, so that the tab stays alive and giving it up ends it at once. */
import { fileName, formatOf } from "../../scene/writers/formats.ts";
import type { Progress } from "../../scene/writers/progress.ts";
import type { Reply, Task } from "./export.worker.ts";

export interface ExportedFile {
  name: string;
  blob: Blob;
}

/** A canvas could not be made so large: fewer pixels may do. */
export class TooLarge extends Error {}

/** Writes the file. Rejects with the signal's reason when it is given up, and with TooLarge. */
export async function writeExport(order: Task, signal: AbortSignal, progress: Progress): Promise<ExportedFile> {
  const { format, scale, pages, size, story, view } = order;
  // What else an order carries may not be of the kind that a worker can be sent.
  const blob = await inWorker({ format, scale, pages, size, story, view }, signal, progress);
  signal.throwIfAborted();
  return { name: fileName(pages[0].scene, format), blob };
}

function inWorker(task: Task, signal: AbortSignal, progress: Progress): Promise<Blob> {
  const worker = new Worker(new URL("./export.worker.ts", import.meta.url), { type: "module" });
  const written = new Promise<Blob>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
    worker.addEventListener("error", ({ message }) => reject(new Error(message || "The writer could not be loaded.")));
    worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => {
      if ("progress" in data) progress(data.progress);
      else if ("error" in data) reject(data.tooLarge ? new TooLarge(data.error) : new Error(data.error));
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
