/** How a layout is to be read, and how many names in it have no year. */
import { shownYears } from "../canvas/layered.ts";
import { firstYearsIn } from "../canvas/years.ts";
import type { ExplorerState } from "../store.ts";
import { say } from "../strings/strings.ts";
import type { ExplorerGraph } from "../view/graph.ts";

/** Null where places need no words. */
export function layoutHint(state: ExplorerState, graph: ExplorerGraph): string | null {
  const { layout, language } = state;
  if (graph.order < 2) return null;
  if (layout === "layered")
    return say(language, "arrange.layeredHint", { undated: graph.order - shownYears(state, graph).size });
  if (layout !== "timeline") return null;
  return say(language, "arrange.timelineHint", { undated: graph.order - firstYearsIn(state, graph).size });
}
