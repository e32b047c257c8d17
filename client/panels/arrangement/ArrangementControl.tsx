/** Says how the drawing is arranged, opens the menu of layouts, and stops one that takes long. */
import { useEffect, useState } from "react";
import { useExplorer, useGraph, useSay, useView } from "../context.ts";
import { Icon } from "../Icon.tsx";
import { usePopupButton } from "../use-popup-button.ts";
import { LassoControl } from "./LassoControl.tsx";
import { LayoutIcon } from "./LayoutIcon.tsx";
import { LayoutMenu } from "./LayoutMenu.tsx";

/** Work that is done sooner than this, in ms, is not worth a word. */
const patience = 300;

function useSlow(isWorking: boolean): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    if (!isWorking) return undefined;
    const timer = setTimeout(() => setSlow(true), patience);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [isWorking]);
  return isSlow;
}

function Stop() {
  const explorer = useExplorer();
  const say = useSay();
  return (
    <output className="arranging">
      {say("arrange.working")}{" "}
      <button type="button" className="link" onClick={() => explorer.stopArranging()}>
        {say("arrange.stop")}
      </button>
    </output>
  );
}

export function ArrangementControl() {
  const say = useSay();
  const layout = useView((state) => state.layout);
  const isSlow = useSlow(useView((state) => state.arranging !== null));
  const isEmpty = useGraph().order < 2;
  const { button, isOpen, toggle, close } = usePopupButton("l", isEmpty);
  const name = say("arrange.open", { layout: say(`layout.${layout}`) });
  if (isEmpty) return null;
  return (
    <>
      {isSlow ? <Stop /> : null}
      <LassoControl />
      <button
        ref={button}
        type="button"
        className="layout-button"
        aria-label={name}
        title={`${name} (L)`}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={toggle}
      >
        <LayoutIcon layout={layout} />
        <span>{say(`layout.${layout}`)}</span>
        <Icon name="down" />
      </button>
      {isOpen ? <LayoutMenu close={close} button={button} /> : null}
    </>
  );
}
