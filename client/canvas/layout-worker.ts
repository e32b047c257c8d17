/** Layouts in a worker, started when it is first needed and kept. */
import type { ColumnRows } from "../../scene/layouts/columns.ts";
import type { LayoutJob, OrderJob } from "../../scene/layouts/jobs.ts";
import type { Laid } from "../../scene/layouts/laid.ts";

type Asked = LayoutJob | OrderJob;

interface Waiting {
  asked: Asked;
  resolve: (done: never) => void;
  reject: (reason: Error) => void;
}

/** What is asked of it; what was stopped rejects with an AbortError. */
export interface LayoutWorker {
  (job: LayoutJob, stop?: AbortSignal): Promise<Laid>;
  (job: OrderJob, stop?: AbortSignal): Promise<ColumnRows>;
}

export function createLayoutWorker(): LayoutWorker {
  let jobs = 0;
  const waiting = new Map<number, Waiting>();
  const start = () => {
    const started = new Worker(new URL("./layout.worker.ts", import.meta.url), { type: "module" });
    started.addEventListener("message", ({ data }: MessageEvent<{ job: number; done: never }>) => {
      waiting.get(data.job)?.resolve(data.done);
      waiting.delete(data.job);
    });
    started.addEventListener("error", (event) => {
      for (const { reject } of waiting.values()) reject(new Error(`The layout failed: ${event.message}`));
      waiting.clear();
    });
    return started;
  };
  let worker: Worker | null = null;
  const post = (job: number, asked: Asked) => {
    worker ??= start();
    worker.postMessage({ job, asked }, { transfer: [] });
  };
  /** A worker hears nothing while it works, so it is ended, and another takes up what else was asked. */
  const drop = (job: number) => {
    const dropped = waiting.get(job);
    if (!dropped) return;
    waiting.delete(job);
    worker?.terminate();
    worker = null;
    dropped.reject(new DOMException("The layout was stopped.", "AbortError"));
    for (const [other, { asked }] of waiting) post(other, asked);
  };
  return (asked: Asked, stop?: AbortSignal) =>
    new Promise<never>((resolve, reject) => {
      const job = ++jobs;
      waiting.set(job, { asked, resolve, reject });
      stop?.addEventListener("abort", () => drop(job), { once: true });
      post(job, asked);
    });
}
