/** The network that measures are of: what is drawn, with filters and time applied. Pure. */
import type { MeasuredNetwork } from "../../scene/network-measures.ts";
import type { ExplorerGraph } from "../view/graph.ts";
import { opened } from "../view/groups.ts";
import { type ExplorerState, type Filters, measuredBy, noFilters } from "../store.ts";
import { drawnOpen } from "../view/visibility.ts";

const measured: ReadonlySet<string> = new Set([...measuredBy, "community"]);

/** `degree=…` and `degree` alike: the key of a filter by value, or of a range. */
const goesByMeasure = (key: string): boolean => measured.has(key.split("=", 1)[0] ?? "");

const without = <T>(all: Readonly<Record<string, T>>, none: Readonly<Record<string, T>>) => {
  const rest = Object.entries(all).filter(([key]) => !goesByMeasure(key));
  return rest.length === 0 ? none : Object.fromEntries(rest);
};

const filtersByMeasure = ({ values, ranges }: Filters): boolean =>
  [...Object.keys(values), ...Object.keys(ranges)].some(goesByMeasure);

/** The filters that measures are worked out under: those by measures would change what they go by. */
export const filtersBeforeMeasuring = (filters: Filters): Filters =>
  filtersByMeasure(filters)
    ? {
        ...filters,
        values: without(filters.values, noFilters.values),
        ranges: without(filters.ranges, noFilters.ranges),
      }
    : filters;

/** What a selection draws in passing is no part of it; groups are measured as their members. */
export function drawnNetwork(state: ExplorerState, shown: ExplorerGraph): MeasuredNetwork {
  const graph = opened(shown);
  const rest = { ...state, selected: null, filters: filtersBeforeMeasuring(state.filters) };
  const { nodes, relationships } = drawnOpen(rest, graph);
  return { nodes: [...nodes], links: [...relationships].map((id) => [graph.source(id), graph.target(id)] as const) };
}

/** Whether sizes, colors or filters go by a measure of the network. */
export const usesMeasures = ({ style, filters }: Pick<ExplorerState, "style" | "filters">): boolean =>
  [style.nodeColor, style.nodeSize].some((field) => field !== null && measured.has(field)) || filtersByMeasure(filters);
