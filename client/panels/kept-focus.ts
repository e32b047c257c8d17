/** Keeps the keyboard where it was when what had the focus goes away with what it did. */
import { useEffect } from "react";

let last: Element | null = null;

/** The element that had the focus last, wherever on the page. */
const follow = ({ target }: FocusEvent) => {
  if (target instanceof Element) last = target;
};
document.addEventListener("focusin", follow);

const isLost = (): boolean =>
  last !== null && !last.isConnected && (document.activeElement === null || document.activeElement === document.body);

/** Gives the focus to the first element there is, where it went with one that was removed. */
export function takeLostFocus(...selectors: readonly string[]): void {
  if (!isLost()) return;
  for (const selector of selectors) {
    const found = document.querySelector<HTMLElement>(selector);
    if (found === null) continue;
    if (found.tabIndex < 0) found.tabIndex = -1;
    found.focus({ preventScroll: true });
    return;
  }
}

/** When a panel of the rail goes, the focus that was in it is in what takes its place. */
export function useFocusAfterwards(): void {
  // That is drawn in the same turn, or once its code has been read.
  useEffect(() => () => void setTimeout(() => takeLostFocus(".inspected", "#details")), []);
}

/** After each change of `about` the focus is at the heading of what is inspected, and afterwards in what takes its place. */
export function useKeptFocus(about: string): void {
  useEffect(() => {
    if (about !== "") takeLostFocus(".inspector .inspected");
  }, [about]);
  useFocusAfterwards();
}
