/** The layouts to choose from, in words. */
import { type Layout, layouts } from "../../store.ts";
import { tellsOfDescent } from "../../words/descent.ts";
import { useGraph, useSay, useView } from "../context.ts";
import { isLayoutOffered, reasonAgainst } from "./reasons.ts";

export interface LayoutChoice {
  layout: Layout;
  name: string;
  /** What it shows; where it cannot be had, why. */
  hint: string;
  isChosen: boolean;
  /** Whether it cannot be had now. */
  isIdle: boolean;
}

export function useLayouts(): LayoutChoice[] {
  const say = useSay();
  const graph = useGraph();
  const state = useView((whole) => whole);
  const told = tellsOfDescent(state.vocabulary);
  return layouts
    .filter((layout) => isLayoutOffered(state, layout))
    .map((layout) => {
      const reason = reasonAgainst(state, graph, layout);
      return {
        layout,
        name: say(`layout.${layout}`),
        hint: say(reason ?? `arrange.${layout}`, { told }),
        isChosen: state.layout === layout,
        isIdle: reason !== null,
      };
    });
}
