/** A table with what can be done with it: filter, choose columns, copy, save. */
import { type ReactNode, useState } from "react";
import { type Column } from "../../table/model.ts";
import { toCsv, toHtml, toTsv } from "../../table/text.ts";
import { useSay } from "../context.ts";
import { ColumnChoice } from "./ColumnChoice.tsx";
import { Grid } from "./Grid.tsx";
import { copyTable, saveText } from "./clipboard.ts";
import { useTable } from "./use-table.ts";

export interface DataTableProps<Row extends { id: string }> {
  /** Names the table among others, so that it opens as it was left. */
  id: string;
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  /** Rows that there are beside those given. */
  more?: number;
  /** The name of a saved file, without its ending. */
  fileName: string;
  /** What stands before the filter, as a choice of tables. */
  children?: ReactNode;
  selected?: ReadonlySet<string>;
  lead?: string | null;
  choose?: (ids: readonly string[], lead: string) => void;
}

const none: ReadonlySet<string> = new Set();

export function DataTable<Row extends { id: string }>(props: DataTableProps<Row>) {
  const { id, label, rows: all, more = 0, fileName, children, selected = none, lead = null, choose } = props;
  const table = useTable(id, all, props.columns);
  const { rows, columns } = table;
  const say = useSay();
  const [copied, setCopied] = useState<{ count: number; failed: boolean } | null>(null);
  /** The selected rows, or all where fewer than two are. */
  const wanted = () => {
    const chosen = rows.filter((row) => selected.has(row.id));
    return chosen.length > 1 ? chosen : rows;
  };
  const copy = async () => {
    const taken = wanted();
    const done = await copyTable(toHtml(taken, columns), toTsv(taken, columns));
    setCopied({ count: taken.length, failed: !done });
  };
  const isCut = rows.length < all.length;
  return (
    <div className="table">
      <div className="table-tools">
        {children}
        <input
          type="search"
          value={table.filter}
          placeholder={say("table.filter")}
          aria-label={say("table.filter")}
          onChange={(event) => table.setFilter(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Escape" || table.filter === "") return;
            event.preventDefault();
            table.setFilter("");
          }}
        />
        <output className="table-count">
          {copied === null
            ? isCut
              ? say("table.found", { count: rows.length, of: all.length })
              : more > 0
                ? say("table.first", { count: all.length, of: all.length + more })
                : say("table.count", { count: all.length })
            : copied.failed
              ? say("table.notCopied")
              : say("table.copied", { count: copied.count })}
        </output>
        <span className="table-ways">
          <ColumnChoice columns={props.columns} isShown={table.isShown} toggle={table.toggleColumn} />
          <button type="button" disabled={rows.length === 0} onBlur={() => setCopied(null)} onClick={() => void copy()}>
            {say("table.copy")}
          </button>
          <button
            type="button"
            disabled={rows.length === 0}
            onClick={() => saveText(toCsv(rows, columns), `${fileName}.csv`, "text/csv;charset=utf-8")}
          >
            CSV
          </button>
        </span>
      </div>
      {rows.length === 0 ? (
        <p className="note table-empty">{say(all.length === 0 ? "table.empty" : "table.noneFound")}</p>
      ) : (
        <Grid
          label={label}
          rows={rows}
          columns={columns}
          sort={table.sort}
          sortBy={table.sortBy}
          selected={selected}
          lead={lead}
          choose={choose}
          copy={(data) => {
            const taken = wanted();
            data.setData("text/html", toHtml(taken, columns));
            data.setData("text/plain", toTsv(taken, columns));
            setCopied({ count: taken.length, failed: false });
          }}
        />
      )}
    </div>
  );
}
