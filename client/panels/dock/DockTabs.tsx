/** The dock's row of tabs, walked with the arrow keys, and the panel of the open one. */
import { type KeyboardEvent, Suspense, useRef } from "react";
import type { DockTab } from "../../store.ts";
import { useExplorer, useSay, useView } from "../context.ts";
import { type DockEntry, dockEntries, isOffered } from "./tabs.ts";
import { Waiting } from "./Waiting.tsx";

const tabId = (id: DockTab) => `dock-tab-${id}`;
const panelId = "dock-panel";

/** Where an arrow key leads from a tab; null for other keys. */
function walk(key: string, at: number, last: number): number | null {
  if (key === "ArrowRight") return at === last ? 0 : at + 1;
  if (key === "ArrowLeft") return at === 0 ? last : at - 1;
  if (key === "Home") return 0;
  return key === "End" ? last : null;
}

/** A click on the open tab closes it; the arrow keys open another where one is open, else only walk. */
export function DockTabs() {
  const explorer = useExplorer();
  const open = useView((state) => state.dock);
  const vocabulary = useView((state) => state.vocabulary);
  const dataset = useView((state) => state.dataset);
  const entries: readonly DockEntry[] = dockEntries.filter(
    ({ id }) => id === open || isOffered(id, { vocabulary, dataset }),
  );
  const say = useSay();
  const row = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    const next = entries[walk(event.key, at, entries.length - 1) ?? -1];
    if (next === undefined) return;
    event.preventDefault();
    row.current?.querySelector<HTMLElement>(`#${tabId(next.id)}`)?.focus();
    if (open !== null) explorer.openDock(next.id);
  };
  const reached = entries.some(({ id }) => id === open) ? open : entries[0]?.id;
  return (
    <div ref={row} className="dock-tabs" role="tablist" aria-label={say("dock.label")}>
      {entries.map(({ id, caption }, at) => (
        <button
          key={id}
          id={tabId(id)}
          type="button"
          role="tab"
          aria-selected={open === id}
          aria-expanded={open === id}
          {...(open === id ? { "aria-controls": panelId } : {})}
          tabIndex={reached === id ? 0 : -1}
          onKeyDown={(event) => onKeyDown(event, at)}
          onClick={() => explorer.openDock(open === id ? null : id)}
        >
          {say(caption)}
        </button>
      ))}
    </div>
  );
}

export function DockPanel() {
  const open = useView((state) => state.dock);
  const isReady = useView((state) => state.vocabulary !== null);
  const entry = dockEntries.find(({ id }) => id === open);
  if (entry === undefined || !isReady) return null;
  return (
    <div id={panelId} className="dock-panel" role="tabpanel" aria-labelledby={tabId(entry.id)}>
      <Suspense fallback={<Waiting />}>
        <entry.Panel />
      </Suspense>
    </div>
  );
}
