/** Whose careers are shown, and what is known of them and of their overlaps. */
import { useEffect, useMemo, useState } from "react";
import type { Careers, OverlapAnswer, Overlaps } from "../../../schema/careers.ts";
import { mainLabel } from "../../../schema/graph.ts";
import { typesWithRole } from "../../../schema/vocabulary.ts";
import type { ExplorerGraph } from "../../view/graph.ts";
import { type ExplorerState, type Vocabulary, selectionOf } from "../../store.ts";
import { useExplorer, useGraph, useView, useVocabulary } from "../context.ts";

/** Labels of those who have careers by the vocabulary. */
function careerLabels(vocabulary: Vocabulary): ReadonlySet<string> {
  return new Set(typesWithRole(vocabulary, "career").flatMap((type) => vocabulary.relationships[type]?.start ?? []));
}

export const hasCareer = (vocabulary: Vocabulary, graph: ExplorerGraph, id: string): boolean =>
  graph.hasNode(id) && careerLabels(vocabulary).has(mainLabel(graph.getNodeAttribute(id, "node")));

/** The people who are selected; the person of a stint that is. */
function selectedPeople(
  state: Pick<ExplorerState, "selected" | "alsoSelected">,
  vocabulary: Vocabulary,
  graph: ExplorerGraph,
): string[] {
  const selection = selectionOf(state);
  if (selection === null) return [];
  const ids = [...selection.ids].flatMap((id) => {
    if (selection.kind === "node") return [id];
    return graph.hasEdge(id) ? [graph.source(id)] : [];
  });
  return [...new Set(ids)].filter((id) => hasCareer(vocabulary, graph, id));
}

export interface Shown {
  /** Those whose lanes are drawn: several that are selected, else all in the view. */
  people: readonly string[];
  selected: readonly string[];
}

export function useShownPeople(): Shown {
  const graph = useGraph();
  const vocabulary = useVocabulary();
  const revision = useView((state) => state.revision);
  const hidden = useView((state) => state.hidden);
  const selected = useView((state) => state.selected);
  const alsoSelected = useView((state) => state.alsoSelected);
  return useMemo(() => {
    const chosen = selectedPeople({ selected, alsoSelected }, vocabulary, graph);
    const present = graph.filterNodes((id) => !hidden.has(id) && hasCareer(vocabulary, graph, id)).toSorted();
    return { people: chosen.length > 1 ? chosen.toSorted() : present, selected: chosen };
    // The graph is one object that changes: its revision tells when.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [graph, vocabulary, revision, hidden, selected, alsoSelected]);
}

/** `null` while it is read, `"failed"` where it could not be. */
export type Read<T> = T | null | "failed";

function useRead<T>(key: string, read: (signal: AbortSignal) => Promise<T | null>): [Read<T>, () => void] {
  const [found, setFound] = useState<{ key: string; value: Read<T> }>({ key: "", value: null });
  const [attempts, setAttempts] = useState(0);
  useEffect(() => {
    const control = new AbortController();
    if (key !== "")
      read(control.signal).then(
        (value) => setFound({ key, value: value ?? "failed" }),
        () => {},
      );
    return () => control.abort();
    // The key says all that the reading depends on.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key, attempts]);
  const retry = () => {
    setFound({ key: "", value: null });
    setAttempts(attempts + 1);
  };
  return [found.key === key ? found.value : null, retry];
}

export function useCareers(people: readonly string[]): [Read<Careers>, () => void] {
  const explorer = useExplorer();
  return useRead(people.join(" "), (signal) => explorer.listCareers(people, signal));
}

/** Overlaps of one person with everybody, or of several with each other. */
export function useOverlaps(
  people: readonly string[],
  answer: OverlapAnswer | null,
  limit: number,
): [Read<Overlaps>, () => void] {
  const explorer = useExplorer();
  const key = people.length === 0 ? "" : [...people, answer ?? "any", limit].join(" ");
  return useRead(key, (signal) =>
    explorer.findOverlaps(people, { answers: answer === null ? [] : [answer], limit }, signal),
  );
}
