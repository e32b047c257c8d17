/** What the pointer rests on, for as long as a card about it is wanted. */
import type { Point } from "../../../scene/geometry.ts";
import type { Explorer } from "../../explorer.ts";
import { isOnScreen } from "../../view/graph.ts";
import type { Target } from "../../store.ts";

/** After so many ms of rest what is told is looked for, and after so many the card is shown. */
const [lookFor, show] = [160, 450];
/** So long a card waits for the pointer that leaves its subject to come to it. */
const grace = 320;
/** A hand that holds still trembles by so many pixels. */
const tremble = 3;

const modifiers = new Set(["Shift", "Control", "Alt", "Meta"]);

export interface Rest {
  target: Target;
  /** Where the pointer rests, in the window. */
  at: Point;
  /** Whether it has rested long enough. */
  isLong: boolean;
}

export interface Resting {
  /** While the pointer is on the card itself, that stays. */
  keep(this: void, isInside: boolean): void;
  /** Whether the card is in sight: it may find no place. Only then Escape is for it. */
  show(this: void, isShown: boolean): void;
  end(): void;
}

const isSame = (one: Target | null | undefined, other: Target | null | undefined) =>
  one?.kind === other?.kind && one?.id === other?.id;

/** The drawing that something stands in. */
export const stageOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(".stage-canvas") : null;

const isMenuOpen = () => document.querySelector(".stage-menu") !== null;

/**
 * Tells what the pointer rests on; null while a finger, a drag, the wheel, a key or a menu is at work. Escape takes away what is
 * shown and does nothing else; what was taken away comes again only after another thing.
 */
export function followRest({ store, graph }: Explorer, tell: (rest: Rest | null) => void): Resting {
  let at: Point | null = null;
  let dismissed: Target | null = null;
  let told: Rest | null = null;
  /** Whether the pointer is on the card. */
  let isKept = false;
  let isShown = false;
  let timers: number[] = [];
  const set = (rest: Rest | null) => {
    if (told === null && rest === null) return;
    if (!isSame(told?.target, rest?.target)) isKept = isShown = false;
    told = rest;
    tell(rest);
  };
  const stop = () => {
    for (const timer of timers) clearTimeout(timer);
    timers = [];
  };
  const after = (ms: number, work: () => void) => timers.push(window.setTimeout(work, ms));
  const begin = () => {
    const { hovered, lassoing } = store.getState();
    if (at === null || hovered === null || lassoing || isSame(hovered, dismissed) || isMenuOpen()) return;
    stop();
    if (told?.isLong === true && isSame(hovered, told.target)) return;
    const found = { target: hovered, at };
    after(lookFor, () => set({ ...found, isLong: false }));
    after(show, () => set({ ...found, isLong: true }));
  };
  const leave = () => {
    stop();
    if (!isKept) after(grace, () => set(null));
  };
  const dismiss = () => {
    stop();
    dismissed = store.getState().hovered;
    at = null;
    set(null);
  };
  const move = (event: PointerEvent) => {
    if (event.buttons !== 0) return dismiss();
    if (stageOf(event.target) === null || event.pointerType === "touch") {
      at = null;
      return;
    }
    const now = { x: event.clientX, y: event.clientY };
    if (at !== null && Math.hypot(now.x - at.x, now.y - at.y) <= tremble) return;
    at = now;
    begin();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Escape" && isShown) event.preventDefault();
    if (!modifiers.has(event.key)) dismiss();
  };
  const unfollow = store.subscribe(({ hovered, revision, arranging }, before) => {
    const isGone = told !== null && !isOnScreen(graph, told.target);
    if (isGone || revision !== before.revision || arranging !== before.arranging) dismiss();
    if (isSame(hovered, before.hovered)) return;
    if (!isSame(hovered, dismissed)) dismissed = null;
    if (hovered === null) leave();
    else begin();
  });
  const listening = new AbortController();
  const early = { capture: true, signal: listening.signal };
  document.addEventListener("pointermove", move, early);
  for (const ending of ["pointerdown", "wheel", "contextmenu"]) document.addEventListener(ending, dismiss, early);
  document.addEventListener("keydown", press, early);
  return {
    keep(isInside) {
      isKept = isInside;
      leave();
    },
    show(shown) {
      isShown = shown;
    },
    end() {
      unfollow();
      listening.abort();
      stop();
      set(null);
    },
  };
}
