/** What the key lists: threads, labels, certainties, relationship types and sources of the view, each with its count. */
import { overlapAnswers } from "../../schema/careers.ts";
import { Certainty } from "../../schema/fact.ts";
import { type GraphRelationship, isDerived, mainLabel } from "../../schema/graph.ts";
import { certaintyOf } from "../facts/claims.ts";
import { type ExplorerState, type FilterKind, type Filters, noFilters } from "../store.ts";
import { documentOf } from "./filters.ts";
import { isFolded, isInColumns, questionView, threadOf } from "./question-view.ts";
import { type Line, type Lines, linesOf } from "./lines.ts";
import { drawing, drawnOpen, kept, listed, listing } from "./visibility.ts";

export interface KeyEntry {
  key: string;
  /** How many are drawn. */
  count: number;
  /** How many more a question leaves out of its drawing; absent where none. */
  undrawn?: number;
}

/** How many of the shown fall under each key; a key of something that is not shown has at least its 0. */
export function counted(
  all: Iterable<string>,
  shown: ReadonlySet<string>,
  keysOf: (id: string) => string | readonly string[] | null,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of all) {
    const keys = keysOf(id) ?? [];
    const more = all === shown || shown.has(id) ? 1 : 0;
    if (typeof keys === "string") counts.set(keys, (counts.get(keys) ?? 0) + more);
    else for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + more);
  }
  return counts;
}

/** What lines are counted as, each told once for as long as the relationships stay the same. */
interface Facet {
  readonly keys: readonly string[];
  /** By place among the lines, the numbers of its keys. */
  readonly of: readonly (readonly number[])[];
}

function facetOf(lines: readonly Line[], keysOf: (relationship: GraphRelationship) => readonly string[]): Facet {
  const numbers = new Map<string, number>();
  // Most lines have the same few lists, which they share.
  const lists = new Map<string, readonly number[]>();
  const of = lines.map(({ attributes, isBundle }) => {
    const keys = isBundle ? [] : keysOf(attributes.relationship);
    const name = keys.length === 1 ? String(keys[0]) : JSON.stringify(keys);
    const before = lists.get(name);
    if (before) return before;
    for (const key of keys) if (!numbers.has(key)) numbers.set(key, numbers.size);
    const list = keys.map((key) => numbers.get(key) ?? 0);
    lists.set(name, list);
    return list;
  });
  return { keys: [...numbers.keys()], of };
}

/** By place among the lines, 1 for those with these ids: looked up once for all that is counted. */
function placesOf(lines: Lines["lines"], ids: ReadonlySet<string>): Uint8Array {
  const places = new Uint8Array(lines.length);
  for (let i = 0; i < lines.length; i++) if (ids.has((lines[i] as Line).id)) places[i] = 1;
  return places;
}

/** How many of the shown lines fall under each key; a key of a line among all has at least its 0. */
function countFacet({ keys, of }: Facet, all: Uint8Array, shown: Uint8Array) {
  const counts = keys.map(() => -1);
  for (let i = 0; i < all.length; i++) {
    if (all[i] === 0) continue;
    for (const key of of[i] as readonly number[])
      counts[key] = Math.max(counts[key] as number, 0) + (shown[i] as number);
  }
  return new Map(keys.flatMap((key, i) => ((counts[i] as number) < 0 ? [] : [[key, counts[i] as number] as const])));
}

const documentsOf = (citations: readonly unknown[]): string[] => [
  ...new Set(citations.map((each) => documentOf(String(each)))),
];

const facetsOf = (lines: readonly Line[]) => ({
  certainties: facetOf(lines, (each) => (isDerived(each) ? [] : [certaintyOf(each.properties)])),
  overlaps: facetOf(lines, (each) => (isDerived(each) ? [String(each.properties["answer"])] : [])),
  types: facetOf(lines, ({ type }) => [type]),
  documents: facetOf(lines, ({ properties: { citations } }) =>
    Array.isArray(citations) ? documentsOf(citations) : [],
  ),
});

const knownFacets = new WeakMap<Lines, ReturnType<typeof facetsOf>>();

function facetsIn(lines: Lines): ReturnType<typeof facetsOf> {
  const facets = knownFacets.get(lines) ?? facetsOf(lines.lines);
  knownFacets.set(lines, facets);
  return facets;
}

const inOrder = (counts: ReadonlyMap<string, number>, order: readonly string[]): KeyEntry[] =>
  order.flatMap((key) => {
    const found = counts.get(key);
    return found === undefined ? [] : [{ key, count: found }];
  });

