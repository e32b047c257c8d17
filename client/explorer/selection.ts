/** Selecting more than one: together, with their neighbors, all, or all but what was selected. */
import { type Target, selectionOf } from "../store.ts";
import { visibleNodes } from "../view/visibility.ts";
import { type Context, announce } from "./context.ts";
import { isOnScreen } from "../view/graph.ts";
import { learnOfTarget, select } from "./view.ts";

export function selectMany(context: Context, kind: Target["kind"], wanted: Iterable<string>, lead?: string): void {
  const ids = [...new Set(wanted)].filter((id) => isOnScreen(context.graph, { kind, id }));
  const first = lead !== undefined && ids.includes(lead) ? lead : ids.at(-1);
  if (first === undefined) return select(context, null);
  const { selected } = context.store.getState();
  const target = selected?.kind === kind && selected.id === first ? selected : { kind, id: first };
  context.store.setState({ selected: target, alsoSelected: new Set(ids), pathFrom: null });
  if (ids.length === 1) learnOfTarget(context, target);
  else announce(context, "said.selected", { count: ids.length });
}

/** Adds one to the selection, or takes it out; one of the other kind begins a selection of its own. */
export function toggleSelected(context: Context, { kind, id }: Target): void {
  const now = selectionOf(context.store.getState());
  if (now === null || now.kind !== kind) return selectMany(context, kind, [id]);
  const rest = [...now.ids].filter((each) => each !== id);
  selectMany(context, kind, now.ids.has(id) ? rest : [...rest, id], now.ids.has(id) ? now.lead : id);
}

/** The nodes that are selected, or the ends of the relationships that are. */
function selectedNodes({ store, graph }: Context): { ids: string[]; lead: string } | null {
  const now = selectionOf(store.getState());
  if (now === null) return null;
  if (now.kind === "node") return { ids: [...now.ids].filter((id) => graph.hasNode(id)), lead: now.lead };
  const ends = [...now.ids].flatMap((id) => (graph.hasEdge(id) ? graph.extremities(id) : []));
  return ends[0] === undefined ? null : { ids: ends, lead: ends[0] };
}

export function selectNeighbors(context: Context): void {
  const { store, graph } = context;
  const now = selectedNodes(context);
  if (now === null) return;
  const drawn = visibleNodes(store.getState(), graph);
  const neighbors = now.ids.flatMap((id) => graph.neighbors(id).filter((each) => drawn.has(each)));
  selectMany(context, "node", [...now.ids, ...neighbors], now.lead);
}

export function selectAll(context: Context): void {
  const { store, graph } = context;
  const now = selectedNodes(context);
  selectMany(context, "node", visibleNodes(store.getState(), graph), now?.lead);
}

export function invertSelection(context: Context): void {
  const { store, graph } = context;
  const now = new Set(selectedNodes(context)?.ids);
  const others = [...visibleNodes(store.getState(), graph)].filter((id) => !now.has(id));
  selectMany(context, "node", others);
}
