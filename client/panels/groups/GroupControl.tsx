/** Opens the menu of ways to draw several names as one. */
import { useCallback, useRef, useState } from "react";
import { useGraph, useKeys, useSay } from "../context.ts";
import { Icon } from "../Icon.tsx";
import { isBehindDialog, isTyping } from "../popup.ts";
import { GroupMenu } from "./GroupMenu.tsx";

/** With its words beside it where there is room for them. */
export function GroupControl({ worded = false }: { worded?: boolean }) {
  const say = useSay();
  const isEmpty = useGraph().order < 2;
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const isOpen = open && !isEmpty;
  const close = useCallback((focus: boolean) => {
    setOpen(false);
    if (focus) button.current?.focus();
  }, []);
  const onKey = useCallback(
    ({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      const isOurs = key.toLowerCase() === "g" && !ctrlKey && !metaKey && !altKey;
      if (!isOurs || isTyping(target) || isEmpty || isBehindDialog()) return false;
      setOpen(!open);
      return true;
    },
    [open, isEmpty],
  );
  useKeys(onKey);
  const name = say("group.open");
  return (
    <>
      <button
        ref={button}
        type="button"
        className={worded ? undefined : "bare"}
        aria-label={name}
        title={`${name} (G)`}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        disabled={isEmpty}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="group" />
        {worded ? <span>{name}</span> : null}
      </button>
      {isOpen ? <GroupMenu close={close} button={button} /> : null}
    </>
  );
}
