/** Keeps a data set's story in the browser, so that it is there when the page is opened again. */
import { get, set } from "idb-keyval";
import { Story } from "../../schema/story.ts";
import type { Explorer } from "../explorer.ts";
import type { Stories } from "../explorer/story.ts";

const bound = new WeakSet<Explorer>();

/** Recalls the kept story once, and keeps each change from then on. A browser that keeps nothing leaves the file. */
export async function keepStory(explorer: Explorer, stories: Stories): Promise<void> {
  const { store } = explorer;
  const dataset = store.getState().dataset?.id;
  if (dataset === undefined || bound.has(explorer)) return;
  bound.add(explorer);
  const key = `story:${dataset}`;
  try {
    const kept = Story.safeParse(await get(key)).data;
    if (kept !== undefined) stories.recall(kept);
    const write = () => set(key, store.getState().story);
    if (store.getState().story !== kept) await write();
    store.subscribe((state, before) => {
      if (state.story !== before.story) write().catch(() => undefined);
    });
  } catch {
    // Private windows of some browsers refuse; the story can still be saved as a file.
  }
}
