/** A worker that makes the files of exports, asked one thing after another, so that the tab stays alive and giving one up ends it at once. */
import type { Progress } from "../../scene/writers/progress.ts";
import { type WorkerPort, startWorker } from "../page/worker.ts";
import type { Reply, Task } from "./export.worker.ts";
import type { SubjectPiece } from "./packed-subject.ts";
import { TooLarge } from "./too-large.ts";

type Told = Exclude<Reply, { progress: number } | { error: string }>;

const startWriter = () =>
  startWorker(() => new Worker(new URL("./export.worker.ts", import.meta.url), { type: "module" }));

/** The next reply that is no news of progress. Rejects with the signal's reason when it is given up, and with TooLarge. */
function answerOf(worker: WorkerPort, task: Task, signal: AbortSignal, progress?: Progress): Promise<Told> {
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

/** Ends some time after another. */
function later({ signal, after }: { signal: AbortSignal; after: number }): AbortSignal {
  const late = new AbortController();
  signal.addEventListener("abort", () => setTimeout(() => late.abort(signal.reason), after), { once: true });
  return late.signal;
}

/** Lets the page do what is due between pieces of a large view. */
const rest = () => new Promise((resolve) => setTimeout(resolve));

interface Asking {
  /** Ends what is no longer wanted: at once before its turn. */
  wanted?: AbortSignal;
  /** What has begun may go on for so many milliseconds: another worker would take as long to begin. */
  patience?: number;
  progress?: Progress;
}

export interface Desk {
  /**
   * Asks for something of a view, which goes first to a worker that has not got it; of none where there are no pieces.
   * Rejects with the reason when the desk is closed or it is no longer wanted, and with TooLarge.
   */
  ask(pieces: readonly SubjectPiece[], task: Task, asking?: Asking): Promise<Told>;
  /** Gives up what is under way; the next thing may be asked for all the same. */
  close(): void;
}

export function openDesk(): Desk {
  let closed = new AbortController();
  let worker: WorkerPort | null = null;
  /** The view that the worker has. */
  let sent: readonly SubjectPiece[] | null = null;
  /** Replies carry no names, so one thing is asked after another. */
  let work: Promise<unknown> = Promise.resolve();

  /** Ends the work itself, whatever it is busy with. */
  function end(): void {
    worker?.terminate();
    worker = null;
    sent = null;
  }

  async function ready(pieces: readonly SubjectPiece[], signal: AbortSignal): Promise<WorkerPort> {
    const asked = (worker ??= startWriter());
    if (sent === pieces) return asked;
    for (const piece of pieces) {
      asked.postMessage({ piece } satisfies Task, { transfer: [] });
      await rest();
      signal.throwIfAborted();
    }
    sent = pieces;
    return asked;
  }

  return {
    ask(pieces, task, { wanted, patience, progress } = {}) {
      const { signal: ended } = closed;
      const turn = work.then(async () => {
        ended.throwIfAborted();
        wanted?.throwIfAborted();
        const given = wanted && (patience === undefined ? wanted : later({ signal: wanted, after: patience }));
        const signal = given === undefined ? ended : AbortSignal.any([ended, given]);
        try {
          return await answerOf(await ready(pieces, signal), task, signal, progress);
        } catch (error) {
          // Once it is closed there may be another worker.
          if (!ended.aborted) end();
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
