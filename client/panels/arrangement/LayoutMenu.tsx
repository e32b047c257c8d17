/** The layouts, each with what it looks like and what it shows; those that cannot be had say why. */
import { type RefObject, useEffect, useRef } from "react";
import { type Layout, layouts } from "../../store.ts";
import { useExplorer, useGraph, useSay, useView } from "../context.ts";
import { useClickElsewhere, walk } from "../popup.ts";
import { LayoutIcon } from "./LayoutIcon.tsx";
import { reasonAgainst } from "./reasons.ts";

interface MenuProps {
  close: (focus: boolean) => void;
  button: RefObject<HTMLElement | null>;
}

export function LayoutMenu({ close, button }: MenuProps) {
  const explorer = useExplorer();
  const say = useSay();
  const graph = useGraph();
  const state = useView((whole) => whole);
  const menu = useRef<HTMLDivElement>(null);
  useClickElsewhere(menu, button, close);
  useEffect(() => menu.current?.querySelector<HTMLElement>("[aria-checked=true]")?.focus(), []);
  const choose = (layout: Layout) => {
    close(true);
    void explorer.setLayout(layout);
  };
  return (
    <div
      ref={menu}
      className="layout-menu scrolling"
      role="menu"
      tabIndex={-1}
      aria-label={say("layout.label")}
      onKeyDown={(event) => walk(event, close)}
    >
      {layouts.map((layout) => {
        const reason = reasonAgainst(state, graph, layout);
        return (
          <button
            key={layout}
            type="button"
            role="menuitemradio"
            aria-checked={state.layout === layout}
            aria-disabled={reason !== null}
            onClick={() => reason === null && choose(layout)}
          >
            <LayoutIcon layout={layout} />
            <span className="layout-name">{say(`layout.${layout}`)}</span>
            <span className="layout-hint">{say(reason ?? `arrange.${layout}`)}</span>
          </button>
        );
      })}
    </div>
  );
}
