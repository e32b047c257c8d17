/** Who is central in what is drawn: a table of the first, sizes and colors on the drawing, and how it was worked out. */
import { useMemo, useState } from "react";
import { classColors } from "../../../scene/class-colors.ts";
import type { NodeMeasures } from "../../../scene/network-measures.ts";
import { shortNameOf } from "../../../schema/graph.ts";
import { measuredBy } from "../../store.ts";
import { type Measures, useMeasures } from "../measures/use-measures.ts";
import { useExplorer, useGraph, useLanguage, useSay, useView } from "../context.ts";
import { Words } from "../Words.tsx";

/** So many rows are read; the rest would only be scrolled past. */
const most = 100;

type Order = (typeof measuredBy)[number];

function Status({ measures }: { measures: Measures }) {
  const say = useSay();
  const { status, rows, cancel, again } = measures;
  if (status === "done") return null;
  return (
    <output className="measures-status">
      {say(status === "working" ? (rows === null ? "measures.working" : "measures.stale") : `measures.${status}`)}{" "}
      <button type="button" className="link" onClick={status === "working" ? cancel : again}>
        {say(status === "working" ? "measures.cancel" : "measures.again")}
      </button>
    </output>
  );
}

function Bar({ value, most, text }: { value: number; most: number; text: string }) {
  return (
    <td>
      <span className="measures-bar" style={{ width: `${most === 0 ? 0 : (92 * value) / most}%` }} />
      <span className="measures-value">{text}</span>
    </td>
  );
}

function Row({ row, tops, language }: { row: NodeMeasures; tops: Record<Order, number>; language: string }) {
  const explorer = useExplorer();
  const graph = useGraph();
  const theme = useView((state) => state.theme);
  const reading = useLanguage();
  const isSelected = useView((state) => state.selected?.kind === "node" && state.selected.id === row.id);
  if (!graph.hasNode(row.id)) return null;
  const share = new Intl.NumberFormat(language, { maximumFractionDigits: 3, minimumFractionDigits: 3 });
  return (
    <tr aria-selected={isSelected}>
      <th scope="row">
        <button
          type="button"
          className="node-link"
          onClick={() => {
            explorer.select({ kind: "node", id: row.id });
            explorer.camera.center(row.id);
          }}
        >
          <Words words={shortNameOf(graph.getNodeAttribute(row.id, "node"), reading)} />
        </button>
      </th>
      <Bar value={row.degree} most={tops.degree} text={String(row.degree)} />
      <Bar value={row.betweenness} most={tops.betweenness} text={share.format(row.betweenness)} />
      <Bar value={row.pagerank} most={tops.pagerank} text={share.format(row.pagerank)} />
      <td>
        <span
          className="measures-community"
          style={{ background: classColors[theme].categories[row.community] ?? "var(--ink2)" }}
        />
        {row.community + 1}
      </td>
    </tr>
  );
}

function MeasureTable({ rows }: { rows: readonly NodeMeasures[] }) {
  const say = useSay();
  const language = useLanguage();
  const [order, setOrder] = useState<Order | "community">("betweenness");
  const sorted = useMemo(
    () =>
      rows
        .toSorted((a, b) =>
          order === "community"
            ? a.community - b.community || b.degree - a.degree
            : b[order] - a[order] || b.degree - a.degree,
        )
        .slice(0, most),
    [rows, order],
  );
  const tops = Object.fromEntries(
    measuredBy.map((name) => [name, Math.max(0, ...rows.map((row) => row[name]))]),
  ) as Record<Order, number>;
  return (
    <table className="measures-table">
      <thead>
        <tr>
          <th scope="col">{say("measures.name")}</th>
          {([...measuredBy, "community"] as const).map((name) => (
            <th
              key={name}
              scope="col"
              aria-sort={order === name ? (name === "community" ? "ascending" : "descending") : "none"}
            >
              <button
                type="button"
                className="bare"
                title={say(`measures.${name}.explained`)}
                onClick={() => setOrder(name)}
              >
                {say(`measures.${name}`)}
                {order === name ? (name === "community" ? " ↑" : " ↓") : ""}
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sorted.map((row) => (
          <Row key={row.id} row={row} tops={tops} language={language} />
        ))}
      </tbody>
    </table>
  );
}

export function MeasuresPanel() {
  const say = useSay();
  const measures = useMeasures();
  const { rows, nodes, lines, status } = measures;
  const explorer = useExplorer();
  const { nodeColor, nodeSize } = useView((state) => state.style);
  return (
    <div className="measures scrolling" data-stale={status !== "done"}>
      <div className="measures-head">
        <label>
          {say("measures.size")}{" "}
          <select
            value={measuredBy.find((name) => name === nodeSize) ?? ""}
            onChange={({ target }) => void explorer.setStyle({ nodeSize: target.value === "" ? null : target.value })}
          >
            <option value="">{say("measures.noSize")}</option>
            {measuredBy.map((name) => (
              <option key={name} value={name}>
                {say(`measures.${name}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <input
            type="checkbox"
            checked={nodeColor === "community"}
            onChange={({ target }) => void explorer.setStyle({ nodeColor: target.checked ? "community" : null })}
          />{" "}
          {say("measures.colors")}
        </label>
        <Status measures={measures} />
      </div>
      <p className="note">{say("measures.how", { nodes, lines })}</p>
      {rows === null ? null : <MeasureTable rows={rows} />}
    </div>
  );
}
