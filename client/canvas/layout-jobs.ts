/** Lays out what is asked for through a port: a worker's own, or the end of a channel. */
import type { ColumnRows } from "../../scene/layouts/columns.ts";
import { type LayoutJob, type OrderJob, layOut, orderRows } from "../../scene/layouts/jobs.ts";
import type { Laid } from "../../scene/layouts/laid.ts";

export type Asked = LayoutJob | OrderJob;
export type Done = Laid | ColumnRows;

/** One at a time, each answered before the next is posted. */
export type LayoutAnswer = { done: Done } | { failed: string };

export type Port = Pick<Worker, "addEventListener" | "postMessage">;

export function answerJobs(port: Port): void {
  port.addEventListener("message", (event) => {
    const { data: asked } = event as MessageEvent<Asked>;
    const tell = (answer: LayoutAnswer) => port.postMessage(answer, { transfer: [] });
    const work: Promise<Done> = asked.layout === "columns" ? orderRows(asked) : layOut(asked);
    work.then(
      (done) => tell({ done }),
      (reason: unknown) => tell({ failed: reason instanceof Error ? reason.message : String(reason) }),
    );
  });
}
