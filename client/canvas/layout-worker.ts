/** Layouts in a worker, started when it is first needed and kept. */
import type { Point } from "../../scene/geometry.ts";
import type { LayeredInput } from "../../scene/layouts/layered.ts";
import type { OrganicInput } from "../../scene/layouts/organic.ts";

export type Positions = Record<string, Point>;

/** What the worker can be asked to lay out. */
export type LayoutJob = { layout: "organic"; input: OrganicInput } | { layout: "layered"; input: LayeredInput };

export function createLayoutWorker(): (job: LayoutJob) => Promise<Positions> {
  let worker: Worker | null = null;
  let jobs = 0;
  const waiting = new Map<number, { resolve: (positions: Positions) => void; reject: (reason: Error) => void }>();
  const start = () => {
    const started = new Worker(new URL("./layout.worker.ts", import.meta.url), { type: "module" });
    started.addEventListener("message", ({ data }: MessageEvent<{ job: number; positions: Positions }>) => {
      waiting.get(data.job)?.resolve(data.positions);
      waiting.delete(data.job);
    });
    started.addEventListener("error", (event) => {
      for (const { reject } of waiting.values()) reject(new Error(`The layout failed: ${event.message}`));
      waiting.clear();
    });
    return started;
  };
  return (asked) =>
    new Promise((resolve, reject) => {
      worker ??= start();
      const job = ++jobs;
      waiting.set(job, { resolve, reject });
      worker.postMessage({ job, asked }, { transfer: [] });
    });
}
