/** An entry of the key: what it stands for, how many there are, and the filter that a click turns. */
import { type KeyboardEvent, type ReactNode, useCallback, useRef, useState } from "react";
import type { KeyEntry } from "../../view/key.ts";
import type { FilterKind } from "../../store.ts";
import { useExplorer, useLanguage, useSay, useView } from "../context.ts";
import { OwnLook } from "./later-parts.ts";

interface EntryProps {
  kind: FilterKind;
  entry: KeyEntry;
  /** The keys of all entries that it is listed with, itself among them. */
  siblings: readonly string[];
  caption: string;
  sample?: ReactNode;
  /** The category that it is, where a person can give it a color and a name; see `OwnLooks`. */
  category?: string | undefined;
}

interface PaintProps extends Pick<EntryProps, "sample"> {
  category: string;
  usual: string;
  filter: string;
}

/** The sample as a button, under which a color and a name can be chosen. */
function Paint({ category, usual, filter, sample }: PaintProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const say = useSay();
  const close = useCallback((focus: boolean) => {
    setOpen(false);
    if (focus) button.current?.focus();
  }, []);
  const name = say("style.ownLook", { name: usual });
  return (
    <>
      <button
        ref={button}
        type="button"
        className="key-paint"
        data-filtered={filter}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={name}
        title={name}
        onClick={() => setOpen(!isOpen)}
      >
        {sample}
      </button>
      {isOpen ? <OwnLook category={category} usual={usual} button={button} close={close} /> : null}
    </>
  );
}

/** What a click on an entry will do. */
const nextStep = { shown: "key.toDim", dim: "key.toHide", hide: "key.toShow" } as const;

const isWithModifier = ({ shiftKey, altKey }: { shiftKey: boolean; altKey: boolean }) => shiftKey || altKey;

export function Entry({ kind, entry, siblings, caption: usual, sample, category }: EntryProps) {
  const explorer = useExplorer();
  const filter = useView((state) => state.filters[kind][entry.key]);
  const ownName = useView(({ style }) => (category === undefined ? undefined : style.own[category]?.name));
  const say = useSay();
  const language = useLanguage();
  const caption = ownName ?? usual;
  const state = filter ?? "shown";
  const { count, undrawn = 0 } = entry;
  const counted = undrawn > 0 ? say("expand.new", { count, total: count + undrawn }) : count.toLocaleString(language);
  const keepOnly = () => void explorer.keepOnly(kind, entry.key, siblings);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isWithModifier(event) || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    keepOnly();
  };
  const only = say("key.toOnly", { name: caption });
  return (
    <li className="key-entry">
      {category === undefined ? null : <Paint category={category} usual={usual} filter={state} sample={sample} />}
      <button
        type="button"
        data-filter={state}
        aria-label={`${caption}, ${counted}, ${say(`key.${state}`)}`}
        aria-keyshortcuts="Shift+Enter"
        title={say(nextStep[state], { name: caption })}
        onClick={(event) => (isWithModifier(event) ? keepOnly() : explorer.toggleFilter(kind, entry.key))}
        onKeyDown={onKeyDown}
      >
        {category === undefined ? sample : null}
        <span className="key-caption">{caption}</span>
        <span className="key-count">{counted}</span>
      </button>
      {siblings.length < 2 ? null : (
        // The keyboard has Shift and Enter on the entry itself.
        <button type="button" className="key-only" tabIndex={-1} aria-label={only} title={only} onClick={keepOnly}>
          {say("key.only")}
        </button>
      )}
    </li>
  );
}
