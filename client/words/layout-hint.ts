/** How a layout is to be read, and how many names in it have no year. */
import { areGenerations, shownYears } from "../canvas/layered.ts";
import { firstYearsIn } from "../canvas/years.ts";
import type { ExplorerState } from "../store.ts";
import { say } from "../strings/strings.ts";
import type { ExplorerGraph } from "../view/graph.ts";
import { isGroup } from "../view/groups.ts";
import { addedTo, isFolded } from "../view/question-view.ts";
import { visibleNodes } from "../view/visibility.ts";
import { tellsOfDescent } from "./descent.ts";

/** Whether any relationship on screen leads from one name to another, rather than joining both alike. */
const isDirected = ({ vocabulary }: ExplorerState, graph: ExplorerGraph): boolean =>
  graph.someEdge((_, { relationship }) => vocabulary?.relationships[relationship.type]?.directed !== false);

/** Null where places need no words. Names are counted among those of `ids`, else among all that are on screen. */
export function layoutHint(state: ExplorerState, graph: ExplorerGraph, ids = graph.nodes()): string | null {
  const { layout, language } = state;
  if (ids.length < 2) return null;
  const without = (years: ReadonlyMap<string, number>) => ids.filter((id) => !years.has(id)).length;
  const told = tellsOfDescent(state.vocabulary);
  if (layout === "layered") {
    const how = told === "yes" ? areGenerations(state, graph) : isDirected(state, graph) ? "plain" : "undirected";
    return say(language, "arrange.layeredHint", { how, undated: without(shownYears(state, graph)) });
  }
  if (layout === "columns") {
    // Beside folded columns there is no room for others.
    if (isFolded(state)) return null;
    const drawn = visibleNodes(state, graph);
    const isAmong = (id: string) => {
      const { x, pinned } = graph.getNodeAttributes(id);
      return !pinned && !isGroup(id) && drawn.has(id) && addedTo(state, id, x) === "among";
    };
    const count = ids.filter(isAmong).length;
    return count === 0 ? null : say(language, "arrange.columnsHint", { count });
  }
  if (layout !== "timeline") return null;
  return say(language, "arrange.timelineHint", { told, undated: without(firstYearsIn(state, graph)) });
}
