/** While the other end of a path is asked for: what to do, over the standfirst, and letters that search wherever the focus is. */
import { useCallback, useEffect } from "react";
import { isTyping, useExplorer, useMedia, useSay } from "../context.ts";
import { isBehindDialog } from "../popup.ts";

const searchField = (): HTMLInputElement | null => document.querySelector('.search input[role="combobox"]');

/** Where the keyboard was goes on when the path is given up. */
function useSearchFocus(): void {
  // A finger points at the drawing, which a keyboard on the screen would cover.
  const isTouch = useMedia("(pointer: coarse)");
  useEffect(() => {
    if (isTouch) return undefined;
    const { activeElement: before } = document;
    searchField()?.focus();
    return () => {
      const isLeft = document.activeElement === searchField();
      if (isLeft && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [isTouch]);
}

const isWritten = (key: string) => /^[\p{L}\p{N}]$/u.test(key) || key === "Backspace" || key === "Delete";

/** What is typed is searched, and Escape gives the path up; before any key of the explorer, as those would change the view. */
function useSearchKeys(cancel: () => void): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const { key, target, isComposing } = event;
      if (isComposing || isBehindDialog()) return;
      if (key === "Escape" && target === searchField()) {
        event.preventDefault();
        event.stopImmediatePropagation();
        cancel();
      } else if (isWritten(key) && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(target)) {
        event.stopImmediatePropagation();
        searchField()?.focus();
      }
    };
    window.addEventListener("keydown", hear, true);
    return () => window.removeEventListener("keydown", hear, true);
  }, [cancel]);
}

export function Asking() {
  const explorer = useExplorer();
  const say = useSay();
  useSearchFocus();
  const cancel = useCallback(() => explorer.cancelPath(), [explorer]);
  useSearchKeys(cancel);
  return (
    <p className="asking">
      {say("path.choose")}{" "}
      <button type="button" className="link" onClick={cancel}>
        {say("path.cancel")}
      </button>
    </p>
  );
}
