/** Why a layout cannot be had now. Pure. */
import type { ExplorerState, Layout } from "../../store.ts";
import type { MessageId } from "../../strings/message.ts";

/** Null where it can. */
export function reasonAgainst(state: ExplorerState, layout: Layout): MessageId | null {
  if (layout === "columns" && state.answer?.columns === undefined) return "arrange.noColumns";
  if (layout === "radial" && state.selected?.kind !== "node") return "arrange.noSelection";
  return null;
}
