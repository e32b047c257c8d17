/** Rows and columns as every table shows, sorts, filters, copies and saves them. Pure. */
import type { Language } from "../../schema/language.ts";
import type { Worded } from "../words/wording.ts";

/** Words of a cell that lead to a node. */
export interface CellLink extends Worded {
  node: string;
}

export interface Cell {
  /** What the cell says. */
  text: string;
  /** The language of `text`, where it is not the interface's. */
  language?: Language;
  /** Nodes that the cell names, in place of `text`. */
  links?: readonly CellLink[];
  /** What a spreadsheet is given: a plain number, a date as ISO 8601 writes it; else `text`. */
  plain?: number | string;
  /** By what numbers, dates and ranks sort; else by `text`, as the language collates. */
  order?: number;
  /** What else finds the row, as names in other languages. */
  also?: string;
}

export interface Column<Row> {
  id: string;
  caption: string;
  /** Null where the row says nothing of it. */
  cell: (row: Row) => Cell | null;
  /** Figures stand to the right. */
  isNumeric?: boolean;
  /** In CSS pixels, before the columns share what room is left. */
  width: number;
  /** Only shown when chosen. */
  isOptional?: boolean;
}

export interface Sort {
  column: string;
  descending: boolean;
}

const collators = new Map<Language, Intl.Collator>();

function collator(language: Language): Intl.Collator {
  const known = collators.get(language) ?? new Intl.Collator(language, { numeric: true });
  collators.set(language, known);
  return known;
}

/** Rows in the order of a column; equal ones stay as they were, and empty cells come last both ways. */
export function sortRows<Row>(rows: readonly Row[], column: Column<Row>, descending: boolean, language: Language) {
  const keyed = rows.map((row) => ({ row, cell: column.cell(row) }));
  const compareText = collator(language).compare;
  const turn = descending ? -1 : 1;
  keyed.sort(({ cell: a }, { cell: b }) => {
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    if (a.order !== undefined && b.order !== undefined) return turn * (a.order - b.order);
    return turn * compareText(a.text, b.text);
  });
  return keyed.map(({ row }) => row);
}

/** Text as it is compared when something is looked for. */
export const folded = (text: string) => text.normalize("NFKC").toLowerCase();

/** All that a row can be found by. */
export function searchText<Row>(row: Row, columns: readonly Column<Row>[]): string {
  return folded(
    columns
      .flatMap(({ cell }) => {
        const said = cell(row);
        return said === null ? [] : [said.text, said.also ?? ""];
      })
      .join("\n"),
  );
}

/** Whether every word of `wanted` stands somewhere in a row's search text. */
export const isFound = (text: string, wanted: string): boolean =>
  folded(wanted)
    .split(/\s+/)
    .every((word) => text.includes(word));
