/** The preview of an expansion: how many neighbors of which kind; one kind or all are added, twenty at a time. */
import { useRef, useState } from "react";
import type { NeighborCounts } from "../../../schema/api.ts";
import type { ExpandOptions } from "../../explorer.ts";
import { expansionSize } from "../../explorer/neighbors.ts";
import { type ExpansionRow, countFresh, expansionRows } from "../../expansion.ts";
import { useExplorer, useGraph, useLanguage, useSay, useView, useVocabulary } from "../context.ts";
import { ShapeIcon } from "../ShapeIcon.tsx";

interface RowProps {
  row: ExpansionRow;
  add: (options: ExpandOptions) => void;
}

function Row({ row, add }: RowProps) {
  const language = useLanguage();
  const vocabulary = useVocabulary();
  const say = useSay();
  const { type, direction, label, fresh, neighbors } = row;
  const form = vocabulary.relationships[type];
  const caption = (direction === "out" ? form?.caption : form?.inverse)?.[language].replace(/^的/, "") ?? type;
  const labelForm = vocabulary.labels[label];
  return (
    <li>
      <button type="button" disabled={fresh === 0} onClick={() => add({ types: [type], direction, labels: [label] })}>
        {labelForm === undefined ? null : <ShapeIcon shape={labelForm.shape} />}
        <span>
          {caption} <span className="caption">{labelForm?.caption[language] ?? label}</span>
        </span>
        <span className="key-count">
          {fresh === 0 ? say("expand.onScreen") : say("expand.new", { count: fresh, total: neighbors })}
        </span>
      </button>
    </li>
  );
}

function AddAll({ fresh, total, add }: { fresh: number; total: number; add: (options: ExpandOptions) => void }) {
  const say = useSay();
  const size = Math.min(expansionSize, fresh);
  const isFirst = fresh === total;
  const words =
    fresh <= expansionSize
      ? say("expand.all", { count: fresh })
      : say(isFirst ? "expand.first" : "expand.next", { size, count: fresh });
  return (
    <button type="button" className="primary" disabled={fresh === 0} onClick={() => add({})}>
      {words}
    </button>
  );
}

interface PreviewProps {
  id: string;
  counts: NeighborCounts;
  fresh: number;
  added: () => void;
}

function Preview({ id, counts, fresh, added }: PreviewProps) {
  const explorer = useExplorer();
  const graph = useGraph();
  const hidden = useView((state) => state.hidden);
  const say = useSay();
  const add = (options: ExpandOptions) => void explorer.expandNode(id, options).then(added);
  return (
    <section className="preview" aria-label={say("expand.title")}>
      <AddAll fresh={fresh} total={counts.total} add={add} />
      <ul>
        {expansionRows(graph, hidden, id, counts).map((row) => (
          <Row key={`${row.type} ${row.direction} ${row.label}`} row={row} add={add} />
        ))}
      </ul>
    </section>
  );
}

/** The button, and below the row of buttons what it would bring. */
export function useExpansion(id: string) {
  const graph = useGraph();
  const hidden = useView((state) => state.hidden);
  const counts = useView((state) => state.previews[id]);
  const say = useSay();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const fresh = counts === undefined ? null : countFresh(graph, hidden, id, counts);
  const isDone = fresh === 0;
  // It stays reachable when there is nothing to add, so that the keyboard does not lose its place.
  const toggle = (
    <button
      ref={button}
      type="button"
      className="primary"
      aria-expanded={open && !isDone}
      aria-disabled={isDone}
      onClick={() => setOpen(!open)}
    >
      {isDone ? (
        say("inspector.expanded")
      ) : (
        <>
          {say("inspector.expand")} <strong>{fresh}</strong>
        </>
      )}
    </button>
  );
  const preview =
    open && counts !== undefined && fresh !== null && !isDone ? (
      <Preview id={id} counts={counts} fresh={fresh} added={() => button.current?.focus()} />
    ) : null;
  return { button: toggle, preview };
}
