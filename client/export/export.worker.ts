/** Runs a writer away from the page. */
import { type FormatId, type Writer, type WriterInput, formats } from "../../scene/writers/formats.ts";

export interface Task extends WriterInput {
  format: Exclude<FormatId, "png">;
}

export type Reply = { content: string | Uint8Array<ArrayBuffer> } | { error: string };

addEventListener("message", ({ data }: MessageEvent<Task>) => {
  void write(data).then((reply) => postMessage(reply));
});

async function write({ format, ...input }: Task): Promise<Reply> {
  try {
    const writer: Writer = await formats[format].load();
    return { content: (await writer(input)) as string | Uint8Array<ArrayBuffer> };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
