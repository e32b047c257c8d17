/** The heads of a grid's columns: each sorts by its column. */
import type { CSSProperties } from "react";
import type { Column, Sort } from "../../table/model.ts";
import { useSay } from "../context.ts";

interface GridHeadProps<Row> {
  columns: readonly Column<Row>[];
  sort: Sort | null;
  sortBy: (column: string) => void;
  style: CSSProperties;
  /** The column whose head has the grid's place in the tab order. */
  active: number | null;
  enter: (column: number) => void;
}

export function GridHead<Row>({ columns, sort, sortBy, style, active, enter }: GridHeadProps<Row>) {
  const say = useSay();
  return (
    <div className="grid-head" role="rowgroup">
      <div className="grid-row" role="row" aria-rowindex={1} style={style}>
        {columns.map(({ id, caption, isNumeric }, index) => {
          const order = sort?.column !== id ? "none" : sort.descending ? "descending" : "ascending";
          return (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid hears the keys of all its cells
            <div
              key={id}
              className={isNumeric === true ? "grid-cell numeric" : "grid-cell"}
              role="columnheader"
              aria-colindex={index + 1}
              aria-sort={order}
              tabIndex={active === index ? 0 : -1}
              title={say("table.sortBy", { column: caption })}
              onFocus={() => enter(index)}
              onClick={() => sortBy(id)}
            >
              <span className="grid-caption">{caption}</span>
              {order === "none" ? null : <span aria-hidden="true">{order === "ascending" ? "▲" : "▼"}</span>}
            </div>
          );
        })}
      </div>
    </div>
  );
}
