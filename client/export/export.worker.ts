/** Runs a writer, or paints a picture, away from the page; tells how far it is. */
import { type FormatId, type Writer, type WriterInput, formats } from "../../scene/writers/formats.ts";
import type { FaceSource } from "../../scene/writers/pdf/faces.ts";
import { faceFiles } from "./face-files.ts";
import { TooLarge, paintPng } from "./paint-png.ts";

export interface Task extends Omit<WriterInput, "faces" | "progress"> {
  format: FormatId;
  /** Pixels of a PNG to each of the page. */
  scale: number;
}

export type Reply =
  | { progress: number }
  | { content: string | Blob | Uint8Array<ArrayBuffer> }
  /** `tooLarge`: no canvas here has so many pixels. */
  | { error: string; tooLarge: boolean };

addEventListener("message", ({ data }: MessageEvent<Task>) => {
  void write(data).then((reply) => postMessage(reply));
});

const fetchFace: FaceSource = async (id) => {
  const answer = await fetch(faceFiles[id]);
  if (!answer.ok) throw new Error(`The face ${id} could not be read: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
};

async function write({ format, scale, ...input }: Task): Promise<Reply> {
  const progress = (share: number) => postMessage({ progress: share } satisfies Reply);
  try {
    if (format === "png") return { content: await paintPng(input.pages[0].sheet, scale) };
    const writer: Writer = await formats[format].load();
    const content = await writer({ ...input, faces: fetchFace, progress });
    return { content: content as string | Uint8Array<ArrayBuffer> };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error), tooLarge: error instanceof TooLarge };
  }
}
