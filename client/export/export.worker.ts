/** Runs a writer away from the page. */
import { type FormatId, type WriterInput, formats } from "../../scene/writers/formats.ts";

export interface Task extends WriterInput {
  format: Exclude<FormatId, "png">;
}

export type Reply = { content: string | Uint8Array<ArrayBuffer> } | { error: string };

self.addEventListener("message", ({ data }: MessageEvent<Task>) => {
  void write(data).then((reply) => self.postMessage(reply));
});

async function write({ format, ...input }: Task): Promise<Reply> {
  try {
    const writer = await formats[format].load();
    return { content: (await writer(input)) as string | Uint8Array<ArrayBuffer> };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
