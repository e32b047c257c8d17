/** Selecting more than one: together, by neighborhood, all, or all but what was selected. */
import { type Target, selectionOf } from "../store.ts";
import { type Context, isOnScreen } from "./context.ts";
import { select } from "./view.ts";

export function selectMany(context: Context, kind: Target["kind"], wanted: Iterable<string>, lead?: string): void {
  const ids = [...new Set(wanted)].filter((id) => isOnScreen(context, { kind, id }));
  const first = lead !== undefined && ids.includes(lead) ? lead : ids.at(-1);
  if (first === undefined) return select(context, null);
  context.store.setState({ alsoSelected: new Set(ids), pathFrom: null });
  const { selected } = context.store.getState();
  if (selected?.kind !== kind || selected.id !== first) select(context, { kind, id: first });
}

/** Adds one to the selection, or takes it out; one of the other kind begins a selection of its own. */
export function toggleSelected(context: Context, { kind, id }: Target): void {
  const now = selectionOf(context.store.getState());
  if (now === null || now.kind !== kind) return selectMany(context, kind, [id]);
  const rest = [...now.ids].filter((each) => each !== id);
  selectMany(context, kind, now.ids.has(id) ? rest : [...rest, id]);
}
