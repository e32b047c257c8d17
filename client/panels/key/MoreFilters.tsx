/** Further filters, folded away: by source, and by how many relationships a name has. */
import { useEffect, useId, useState } from "react";
import { nameOf } from "../../../schema/graph.ts";
import type { KeyEntry } from "../../view/key.ts";
import { useExplorer, useLanguage, useSay, useView } from "../context.ts";
import { Entry } from "./Entry.tsx";

const degrees = [0, 2, 3, 5, 10, 20];

function LeastDegree() {
  const explorer = useExplorer();
  const least = useView((state) => state.filters.leastDegree);
  const say = useSay();
  const id = useId();
  return (
    <p className="key-degree">
      <label htmlFor={id}>{say("key.degree")}</label>
      <select id={id} value={least} onChange={({ target }) => explorer.setLeastDegree(Number(target.value))}>
        {[...new Set([...degrees, least])]
          .toSorted((a, b) => a - b)
          .map((each) => (
            <option key={each} value={each}>
              {each === 0 ? say("key.anyDegree") : say("key.leastDegree", { count: each })}
            </option>
          ))}
      </select>
    </p>
  );
}

function Sources({ entries }: { entries: readonly KeyEntry[] }) {
  const explorer = useExplorer();
  const language = useLanguage();
  const documents = useView((state) => state.documents);
  const isFiltered = useView((state) => Object.keys(state.filters.documents).length > 0);
  const say = useSay();
  const [open, setOpen] = useState(isFiltered);
  useEffect(() => {
    if (open) void explorer.listDocuments();
  }, [explorer, open]);
  if (entries.length < 2) return null;
  const siblings = entries.map(({ key }) => key);
  const captionOf = (id: string) => {
    const node = documents?.[id];
    return node === undefined ? id : nameOf(node, language).text;
  };
  return (
    <details className="key-types" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say("key.sources")}</summary>
      {documents === null ? null : (
        <ul className="key-list key-sources">
          {entries.map((entry) => (
            <Entry key={entry.key} kind="documents" entry={entry} siblings={siblings} caption={captionOf(entry.key)} />
          ))}
        </ul>
      )}
    </details>
  );
}

export function MoreFilters({ documents }: { documents: readonly KeyEntry[] }) {
  return (
    <>
      <Sources entries={documents} />
      <LeastDegree />
    </>
  );
}
