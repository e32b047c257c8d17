/** An entry of the key: what it stands for, how many there are, and the filter that a click turns. */
import type { ReactNode } from "react";
import type { KeyEntry } from "../../view/key.ts";
import type { FilterKind } from "../../store.ts";
import { useExplorer, useLanguage, useSay, useView } from "../context.ts";
import { Count } from "../Count.tsx";

interface EntryProps {
  kind: FilterKind;
  entry: KeyEntry;
  caption: string;
  sample?: ReactNode;
}

/** What a click on an entry will do. */
const nextStep = { shown: "key.toDim", dim: "key.toHide", hide: "key.toShow" } as const;

export function Entry({ kind, entry, caption, sample }: EntryProps) {
  const explorer = useExplorer();
  const filter = useView((state) => state.filters[kind][entry.key]);
  const say = useSay();
  const language = useLanguage();
  const state = filter ?? "shown";
  return (
    <li>
      <button
        type="button"
        data-filter={state}
        aria-label={`${caption}, ${entry.count.toLocaleString(language)}, ${say(`key.${state}`)}`}
        title={say(nextStep[state], { name: caption })}
        onClick={() => explorer.toggleFilter(kind, entry.key)}
      >
        {sample}
        <span className="key-caption">{caption}</span>
        <Count of={entry.count} />
      </button>
    </li>
  );
}
