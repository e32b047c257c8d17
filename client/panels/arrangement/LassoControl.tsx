/** Turns the free line for selecting on and off: by a button, so that a finger can draw it too, and by its key. */
import { useCallback } from "react";
import { useExplorer, useGraph, useSay, useView } from "../context.ts";
import { Strokes } from "../Icon.tsx";
import { useLetterKey } from "../popup.ts";

export function LassoControl() {
  const explorer = useExplorer();
  const say = useSay();
  const isOn = useView((state) => state.lassoing);
  const isEmpty = useGraph().order === 0;
  const toggle = useCallback(() => explorer.setLassoing(!isOn), [explorer, isOn]);
  useLetterKey("s", isEmpty, toggle);
  if (isEmpty) return null;
  const name = say("shortcuts.lasso");
  return (
    <button
      type="button"
      className="bare lasso"
      aria-label={name}
      aria-pressed={isOn}
      title={`${name} (S)`}
      onClick={toggle}
    >
      <Strokes>
        <path
          d="M6 10.6C3.6 10 2.2 8.6 2.2 6.9 2.2 4.4 4.8 2.5 8 2.5s5.8 1.9 5.8 4.4-2.6 4.3-5.8 4.3"
          strokeLinecap="butt"
          strokeLinejoin="miter"
          strokeDasharray="2.4 1.8"
        />
        <path d="M8 11.2c-.9 0-1.7-.7-1.7-1.5M7 11c.2 1.3-.4 2.3-1.8 2.8" strokeLinecap="butt" strokeLinejoin="miter" />
      </Strokes>
    </button>
  );
}
