/** Which columns a table shows, ticked in a list that unfolds. */
import { useEffect, useId, useRef, useState } from "react";
import type { Column } from "../../table/model.ts";
import { useSay } from "../context.ts";

interface ColumnChoiceProps<Row> {
  columns: readonly Column<Row>[];
  isShown: (column: Column<Row>) => boolean;
  toggle: (column: Column<Row>) => void;
}

export function ColumnChoice<Row>({ columns, isShown, toggle }: ColumnChoiceProps<Row>) {
  const say = useSay();
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!open) return undefined;
    const leave = (event: Event) => {
      if (event.target instanceof Node && place.current?.contains(event.target) === false) setOpen(false);
    };
    document.addEventListener("pointerdown", leave);
    document.addEventListener("focusin", leave);
    return () => {
      document.removeEventListener("pointerdown", leave);
      document.removeEventListener("focusin", leave);
    };
  }, [open]);
  const shown = columns.filter(isShown).length;
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape folds the list from anywhere in it
    <div
      ref={place}
      className="column-choice"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open) return;
        event.preventDefault();
        setOpen(false);
        place.current?.querySelector("button")?.focus();
      }}
    >
      <button type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {say("table.columns")}
      </button>
      <fieldset id={id} hidden={!open} className="column-list scrolling" aria-label={say("table.columns")}>
        {columns.map((column) => (
          <label key={column.id}>
            <input
              type="checkbox"
              checked={isShown(column)}
              disabled={isShown(column) && shown === 1}
              onChange={() => toggle(column)}
            />
            {column.caption}
          </label>
        ))}
      </fieldset>
    </div>
  );
}
