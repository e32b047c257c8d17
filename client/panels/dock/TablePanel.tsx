/** The table of the open answer, of the names on screen, or of the facts on screen. */
import { useEffect, useState } from "react";
import { useExplorer, useSay, useView } from "../context.ts";
import { AnswerTable } from "../table/AnswerTable.tsx";
import { NodeTable, RelationshipTable } from "../table/ScreenTables.tsx";

const tables = ["answer", "nodes", "relationships"] as const;
type TableName = (typeof tables)[number];
/** As it was left when the dock was closed. */
let lastTable: TableName = "answer";

interface ChoiceProps {
  hasAnswer: boolean;
  chosen: TableName;
  choose: (name: TableName) => void;
}

function Choice({ hasAnswer, chosen, choose }: ChoiceProps) {
  const say = useSay();
  return (
    <fieldset className="tabs" aria-label={say("table.which")}>
      {tables
        .filter((name) => hasAnswer || name !== "answer")
        .map((name) => (
          <button key={name} type="button" aria-pressed={name === chosen} onClick={() => choose(name)}>
            {say(`table.${name}`)}
          </button>
        ))}
    </fieldset>
  );
}

export function TablePanel() {
  const explorer = useExplorer();
  const answer = useView((state) => state.answer);
  const [name, setName] = useState(lastTable);
  useEffect(() => void explorer.listDocuments(), [explorer]);
  const shown = answer === null && name === "answer" ? "nodes" : name;
  const choice = (
    <Choice
      hasAnswer={answer !== null}
      chosen={shown}
      choose={(chosen) => {
        lastTable = chosen;
        setName(chosen);
      }}
    />
  );
  if (shown === "nodes") return <NodeTable>{choice}</NodeTable>;
  if (shown === "relationships" || answer === null) return <RelationshipTable>{choice}</RelationshipTable>;
  return (
    <AnswerTable key={answer.question} answer={answer}>
      {choice}
    </AnswerTable>
  );
}
