/** The arrangement as the page uses it: text measured by the browser, large layouts in a worker. */
import type { Arrange } from "../explorer.ts";
import { createArrange, layLayeredHere, layOrganicHere } from "./arrange.ts";
import { createLayoutWorker } from "./layout-worker.ts";
import { browserMeasure } from "./measure.ts";

/** So few nodes are laid out sooner than a worker starts. */
const fewNodes = { organic: 120, layered: 60 } as const;

export function createBrowserArrange(): Arrange {
  const inWorker = createLayoutWorker();
  return createArrange({
    measure: browserMeasure().measure,
    layOrganic: (input) =>
      input.nodes.length <= fewNodes.organic ? layOrganicHere(input) : inWorker({ layout: "organic", input }),
    layLayered: (input) =>
      input.nodes.length <= fewNodes.layered ? layLayeredHere(input) : inWorker({ layout: "layered", input }),
  });
}
