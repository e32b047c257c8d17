/** How rows of an answer and what is selected on the canvas stand for each other. Pure. */
import type { TableRow } from "../../schema/table.ts";
import type { ExplorerGraph } from "../view/graph.ts";
import type { Selection, Target } from "../store.ts";

const nodesOf = ({ cells }: TableRow): string[] => cells.flatMap((cell) => (cell?.kind === "node" ? cell.nodes : []));

/** What a row selects: the relationships that it rests on, else the first entity that it names. */
export function targetsOf(row: TableRow, graph: ExplorerGraph): Target[] {
  const lines = row.claims.filter((id) => graph.hasEdge(id));
  if (lines.length > 0) return lines.map((id) => ({ kind: "relationship", id }));
  const node = nodesOf(row).find((id) => graph.hasNode(id));
  return node === undefined ? [] : [{ kind: "node", id: node }];
}

/** The rows that rest on what is selected, or name it; the lead is the first that has to do with the selection's. */
export function rowsOf(
  rows: readonly TableRow[],
  selection: Selection | null,
): { selected: ReadonlySet<string>; lead: string | null } {
  if (selection === null) return { selected: new Set(), lead: null };
  const saysOf = selection.kind === "node" ? nodesOf : ({ claims }: TableRow) => claims;
  const found = rows.filter((row) => saysOf(row).some((id) => selection.ids.has(id)));
  const lead = found.find((row) => saysOf(row).includes(selection.lead));
  return { selected: new Set(found.map(({ id }) => id)), lead: lead?.id ?? null };
}
