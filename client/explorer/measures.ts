/** Measures shown in sizes and colors. */
import type { Measured } from "../store.ts";
import { type Context, endStep } from "./context.ts";

/** Shows them otherwise as a step; the same shown of a network that has changed is none. */
export function showMeasures(context: Context, measured: Measured | null): void {
  const { store } = context;
  const { measured: before } = context.settled.view;
  store.setState({ measured });
  if (measured?.size !== before?.size || measured?.colors !== before?.colors) endStep(context, "said.measures");
  else context.settled = { ...context.settled, view: { ...context.settled.view, measured } };
}
