/** The preview of an expansion: how many neighbors of which kind would come, what of it is wanted, and how many at a time. */
import { type RefObject, useEffect, useId, useRef, useState } from "react";
import type { NeighborCounts } from "../../../schema/api.ts";
import { type ExpansionRow, countFresh, expansionRows } from "../../view/expansion.ts";
import { type ExpansionChoice, expansionSizes, usualExpansion } from "../../store.ts";
import { directedCaption } from "../../words/wording.ts";
import { useExplorer, useGraph, useLanguage, useSay, useView, useVocabulary } from "../context.ts";
import { LineSample } from "../LineSample.tsx";
import { ShapeIcon } from "../ShapeIcon.tsx";

interface RowProps {
  row: ExpansionRow;
  wanted: boolean;
  toggle: () => void;
}

function Row({ row, wanted, toggle }: RowProps) {
  const language = useLanguage();
  const vocabulary = useVocabulary();
  const say = useSay();
  const { type, direction, label, certainty, fresh, neighbors } = row;
  const form = vocabulary.labels[label];
  const caption = form?.caption[language] ?? label;
  const said =
    certainty === "stated" ? caption : say("expand.kind", { label: caption, certainty: say(`certainty.${certainty}`) });
  return (
    <li>
      <label>
        <input type="checkbox" checked={wanted} disabled={fresh === 0} onChange={toggle} />
        {form === undefined ? null : <ShapeIcon shape={form.shape} />}
        <span className="preview-kind">
          {directedCaption(vocabulary, type, direction, language)} <span className="caption">{said}</span>
        </span>
        <LineSample certainty={certainty} />
        <span className="key-count">{say("expand.new", { count: fresh, total: neighbors })}</span>
      </label>
    </li>
  );
}

/** What is checked: what the last expansion went by, until a hand changes it. */
function useChoice(id: string) {
  const before = useView((state) => state.expansions[id]) ?? usualExpansion;
  const [draft, setDraft] = useState({ before, choice: before });
  // Undo and redo bring back what was chosen then.
  if (draft.before !== before) setDraft({ before, choice: before });
  const change = (part: Partial<ExpansionChoice>) => setDraft({ before, choice: { ...draft.choice, ...part } });
  return [draft.choice, change] as const;
}

/** Distinct neighbors of the kinds that are wanted; null until they are counted. */
function useChosenTotal(id: string, counts: NeighborCounts, withoutKinds: readonly string[]): number | null {
  const explorer = useExplorer();
  const [counted, setCounted] = useState<{ by: NeighborCounts; without: readonly string[]; total: number } | null>(
    null,
  );
  const isAll = withoutKinds.length === 0;
  useEffect(() => {
    if (isAll) return undefined;
    let isWanted = true;
    const count = async () => {
      const found = await explorer.previewExpansion(id, withoutKinds);
      if (isWanted && found !== null) setCounted({ by: counts, without: withoutKinds, total: found.total });
    };
    void count();
    return () => {
      isWanted = false;
    };
  }, [explorer, id, counts, withoutKinds, isAll]);
  if (isAll) return counts.total;
  return counted?.by === counts && counted.without === withoutKinds ? counted.total : null;
}

interface AddProps {
  button: RefObject<HTMLButtonElement | null>;
  /** Null until it is known. */
  fresh: number | null;
  isFirst: boolean;
  isNarrowed: boolean;
  choice: ExpansionChoice;
  isNothing: boolean;
  add: () => void;
}

function AddButton({ button, fresh, isFirst, isNarrowed, choice: { most }, isNothing, add }: AddProps) {
  const say = useSay();
  const isIdle = isNothing || fresh === 0;
  const words = () => {
    if (isNothing) return say("expand.nothing");
    if (fresh === 0) return say("expand.onScreen");
    if (fresh === null) return say("expand.some");
    if (fresh <= most) return say(isNarrowed ? "expand.these" : "expand.all", { count: fresh });
    return say(isFirst ? "expand.first" : "expand.next", { size: most, count: fresh });
  };
  // It stays reachable when there is nothing to add, so that the keyboard does not lose its place.
  return (
    <button
      ref={button}
      type="button"
      className="primary"
      aria-disabled={isIdle}
      onClick={() => (isIdle ? undefined : add())}
    >
      {words()}
    </button>
  );
}

