/** Layouts on their way: what comes on screen meanwhile gives them up, or they would move it. */
import type { Context } from "./context.ts";

/** Begins to put another view on screen; gives back its number, for what comes late to compare with `context.opening`. */
export function beginOpening(context: Context): number {
  const { arranging, placing } = context;
  context.arranging = null;
  context.placing = new AbortController();
  if (arranging !== null) context.store.setState({ arranging: null });
  arranging?.abort();
  placing.abort();
  return (context.opening += 1);
}

/** Lays out what is on screen, as part of something else that a person does; false where another view has come meanwhile. */
export async function layOutView(context: Context): Promise<boolean> {
  const { store, graph, opening, placing } = context;
  try {
    await context.arrange.arrangeAnswer(store.getState(), graph, placing.signal);
  } catch (error) {
    if (!placing.signal.aborted) throw error;
  }
  return opening === context.opening;
}
