/** The blanks of the open question under its headline: what fills them can be changed there and then. */
import { useEffect, useState } from "react";
import type { Answer } from "../../../schema/api.ts";
import type { GraphNode } from "../../../schema/graph.ts";
import { useExplorer, useLanguage, useSay, useView } from "../context.ts";
import { BlankField, type Fillings } from "./BlankField.tsx";
import { isFilled } from "./fillings.ts";

export function AskedBlanks({ answer }: { answer: Answer }) {
  const explorer = useExplorer();
  const language = useLanguage();
  const say = useSay();
  const questions = useView((state) => state.questions);
  const [draft, setDraft] = useState<{ answer: Answer; fillings: Fillings; nodes: readonly GraphNode[] } | null>(null);
  useEffect(() => void explorer.listQuestions(), [explorer]);
  const known = draft?.answer === answer ? draft.nodes : [];
  const nodeOf = (id: string) => [...answer.subgraph.nodes, ...known].find((node) => node.id === id);
  const question = questions?.find(({ id }) => id === answer.question);
  const blanks = Object.entries(question?.parameters ?? {});
  if (question === undefined || blanks.length === 0) return null;
  const fillings = draft?.answer === answer ? draft.fillings : answer.parameters;
  const change = (name: string, values: readonly string[], nodes: readonly GraphNode[]) => {
    const next = { ...fillings, [name]: values };
    setDraft({ answer, fillings: next, nodes: [...known, ...nodes] });
    if (isFilled(question, next)) void explorer.openQuestion(question.id, next);
  };
  return (
    <fieldset className="asked-blanks" aria-label={say("blank.group")}>
      {blanks.map(([name, blank]) => (
        <span key={name} className="asked-blank">
          <span className="blank-caption" aria-hidden="true">
            {blank.caption[language]}
          </span>
          <BlankField
            blank={blank}
            values={fillings[name] ?? []}
            nodeOf={nodeOf}
            change={(values, nodes) => change(name, values, nodes)}
          />
        </span>
      ))}
    </fieldset>
  );
}
