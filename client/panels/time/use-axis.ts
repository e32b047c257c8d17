/** What the time strip reads of the view: the axis of its dates, and how many claims are what at the time. */
import { useMemo } from "react";
import { type Presence, datedOf, daysOfPeriod, presenceOf } from "../../../schema/as-of.ts";
import type { ExplorerGraph } from "../../view/graph.ts";
import type { ExplorerState, TimeView } from "../../store.ts";
import { countPresences, todayAsDays } from "../../view/time.ts";
import { type TimeAxis, axisOf } from "../../view/time-axis.ts";
import { relationshipFilters } from "../../view/filters.ts";
import { useExplorer, useGraph, useView } from "../context.ts";

/** The claims on screen that neither a filter nor a hand hides, whatever their time. */
function claimsOf(state: ExplorerState, graph: ExplorerGraph) {
  const filterOf = relationshipFilters(state);
  return graph
    .filterEdges(
      (_id, attributes, source, target) =>
        !state.hidden.has(source) && !state.hidden.has(target) && filterOf(attributes) !== "hide",
    )
    .map((id) => graph.getEdgeAttribute(id, "relationship").properties);
}

export function useTimeAxis(time: TimeView): { axis: TimeAxis | null; counts: Record<Presence, number> } {
  const explorer = useExplorer();
  const graph = useGraph();
  const revision = useView((state) => state.revision);
  const filters = useView((state) => state.filters);
  const hidden = useView((state) => state.hidden);
  const claims = useMemo(
    () => claimsOf({ ...explorer.store.getState(), filters, hidden }, graph),
    // The graph is one object that changes: its revision tells when.
    // oxlint-disable-next-line react/exhaustive-deps
    [explorer, graph, revision, filters, hidden],
  );
  const today = todayAsDays(new Date());
  const axis = useMemo(() => axisOf(claims, today), [claims, today]);
  const dates = useMemo(() => claims.map(datedOf), [claims]);
  const counts = useMemo(() => {
    const days = daysOfPeriod(time);
    return countPresences(dates.map((dated) => presenceOf(dated, days, today)));
  }, [dates, time, today]);
  return { axis, counts };
}
