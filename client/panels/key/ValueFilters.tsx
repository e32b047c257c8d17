/** Filters by property, figure or measure: classes to dim and hide, and of numbers and years a range. */
import { useId, useState } from "react";
import { usesMeasures } from "../../measures/drawn-network.ts";
import { type ExplorerState, type Range, isUsualStyle, measuredBy } from "../../store.ts";
import { extentOf, scaleOf } from "../../style/engine.ts";
import { isMeasure } from "../../style/fields.ts";
import { classEntries, fieldsIn, isNumeric } from "../../style/key.ts";
import { wordClass, wordField } from "../../style/words.ts";
import { useExplorer, useSay, useView } from "../context.ts";
import { Measuring } from "../measures/RuleValues.tsx";
import { Entry } from "./Entry.tsx";
import { FieldSelect } from "./FieldSelect.tsx";
import { FiguresNote } from "./FiguresNote.tsx";
import { useCounted, useFigures } from "./use-style.ts";

const none: readonly string[] = [];
const measures: readonly string[] = [...measuredBy, "community"];

type Counted = ReturnType<typeof useCounted>;

const readEnd = (text: string): number | undefined =>
  text.trim() === "" || Number.isNaN(Number(text)) ? undefined : Number(text);

/** One end of a range: what is typed counts once it is left or Enter is pressed. */
function End({
  caption,
  value,
  usual,
  set,
}: {
  caption: string;
  value: number | undefined;
  usual: number;
  set: (value: number | undefined) => void;
}) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const settle = () => {
    if (typed !== null) set(readEnd(typed));
    setTyped(null);
  };
  return (
    <span className="key-end">
      <label htmlFor={id}>{caption}</label>
      <input
        id={id}
        type="number"
        step="any"
        placeholder={String(Number(usual.toPrecision(4)))}
        value={typed ?? value ?? ""}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={settle}
        onKeyDown={({ key }) => key === "Enter" && settle()}
      />
    </span>
  );
}

function RangeFilter({ state, graph, field }: Pick<Counted, "state" | "graph"> & { field: string }) {
  const explorer = useExplorer();
  const say = useSay();
  const scale = scaleOf(state, graph, field);
  const extent = scale === null ? null : extentOf(scale);
  if (extent === null) return null;
  const range: Range = state.filters.ranges[field] ?? { without: true };
  const set = ({ from, to, without }: { from: number | undefined; to: number | undefined; without: boolean }) => {
    const isOpen = from === undefined && to === undefined && without;
    const now = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }), without };
    void explorer.setRange(field, isOpen ? null : now);
  };
  const whole = { from: range.from, to: range.to, without: range.without };
  return (
    <div className="key-range">
      <End
        caption={say("style.least")}
        value={range.from}
        usual={extent.least}
        set={(from) => set({ ...whole, from })}
      />
      <End caption={say("style.most")} value={range.to} usual={extent.most} set={(to) => set({ ...whole, to })} />
      <label>
        <input
          type="checkbox"
          checked={range.without}
          onChange={({ target }) => set({ ...whole, without: target.checked })}
        />
        {say("style.without")}
      </label>
    </div>
  );
}

function FieldFilter({ state, graph, seen, field }: Counted & { field: string }) {
  const say = useSay();
  const scale = scaleOf(state, graph, field);
  if (scale === null) return null;
  const entries = classEntries(state, graph, scale);
  const siblings = entries.map(({ filter }) => filter.key);
  return (
    <section aria-label={say("style.is", { field: say("style.of"), value: wordField(field, state) })}>
      <h3>{wordField(field, state)}</h3>
      {isNumeric(field, state) ? <RangeFilter state={state} graph={graph} field={field} /> : null}
      <ul className="key-list">
        {entries.map(({ each, count, filter }) => (
          <Entry
            key={each.key}
            kind={filter.kind}
            entry={{ key: filter.key, count }}
            siblings={siblings}
            caption={wordClass(field, each, state, seen)}
          />
        ))}
      </ul>
    </section>
  );
}

/** Fields that filter now, whether or not they are chosen. */
const fieldsInForce = ({ filters }: ExplorerState): string[] => [
  ...new Set([...Object.keys(filters.ranges), ...Object.keys(filters.values).map((key) => key.split("=", 1)[0] ?? "")]),
];

function Filters({ time }: { time: ExplorerState["time"] }) {
  const counted = useCounted(time);
  const { state, graph } = counted;
  const figures = useFigures(true);
  const say = useSay();
  const [chosen, setChosen] = useState<string | null>(null);
  const found = [...fieldsIn(state, graph, "nodes"), "sources", "year", ...fieldsIn(state, graph, "lines")];
  const shown = [...new Set([...fieldsInForce(state), ...(chosen === null ? [] : [chosen])])];
  // Once a filter or the style goes by a measure, that is seen to elsewhere.
  const wantsMeasures = chosen !== null && isMeasure(chosen) && !usesMeasures(state) && state.dock !== "measures";
  return (
    <>
      <FieldSelect
        caption={say("style.of")}
        usual={say("style.choose")}
        value={chosen ?? ""}
        state={state}
        plain={none}
        measures={measures}
        found={found}
        choose={setChosen}
      />
      {wantsMeasures ? <Measuring /> : null}
      {chosen !== null && isMeasure(chosen) ? (
        <p className="note">{say(state.measures === null ? "measures.working" : "measures.filtered")}</p>
      ) : null}
      {shown.map((field) => (
        <FieldFilter key={field} {...counted} field={field} />
      ))}
      <FiguresNote {...figures} />
    </>
  );
}

export function ValueFilters({ time }: { time: ExplorerState["time"] }) {
  const isUsed = useView(
    ({ filters, style }) =>
      Object.keys(filters.ranges).length > 0 || (isUsualStyle(style) && Object.keys(filters.values).length > 0),
  );
  const say = useSay();
  const [open, setOpen] = useState(isUsed);
  return (
    <details className="key-types" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say("style.filters")}</summary>
      {open ? <Filters time={time} /> : null}
    </details>
  );
}
