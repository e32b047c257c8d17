/** Opens the list of steps. */
import { useSay, useView } from "../context.ts";
import { Icon } from "../Icon.tsx";
import { usePopupButton } from "../use-popup-button.ts";
import { StepList } from "./StepList.tsx";

export function StepsControl() {
  const say = useSay();
  const isEmpty = useView((state) => !state.canUndo && !state.canRedo);
  const { button, isOpen, toggle, close } = usePopupButton("h", isEmpty);
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
        onClick={toggle}
      >
        <Icon name="steps" />
      </button>
      {isOpen ? <StepList close={close} button={button} /> : null}
    </div>
  );
}
