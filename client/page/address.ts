/** Keeps the address bar in step with the view: a question is a page to go back to, smaller steps replace it. */
import type { Explorer } from "../explorer.ts";
import { addressOf } from "../explorer/linked-view.ts";
import { isPartly } from "../permalink.ts";
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
  /** Grows when the browser goes back: what is written of the view before has no entry any more. */
  let turn = 0;
  /** Links that are packed, one after another, as each may be a page of its own. */
  let packing: Promise<void> | null = null;
  let goingBack = false;
  /** The revision that the browser went back from; what it went back to is not on screen before there is another. */
  let left: number | null = null;
  /** The address is that of a view which is not on screen, large or unreadable; it stays, to go back to. */
  let awaited = false;
  /** The address of which some could not be unpacked, and what was told of it. */
  let unread: { search: string; lost: unknown } | null = null;

  const writeLater = () => (timer ??= page.setTimeout(write, pause));
  const write = () => {
    timer = undefined;
    const { answer, canUndo, canRedo, lost, revision } = store.getState();
    if (revision === left) return;
    const isBegun = canUndo || canRedo;
    if (lost !== unread?.lost && lost.some(({ part }) => part === "packed" || part === "unpackable"))
      unread = { search: page.location.search, lost };
    const put = (link: string) => {
      const { search } = page.location;
      const isHeld = (isPartly(search) && !isPartly(link)) || search === unread?.search;
      // Until a step is taken, the view that this link tells in part may still come back.
      if (isHeld && (!isBegun || goingBack)) awaited = true;
      else if (link === search) {
        awaited = goingBack = false;
        opened = answer;
      } else show(link, answer);
    };
    const link = addressOf(explorer);
    if (packing === null && typeof link === "string") put(link || page.location.pathname);
    else {
      const work = putPacked(link, put);
      packing = work;
      void work.finally(() => packing === work && (packing = null));
    }
  };
  const putPacked = async (link: string | Promise<string>, put: (link: string) => void) => {
    const mine = turn;
    const [packed] = await Promise.all([link, packing]);
    if (turn === mine) put(packed || page.location.pathname);
  };
  const show = (link: string, answer: ExplorerState["answer"]) => {
    // The first view and what the browser went back to already have their entry.
    const isNewPage = awaited || (opened !== null && answer !== opened && !goingBack);
    if (isNewPage) page.history.pushState(null, "", link);
    else page.history.replaceState(null, "", link);
    opened = answer;
    goingBack = awaited = false;
  };
  const stop = store.subscribe((state, before) => {
    if (state.dataset === null || state.revision === 0) return;
    // Known before its link is written: another question may be asked within the pause.
    opened ??= state.answer;
    if (shownKeys.some((key) => state[key] !== before[key])) writeLater();
  });
  const goBack = () => {
    const { search } = page.location;
    turn += 1;
    packing = null;
    awaited = isPartly(search);
    goingBack = !awaited;
    left = awaited ? null : store.getState().revision;
    void (awaited ? explorer.openKept(search) : explorer.openLink(search));
  };
  page.addEventListener("popstate", goBack);
  return () => {
    stop();
    turn += 1;
    page.clearTimeout(timer);
    page.removeEventListener("popstate", goBack);
  };
}
