/** The layouts, each with what it looks like and what it shows; those that cannot be had say why. */
import { type Layout, layouts } from "../../store.ts";
import { tellsOfDescent } from "../../words/descent.ts";
import { useExplorer, useGraph, useSay, useView } from "../context.ts";
import { type PopupProps, usePopup } from "../popup.ts";
import { LayoutIcon } from "./LayoutIcon.tsx";
import { isLayoutOffered, reasonAgainst } from "./reasons.ts";

export function LayoutMenu(props: PopupProps) {
  const explorer = useExplorer();
  const say = useSay();
  const graph = useGraph();
  const state = useView((whole) => whole);
  const offered = layouts.filter((layout) => isLayoutOffered(state, layout));
  const menu = usePopup<HTMLDivElement>(props, "[aria-checked=true]");
  const choose = (layout: Layout) => {
    props.close(true);
    void explorer.setLayout(layout);
  };
  return (
    <div {...menu} className="layout-menu scrolling" role="menu" tabIndex={-1} aria-label={say("layout.label")}>
      {offered.map((layout) => {
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
            <span className="layout-hint">
              {say(reason ?? `arrange.${layout}`, { told: tellsOfDescent(state.vocabulary) })}
            </span>
          </button>
        );
      })}
    </div>
  );
}
