/** Keeps the steps of this tab in the browser's database, so that they can be undone after a reload too. */
import { delMany, get, getMany, keys, set, update } from "idb-keyval";
import type { Explorer } from "../explorer.ts";
import { type KeptSteps, keptLists } from "../explorer/kept-steps.ts";

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

/** Everything that a tab keeps has a key that begins with this. */
const keyOf = (tab: string) => `steps.${tab}`;

/** Keys of all that these tabs keep. */
async function keysOf(tabs: readonly string[]): Promise<string[]> {
  if (tabs.length === 0) return [];
  const all = await keys<string>();
  return all.filter((key) => tabs.some((tab) => key === keyOf(tab) || key.startsWith(`${keyOf(tab)}.`)));
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
  await delMany(await keysOf(old));
}

type ListKeys = { [Name in (typeof keptLists)[number]]: string[] };

/** What a tab kept: the steps under its own key, and each list that they name under one of its own. */
async function readKept(tab: string): Promise<unknown> {
  const head = await get<Omit<KeptSteps, keyof ListKeys> & ListKeys>(keyOf(tab));
  if (head === undefined || !keptLists.every((name) => Array.isArray(head[name]))) return undefined;
  const lists = await Promise.all(keptLists.map(async (name) => [name, await getMany<unknown>(head[name])] as const));
  return { ...head, ...Object.fromEntries(lists) };
}

/** Writes the steps of a tab, one list after another, and of these only what was not written yet. */
function createWriter(tab: string): (steps: KeptSteps) => Promise<void> {
  // Another page of the same tab may have written some, under keys that are none of these.
  const page = crypto.randomUUID();
  let written = new Map<unknown, string>();
  let count = 0;
  return async (steps) => {
    const now = new Map<unknown, string>();
    for (const list of keptLists.flatMap((name): readonly unknown[] => steps[name])) {
      const known = written.get(list);
      const key = known ?? `${keyOf(tab)}.${page}.${count++}`;
      if (known === undefined) await set(key, list);
      now.set(list, key);
    }
    const names = keptLists.map((name) => [name, steps[name].map((list) => now.get(list))]);
    await set(keyOf(tab), { ...steps, ...Object.fromEntries(names) });
    written = now;
    const wanted = new Set([keyOf(tab), ...now.values()]);
    await delMany((await keysOf([tab])).filter((key) => !wanted.has(key)));
  };
}

/** Takes up what was kept before the reload, then keeps the steps as they are taken; where nothing can be kept, does nothing. */
export async function keepTabSteps(explorer: Explorer, link: string, page: Window): Promise<void> {
  let timer: number | undefined;
  try {
    const { id, before } = await tabId(page);
    const kept = before === null ? undefined : await readKept(before);
    await explorer.restoreSteps(kept, link);
    const save = createWriter(id);
    let work = Promise.resolve();
    const write = async () => {
      timer = undefined;
      const steps = await explorer.keepSteps();
      // A full disk keeps nothing; undo works on without.
      if (steps !== null) await save(steps).catch(() => {});
    };
    const writeNext = () => (work = work.then(write));
    explorer.store.subscribe((state, last) => {
      if (state.revision !== last.revision) timer ??= page.setTimeout(() => void writeNext(), pause);
    });
    await writeNext();
    await tidy(id);
  } catch {
    // A browser that forbids its database keeps nothing.
  }
}
