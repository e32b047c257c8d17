/** Queries to take: examples in the data set's own words, and those that were run before. */
import { useMemo } from "react";
import { examplesOf } from "../../cypher/examples.ts";
import type { CypherDraft } from "../../store.ts";
import { useLanguage, useSay, useView, useVocabulary } from "../context.ts";

interface ChoicesProps {
  past: readonly CypherDraft[];
  choose: (draft: CypherDraft) => void;
  clear: () => void;
}

const clearing = "clear";

export function Choices({ past, choose, clear }: ChoicesProps) {
  const dataset = useView((state) => state.dataset);
  const vocabulary = useVocabulary();
  const language = useLanguage();
  const say = useSay();
  const examples = useMemo(
    () => (dataset === null ? [] : examplesOf(dataset, vocabulary, language)),
    [dataset, vocabulary, language],
  );
  return (
    <>
      <select
        value=""
        aria-label={say("cypher.examples")}
        onChange={({ target }) => {
          const example = examples.find(({ id }) => id === target.value);
          if (example !== undefined) choose({ query: example.query, parameters: example.parameters });
        }}
      >
        <option value="" disabled hidden>
          {say("cypher.examples")}
        </option>
        {examples.map(({ id }) => (
          <option key={id} value={id}>
            {say(`cypher.example.${id}`)}
          </option>
        ))}
      </select>
      <select
        value=""
        disabled={past.length === 0}
        aria-label={say("cypher.past")}
        onChange={({ target }) => {
          const chosen = past[Number(target.value)];
          if (target.value === clearing) clear();
          else if (chosen !== undefined) choose(chosen);
        }}
      >
        <option value="" disabled hidden>
          {say("cypher.past")}
        </option>
        {past.map(({ query, parameters }, index) => (
          <option key={`${query} ${parameters}`} value={index}>
            {query.replace(/\s+/g, " ").slice(0, 80)}
          </option>
        ))}
        <option value={clearing}>{say("cypher.clearPast")}</option>
      </select>
    </>
  );
}
