/** Lays out away from the page's own thread. */
import type { LayoutJob, Positions } from "./layout-worker.ts";

async function lay(job: LayoutJob): Promise<Positions> {
  if (job.layout === "organic") return (await import("../../scene/layouts/organic.ts")).layOrganic(job.input);
  return (await import("../../scene/layouts/layered.ts")).layLayered(job.input);
}

addEventListener("message", ({ data }: MessageEvent<{ job: number; asked: LayoutJob }>) => {
  // A failure must reach the page as the worker's own error, which no rejection does.
  lay(data.asked).then(
    (positions) => postMessage({ job: data.job, positions }),
    (reason: unknown) =>
      setTimeout(() => {
        throw reason;
      }),
  );
});
