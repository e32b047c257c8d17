/** A button that opens a menu or a list, and the key that does the same. */
import { type RefObject, useCallback, useRef, useState } from "react";
import { useLetterKey } from "./popup.ts";

export interface PopupButton {
  button: RefObject<HTMLButtonElement | null>;
  isOpen: boolean;
  toggle(this: void): void;
  /** With `focus` what had it before has it again, else the button. */
  close: (this: void, focus: boolean) => void;
}

/** `letter` opens and closes while nobody types; where there is nothing to show, neither it nor the button does. */
export function usePopupButton(letter: string, isEmpty: boolean): PopupButton {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const isOpen = open && !isEmpty;
  const before = useRef<Element | null>(null);
  const close = useCallback((focus: boolean) => {
    setOpen(false);
    const { current } = before;
    if (focus) (current instanceof HTMLElement && current.isConnected ? current : button.current)?.focus();
  }, []);
  const toggle = useCallback(() => {
    const { activeElement } = document;
    if (!isOpen) before.current = activeElement === document.body ? null : activeElement;
    setOpen(!isOpen);
  }, [isOpen]);
  useLetterKey(letter, isEmpty, toggle);
  return { button, isOpen, toggle, close };
}
