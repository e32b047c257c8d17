/** Lays out away from the page's own thread. */
import { type LayoutJob, type OrderJob, layOut } from "../../scene/layouts/jobs.ts";
import { orderColumns } from "../../scene/layouts/order-columns.ts";

const work = async (asked: LayoutJob | OrderJob) =>
  asked.layout === "columns" ? orderColumns(asked.input.columns, asked.input.links) : layOut(asked);

addEventListener("message", ({ data }: MessageEvent<{ job: number; asked: LayoutJob | OrderJob }>) => {
  // A failure must reach the page as the worker's own error, which no rejection does.
  work(data.asked).then(
    (done) => postMessage({ job: data.job, done }),
    (reason: unknown) =>
      setTimeout(() => {
        throw reason;
      }),
  );
});
