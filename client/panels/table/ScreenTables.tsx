/** The tables of what is on screen: its names and its facts, selected together with the drawing. */
import { type ReactNode, useDeferredValue, useMemo } from "react";
import type { ExplorerGraph } from "../../view/graph.ts";
import type { ExplorerState, Target } from "../../store.ts";
import { nodeColumns, relationshipColumns } from "../../table/columns.ts";
import { nodeRows, relationshipRows } from "../../table/rows.ts";
import { useAllSelected, useExplorer, useGraph, useSay, useView } from "../context.ts";
import { DataTable } from "./DataTable.tsx";
import { useWording } from "./use-wording.ts";

/** Rows of what is on screen, made anew when that changes. */
function useRows<Row>(rowsOf: (state: ExplorerState, graph: ExplorerGraph) => Row[]): Row[] {
  const explorer = useExplorer();
  const graph = useGraph();
  const revision = useView((state) => state.revision);
  const filters = useView((state) => state.filters);
  const hidden = useView((state) => state.hidden);
  const time = useDeferredValue(useView((state) => state.time));
  return useMemo(
    () => rowsOf({ ...explorer.store.getState(), filters, hidden, time }, graph),
    // The graph is one object that changes: its revision tells when.
    // oxlint-disable-next-line react/exhaustive-deps
    [rowsOf, explorer, graph, revision, filters, hidden, time],
  );
}

const nothing: ReadonlySet<string> = new Set();

/** The ids of the rows that are selected together with the drawing, and their lead. */
function useSelected(kind: Target["kind"]) {
  const selection = useAllSelected();
  return selection?.kind === kind
    ? { selected: selection.ids, lead: selection.lead }
    : { selected: nothing, lead: null };
}

interface TableProps {
  children: ReactNode;
}

export function NodeTable({ children }: TableProps) {
  const explorer = useExplorer();
  const wording = useWording();
  const rows = useRows(nodeRows);
  const columns = useMemo(() => nodeColumns(rows, wording), [rows, wording]);
  const say = useSay();
  return (
    <DataTable
      id="nodes"
      label={say("table.nodes")}
      rows={rows}
      columns={columns}
      fileName="nodes"
      {...useSelected("node")}
      choose={(ids, lead) => explorer.selectMany("node", ids, lead)}
    >
      {children}
    </DataTable>
  );
}

export function RelationshipTable({ children }: TableProps) {
  const explorer = useExplorer();
  const wording = useWording();
  const rows = useRows(relationshipRows);
  const columns = useMemo(() => relationshipColumns(rows, wording), [rows, wording]);
  const say = useSay();
  return (
    <DataTable
      id="relationships"
      label={say("table.relationships")}
      rows={rows}
      columns={columns}
      fileName="relationships"
      {...useSelected("relationship")}
      choose={(ids, lead) => explorer.selectMany("relationship", ids, lead)}
    >
      {children}
    </DataTable>
  );
}
