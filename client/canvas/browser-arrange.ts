/** The arrangement as the page uses it: text measured by the browser, large layouts in a worker. */
import { layOut } from "../../scene/layouts/jobs.ts";
import type { Arrange } from "../explorer.ts";
import { createArrange } from "./arrange.ts";
import { createLayoutWorker } from "./layout-worker.ts";
import { browserMeasure } from "./measure.ts";

/** So few nodes are laid out sooner than a worker starts. */
const fewNodes = { organic: 120, layered: 60, grid: 400, radial: 250, timeline: 400 } as const;

export function createBrowserArrange(): Arrange {
  const inWorker = createLayoutWorker();
  return createArrange({
    measure: browserMeasure().measure,
    lay: (job, stop) => (job.input.nodes.length <= fewNodes[job.layout] ? layOut(job) : inWorker(job, stop)),
  });
}
