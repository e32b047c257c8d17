/** The view as plain values, to be kept as a file. */
import { type Viewed, snapshot } from "./context.ts";
import { keptVersion } from "./kept-version.ts";
import type { KeptView } from "./kept-view.ts";

/** The view as plain values; null before the data set is there. */
export function keepView(context: Viewed): KeptView | null {
  const { dataset, selected } = context.store.getState();
  if (dataset === null) return null;
  const { view, graph, stage, language } = snapshot(context, null);
  const { answer, layout, around, hidden, filters, path, paths, overlaps, expansions, time, style, showUndrawn } = view;
  return {
    format: "alumnigraph-view",
    version: keptVersion,
    dataset: { id: dataset.id, version: dataset.version },
    language,
    stage,
    nodes: [...graph.nodes.values()],
    relationships: [...graph.relationships.values()],
    guides: graph.guides,
    answer,
    layout,
    around,
    hidden: [...hidden],
    filters,
    path: path && { nodes: [...path.nodes], relationships: [...path.relationships] },
    paths,
    time,
    overlaps,
    style,
    expansions,
    showUndrawn,
    selected,
  };
}
