/** How the layout is to be read, and how many names in it have no year. */
import { shownYears } from "../../canvas/layered.ts";
import { firstYearsIn } from "../../canvas/years.ts";
import { useExplorer, useGraph, useSay, useView } from "../context.ts";

export function LayoutHint() {
  const graph = useGraph();
  const explorer = useExplorer();
  const layout = useView((state) => state.layout);
  const say = useSay();
  if (graph.order < 2) return null;
  const state = explorer.store.getState();
  if (layout === "layered") {
    const undated = graph.order - shownYears(state, graph).size;
    return <span className="footer-part">{say("arrange.layeredHint", { undated })}</span>;
  }
  if (layout !== "timeline") return null;
  const undated = graph.order - firstYearsIn(state, graph).size;
  return <span className="footer-part">{say("arrange.timelineHint", { undated })}</span>;
}
