/** What the key lists: threads, labels, certainties, relationship types and sources of the view, each with its count. */
import { overlapAnswers } from "../../schema/careers.ts";
import { Certainty } from "../../schema/fact.ts";
import { type GraphRelationship, isDerived, mainLabel } from "../../schema/graph.ts";
import { certaintyOf } from "../facts/claims.ts";
import type { ExplorerGraph } from "./graph.ts";
import { type ExplorerState, type FilterKind, noFilters } from "../store.ts";
import { documentOf } from "./filters.ts";
import { questionView, threadOf } from "./question-view.ts";
import { listed } from "./visibility.ts";

export interface KeyEntry {
  key: string;
  count: number;
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

const documentsOf = (citations: readonly unknown[]): string | string[] =>
  citations.length === 1
    ? documentOf(String(citations[0]))
    : [...new Set(citations.map((each) => documentOf(String(each))))];

const inOrder = (counts: ReadonlyMap<string, number>, order: readonly string[]): KeyEntry[] =>
  order.flatMap((key) => {
    const found = counts.get(key);
    return found === undefined ? [] : [{ key, count: found }];
  });

export interface KeyEntries {
  threads: KeyEntry[];
  labels: KeyEntry[];
  certainties: KeyEntry[];
  types: KeyEntry[];
  /** Overlaps that are drawn, by their answer. */
  overlaps: KeyEntry[];
  documents: KeyEntry[];
}

/**
 * Counts what is shown, each kind of entry as if its own filters were away: so counts follow the other filters, and
 * what is hidden stays listed and can be brought back.
 */
export function keyOf(state: ExplorerState, graph: ExplorerGraph): KeyEntries {
  const { vocabulary, answer } = state;
  const whole = listed({ ...state, filters: noFilters }, graph);
  const without = (kind: FilterKind) =>
    Object.keys(state.filters[kind]).length === 0
      ? listed(state, graph)
      : listed({ ...state, filters: { ...state.filters, [kind]: {} } }, graph);
  const nodesBy = (kind: FilterKind, keyOfNode: (id: string) => string | null, among?: ReadonlySet<string>) =>
    counted(whole.nodes, without(kind).nodes, (id) => (among?.has(id) === false ? null : keyOfNode(id)));
  const linesBy = (kind: FilterKind, keysOf: (relationship: GraphRelationship) => string | readonly string[] | null) =>
    counted(whole.relationships, without(kind).relationships, (id) =>
      keysOf(graph.getEdgeAttribute(id, "relationship")),
    );
  const byCount = (counts: ReadonlyMap<string, number>) =>
    [...counts]
      .map(([key, found]) => ({ key, count: found }))
      .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
  const threads = nodesBy("threads", (id) => threadOf(state, id), new Set(answer?.columns?.people));
  // An origin is drawn in its color, though all who left it may have left others too.
  for (const id of questionView(state)?.origins ?? []) if (whole.nodes.has(id)) threads.set(id, threads.get(id) ?? 0);
  return {
    threads: inOrder(threads, [...(answer?.columns?.origins ?? []), "both", "neither"]),
    labels: inOrder(
      nodesBy("labels", (id) => mainLabel(graph.getNodeAttribute(id, "node"))),
      Object.keys(vocabulary?.labels ?? {}),
    ),
    certainties: inOrder(
      linesBy("certainties", (each) => (isDerived(each) ? null : certaintyOf(each.properties))),
      Certainty.options,
    ),
    overlaps: inOrder(
      counted(whole.relationships, listed(state, graph).relationships, (id) => {
        const each = graph.getEdgeAttribute(id, "relationship");
        return isDerived(each) ? String(each.properties["answer"]) : null;
      }),
      overlapAnswers,
    ),
    types: byCount(linesBy("types", ({ type }) => type)),
    documents: byCount(
      linesBy("documents", ({ properties: { citations } }) =>
        Array.isArray(citations) ? documentsOf(citations) : null,
      ),
    ),
  };
}
