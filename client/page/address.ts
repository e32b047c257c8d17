/** Keeps the address bar in step with the view: a question is a page to go back to, smaller steps replace it. */
import type { Explorer } from "../explorer.ts";
import { linkOf } from "../explorer/linked-view.ts";
import { readLink } from "../permalink.ts";
import type { ExplorerState } from "../store.ts";

const shownKeys = [
  "revision",
  "selected",
  "alsoSelected",
  "language",
  "dock",
  "cypher",
] as const satisfies readonly (keyof ExplorerState)[];
const pause = 150;

const isPartly = (link: string) => readLink(link).view.partly;

/** Writes the view into the address bar as it changes, and opens what the browser goes back to. */
export function bindAddressBar(explorer: Explorer, page: Window): () => void {
  const { store } = explorer;
  let opened = store.getState().answer;
  let timer: number | undefined;
  const write = () => {
    timer = undefined;
    const link = linkOf(explorer) || page.location.pathname;
    const { search } = page.location;
    const { answer, canUndo, canRedo } = store.getState();
    // Until a step is taken, the view that this link tells in part may still come back.
    if (!canUndo && !canRedo && isPartly(search) && !isPartly(link)) awaited = true;
    else if (link === search) awaited = false;
    else show(link, answer);
  };
  const show = (link: string, answer: ExplorerState["answer"]) => {
    // The first view and what the browser went back to already have their entry.
    const isNewPage = awaited || (opened !== null && answer !== opened && !goingBack);
    if (isNewPage) page.history.pushState(null, "", link);
    else page.history.replaceState(null, "", link);
    opened = answer;
    goingBack = awaited = false;
  };
  let goingBack = false;
  /** The address is that of a large view which is not on screen; it stays, to go back to. */
  let awaited = false;
  const stop = store.subscribe((state, before) => {
    if (state.dataset === null || state.revision === 0) return;
    // Known before its link is written: another question may be asked within the pause.
    opened ??= state.answer;
    if (shownKeys.some((key) => state[key] !== before[key])) timer ??= page.setTimeout(write, pause);
  });
  const goBack = () => {
    const { search } = page.location;
    awaited = isPartly(search);
    goingBack = !awaited;
    void (awaited ? explorer.openKept(search) : explorer.openLink(search));
  };
  page.addEventListener("popstate", goBack);
  return () => {
    stop();
    page.clearTimeout(timer);
    page.removeEventListener("popstate", goBack);
  };
}
