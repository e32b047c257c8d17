/** Makes the files of exports in a worker, so that the tab stays alive and giving one up ends it at once. */
import { fileName } from "../../scene/writers/formats.ts";
import type { Pages } from "../../scene/page.ts";
import type { Progress } from "../../scene/writers/progress.ts";
import type { ExportOptions } from "./compose.ts";
import type { Composition } from "./composition.ts";
import type { Form, Reply, Task } from "./export.worker.ts";
import type { ComposePages } from "../story/compose-pages.ts";
import { type SubjectPiece, packSubject } from "./packed-subject.ts";
import type { Subject } from "./scene-of.ts";

export interface ExportedFile {
  name: string;
  blob: Blob;
}

/** A canvas could not be made so large: fewer pixels may do. */
export class TooLarge extends Error {}

const startWorker = () => new Worker(new URL("./export.worker.ts", import.meta.url), { type: "module" });

/** The next reply that is no news of progress. Rejects with the signal's reason when it is given up, and with TooLarge. */
function answerOf(
  worker: Worker,
  task: Task,
  signal: AbortSignal,
  progress?: Progress,
): Promise<Exclude<Reply, { progress: number } | { error: string }>> {
  return new Promise((resolve, reject) => {
    const end = new AbortController();
    const settle = (work: () => void) => {
      end.abort();
      work();
    };
    const until = { signal: end.signal };
    signal.addEventListener("abort", () => settle(() => reject(signal.reason as Error)), until);
    const fail = ({ message }: ErrorEvent) =>
      settle(() => reject(new Error(message || "The writer could not be loaded.")));
    worker.addEventListener("error", fail, until);
    const hear = ({ data }: MessageEvent<Reply>) => {
      if ("progress" in data) progress?.(data.progress);
      else if ("error" in data) settle(() => reject(data.tooLarge ? new TooLarge(data.error) : new Error(data.error)));
      else settle(() => resolve(data));
    };
    worker.addEventListener("message", hear, until);
    signal.throwIfAborted();
    worker.postMessage(task, { transfer: [] });
  });
}

/** Writes the pages of a story. Rejects with the signal's reason when it is given up. */
export async function writePages(
  pages: Pages,
  form: Form,
  signal: AbortSignal,
  progress: Progress,
): Promise<ExportedFile> {
  const worker = startWorker();
  try {
    const told = await answerOf(worker, { pages, form }, signal, progress);
    if (!("content" in told)) throw new Error("The writer gave back no file.");
    return { name: fileName(pages[0].scene, form.format), blob: told.content };
  } finally {
    worker.terminate();
  }
}

/** Composes the pages of a story, one view after another. */
export interface PageComposer {
  /** Rejects when it is closed meanwhile. */
  readonly compose: ComposePages;
  /** Gives up what is under way; the next view may be asked for all the same. */
  close(): void;
}

export function createPageComposer(): PageComposer {
  let closed = new AbortController();
  let worker: Worker | null = null;
  let work: Promise<unknown> = Promise.resolve();
  const end = () => {
    worker?.terminate();
    worker = null;
  };
  return {
    compose(subject, order) {
      const { signal } = closed;
      const turn = work.then(async () => {
        signal.throwIfAborted();
        worker ??= startWorker();
        try {
          await sendPieces(worker, packSubject(subject), signal);
          const told = await answerOf(worker, { order }, signal);
          if (!("composed" in told)) throw new Error("The writer gave back no pages.");
          return told.composed;
        } catch (error) {
          if (signal === closed.signal) end();
          throw error;
        }
      });
      work = turn.catch(() => undefined);
      return turn;
    },
    close() {
      closed.abort();
      closed = new AbortController();
      end();
    },
  };
}

/** A view that is being exported: it is sent to a worker once, then composed and written there as it is asked for. */
export interface Exporting {
  /** What it would be, with a picture of it where it is one. Rejects when `wanted` ends, unless it is nearly there then. */
  compose(options: ExportOptions, wanted: AbortSignal): Promise<Composing>;
  /** Rejects with the signal's reason when it is given up, and with TooLarge. */
  write(options: ExportOptions, signal: AbortSignal, progress: Progress): Promise<Blob>;
  /** Gives up what is under way. */
  close(): void;
}

export type Composing = Extract<Reply, { composition: Composition }>;

/** What is no longer wanted may go on for so long, in milliseconds: another worker would take as long to begin. */
const patience = 300;

/** Ends some time after another. */
function later({ signal, after }: { signal: AbortSignal; after: number }): AbortSignal {
  const late = new AbortController();
  signal.addEventListener("abort", () => setTimeout(() => late.abort(signal.reason), after), { once: true });
  return late.signal;
}

/** Lets the page do what is due between pieces of a large view. */
const rest = () => new Promise((resolve) => setTimeout(resolve));

async function sendPieces(worker: Worker, pieces: readonly SubjectPiece[], signal: AbortSignal): Promise<void> {
  for (const piece of pieces) {
    worker.postMessage({ piece } satisfies Task, { transfer: [] });
    await rest();
    signal.throwIfAborted();
  }
}

export function beginExport(subject: Omit<Subject, "ruler">): Exporting {
  const pieces = packSubject(subject);
  let closed = new AbortController();
  let worker: Worker | null = null;
  /** Replies carry no names, so one thing is asked after another. */
  let work: Promise<unknown> = Promise.resolve();

  /** Ends the work itself, whatever it is busy with. */
  function end(): void {
    worker?.terminate();
    worker = null;
  }

  async function ready(signal: AbortSignal): Promise<Worker> {
    if (worker !== null) return worker;
    worker = startWorker();
    await sendPieces(worker, pieces, signal);
    return worker;
  }

  async function ask(task: Task, signal: AbortSignal, progress?: Progress) {
    try {
      return await answerOf(await ready(signal), task, signal, progress);
    } catch (error) {
      end();
      throw error;
    }
  }

  function inTurn<T>(asking: () => Promise<T>): Promise<T> {
    const turn = work.then(asking);
    work = turn.catch(() => undefined);
    return turn;
  }

  return {
    async compose(options, wanted) {
      const told = await inTurn(async () => {
        wanted.throwIfAborted();
        return ask({ compose: options }, AbortSignal.any([closed.signal, later({ signal: wanted, after: patience })]));
      });
      if (!("composition" in told)) throw new Error("The writer gave back no composition.");
      return told;
    },
    async write(options, signal, progress) {
      const either = AbortSignal.any([signal, closed.signal]);
      const told = await inTurn(async () => {
        either.throwIfAborted();
        return ask({ write: options }, either, progress);
      });
      if (!("content" in told)) throw new Error("The writer gave back no file.");
      return told.content;
    },
    close() {
      closed.abort();
      closed = new AbortController();
      end();
    },
  };
}

/** Hands a file to the browser's downloads. */
export function download({ name, blob }: ExportedFile): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  Object.assign(link, { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
