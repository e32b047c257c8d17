/** Opens the menu of ways to draw several names as one. */
import { useGraph, useSay } from "../context.ts";
import { Icon } from "../Icon.tsx";
import { usePopupButton } from "../use-popup-button.ts";
import { GroupMenu } from "./GroupMenu.tsx";

/** With its words beside it where there is room for them. */
export function GroupControl({ worded = false }: { worded?: boolean }) {
  const say = useSay();
  const isEmpty = useGraph().order < 2;
  const { button, isOpen, toggle, close } = usePopupButton("g", isEmpty);
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
        onClick={toggle}
      >
        <Icon name="group" />
        {worded ? <span>{name}</span> : null}
      </button>
      {isOpen ? <GroupMenu close={close} button={button} /> : null}
    </>
  );
}
