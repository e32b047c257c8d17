/** What lists that pop up under a button share. */
import { type KeyboardEvent, type RefObject, useEffect } from "react";

const moves: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowUp: (at) => at - 1,
  ArrowDown: (at) => at + 1,
  Home: () => 0,
  End: (_at, last) => last,
};

/** Arrows walk through the buttons of a list; Enter and the space bar are the button's own. */
export function walk(event: KeyboardEvent<HTMLElement>, close: (focus: boolean) => void): void {
  if (event.key === "Escape") {
    event.preventDefault();
    return close(true);
  }
  const move = moves[event.key];
  if (move === undefined) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const at = buttons.findIndex((each) => each === document.activeElement);
  buttons[Math.min(Math.max(move(at, buttons.length - 1), 0), buttons.length - 1)]?.focus();
}

/** A click elsewhere closes it. */
export function useClickElsewhere(
  inside: RefObject<HTMLElement | null>,
  button: RefObject<HTMLElement | null>,
  close: (focus: boolean) => void,
): void {
  useEffect(() => {
    const look = ({ target }: Event) => {
      const isInside = [inside, button].some(({ current }) => target instanceof Node && current?.contains(target));
      if (!isInside) close(false);
    };
    window.addEventListener("pointerdown", look);
    return () => window.removeEventListener("pointerdown", look);
  }, [inside, button, close]);
}

export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null;

export const isBehindDialog = (): boolean => document.querySelector("dialog[open]:modal") !== null;
