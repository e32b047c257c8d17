/** Keeps the steps of this tab in the browser's database, so that they can be undone after a reload too. */
import * as database from "idb-keyval";
import type { Explorer } from "../explorer.ts";
import { type KeptSteps, keptLists } from "../explorer/kept-form.ts";
import { holdsLink } from "../explorer/restore-steps.ts";
import { isPartly } from "../permalink.ts";
import { unpackLink } from "../permalink/pack.ts";

/** Where things are kept by key. */
export type Shelf = Pick<typeof database, "delMany" | "get" | "getMany" | "keys" | "set" | "update">;

/** Also where a page is not from a secure place, which lets it have no `randomUUID`. */
const newId = () => [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join("-");

const tabKey = "alumnigraph.tab";
const pause = 400;
const keptFor = 7 * 24 * 3600 * 1000;

/** This tab's own id. A tab that was duplicated takes another than the first, which holds a lock on its own. */
async function tabId(page: Window): Promise<{ id: string; before: string | null }> {
  const before = page.sessionStorage.getItem(tabKey);
  const isFree = before !== null && (await hold(page, before));
  const id = isFree ? before : newId();
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
/** Steps that could not be taken up have this one, until they can be. */
const asideOf = (tab: string) => `${keyOf(tab)}.aside`;

/** Keys of all that these tabs keep. */
async function keysOf({ keys }: Shelf, tabs: readonly string[]): Promise<string[]> {
  if (tabs.length === 0) return [];
  const all = await keys<string>();
  return all.filter((key) => tabs.some((tab) => key === keyOf(tab) || key.startsWith(`${keyOf(tab)}.`)));
}

/** Notes that this tab is in use, and lets go of what tabs kept that were not for a week. */
async function tidy(shelf: Shelf, id: string): Promise<void> {
  const now = Date.now();
  let old: string[] = [];
  await shelf.update<Record<string, number>>("tabs", (tabs = {}) => {
    old = Object.keys(tabs).filter((each) => each !== id && now - (tabs[each] ?? 0) > keptFor);
    const kept = Object.entries(tabs).filter(([each]) => !old.includes(each));
    return Object.fromEntries([...kept, [id, now]]);
  });
  await shelf.delMany(await keysOf(shelf, old));
}

type ListKeys = { [Name in (typeof keptLists)[number]]: string[] };

type Head = Omit<KeptSteps, keyof ListKeys> & ListKeys;

const isHead = (head: Head | undefined): head is Head =>
  head !== undefined && keptLists.every((name) => Array.isArray(head[name]));

/** What is kept under a key: the steps, and each list that they name under a key of its own. */
async function readKept({ get, getMany }: Shelf, key: string): Promise<unknown> {
  const head = await get<Head>(key);
  if (!isHead(head)) return undefined;
  const lists = await Promise.all(keptLists.map(async (name) => [name, await getMany<unknown>(head[name])] as const));
  return { ...head, ...Object.fromEntries(lists) };
}

/** Keys of steps that were put aside, and of all that belongs to them. */
async function keysAside({ get }: Shelf, tab: string): Promise<string[]> {
  const head = await get<Head>(asideOf(tab));
  return isHead(head) ? [asideOf(tab), ...keptLists.flatMap((name) => head[name])] : [];
}

/** Writes the steps of a tab, one list after another, and of these only what was not written yet; leaves alone what has one of the keys. */
function createWriter(shelf: Shelf, tab: string, aside: readonly string[]): (steps: KeptSteps) => Promise<void> {
  // Another page of the same tab may have written some, under keys that are none of these.
  const page = newId();
  let written = new Map<unknown, string>();
  let count = 0;
  const write = async (steps: KeptSteps, fresh: string[]) => {
    const now = new Map<unknown, string>();
    for (const list of keptLists.flatMap((name): readonly unknown[] => steps[name])) {
      const known = written.get(list);
      const key = known ?? `${keyOf(tab)}.${page}.${count++}`;
      if (known === undefined) {
        fresh.push(key);
        await shelf.set(key, list);
      }
      now.set(list, key);
    }
    const names = keptLists.map((name) => [name, steps[name].map((list) => now.get(list))]);
    await shelf.set(keyOf(tab), { ...steps, ...Object.fromEntries(names) });
    return now;
  };
  return async (steps) => {
    const fresh: string[] = [];
    try {
      written = await write(steps, fresh);
    } catch (error) {
      await shelf.delMany(fresh);
      throw error;
    }
    const wanted = new Set([keyOf(tab), ...aside, ...written.values()]);
    await shelf.delMany((await keysOf(shelf, [tab])).filter((key) => !wanted.has(key)));
  };
}

type Save = ReturnType<typeof createWriter>;

/** Takes up what this tab kept; gives back what keeps its steps from now on. */
async function takeUp(
  { explorer, page, shelf }: { explorer: Explorer; page: Window; shelf: Shelf },
  link: string,
): Promise<{ id: string; save: Save }> {
  const { id, before } = await tabId(page);
  const kept = before === null ? undefined : await readKept(shelf, keyOf(before));
  const isOnlyKept = isPartly(link);
  const aside =
    before !== null && isOnlyKept && !holdsLink(kept, link) ? await readKept(shelf, asideOf(before)) : undefined;
  const isRestored = await explorer.restoreSteps(aside ?? kept, link);
  // The one copy of a view that its link does not tell must outlive what is written next.
  if (id === before && isOnlyKept && !isRestored && holdsLink(kept, link))
    await shelf.set(asideOf(id), await shelf.get(keyOf(id)));
  const isTaken = aside !== undefined && isRestored;
  return { id, save: createWriter(shelf, id, isTaken ? [] : await keysAside(shelf, id)) };
}

/** Takes up what was kept before the reload, then keeps the steps as they are taken; where nothing can be kept, tells so. */
export async function keepTabSteps(
  explorer: Explorer,
  link: string,
  page: Window,
  shelf: Shelf = database,
): Promise<void> {
  const { store } = explorer;
  const whole = await unpackLink(link);
  const tab = await takeUp({ explorer, page, shelf }, whole).catch(() => null);
  // A browser that forbids its database keeps nothing.
  if (tab === null) await explorer.restoreSteps(undefined, whole).catch(() => false);
  const save = tab?.save ?? (() => Promise.reject(new Error("Nothing can be kept.")));
  let timer: number | undefined;
  let work = Promise.resolve();
  const write = async () => {
    timer = undefined;
    const steps = await explorer.keepSteps();
    if (steps === null) return;
    const keepsSteps = await save(steps).then(
      () => true,
      // A full disk keeps nothing; undo works on without.
      () => false,
    );
    if (store.getState().keepsSteps !== keepsSteps) store.setState({ keepsSteps });
  };
  const writeNext = () => (work = work.then(write).catch(() => {}));
  store.subscribe((state, last) => {
    if (state.revision !== last.revision) timer ??= page.setTimeout(() => void writeNext(), pause);
  });
  await writeNext();
  if (tab !== null) await tidy(shelf, tab.id).catch(() => {});
}
