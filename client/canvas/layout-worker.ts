/** Layouts in a worker, started when it is first needed and kept. */
import type { LayoutJob } from "../../scene/layouts/jobs.ts";
import type { Laid } from "../../scene/layouts/laid.ts";

interface Waiting {
  asked: LayoutJob;
  resolve: (laid: Laid) => void;
  reject: (reason: Error) => void;
}

/** What was stopped rejects with an AbortError. */
export function createLayoutWorker(): (job: LayoutJob, stop?: AbortSignal) => Promise<Laid> {
  let worker: Worker | null = null;
  let jobs = 0;
  const waiting = new Map<number, Waiting>();
  const start = () => {
    const started = new Worker(new URL("./layout.worker.ts", import.meta.url), { type: "module" });
    started.addEventListener("message", ({ data }: MessageEvent<{ job: number; laid: Laid }>) => {
      waiting.get(data.job)?.resolve(data.laid);
      waiting.delete(data.job);
    });
    started.addEventListener("error", (event) => {
      for (const { reject } of waiting.values()) reject(new Error(`The layout failed: ${event.message}`));
      waiting.clear();
    });
    return started;
  };
  const post = (job: number, asked: LayoutJob) => {
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
  return (asked, stop) =>
    new Promise((resolve, reject) => {
      const job = ++jobs;
      waiting.set(job, { asked, resolve, reject });
      stop?.addEventListener("abort", () => drop(job), { once: true });
      post(job, asked);
    });
}
