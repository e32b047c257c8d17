/** What of the present view goes into a link. */
import { type LinkedView, writeLink } from "../permalink.ts";
import type { LinkedGroup } from "../permalink/groups.ts";
import { type ExplorerState, type ExplorerStore, isManySelected } from "../store.ts";
import { changesOf } from "../view/graph-changes.ts";
import type { ExplorerGraph } from "../view/graph.ts";
import { groupsIn, isGroup, membersOf } from "../view/groups.ts";
import { freeStage, isRuled } from "../view/question-view.ts";
import { layoutOf } from "./questions.ts";

/** A group as a link has it. */
function linkedGroup(graph: ExplorerGraph, id: string): LinkedGroup {
  const { x, y, pinned } = graph.getNodeAttributes(id);
  const [, kind, ...key] = id.split(":");
  return { kind: kind as LinkedGroup["kind"], key: key.join(":"), x, y, pinned, members: membersOf(graph, id) };
}

type Places = Pick<LinkedView, "added" | "moved" | "laid">;
const places = new WeakMap<ExplorerGraph, { keys: readonly unknown[]; value: Places }>();

/** Where nodes lie; the same lists as before while none has moved, as with thousands each step and selection asks. */
function placesIn(state: ExplorerState, graph: ExplorerGraph): Places {
  const { answer, layout } = state;
  const keys = [changesOf(graph).nodes, answer, layout];
  const before = places.get(graph);
  if (before?.keys.every((key, i) => key === keys[i])) return before.value;
  const answered = new Set(answer?.subgraph.nodes.map(({ id }) => id));
  // In order of id, so that one view has one link however it came about.
  const placed = graph.filterNodes((id, attributes) => attributes.placed && !isGroup(id)).toSorted();
  const place = (id: string) => ({ id, x: graph.getNodeAttribute(id, "x"), y: graph.getNodeAttribute(id, "y") });
  const added = placed.filter((id) => !answered.has(id)).map(place);
  const moved = placed.filter((id) => graph.getNodeAttribute(id, "pinned")).map(place);
  // What was laid out together with added nodes cannot be laid out again from the question alone.
  const isMixed = layout !== "columns" && !isRuled(state) && added.length > 0;
  const laid = isMixed
    ? placed.filter((id) => answered.has(id) && !graph.getNodeAttribute(id, "pinned")).map(place)
    : [];
  const value = { added, moved, laid };
  places.set(graph, { keys, value });
  return value;
}

/** The view as a link has it. */
export function linkedView({ store, graph }: { store: ExplorerStore; graph: ExplorerGraph }): LinkedView {
  const state = store.getState();
  const { answer, paths, layout } = state;
  const { added, moved, laid } = placesIn(state, graph);
  const usual = layoutOf(answer);
  return {
    question: answer === null ? null : { id: answer.question, parameters: answer.parameters },
    free: answer === null,
    partly: false,
    added,
    moved,
    laid,
    hidden: [...state.hidden].toSorted(),
    filters: state.filters,
    selected: state.selected,
    also: isManySelected(state) ? [...state.alsoSelected].filter((id) => id !== state.selected?.id).toSorted() : [],
    path: paths === null ? null : { ends: paths.ends, options: paths.options, shown: paths.shown },
    expansions: Object.fromEntries(Object.entries(state.expansions).filter(([id]) => graph.hasNode(id))),
    groups: groupsIn(graph)
      .toSorted()
      .map((id) => linkedGroup(graph, id)),
    overlaps: state.overlaps?.ids ?? [],
    layout: layout === usual ? null : layout,
    around: layout === "radial" || layout === "columns" ? state.around : [],
    time: state.time,
    style: state.style,
    dock: state.dock === "cypher" && state.cypher.query.trim() !== "" ? null : state.dock,
    showUndrawn: state.showUndrawn,
    cypher: state.dock === "cypher" && state.cypher.query.trim() !== "" ? state.cypher : null,
    stage: added.length + moved.length + groupsIn(graph).length > 0 ? freeStage(state) : null,
    language: state.language,
  };
}

/** Added names that an address tells at most, for short addresses; the view of a step tells all. */
const mostAdded = 400;
/** Names that a link tells at most, and its letters: servers refuse longer addresses. */
const mostNames = 1000;
const longest = 16_000;

/** The view's link, without what would be too much for one: then it says so. */
export function linkOf(of: { store: ExplorerStore; graph: ExplorerGraph }): string {
  const view = linkedView(of);
  const { added, moved, laid, hidden, also, groups } = view;
  const names = [added, moved, laid, hidden, also, ...groups.map(({ members }) => members)];
  const count = names.reduce((sum, { length }) => sum + length, 0);
  const link = added.length > mostAdded || count > mostNames ? null : writeLink(view);
  if (link !== null && link.length <= longest) return link;
  const rest = { added: [], moved: [], laid: [], hidden: [], also: [], groups: [], stage: null };
  return writeLink({ ...view, ...rest, partly: true });
}
