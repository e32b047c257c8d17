/** Why a layout cannot be had now. Pure. */
import { type Vocabulary, typesWithRole } from "../../../schema/vocabulary.ts";
import { firstYearsIn } from "../../canvas/years.ts";
import type { ExplorerGraph } from "../../view/graph.ts";
import type { ExplorerState, Layout } from "../../store.ts";
import type { MessageId } from "../../strings/message.ts";

/** Whether names may tell a year that no relationship does. */
const namesHaveDates = ({ labels, measures }: Vocabulary): boolean =>
  Object.values(measures).some(({ begins }) => begins) ||
  Object.values(labels).some(({ properties = {} }) => Object.values(properties).some(({ form }) => form === "date"));

/** Whether a layout is worth a word: not one that nothing in the data set could ever be laid out by. */
export function isLayoutOffered({ answer, dataset, layout: now, vocabulary }: ExplorerState, layout: Layout): boolean {
  if (layout === now) return true;
  if (layout === "timeline") return dataset?.dated !== false || (vocabulary !== null && namesHaveDates(vocabulary));
  if (layout !== "columns" || answer?.columns !== undefined || vocabulary === null) return true;
  return typesWithRole(vocabulary, "career").length > 0;
}

/** Null where it can. */
export function reasonAgainst(state: ExplorerState, graph: ExplorerGraph, layout: Layout): MessageId | null {
  if (layout === "columns" && state.answer?.columns === undefined) return "arrange.noColumns";
  if (layout === "radial" && state.selected?.kind !== "node") return "arrange.noSelection";
  if (layout === "timeline" && firstYearsIn(state, graph).size === 0) return "arrange.noDates";
  return null;
}
