/** Looking at the network at a time: while the slider moves, and as a step once it rests. */
import type { ExplorerGraph } from "../view/graph.ts";
import type { ExplorerState, TimeView } from "../store.ts";
import { formatPeriod } from "../strings/format.ts";
import { allTime } from "../view/time.ts";
import { isBundle, isGroup } from "../view/groups.ts";
import { listed, visibleNodes, visibleRelationships } from "../view/visibility.ts";
import { type Context, endStep } from "./context.ts";
import { previewExpansion } from "./neighbors.ts";

const isSame = (a: TimeView | null, b: TimeView | null) =>
  a === b || (a !== null && b !== null && a.from === b.from && a.to === b.to && a.undated === b.undated);

/** Shows a time that is passed on the way, as while a handle is dragged; no step of its own. */
export function passTime({ store }: Context, time: TimeView): void {
  if (!isSame(store.getState().time, time)) store.setState({ time });
}

const isSeen = (state: ExplorerState, graph: ExplorerGraph, id: string): boolean => {
  const nodes = visibleNodes(state, graph);
  return nodes.has(id) || visibleRelationships(state, graph).has(id);
};

/** What is selected and no longer drawn is selected no longer; counts that were read for another time are forgotten. */
function follow(context: Context): void {
  const { store, graph } = context;
  const state = store.getState();
  const { nodes, relationships } = listed(state, graph);
  const { selected } = state;
  // Groups and bundles are drawn, but no names or facts that could be listed.
  const isDrawn = (id: string) => (isGroup(id) || isBundle(id)) && isSeen(state, graph, id);
  const isThere =
    selected === null || (selected.kind === "node" ? nodes : relationships).has(selected.id) || isDrawn(selected.id);
  store.setState({ previews: {}, ...(isThere ? {} : { selected: null }) });
  if (isThere && selected?.kind === "node") void previewExpansion(context, selected.id);
}

/** Looks at a time; null closes the time strip, which shows all time. */
export function setTime(context: Context, time: TimeView | null): void {
  const { store } = context;
  if (isSame(context.settled.view.time, time) && isSame(store.getState().time, time)) return;
  store.setState({ time });
  follow(context);
  endStep(context, "said.time", { when: formatPeriod(time ?? {}, store.getState().language) });
}

/** Opens the time strip, which at first shows all time, or closes it. */
export const toggleTime = (context: Context): void =>
  setTime(context, context.store.getState().time === null ? allTime : null);

/** After a time came back by undo or with a link. */
export const followTime = follow;
