/** What a table remembers of how it is looked at: its order, what it is filtered by, and its columns. */
import { useDeferredValue, useMemo, useState } from "react";
import { type Column, type Sort, isFound, searchText, sortRows } from "../../table/model.ts";
import { useLanguage } from "../context.ts";

interface Look {
  sort: Sort | null;
  filter: string;
  /** Columns shown or left out against what is usual. */
  turned: Readonly<Record<string, boolean>>;
}

const asItComes: Look = { sort: null, filter: "", turned: {} };
/** By table, as a panel that is closed forgets its own state. */
const looks = new Map<string, Look>();

/** Rows and columns as they are shown now, and the ways to change that. `id` names the table among others. */
export function useTable<Row>(id: string, rows: readonly Row[], columns: readonly Column<Row>[]) {
  const language = useLanguage();
  const [look, setLook] = useState(() => looks.get(id) ?? asItComes);
  const change = (part: Partial<Look>) => {
    const next = { ...look, ...part };
    looks.set(id, next);
    setLook(next);
  };
  const { sort, turned } = look;
  const filter = useDeferredValue(look.filter);
  const isFiltered = filter.trim() !== "";
  // Wording every row takes a while, and most tables are never filtered.
  const texts = useMemo(
    () => (isFiltered ? new Map(rows.map((row) => [row, searchText(row, columns)])) : null),
    [rows, columns, isFiltered],
  );
  const found = useMemo(
    () => (texts === null ? rows : rows.filter((row) => isFound(texts.get(row) ?? "", filter.trim()))),
    [rows, texts, filter],
  );
  const sorted = useMemo(() => {
    const column = columns.find((each) => each.id === sort?.column);
    return column === undefined || sort === null ? found : sortRows(found, column, sort.descending, language);
  }, [found, columns, sort, language]);
  const isShown = (column: Column<Row>) => turned[column.id] ?? column.isOptional !== true;
  return {
    rows: sorted,
    columns: useMemo(
      () => columns.filter((column) => turned[column.id] ?? column.isOptional !== true),
      [columns, turned],
    ),
    sort,
    filter: look.filter,
    isShown,
    setFilter: (wanted: string) => change({ filter: wanted }),
    toggleColumn: (column: Column<Row>) => change({ turned: { ...turned, [column.id]: !isShown(column) } }),
    /** Up, then down, then as the rows come. */
    sortBy: (column: string) =>
      change({
        sort:
          sort?.column !== column
            ? { column, descending: false }
            : sort.descending
              ? null
              : { column, descending: true },
      }),
  };
}