/** Whether anything is dimmed or hidden by a filter. */
export const isFiltered = (filters: Filters): boolean =>
  Object.values(filters).some((kind) => (typeof kind === "number" ? kind !== 0 : Object.keys(kind).length > 0));

export interface KeyEntries {
  threads: KeyEntry[];
  labels: KeyEntry[];
  certainties: KeyEntry[];
  types: KeyEntry[];
  /** Overlaps that are drawn, by their answer. */
  overlaps: KeyEntry[];
  documents: KeyEntry[];
}

/** A selection draws more in passing, which is no part of the counts. */
const unselected = (state: ExplorerState): ExplorerState => ({ ...state, selected: null });

const counting: typeof listing = (state, graph) => [
  isFolded(state),
  ...(isInColumns(state) ? drawing(unselected(state), graph) : listing(state, graph)),
];

/** What is drawn under each key, and what is not besides. */
const besides = (entries: readonly KeyEntry[], drawn: ReadonlyMap<string, number>): KeyEntry[] =>
  entries.map(({ key, count: all }) => {
    const count = drawn.get(key) ?? 0;
    return all > count ? { key, count, undrawn: all - count } : { key, count };
  });

/**
 * Counts what is shown, names on all pages of a question and lines as they are drawn, each kind of entry as if its own filters were away: so counts follow the other filters, and
 * what is hidden stays listed and can be brought back.
 */
export const keyOf = kept(counting, (now, graph): KeyEntries => {
  const state = unselected(now);
  const { vocabulary, answer } = state;
  // On a small screen much of a question is left out, which is not to be looked for.
  const shownIn = isFolded(state) ? drawnOpen : listed;
  const shown = shownIn(state, graph);
  const whole = isFiltered(state.filters) ? shownIn({ ...state, filters: noFilters }, graph) : shown;
  const drawnIn = isInColumns(state) ? drawnOpen : shownIn;
  const withoutIn = (counted: typeof shownIn, kind: FilterKind) =>
    counted({ ...state, filters: { ...state.filters, [kind]: {} } }, graph);
  const without = (kind: FilterKind) =>
    Object.keys(state.filters[kind]).length === 0 ? shown : withoutIn(shownIn, kind);
  const nodesBy = (kind: FilterKind, keyOfNode: (id: string) => string | null, among?: ReadonlySet<string>) =>
    counted(whole.nodes, without(kind).nodes, (id) => (among?.has(id) === false ? null : keyOfNode(id)));
  const lines = linesOf(graph);
  const facets = facetsIn(lines);
  const known = new Map<ReadonlySet<string>, Uint8Array>();
  const places = (ids: ReadonlySet<string>) => {
    const found = known.get(ids) ?? placesOf(lines.lines, ids);
    known.set(ids, found);
    return found;
  };
  const linesBy = (kind: keyof typeof facets, among = shown) =>
    countFacet(facets[kind], places(whole.relationships), places(among.relationships));
  const drawnBy = (kind: Exclude<keyof typeof facets, "overlaps">, entries: readonly KeyEntry[]) =>
    shownIn === drawnIn ? [...entries] : besides(entries, linesBy(kind, withoutIn(drawnIn, kind)));
  const byCount = (counts: ReadonlyMap<string, number>) =>
    [...counts]
      .map(([key, found]) => ({ key, count: found }))
      .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
  const people = new Set(answer?.columns?.people);
  const threads =
    people.size === 0 ? new Map<string, number>() : nodesBy("threads", (id) => threadOf(state, id), people);
  // An origin is drawn in its color, though all who left it may have left others too.
  for (const id of questionView(state)?.origins ?? []) if (whole.nodes.has(id)) threads.set(id, threads.get(id) ?? 0);
  return {
    threads: inOrder(threads, [...(answer?.columns?.origins ?? []), "both", "neither"]),
    labels: inOrder(
      nodesBy("labels", (id) => mainLabel(graph.getNodeAttribute(id, "node"))),
      Object.keys(vocabulary?.labels ?? {}),
    ),
    certainties: drawnBy("certainties", inOrder(linesBy("certainties", without("certainties")), Certainty.options)),
    overlaps: inOrder(linesBy("overlaps"), overlapAnswers),
    types: drawnBy("types", byCount(linesBy("types", without("types")))),
    documents: drawnBy("documents", byCount(linesBy("documents", without("documents")))),
  };
});
