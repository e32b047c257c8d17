/** A table of any length as an ARIA grid: only what is in sight is drawn; arrows walk, Enter and Space select. */
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Column, Sort } from "../../table/model.ts";
import { GridCell } from "./GridCell.tsx";
import { GridHead } from "./GridHead.tsx";

export interface GridProps<Row extends { id: string }> {
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  sort: Sort | null;
  sortBy: (column: string) => void;
  /** Ids of the selected rows, and of the one that leads them. */
  selected: ReadonlySet<string>;
  lead: string | null;
  /** Tells which rows are to be selected; without it none can be. */
  choose?: ((ids: readonly string[], lead: string) => void) | undefined;
  /** Puts rows on the clipboard when the browser copies. */
  copy: (data: DataTransfer) => void;
}

const [rowHeight, headHeight] = [29, 30];

/** Row 0 is the head. */
interface Place {
  row: number;
  column: number;
}

/** Where a key leads from a cell; null for keys that lead nowhere. */
function walk(
  { key, ctrlKey, metaKey }: KeyboardEvent,
  { row, column }: Place,
  last: Place,
  page: number,
): Place | null {
  const far = ctrlKey || metaKey;
  const within = (to: Place) => ({
    row: Math.min(Math.max(to.row, 0), last.row),
    column: Math.min(Math.max(to.column, 0), last.column),
  });
  switch (key) {
    case "ArrowDown":
      return within({ row: far ? last.row : row + 1, column });
    case "ArrowUp":
      return within({ row: far ? 1 : row - 1, column });
    case "ArrowRight":
      return within({ row, column: far ? last.column : column + 1 });
    case "ArrowLeft":
      return within({ row, column: far ? 0 : column - 1 });
    case "Home":
      return { row: far ? 1 : row, column: 0 };
    case "End":
      return { row: far ? last.row : row, column: last.column };
    case "PageDown":
      return within({ row: row + page, column });
    case "PageUp":
      return within({ row: Math.max(row - page, 1), column });
    default:
      return null;
  }
}

export function Grid<Row extends { id: string }>(props: GridProps<Row>) {
  const { label, rows, columns, sort, sortBy, selected, lead, choose, copy } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<Place>({ row: 1, column: 0 });
  const at = { row: Math.min(place.row, rows.length), column: Math.min(place.column, columns.length - 1) };
  const wantsFocus = useRef(false);
  /** Where a range begins that Shift ends. */
  const anchor = useRef<string | null>(null);
  // oxlint-disable-next-line react/incompatible-library -- the compiler that it minds is not used here
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollPaddingStart: headHeight,
    // The cell with the focus stays, however far it is scrolled away.
    rangeExtractor: useCallback(
      (range: Parameters<typeof defaultRangeExtractor>[0]) =>
        [...new Set([...(at.row > 0 ? [at.row - 1] : []), ...defaultRangeExtractor(range)])].toSorted((a, b) => a - b),
      [at.row],
    ),
  });
  const places = useMemo(() => new Map(rows.map(({ id }, index) => [id, index])), [rows]);

  const followed = useRef<string | null>(null);
  useEffect(() => {
    if (lead === followed.current) return;
    followed.current = lead;
    const index = lead === null ? undefined : places.get(lead);
    if (index === undefined) return;
    setPlace(({ column }) => ({ row: index + 1, column }));
    virtual.scrollToIndex(index);
  }, [lead, places, virtual]);

  useEffect(() => {
    if (!wantsFocus.current) return;
    const cell = scroller.current?.querySelector<HTMLElement>('[tabindex="0"]');
    if (cell == null) return;
    wantsFocus.current = false;
    cell.focus({ preventScroll: at.row > 0 });
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  });

  const select = (id: string, { shiftKey, ctrlKey, metaKey }: Pick<MouseEvent, "shiftKey" | "ctrlKey" | "metaKey">) => {
    if (choose === undefined) return;
    const from = places.get(anchor.current ?? lead ?? id);
    const to = places.get(id);
    followed.current = id;
    if (shiftKey && from !== undefined && to !== undefined) {
      const range = rows.slice(Math.min(from, to), Math.max(from, to) + 1).map((row) => row.id);
      return choose(range, id);
    }
    anchor.current = id;
    if (!ctrlKey && !metaKey) return choose([id], id);
    const rest = [...selected].filter((each) => each !== id);
    if (!selected.has(id)) return choose([...rest, id], id);
    const next = rest.at(-1);
    if (next !== undefined) followed.current = next;
    choose(rest, next ?? id);
  };

  const go = (to: Place) => {
    wantsFocus.current = true;
    setPlace(to);
    if (to.row > 0) virtual.scrollToIndex(to.row - 1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2, 1);
    const next = walk(event, at, { row: rows.length, column: columns.length - 1 }, page);
    const row = rows[at.row - 1];
    if (next !== null) go(next);
    else if (event.key === "Enter" || event.key === " ") {
      if (row === undefined) sortBy(columns[at.column]?.id ?? "");
      else select(row.id, event.key === " " ? { ...modifiersOf(event), ctrlKey: true } : event);
    } else if (event.key === "a" && (event.ctrlKey || event.metaKey) && choose !== undefined && rows.length > 0)
      choose(
        rows.map(({ id }) => id),
        row?.id ?? rows[0]?.id ?? "",
      );
    else return;
    event.preventDefault();
  };

  const template = columns.map(({ width }) => `minmax(${width}px, ${width}fr)`).join(" ");
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  return (
    <div
      ref={scroller}
      className="grid scrolling"
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      {...(choose === undefined ? {} : { "aria-multiselectable": true })}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onCopy={(event) => {
        event.preventDefault();
        copy(event.clipboardData);
      }}
    >
      <GridHead
        columns={columns}
        sort={sort}
        sortBy={sortBy}
        style={{ gridTemplateColumns: template, minWidth: width, height: headHeight }}
        active={at.row === 0 ? at.column : null}
        enter={(column) => setPlace({ row: 0, column })}
      />
      <div className="grid-rows" role="rowgroup" style={{ height: virtual.getTotalSize(), minWidth: width }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <div
              key={row.id}
              className="grid-row"
              role="row"
              aria-rowindex={index + 2}
              {...(choose === undefined ? {} : { "aria-selected": selected.has(row.id) })}
              data-lead={lead === row.id}
              style={{ gridTemplateColumns: template, height: rowHeight, transform: `translateY(${start}px)` }}
            >
              {columns.map((column, each) => (
                <GridCell
                  key={column.id}
                  cell={column.cell(row)}
                  index={each}
                  isNumeric={column.isNumeric === true}
                  isActive={at.row === index + 1 && at.column === each}
                  enter={() => setPlace({ row: index + 1, column: each })}
                  choose={(event) => select(row.id, event)}
                />
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

const modifiersOf = ({ shiftKey, metaKey }: KeyboardEvent) => ({ shiftKey, metaKey });
