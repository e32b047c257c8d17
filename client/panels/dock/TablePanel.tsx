/** The table of what is on screen: names or facts, selected together with the drawing. */
import { type ReactNode, useEffect, useMemo, useState } from "react";
import type { ExplorerGraph } from "../../graph.ts";
import { type ExplorerState, type Target, selectionOf } from "../../store.ts";
import { nodeColumns, relationshipColumns } from "../../table/columns.ts";
import { nodeRows, relationshipRows } from "../../table/rows.ts";
import { useExplorer, useGraph, useSay, useView } from "../context.ts";
import { DataTable } from "../table/DataTable.tsx";
import { useWording } from "../table/use-wording.ts";

const tables = ["nodes", "relationships"] as const;
type TableName = (typeof tables)[number];
/** As it was left when the dock was closed. */
let lastTable: TableName = "nodes";

function Choice({ chosen, choose }: { chosen: TableName; choose: (name: TableName) => void }) {
  const say = useSay();
  return (
    <fieldset className="tabs" aria-label={say("table.which")}>
      {tables.map((name) => (
        <button key={name} type="button" aria-pressed={name === chosen} onClick={() => choose(name)}>
          {say(`table.${name}`)}
        </button>
      ))}
    </fieldset>
  );
}

/** Rows of what is on screen, made anew when that changes. */
function useRows<Row>(rowsOf: (state: ExplorerState, graph: ExplorerGraph) => Row[]): Row[] {
  const explorer = useExplorer();
  const graph = useGraph();
  const revision = useView((state) => state.revision);
  const filters = useView((state) => state.filters);
  const hidden = useView((state) => state.hidden);
  return useMemo(
    () => rowsOf({ ...explorer.store.getState(), filters, hidden }, graph),
    // The graph is one object that changes: its revision tells when.
    // oxlint-disable-next-line react/exhaustive-deps
    [rowsOf, explorer, graph, revision, filters, hidden],
  );
}

/** The ids of the rows that are selected together with the drawing, and their lead. */
function useSelected(kind: Target["kind"]) {
  const selected = useView((state) => state.selected);
  const alsoSelected = useView((state) => state.alsoSelected);
  const selection = selectionOf({ selected, alsoSelected });
  return selection?.kind === kind
    ? { selected: selection.ids, lead: selection.lead }
    : { selected: nothing, lead: null };
}

const nothing: ReadonlySet<string> = new Set();

interface TableProps {
  children: ReactNode;
}

function NodeTable({ children }: TableProps) {
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

function RelationshipTable({ children }: TableProps) {
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

export function TablePanel() {
  const explorer = useExplorer();
  const [name, setName] = useState(lastTable);
  useEffect(() => void explorer.listDocuments(), [explorer]);
  const choice = (
    <Choice
      chosen={name}
      choose={(chosen) => {
        lastTable = chosen;
        setName(chosen);
      }}
    />
  );
  return name === "nodes" ? <NodeTable>{choice}</NodeTable> : <RelationshipTable>{choice}</RelationshipTable>;
}
