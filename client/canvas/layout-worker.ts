/** Layouts in a worker, started when it is first needed and kept. */
import type { ColumnRows } from "../../scene/layouts/columns.ts";
import type { LayoutJob, OrderJob } from "../../scene/layouts/jobs.ts";
import type { Laid } from "../../scene/layouts/laid.ts";
import { type WorkerPort, startWorker } from "../page/worker.ts";
import type { Asked, Done, LayoutAnswer } from "./layout-jobs.ts";

interface Waiting {
  asked: Asked;
  resolve: (done: Done) => void;
  reject: (reason: Error) => void;
}

/** What is asked of it; what was stopped rejects with an AbortError. */
export interface LayoutWorker {
  (job: LayoutJob, stop?: AbortSignal): Promise<Laid>;
  (job: OrderJob, stop?: AbortSignal): Promise<ColumnRows>;
}

const startLayouts = (): WorkerPort =>
  startWorker(() => new Worker(new URL("./layout.worker.ts", import.meta.url), { type: "module" }));

/** Does one job after another; one that fails, or breaks the worker, leaves the others alone. */
export function createLayoutWorker(start = startLayouts): LayoutWorker {
  let worker: ReturnType<typeof start> | null = null;
  const waiting: Waiting[] = [];
  let running: Waiting | undefined;

  /** A worker hears nothing while it works, so it is ended; another takes up what else was asked. */
  const end = () => {
    worker?.terminate();
    worker = null;
  };
  const goOn = () => {
    running = waiting.shift();
    if (running) (worker ??= ready()).postMessage(running.asked, { transfer: [] });
  };
  const settle = (work: (job: Waiting) => void) => {
    const job = running;
    goOn();
    if (job) work(job);
  };
  const ready = () => {
    const started = start();
    started.addEventListener("message", (event) => {
      const { data } = event as MessageEvent<LayoutAnswer>;
      settle(({ resolve, reject }) =>
        "failed" in data ? reject(new Error(`The layout failed: ${data.failed}`)) : resolve(data.done),
      );
    });
    started.addEventListener("error", (event) => {
      end();
      settle(({ reject }) => reject(new Error(`The layout failed: ${event.message}`)));
    });
    return started;
  };
  const stopped = () => new DOMException("The layout was stopped.", "AbortError");
  const drop = (job: Waiting) => {
    const at = waiting.indexOf(job);
    if (at !== -1) waiting.splice(at, 1);
    else if (running === job) {
      end();
      goOn();
    }
    job.reject(stopped());
  };
  return (asked: Asked, stop?: AbortSignal) =>
    new Promise<never>((resolve, reject) => {
      // What has been stopped already will not tell it again.
      if (stop?.aborted === true) return reject(stopped());
      const until = new AbortController();
      const job: Waiting = {
        asked,
        resolve: (done) => {
          until.abort();
          resolve(done as never);
        },
        reject: (reason) => {
          until.abort();
          reject(reason);
        },
      };
      stop?.addEventListener("abort", () => drop(job), { signal: until.signal });
      waiting.push(job);
      if (running === undefined) goOn();
    });
}
