/** What lists that pop up under a button share. */
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef } from "react";
import { isTyping, useKeys } from "./context.ts";

const moves: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowUp: (at) => at - 1,
  ArrowDown: (at) => at + 1,
  Home: () => 0,
  End: (_at, last) => last,
};

/** Arrows walk through the buttons of a list; Enter and the space bar are the button's own. */
function walk(event: KeyboardEvent<HTMLElement>, close: (focus: boolean) => void): void {
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

export interface PopupProps {
  /** With `focus` the button that opened it has it again. */
  close: (focus: boolean) => void;
  button: RefObject<HTMLElement | null>;
}

/**
 * A list that pops up under its button: it takes the focus where `first` points, arrows walk in it, and it closes when
 * one clicks elsewhere or the focus goes elsewhere, as to another list.
 */
export function usePopup<Panel extends HTMLElement>({ close, button }: PopupProps, first: string) {
  const ref = useRef<Panel>(null);
  useCloseElsewhere(ref, button, close);
  useEffect(() => ref.current?.querySelector<HTMLElement>(first)?.focus(), [first]);
  return { ref, onKeyDown: (event: KeyboardEvent<HTMLElement>) => walk(event, close) };
}

function useCloseElsewhere(
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
    window.addEventListener("focusin", look);
    return () => {
      window.removeEventListener("pointerdown", look);
      window.removeEventListener("focusin", look);
    };
  }, [inside, button, close]);
}

export const isBehindDialog = (): boolean => document.querySelector("dialog[open]:modal") !== null;

/** A key of its own for what a button does: heard while nobody types, no dialog is open, and the button is not `idle`. */
export function useLetterKey(letter: string, idle: boolean, act: () => void): void {
  const onKey = useCallback(
    ({ key, target, ctrlKey, metaKey, altKey }: globalThis.KeyboardEvent) => {
      const isOurs = key.toLowerCase() === letter && !ctrlKey && !metaKey && !altKey;
      if (!isOurs || isTyping(target) || idle || isBehindDialog()) return false;
      act();
      return true;
    },
    [letter, idle, act],
  );
  useKeys(onKey);
}
