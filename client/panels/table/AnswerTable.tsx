/** The table of the open answer: each row with what it rests on, selected together with the drawing. */
import { type ReactNode, useMemo } from "react";
import type { Answer } from "../../../schema/api.ts";
import { answerColumns } from "../../table/answer-columns.ts";
import { rowsOf, targetsOf } from "../../table/answer-selection.ts";
import { useAllSelected, useExplorer, useSay } from "../context.ts";
import { DataTable } from "./DataTable.tsx";
import { useWording } from "./use-wording.ts";

export function AnswerTable({ answer, children }: { answer: Answer; children: ReactNode }) {
  const explorer = useExplorer();
  const wording = useWording();
  const say = useSay();
  const selection = useAllSelected();
  const { rows, more } = answer.table;
  const columns = useMemo(() => answerColumns(answer, wording), [answer, wording]);
  const { selected, lead } = useMemo(() => rowsOf(rows, selection), [rows, selection]);
  const choose = (ids: readonly string[], first: string) => {
    const wanted = new Set(ids);
    const targets = rows.filter(({ id }) => wanted.has(id)).flatMap((row) => targetsOf(row, explorer.graph));
    const leading = rows.find(({ id }) => id === first);
    const [head = targets[0]] = leading === undefined ? [] : targetsOf(leading, explorer.graph);
    if (head === undefined) return;
    explorer.selectMany(
      head.kind,
      targets.filter(({ kind }) => kind === head.kind).map(({ id }) => id),
      head.id,
    );
  };
  return (
    <DataTable
      id={`answer.${answer.question}`}
      label={say("table.answer")}
      rows={rows}
      columns={columns}
      more={more}
      fileName={answer.question}
      selected={selected}
      lead={lead}
      choose={choose}
    >
      {children}
    </DataTable>
  );
}
