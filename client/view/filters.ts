/** How the key filters nodes and relationships: shown, dimmed or hidden. Pure. */
import { isDerived, mainLabel } from "../../schema/graph.ts";
import type { EdgeAttributes, NodeAttributes } from "./graph.ts";
import { questionView, threadOf } from "./question-view.ts";
import { filtersByValue, valueFilterOfLine, valueFilterOfNode } from "../style/rules.ts";
import type { ExplorerState, Filter, Filters } from "../store.ts";

const isAnySet = (kind: Readonly<Record<string, Filter>>): boolean => Object.keys(kind).length > 0;
/** Where nothing is filtered. */
export const noFilter = (): undefined => undefined;

/** How each node is filtered: by its label, a person by their thread, and by values. */
export function nodeFilters(state: ExplorerState): (attributes: NodeAttributes) => Filter | undefined {
  const { labels, threads } = state.filters;
  const byValue = filtersByValue(state);
  if (!byValue && !isAnySet(labels) && !isAnySet(threads)) return noFilter;
  const people = questionView(state)?.column;
  return ({ node }) => {
    const byLabel = labels[mainLabel(node)];
    const thread = people?.get(node.id) === "people" ? threadOf(state, node.id) : null;
    const byThread = thread === null ? undefined : threads[thread];
    const all = [byLabel, byThread, valueFilterOfNode(state, node)];
    return all.includes("hide") ? "hide" : all.find((filter) => filter !== undefined);
  };
}

/** How a relationship is filtered by what it cites: it stays while one of its documents does. */
function sourceFilter({ documents }: Filters, { citations }: Readonly<Record<string, unknown>>): Filter | undefined {
  if (!Array.isArray(citations) || citations.length === 0 || Object.keys(documents).length === 0) return undefined;
  const each = citations.map((citation) => documents[documentOf(String(citation))]);
  if (each.every((filter) => filter === "hide")) return "hide";
  return each.every((filter) => filter !== undefined) ? "dim" : undefined;
}

/** `gpu-history#120-164` → `gpu-history` */
export const documentOf = (citation: string): string => citation.split("#", 1)[0] ?? "";

/** How each relationship is filtered: by its type, its certainty, its sources and by values. */
export function relationshipFilters(state: ExplorerState): (attributes: EdgeAttributes) => Filter | undefined {
  const { types, certainties, documents } = state.filters;
  if (!filtersByValue(state) && ![types, certainties, documents].some(isAnySet)) return noFilter;
  return ({ relationship }) => {
    const byType = types[relationship.type];
    const byCertainty = isDerived(relationship) ? undefined : certainties[certaintyOf(relationship.properties)];
    const bySource = sourceFilter(state.filters, relationship.properties);
    const all = [byType, byCertainty, bySource, valueFilterOfLine(state, relationship)];
    return all.includes("hide") ? "hide" : all.find((filter) => filter !== undefined);
  };
}

export function certaintyOf(properties: Readonly<Record<string, unknown>>): string {
  const { certainty } = properties;
  return typeof certainty === "string" ? certainty : "stated";
}
