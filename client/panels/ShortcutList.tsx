/** A dialog that lists the keys. */
import { useEffect, useRef } from "react";
import type { MessageId } from "../strings/message.ts";
import { isLayoutOffered } from "./arrangement/reasons.ts";
import { useSay, useView } from "./context.ts";

const listed: ReadonlyArray<{ keys: string[]; pointer?: MessageId; does: MessageId }> = [
  { keys: ["/"], does: "shortcuts.search" },
  { keys: ["Ctrl", "Z"], does: "shortcuts.undo" },
  { keys: ["Ctrl", "Shift", "Z"], does: "shortcuts.redo" },
  { keys: ["H"], does: "shortcuts.steps" },
  { keys: ["Esc"], does: "shortcuts.escape" },
  { keys: ["W"], does: "shortcuts.drawing" },
  { keys: ["↑", "↓"], does: "shortcuts.chooseLine" },
  { keys: ["→", "←"], does: "shortcuts.walk" },
  { keys: ["C"], does: "shortcuts.copy" },
  { keys: ["E"], does: "shortcuts.expand" },
  { keys: ["Delete"], does: "shortcuts.hide" },
  { keys: ["Ctrl", "A"], does: "shortcuts.selectAll" },
  { keys: ["N"], does: "shortcuts.selectNeighbors" },
  { keys: ["I"], does: "shortcuts.invert" },
  { keys: ["Shift", "F10"], pointer: "shortcuts.rightClick", does: "shortcuts.menu" },
  { keys: ["Shift"], pointer: "shortcuts.click", does: "shortcuts.add" },
  { keys: ["Shift"], pointer: "shortcuts.drag", does: "shortcuts.rectangle" },
  { keys: ["Alt", "Shift"], pointer: "shortcuts.drag", does: "shortcuts.lasso" },
  { keys: ["S"], does: "shortcuts.lassoMode" },
  { keys: ["L"], does: "shortcuts.layout" },
  { keys: ["PgUp", "PgDn"], does: "shortcuts.page" },
  { keys: ["G"], does: "shortcuts.group" },
  { keys: ["P"], does: "shortcuts.release" },
  { keys: ["U"], does: "link.copy" },
  { keys: ["T"], does: "shortcuts.table" },
  { keys: ["D"], does: "shortcuts.time" },
  { keys: ["F"], does: "shortcuts.fit" },
  { keys: ["+", "−"], does: "shortcuts.zoom" },
  { keys: ["?"], does: "shortcuts.help" },
];

export function ShortcutList({ close }: { close: () => void }) {
  const say = useSay();
  const hasDates = useView((state) => state.dataset?.dated !== false);
  const hasPages = useView((state) => isLayoutOffered(state, "columns"));
  const absent: ReadonlySet<MessageId> = new Set([
    ...(hasDates ? [] : (["shortcuts.time"] as const)),
    ...(hasPages ? [] : (["shortcuts.page"] as const)),
  ]);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    // Its one button stands at the foot: a list that is longer than the window begins at its head.
    dialog.current?.scrollTo(0, 0);
  }, []);
  return (
    <dialog ref={dialog} className="shortcuts" aria-labelledby="shortcuts-title" onClose={close}>
      <h2 id="shortcuts-title">{say("shortcuts.title")}</h2>
      <dl>
        {listed
          .filter(({ does }) => !absent.has(does))
          .map(({ keys, pointer, does }) => (
            <div key={does}>
              <dt>
                {keys.map((key) => (
                  <kbd key={key} lang="en">
                    {key}
                  </kbd>
                ))}
                {pointer === undefined ? null : <span>{say(pointer)}</span>}
              </dt>
              <dd>{say(does)}</dd>
            </div>
          ))}
      </dl>
      <button type="button" onClick={() => dialog.current?.close()}>
        {say("shortcuts.close")}
      </button>
    </dialog>
  );
}
