/** The years in which things on screen begin to be told of. Pure. */
import { firstYearsOf } from "../../scene/layouts/first-years.ts";
import type { ExplorerGraph } from "../view/graph.ts";
import type { ExplorerState } from "../store.ts";

export const firstYearsIn = (state: Pick<ExplorerState, "vocabulary">, graph: ExplorerGraph): Map<string, number> =>
  firstYearsOf(
    graph.mapNodes((_id, { node }) => node),
    graph.mapEdges((_id, { relationship }) => relationship),
    state.vocabulary,
  );
