/** An entry of the key: what it stands for, how many there are, and the filter that a click turns. */
import type { KeyboardEvent, ReactNode } from "react";
import type { KeyEntry } from "../../view/key.ts";
import type { FilterKind } from "../../store.ts";
import { useExplorer, useLanguage, useSay, useView } from "../context.ts";
import { Count } from "../Count.tsx";

interface EntryProps {
  kind: FilterKind;
  entry: KeyEntry;
  /** The keys of all entries that it is listed with, itself among them. */
  siblings: readonly string[];
  caption: string;
  sample?: ReactNode;
}

/** What a click on an entry will do. */
const nextStep = { shown: "key.toDim", dim: "key.toHide", hide: "key.toShow" } as const;

const isWithModifier = ({ shiftKey, altKey }: { shiftKey: boolean; altKey: boolean }) => shiftKey || altKey;

export function Entry({ kind, entry, siblings, caption, sample }: EntryProps) {
  const explorer = useExplorer();
  const filter = useView((state) => state.filters[kind][entry.key]);
  const say = useSay();
  const language = useLanguage();
  const state = filter ?? "shown";
  const keepOnly = () => void explorer.keepOnly(kind, entry.key, siblings);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isWithModifier(event) || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    keepOnly();
  };
  const only = say("key.toOnly", { name: caption });
  return (
    <li className="key-entry">
      <button
        type="button"
        data-filter={state}
        aria-label={`${caption}, ${entry.count.toLocaleString(language)}, ${say(`key.${state}`)}`}
        aria-keyshortcuts="Shift+Enter"
        title={say(nextStep[state], { name: caption })}
        onClick={(event) => (isWithModifier(event) ? keepOnly() : explorer.toggleFilter(kind, entry.key))}
        onKeyDown={onKeyDown}
      >
        {sample}
        <span className="key-caption">{caption}</span>
        <Count of={entry.count} />
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