function Most({ most, change }: { most: number; change: (choice: Partial<ExpansionChoice>) => void }) {
  const say = useSay();
  const id = useId();
  return (
    <span className="preview-most">
      <label htmlFor={id}>{say("expand.most")}</label>
      <select id={id} value={most} onChange={({ target }) => change({ most: Number(target.value) })}>
        {[...new Set([...expansionSizes, most])]
          .toSorted((a, b) => a - b)
          .map((size) => (
            <option key={size} value={size}>
              {size}
            </option>
          ))}
      </select>
    </span>
  );
}

function Preview({ id, counts }: { id: string; counts: NeighborCounts }) {
  const explorer = useExplorer();
  const graph = useGraph();
  const hidden = useView((state) => state.hidden);
  const time = useView((state) => state.time);
  const say = useSay();
  const button = useRef<HTMLButtonElement>(null);
  const title = useId();
  const [choice, change] = useChoice(id);
  const { withoutKinds } = choice;
  const total = useChosenTotal(id, counts, withoutKinds);
  const screen = { graph, hidden, time };
  const rows = expansionRows(screen, id, counts, useVocabulary());
  const fresh = total === null ? null : countFresh(screen, id, { total }, withoutKinds);
  const isWanted = ({ kinds }: ExpansionRow) => !kinds.some((kind) => withoutKinds.includes(kind));
  const isNarrowed = !rows.every(isWanted);
  const isNothing = !rows.some(isWanted);
  const toggle = (row: ExpansionRow) => {
    const others = withoutKinds.filter((kind) => !row.kinds.includes(kind));
    change({ withoutKinds: isWanted(row) ? [...others, ...row.kinds] : others });
  };
  return (
    <section className="preview" aria-label={say("expand.title")}>
      <div className="preview-head">
        <AddButton
          button={button}
          fresh={fresh}
          isFirst={fresh === total}
          isNarrowed={isNarrowed}
          choice={choice}
          isNothing={isNothing}
          add={() => void explorer.expandNode(id, choice)}
        />
        <Most most={choice.most} change={change} />
      </div>
      <fieldset aria-labelledby={title}>
        <p className="preview-kinds">
          <span id={title}>{say("expand.kinds")}</span>
          {rows.length < 2 ? null : (
            <button
              type="button"
              className="link"
              onClick={() => change({ withoutKinds: isNarrowed ? [] : rows.flatMap(({ kinds }) => kinds) })}
            >
              {say(isNarrowed ? "expand.checkAll" : "expand.checkNone")}
            </button>
          )}
        </p>
        <ul>
          {rows.map((row) => (
            <Row key={row.kinds[0]} row={row} wanted={isWanted(row)} toggle={() => toggle(row)} />
          ))}
        </ul>
      </fieldset>
      {isNarrowed ? <p className="note">{say("expand.lines")}</p> : null}
    </section>
  );
}

/** The button, and below the row of buttons what it would bring. */
export function useExpansion(id: string) {
  const graph = useGraph();
  const hidden = useView((state) => state.hidden);
  const time = useView((state) => state.time);
  const counts = useView((state) => state.previews[id]);
  const language = useLanguage();
  const say = useSay();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const fresh = counts === undefined ? null : countFresh({ graph, hidden, time }, id, counts);
  const isDone = fresh === 0;
  useEffect(() => {
    // The preview closes with the last neighbor, and the focus that was in it goes back to where it was opened.
    if (isDone && open && document.activeElement === document.body) button.current?.focus();
  }, [isDone, open]);
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
          {say("inspector.expand")} <strong>{fresh?.toLocaleString(language)}</strong>
        </>
      )}
    </button>
  );
  const preview = open && counts !== undefined && !isDone ? <Preview key={id} id={id} counts={counts} /> : null;
  return { button: toggle, preview };
}
