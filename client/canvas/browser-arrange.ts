/** The arrangement as the page uses it: text measured by the browser, forces in a worker. */
import { layOrganic } from "../../scene/layouts/organic.ts";
import type { Arrange } from "../explorer.ts";
import { createArrange } from "./arrange.ts";
import { browserMeasure } from "./measure.ts";
import { createOrganicWorker } from "./organic-worker.ts";

/** So few nodes are laid out sooner than a worker starts. */
const fewNodes = 120;

export function createBrowserArrange(): Arrange {
  const inWorker = createOrganicWorker();
  return createArrange({
    measure: browserMeasure().measure,
    layOrganic: (input) => (input.nodes.length <= fewNodes ? Promise.resolve(layOrganic(input)) : inWorker(input)),
  });
}
