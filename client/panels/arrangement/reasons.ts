/** Why a layout cannot be had now. Pure. */
import { firstYearsIn } from "../../canvas/years.ts";
import type { ExplorerGraph } from "../../view/graph.ts";
import type { ExplorerState, Layout } from "../../store.ts";
import type { MessageId } from "../../strings/message.ts";

/** Null where it can. */
export function reasonAgainst(state: ExplorerState, graph: ExplorerGraph, layout: Layout): MessageId | null {
  if (layout === "columns" && state.answer?.columns === undefined) return "arrange.noColumns";
  if (layout === "radial" && state.selected?.kind !== "node") return "arrange.noSelection";
  if (layout === "timeline" && firstYearsIn(state, graph).size === 0) return "arrange.noDates";
  return null;
}
