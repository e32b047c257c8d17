/** Opens the list of steps. */
import { useCallback, useRef, useState } from "react";
import { useKeys, useSay, useView } from "../context.ts";
import { Icon } from "../Icon.tsx";
import { isBehindDialog, isTyping } from "../popup.ts";
import { StepList } from "./StepList.tsx";

export function StepsControl() {
  const say = useSay();
  const isEmpty = useView((state) => !state.canUndo && !state.canRedo);
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const isOpen = open && !isEmpty;
  const close = useCallback((focus: boolean) => {
    setOpen(false);
    if (focus) button.current?.focus();
  }, []);
  const onKey = useCallback(
    ({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      const isOurs = key.toLowerCase() === "h" && !ctrlKey && !metaKey && !altKey;
      if (!isOurs || isTyping(target) || isEmpty || isBehindDialog()) return false;
      setOpen(!open);
      return true;
    },
    [open, isEmpty],
  );
  useKeys(onKey);
  const name = say("step.open");
  return (
    <div className="steps">
      <button
        ref={button}
        type="button"
        className="bare"
        aria-label={name}
        title={`${name} (H)`}
        aria-expanded={isOpen}
        disabled={isEmpty}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="steps" />
      </button>
      {isOpen ? <StepList close={close} button={button} /> : null}
    </div>
  );
}
