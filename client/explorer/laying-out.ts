/** Layouts on their way: what comes on screen meanwhile gives them up, or they would move it. */
import { type Context, notWorkedOut } from "./context.ts";

/** Begins to put another view on screen; gives back its number, for what comes late to compare with `context.opening`. */
export function beginOpening(context: Context): number {
  const { arranging, placing } = context;
  context.arranging = null;
  context.placing = new AbortController();
  if (arranging !== null) context.store.setState({ arranging: null });
  if (context.store.getState().lost.length > 0) context.store.setState({ lost: [] });
  arranging?.abort();
  placing.abort();
  return (context.opening += 1);
}

/**
 * Lays out what is on screen, as part of something else that a person does; false where another view has come meanwhile.
 * A failure is told: what has a place keeps it, and all else stands in rows.
 */
export async function layOutView(context: Context): Promise<boolean> {
  const { store, graph, opening, placing } = context;
  try {
    await context.arrange.arrangeAnswer(store.getState(), graph, placing.signal);
  } catch {
    if (!placing.signal.aborted) store.setState({ problem: placeInRows(context) ? standsInRows : notWorkedOut });
  }
  return opening === context.opening;
}

const standsInRows = {
  kind: "rows",
  detail: "This arrangement could not be worked out.",
  remedy: "What had no place stands in rows; choose an arrangement to try again.",
} as const;

/** Pixels from one place to the next. */
const [across, down] = [180, 28];

/** Gives a place to what has none, below all else; false where there is no such thing. */
function placeInRows({ store, graph }: Context): boolean {
  const waiting = graph.filterNodes((_id, { placed }) => !placed);
  if (waiting.length === 0) return false;
  const columns = Math.max(1, Math.floor(store.getState().stage.width / across));
  const top = graph.reduceNodes((lowest, _id, { placed, y }) => (placed ? Math.max(lowest, y) : lowest), 0) + 2 * down;
  for (const [i, id] of waiting.entries()) {
    const [x, y] = [((i % columns) + 0.3) * across, top + Math.floor(i / columns) * down];
    graph.mergeNodeAttributes(id, { x, y, placed: true });
  }
  // Under the name of the one that failed these places would mislead, and it could not be asked for again.
  graph.setAttribute("guides", null);
  store.setState({ layout: "organic", around: [] });
  return true;
}
