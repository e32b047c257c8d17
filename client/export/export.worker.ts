/** Runs a writer away from the page. */
import { type FormatId, type Writer, type WriterInput, formats } from "../../scene/writers/formats.ts";
import type { FaceSource } from "../../scene/writers/pdf/faces.ts";
import { faceFiles } from "./face-files.ts";

export interface Task extends Omit<WriterInput, "faces"> {
  format: Exclude<FormatId, "png">;
}

export type Reply = { content: string | Uint8Array<ArrayBuffer> } | { error: string };

addEventListener("message", ({ data }: MessageEvent<Task>) => {
  void write(data).then((reply) => postMessage(reply));
});

const fetchFace: FaceSource = async (id) => {
  const answer = await fetch(faceFiles[id]);
  if (!answer.ok) throw new Error(`The face ${id} could not be read: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
};

async function write({ format, ...input }: Task): Promise<Reply> {
  try {
    const writer: Writer = await formats[format].load();
    return { content: (await writer({ ...input, faces: fetchFace })) as string | Uint8Array<ArrayBuffer> };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
