/** The arrangement as the page uses it: text measured by the browser, forces in a worker. */
import type { Arrange } from "../explorer.ts";
import { createArrange } from "./arrange.ts";
import { browserMeasure } from "./measure.ts";
import { createOrganicWorker } from "./organic-worker.ts";

export function createBrowserArrange(): Arrange {
  return createArrange({ measure: browserMeasure().measure, layOrganic: createOrganicWorker() });
}
