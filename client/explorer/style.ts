/** What sizes and colors show, as steps; and the measures that some of them need. */
import type { NodeMeasures } from "../../scene/network-measures.ts";
import { type Style, isSameStyle } from "../store.ts";
import { type Context, endStep } from "./context.ts";

/** Shows something else in sizes or colors; what is left out stays. */
export function setStyle(context: Context, change: Partial<Style>): void {
  const { store } = context;
  const before = store.getState().style;
  const style = { ...before, ...change };
  if (isSameStyle(style, before)) return;
  store.setState({ style });
  endStep(context, "said.measures");
}

/** Tells the measures of what is drawn now; no step, as they follow from the view. */
export function tellMeasures({ store }: Pick<Context, "store">, measures: readonly NodeMeasures[]): void {
  store.setState({ measures: new Map(measures.map((each) => [each.id, each])) });
}
