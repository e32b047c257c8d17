/** A line of a menu on the drawing. */
import { type ReactNode, createContext, useContext } from "react";

/** Closes the menu that an item stands in; with `focus` the drawing has it again. */
export const CloseMenu = createContext<(focus: boolean) => void>(() => {});

interface ItemProps {
  name: string;
  act: () => unknown;
  /** The key that does the same. */
  keys?: string;
  /** What cannot be done now stays readable; `hint` may say why. */
  idle?: boolean;
  hint?: string;
  icon?: ReactNode;
  /** Whether it is the one of several that holds; or `isOn`, whether it is on. */
  isChosen?: boolean;
  isOn?: boolean;
  /** Where the focus goes elsewhere with what is done. */
  leads?: boolean;
}

export function Item({ name, act, keys, idle = false, hint, icon, isChosen, isOn, leads }: ItemProps) {
  const close = useContext(CloseMenu);
  const role = isChosen !== undefined ? "menuitemradio" : isOn !== undefined ? "menuitemcheckbox" : "menuitem";
  return (
    <button
      type="button"
      role={role}
      aria-checked={isChosen ?? isOn}
      aria-disabled={idle || undefined}
      title={hint}
      onClick={() => {
        if (idle) return;
        close(leads !== true);
        void act();
      }}
    >
      <span className="item-name">
        {icon}
        {name}
      </span>
      {keys === undefined ? null : <kbd lang="en">{keys}</kbd>}
    </button>
  );
}
