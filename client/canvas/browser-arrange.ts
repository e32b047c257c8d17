/** The arrangement as the page uses it: text measured by the browser, layouts in a worker. */
import { type LayoutJob, layOut } from "../../scene/layouts/jobs.ts";
import { orderColumns } from "../../scene/layouts/order-columns.ts";
import type { Arrange } from "../explorer/stage.ts";
import { createArrange } from "./arrange.ts";
import type { LayoutWorker } from "./layout-worker.ts";
import { browserMeasure } from "./measure.ts";

/** So few nodes are laid out sooner than a worker starts. */
const fewNodes = { organic: 120, layered: 60, grid: 400, radial: 250, timeline: 400 } as const;

const isSmall = ({ layout, input }: LayoutJob): boolean => input.nodes.length <= fewNodes[layout];

/** The first view is laid out by the page itself where that is sooner: nothing can stutter yet. All others are not. */
export function createBrowserArrange(): Arrange {
  let worker: LayoutWorker | undefined;
  const readWorker = async (stop?: AbortSignal): Promise<LayoutWorker> => {
    const { createLayoutWorker } = await import("./layout-worker.ts");
    stop?.throwIfAborted();
    // Another job may have asked for it meanwhile.
    return (worker ??= createLayoutWorker());
  };
  let isFirst = true;
  const takeFirst = () => {
    const was = isFirst;
    isFirst = false;
    return was;
  };
  return createArrange({
    measure: browserMeasure().measure,
    lay: async (job, stop) => (takeFirst() && isSmall(job) ? layOut(job) : (await readWorker(stop))(job, stop)),
    order: async (job, stop) =>
      takeFirst() ? orderColumns(job.input.columns, job.input.links) : (await readWorker(stop))(job, stop),
  });
}
