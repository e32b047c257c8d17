/** Keeps the address bar in step with the view: a question is a page to go back to, smaller steps replace it. */
import type { Explorer } from "../explorer.ts";
import { linkOf } from "../explorer/linked-view.ts";
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

/** Writes the view into the address bar as it changes, and opens what the browser goes back to. */
export function bindAddressBar(explorer: Explorer, page: Window): () => void {
  const { store } = explorer;
  let opened = store.getState().answer;
  let timer: number | undefined;
  const write = () => {
    timer = undefined;
    const link = linkOf(explorer) || page.location.pathname;
    if (link === page.location.search) return;
    const { answer } = store.getState();
    // The first view and what the browser went back to already have their entry.
    const isNewPage = opened !== null && answer !== opened && !goingBack;
    if (isNewPage) page.history.pushState(null, "", link);
    else page.history.replaceState(null, "", link);
    opened = answer;
    goingBack = false;
  };
  let goingBack = false;
  const stop = store.subscribe((state, before) => {
    if (state.dataset === null || state.revision === 0) return;
    if (shownKeys.some((key) => state[key] !== before[key])) timer ??= page.setTimeout(write, pause);
  });
  const goBack = () => {
    goingBack = true;
    void explorer.openLink(page.location.search);
  };
  page.addEventListener("popstate", goBack);
  return () => {
    stop();
    page.clearTimeout(timer);
    page.removeEventListener("popstate", goBack);
  };
}
