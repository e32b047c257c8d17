/** What copying takes along: names and claims in words, with what they rest on. */
import { useMemo } from "react";
import type { EntityDetail } from "../../../schema/api.ts";
import { inOrderOfTime } from "../../facts/claims.ts";
import { type CopyWording, namesInWords, observationInWords, relationshipInWords } from "../../words/copy-words.ts";
import { useExplorer, useLanguage, useVocabulary } from "../context.ts";

/** How copied claims are worded now. Documents are looked up when words are asked for. */
export function useCopyWording(): CopyWording {
  const { graph, store } = useExplorer();
  const language = useLanguage();
  const vocabulary = useVocabulary();
  return useMemo(
    () => ({
      language,
      vocabulary,
      nodeOf: (id) => {
        if (graph.hasNode(id)) return graph.getNodeAttribute(id, "node");
        const { details, mentioned, documents } = store.getState();
        const known = details[id]?.node ?? mentioned[id] ?? documents?.[id];
        if (known !== undefined) return known;
        for (const detail of Object.values(details)) {
          const found = [...detail.documents, ...detail.claims.map(({ neighbor }) => neighbor)];
          const node = found.find((each) => each.id === id);
          if (node !== undefined) return node;
        }
        return undefined;
      },
    }),
    [graph, store, language, vocabulary],
  );
}

/** An entity's names, then each claim and figure of it on a line of its own. */
export function accountInWords(detail: EntityDetail, wording: CopyWording): string {
  return [
    namesInWords(detail.node, wording.language),
    ...inOrderOfTime(detail.claims, wording.vocabulary.relationships).map(({ relationship }) =>
      relationshipInWords(relationship, wording),
    ),
    ...detail.observations.map((observation) => observationInWords(observation, wording)),
  ].join("\n");
}
