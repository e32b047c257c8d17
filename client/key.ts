/** What the key lists: threads, labels, certainties and relationship types of the view, each with its count. */
import { overlapAnswers } from "../schema/careers.ts";
import { Certainty } from "../schema/fact.ts";
import { isDerived, mainLabel } from "../schema/graph.ts";
import { certaintyOf } from "./claims.ts";
import type { ExplorerGraph } from "./graph.ts";
import type { ExplorerState } from "./store.ts";
import { threadOf, timesIn } from "./visibility.ts";

export interface KeyEntry {
  key: string;
  count: number;
}

function count(keys: Iterable<string | null>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

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
}

/** Counts what is in the view at the time that is looked at, whatever the filters say, so that a hidden entry can be brought back. */
export function keyOf(state: ExplorerState, graph: ExplorerGraph): KeyEntries {
  const { vocabulary, answer, hidden } = state;
  const times = timesIn(state, graph);
  const isThen = (id: string) => times === null || times.isDrawn(times.ofNode(id));
  const nodes = graph.filterNodes((id) => !hidden.has(id) && isThen(id));
  const people = answer?.columns?.people.filter((id) => graph.hasNode(id) && !hidden.has(id) && isThen(id)) ?? [];
  const lines = graph.filterEdges(
    (id, _, start, end) =>
      !hidden.has(start) && !hidden.has(end) && (times === null || times.isDrawn(times.ofRelationship(id))),
  );
  const relationships = lines.map((id) => graph.getEdgeAttribute(id, "relationship"));
  return {
    threads: inOrder(count(people.map((id) => threadOf(state, id))), [
      ...(answer?.columns?.origins ?? []),
      "both",
      "neither",
    ]),
    labels: inOrder(
      count(nodes.map((id) => mainLabel(graph.getNodeAttribute(id, "node")))),
      Object.keys(vocabulary?.labels ?? {}),
    ),
    certainties: inOrder(
      count(relationships.filter((each) => !isDerived(each)).map(({ properties }) => certaintyOf(properties))),
      Certainty.options,
    ),
    overlaps: inOrder(
      count(relationships.filter(isDerived).map(({ properties }) => String(properties["answer"]))),
      overlapAnswers,
    ),
    types: [...count(relationships.map(({ type }) => type))]
      .map(([key, found]) => ({ key, count: found }))
      .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1)),
  };
}
