/** The layouts, each with what it looks like and what it shows; those that cannot be had say why. */
import type { Layout } from "../../store.ts";
import { useExplorer, useSay } from "../context.ts";
import { type PopupProps, usePopup } from "../popup.ts";
import { LayoutIcon } from "./LayoutIcon.tsx";
import { useLayouts } from "./use-layouts.ts";

export function LayoutMenu(props: PopupProps) {
  const explorer = useExplorer();
  const say = useSay();
  const choices = useLayouts();
  const menu = usePopup<HTMLDivElement>(props, "[aria-checked=true]");
  const choose = (layout: Layout) => {
    props.close(true);
    void explorer.setLayout(layout);
  };
  return (
    <div {...menu} className="layout-menu scrolling" role="menu" tabIndex={-1} aria-label={say("layout.label")}>
      {choices.map(({ layout, name, hint, isChosen, isIdle }) => (
        <button
          key={layout}
          type="button"
          role="menuitemradio"
          aria-checked={isChosen}
          aria-disabled={isIdle}
          onClick={() => !isIdle && choose(layout)}
        >
          <LayoutIcon layout={layout} />
          <span className="layout-name">{name}</span>
          <span className="layout-hint">{hint}</span>
        </button>
      ))}
    </div>
  );
}
