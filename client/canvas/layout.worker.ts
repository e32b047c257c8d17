/** Lays out away from the page's own thread. */
import { type LayoutJob, layOut } from "../../scene/layouts/jobs.ts";

addEventListener("message", ({ data }: MessageEvent<{ job: number; asked: LayoutJob }>) => {
  // A failure must reach the page as the worker's own error, which no rejection does.
  layOut(data.asked).then(
    (laid) => postMessage({ job: data.job, laid }),
    (reason: unknown) =>
      setTimeout(() => {
        throw reason;
      }),
  );
});
