/** A button that opens a menu or a list, and the key that does the same. */
import { type RefObject, useCallback, useRef, useState } from "react";
import { useKeys } from "./context.ts";
import { isBehindDialog, isTyping } from "./popup.ts";

export interface PopupButton {
  button: RefObject<HTMLButtonElement | null>;
  isOpen: boolean;
  toggle(this: void): void;
  /** With `focus` the button has it again. */
  close: (this: void, focus: boolean) => void;
}

/** `letter` opens and closes while nobody types; where there is nothing to show, neither it nor the button does. */
export function usePopupButton(letter: string, isEmpty: boolean): PopupButton {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const isOpen = open && !isEmpty;
  const close = useCallback((focus: boolean) => {
    setOpen(false);
    if (focus) button.current?.focus();
  }, []);
  const onKey = useCallback(
    ({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      const isOurs = key.toLowerCase() === letter && !ctrlKey && !metaKey && !altKey;
      if (!isOurs || isTyping(target) || isEmpty || isBehindDialog()) return false;
      setOpen(!open);
      return true;
    },
    [letter, open, isEmpty],
  );
  useKeys(onKey);
  return { button, isOpen, toggle: () => setOpen(!isOpen), close };
}
