/** What the key lists of rules of style and of fields to filter by: classes with their counts. Pure. */
import type { ExplorerGraph } from "../view/graph.ts";
import { counted } from "../view/key.ts";
import { type ExplorerState, type FilterKind, noFilters } from "../store.ts";
import { changesOf } from "../view/graph-changes.ts";
import { kept, listed, type listing } from "../view/visibility.ts";
import type { ValueClass } from "./classes.ts";
import { type Scale, classOf, scaleOf, valueKey } from "./engine.ts";
import { figureFields, formOf, isFigureDisputed, isOfNodes, propertyFields } from "./fields.ts";

export interface ClassEntry {
  each: ValueClass;
  count: number;
  /** How a click filters by it. */
  filter: { kind: FilterKind; key: string };
}

const ownFilters: Readonly<Record<string, FilterKind>> = { label: "labels", type: "types", certainty: "certainties" };

function filterFor(field: string, each: ValueClass): ClassEntry["filter"] {
  const own = ownFilters[field];
  if (own !== undefined && each.kind === "value") return { kind: own, key: String(each.value) };
  return { kind: "values", key: valueKey(field, each) };
}

/** The state as if a field did not filter. */
function without(state: ExplorerState, field: string): ExplorerState {
  const { filters } = state;
  const own = ownFilters[field];
  const values = Object.fromEntries(Object.entries(filters.values).filter(([key]) => !key.startsWith(`${field}=`)));
  const { [field]: _own, ...ranges } = filters.ranges;
  return { ...state, filters: { ...filters, values, ranges, ...(own === undefined ? {} : { [own]: {} }) } };
}

/** The classes of a scale, each with how many of what is shown are in it, the field's own filters aside; empty ones left out. */
export function classEntries(state: ExplorerState, graph: ExplorerGraph, scale: Scale): ClassEntry[] {
  const { field } = scale;
  const pick = ({ nodes, relationships }: ReturnType<typeof listed>) => (isOfNodes(field) ? nodes : relationships);
  const whole = pick(listed({ ...state, filters: noFilters }, graph));
  const shown = pick(listed(without(state, field), graph));
  const counts = counted([...whole], shown, (id) => classOf(scale, id)?.key ?? null);
  return scale.classes.flatMap((each): ClassEntry[] => {
    const count = counts.get(each.key);
    return count === undefined ? [] : [{ each, count, filter: filterFor(field, each) }];
  });
}

/** Nodes whose figure the sources disagree on. */
export const countDisputed = (state: ExplorerState, { field, values }: Scale): number =>
  field.startsWith("figure/") ? [...values.keys()].filter((id) => isFigureDisputed(field, state, id)).length : 0;

/** Fields of what is on screen that tell nodes, or lines, apart; in the vocabulary's order. Looked for once, whatever is filtered. */
export const fieldsIn = (state: ExplorerState, graph: ExplorerGraph, of: "nodes" | "lines"): readonly string[] =>
  fields[of](state, graph);

const decisive: typeof listing = ({ vocabulary, figures }, graph) => [vocabulary, figures, changesOf(graph).shown];

const fields = {
  nodes: kept(decisive, (state, graph) => fieldsOf(state, graph, "nodes")),
  lines: kept(decisive, (state, graph) => fieldsOf(state, graph, "lines")),
} as const;

function fieldsOf(state: ExplorerState, graph: ExplorerGraph, of: "nodes" | "lines"): readonly string[] {
  const { vocabulary, figures } = state;
  const found = new Set<string>();
  const take = (fields: readonly string[]) => {
    for (const field of fields) found.add(field);
  };
  if (of === "nodes")
    graph.forEachNode((id, { node }) => {
      for (const label of node.labels)
        take(propertyFields("property", vocabulary?.labels[label]?.properties, node.properties));
      take(figureFields(figures[id] ?? []));
    });
  else
    graph.forEachEdge((_id, { relationship: { type, properties } }) =>
      take(propertyFields("claim", vocabulary?.relationships[type]?.properties, properties)),
    );
  const order = Object.keys(vocabulary?.measures ?? {});
  const place = (field: string) => order.indexOf(field.split("/")[1] ?? "");
  return [...found]
    .filter((field) => tellsApart(scaleOf(state, graph, field)))
    .toSorted((a, b) => Number(a.startsWith("figure/")) - Number(b.startsWith("figure/")) || place(a) - place(b));
}

/** Two values at least; of categories, few against how many have one. */
function tellsApart(scale: Scale | null): boolean {
  if (scale === null) return false;
  const distinct = new Set(scale.values.values()).size;
  return distinct > 1 && (scale.form !== "category" || distinct <= Math.max(4, scale.values.size / 2));
}

export const isNumeric = (field: string, { vocabulary }: ExplorerState): boolean =>
  formOf(field, vocabulary) !== "category";
