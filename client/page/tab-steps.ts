/** Keeps the steps of this tab in the browser's database, so that they can be undone after a reload too. */
import { delMany, get, set, update } from "idb-keyval";
import type { Explorer } from "../explorer.ts";

const tabKey = "alumnigraph.tab";
const pause = 400;
const keptFor = 7 * 24 * 3600 * 1000;

/** This tab's own id. A tab that was duplicated takes another than the first, which holds a lock on its own. */
async function tabId(page: Window): Promise<{ id: string; before: string | null }> {
  const before = page.sessionStorage.getItem(tabKey);
  const isFree = before !== null && (await hold(page, before));
  const id = isFree ? before : crypto.randomUUID();
  if (!isFree) await hold(page, id);
  page.sessionStorage.setItem(tabKey, id);
  return { id, before };
}

function hold({ navigator }: Window, id: string): Promise<boolean> {
  // Pages on plain addresses other than this machine have no locks.
  if (!("locks" in navigator)) return Promise.resolve(true);
  return new Promise((resolve) => {
    void navigator.locks.request(`${tabKey}.${id}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock === null ? undefined : new Promise(() => {});
    });
  });
}

/** Notes that this tab is in use, and lets go of what tabs kept that were not for a week. */
async function tidy(id: string): Promise<void> {
  const now = Date.now();
  let old: string[] = [];
  await update<Record<string, number>>("tabs", (tabs = {}) => {
    old = Object.keys(tabs).filter((each) => each !== id && now - (tabs[each] ?? 0) > keptFor);
    const kept = Object.entries(tabs).filter(([each]) => !old.includes(each));
    return Object.fromEntries([...kept, [id, now]]);
  });
  await delMany(old.map((each) => `steps.${each}`));
}

/** Takes up what was kept before the reload, then keeps the steps as they are taken; where nothing can be kept, does nothing. */
export async function keepTabSteps(explorer: Explorer, link: string, page: Window): Promise<void> {
  let timer: number | undefined;
  try {
    const { id, before } = await tabId(page);
    const kept: unknown = before === null ? undefined : await get(`steps.${before}`);
    if (kept !== undefined) await explorer.restoreSteps(kept, link);
    const write = async () => {
      timer = undefined;
      const steps = await explorer.keepSteps();
      // A full disk keeps nothing; undo works on without.
      if (steps !== null) await set(`steps.${id}`, steps).catch(() => {});
    };
    explorer.store.subscribe((state, last) => {
      if (state.revision !== last.revision) timer ??= page.setTimeout(() => void write(), pause);
    });
    await write();
    await tidy(id);
  } catch {
    // A browser that forbids its database keeps nothing.
  }
}
