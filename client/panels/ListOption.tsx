/** An option of a field's own list: chosen by pointer here, by keys in the field, which keeps the focus. */
import type { ReactNode } from "react";

interface Props {
  id: string;
  chosen: boolean;
  choose: () => void;
  children: ReactNode;
}

export function ListOption({ id, chosen, choose, children }: Props) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- focus and keys stay in the field, as the pattern asks
    <div
      id={id}
      tabIndex={-1}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a datalist shows neither shapes nor which name matched
      role="option"
      aria-selected={chosen}
      onPointerDown={(event) => event.preventDefault()}
      onClick={choose}
    >
      {children}
    </div>
  );
}
