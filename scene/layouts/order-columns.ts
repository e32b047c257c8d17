/** In which order the rows of a question's columns stand: worked out once for each answer, away from where it is drawn. */
import type { Columns } from "../../schema/api.ts";
import { type ColumnName, columnNames } from "../../schema/column-names.ts";
import { findHeights } from "./column-order.ts";
import { rowsNeeded } from "./column-rows.ts";
import { type ColumnLink, type ColumnRows, isDrawnBetween, limitColumns, weightOf } from "./columns.ts";
import type { ColumnGraph } from "./crossings.ts";

/** The order of the rows, whatever the order in which ids and links are given. */
export function orderColumns(columns: Columns, links: readonly ColumnLink[]): ColumnRows {
  const { kept, beyond } = limitColumns(columns, links);
  const { graph, ids } = numbered(kept, links);
  const y = findHeights(graph);
  const rows = (name: ColumnName) => rowsNeeded(graph.members[columnNames.indexOf(name)] ?? [], y);
  return {
    height: new Map(ids.map((id, i) => [id, y[i] ?? 0])),
    beyond,
    rows: {
      elsewhere: rows("elsewhere"),
      origins: rows("origins"),
      people: rows("people"),
      destinations: rows("destinations"),
      ties: rows("ties"),
    },
  };
}

function numbered(columns: Columns, links: readonly ColumnLink[]): { graph: ColumnGraph; ids: string[] } {
  const byColumn = columnNames.map((name) => [...new Set(columns[name])].sort());
  const ids = byColumn.flat();
  const number = new Map(ids.map((id, i) => [id, i]));
  const column = byColumn.flatMap((members, at) => members.map(() => at));
  const lines = links
    .flatMap(({ source, target, role }) => {
      const [from, to] = [number.get(source), number.get(target)];
      if (from === undefined || to === undefined || from === to) return [];
      const [start, end] = [Math.min(from, to), Math.max(from, to)];
      const [left, right] = [column[start] ?? 0, column[end] ?? 0];
      const drawn = isDrawnBetween(columnNames[left] ?? "people", columnNames[right] ?? "people");
      return drawn ? [{ from: start, to: end, left, right, weight: weightOf(role) }] : [];
    })
    .sort((a, b) => a.from - b.from || a.to - b.to || a.weight - b.weight);
  const linesAt: number[][] = ids.map(() => []);
  for (const [i, { from, to }] of lines.entries()) {
    linesAt[from]?.push(i);
    linesAt[to]?.push(i);
  }
  const members = byColumn.map((names) => names.map((id) => number.get(id) ?? 0));
  return { graph: { column, members, lines, linesAt }, ids };
}
