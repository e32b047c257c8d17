/**
 * The process that writes exports for the server, one after another; what it needs to know it asks of the server. It is
 * ended from a thread when it takes more memory than it may, canvases and buffers included, or when the server is gone.
 */
import { Fault } from "../server/errors.ts";
import type { Ask, ExportRequest } from "../server/exports.ts";
import { watchMemory } from "../server/watch.ts";
import { writeErrand } from "./export.ts";

/** `pixels`: how many a picture may have. */
export type ToProcess =
  | { write: ExportRequest; pixels: number }
  | { answered: number; status: number; type: string; body: string };

/** What became of a file. */
export type Outcome =
  | { written: { name: string; content: string | Uint8Array<ArrayBuffer> } }
  | { refused: { name: string; message: string; remedy: string } }
  | { failed: string };

export type FromProcess =
  /** It has taken up the file. */
  | { begun: true }
  | { asks: number; path: string }
  /** `memory`: bytes that it takes now. */
  | { outcome: Outcome; memory: number };

const waiting = new Map<number, (answer: Response) => void>();
let asked = 0;

const send = (message: FromProcess) => process.send?.(message);
const finish = (outcome: Outcome) => send({ outcome, memory: process.memoryUsage.rss() });

const ask: Ask = (path) =>
  new Promise((resolve) => {
    asked += 1;
    waiting.set(asked, resolve);
    send({ asks: asked, path });
  });

async function write(request: ExportRequest, pixels: number): Promise<void> {
  send({ begun: true });
  try {
    const { name, content } = await writeErrand({ ...request, story: null, out: null }, ask, pixels);
    finish({ written: { name, content: typeof content === "string" ? content : new Uint8Array(content) } });
  } catch (error) {
    if (error instanceof Fault) {
      const { name, message, remedy } = error;
      finish({ refused: { name, message, remedy } });
    } else finish({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

watchMemory(Number(process.argv[2]));
process.on("message", (message: ToProcess) => {
  if ("write" in message) void write(message.write, message.pixels);
  else {
    const { answered, status, type, body } = message;
    waiting.get(answered)?.(new Response(body, { status, headers: { "Content-Type": type } }));
    waiting.delete(answered);
  }
});
// Without a server nobody waits for the file.
process.on("disconnect", () => process.exit());
