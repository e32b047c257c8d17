/** What the tables are worded with: the language, the vocabulary, and the nodes that are known by their ids. */
import { useMemo } from "react";
import type { Wording } from "../../table/columns.ts";
import { useGraph, useLanguage, useView, useVocabulary } from "../context.ts";

export function useWording(): Wording {
  const graph = useGraph();
  const revision = useView((state) => state.revision);
  const language = useLanguage();
  const vocabulary = useVocabulary();
  const documents = useView((state) => state.documents);
  const mentioned = useView((state) => state.mentioned);
  return useMemo(
    () => ({
      language,
      vocabulary,
      revision,
      nodeOf: (id) => (graph.hasNode(id) ? graph.getNodeAttribute(id, "node") : (documents?.[id] ?? mentioned[id])),
    }),
    [graph, revision, language, vocabulary, documents, mentioned],
  );
}
