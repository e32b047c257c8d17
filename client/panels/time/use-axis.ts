/** What the time strip reads of the view: the axis of its dates, and how many claims are what at the time. */
import { useMemo } from "react";
import { type Presence, daysOfPeriod, presenceOf } from "../../../schema/as-of.ts";
import { hasRules } from "../../style/rules.ts";
import type { ExplorerGraph } from "../../view/graph.ts";
import { changesOf } from "../../view/graph-changes.ts";
import { type Line, linesOf } from "../../view/lines.ts";
import type { ExplorerState, TimeView } from "../../store.ts";
import { countPresences, todayAsDays } from "../../view/time.ts";
import { type TimeAxis, axisOf } from "../../view/time-axis.ts";
import { relationshipFilters } from "../../view/filters.ts";
import { useExplorer, useGraph, useView } from "../context.ts";

/** The claims on screen that neither a filter nor a hand hides, whatever their time. */
const claimsOf = (state: ExplorerState, graph: ExplorerGraph): readonly Line[] => {
  const filterOf = relationshipFilters(state);
  const { hidden } = state;
  return linesOf(graph).lines.filter(
    ({ attributes, source, target }) => !hidden.has(source) && !hidden.has(target) && filterOf(attributes) !== "hide",
  );
};

export function useTimeAxis(time: TimeView): { axis: TimeAxis | null; counts: Record<Presence, number> } {
  const explorer = useExplorer();
  const graph = useGraph();
  const filters = useView((state) => state.filters);
  const hidden = useView((state) => state.hidden);
  // The graph is one object that changes; a step that leaves it as it is asks for nothing.
  const { shown } = changesOf(graph);
  const areRead = hasRules();
  const claims = useMemo(
    () => claimsOf({ ...explorer.store.getState(), filters, hidden }, graph),
    // oxlint-disable-next-line react/exhaustive-deps
    [explorer, graph, shown, areRead, filters, hidden],
  );
  const today = todayAsDays(new Date());
  const axis = useMemo(
    () =>
      axisOf(
        claims.map(({ attributes }) => attributes.relationship.properties),
        today,
      ),
    [claims, today],
  );
  const counts = useMemo(() => {
    const days = daysOfPeriod(time);
    return countPresences(claims.map((claim) => presenceOf(claim, days, today)));
  }, [claims, time, today]);
  return { axis, counts };
}
