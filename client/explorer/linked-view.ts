/** What of the present view goes into a link. */
import { type LinkedView, emptyView, isPartly, readLink, writeLink } from "../permalink.ts";
import type { LinkedGroup } from "../permalink/groups.ts";
import { type ExplorerState, type ExplorerStore, isManySelected, noFilters, usualStyle } from "../store.ts";
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

/** Of more names than so many no link is tried: none with places of their own has fitted. */
const mostNames = 1500;
/** A longer link is packed: fewer people read it than programs cut it off. */
const readable = 2000;
/** Letters of a link, so that its whole address has at most 8,192, as servers and other programs take it. */
const longest = 8000;

const withoutLists = { added: [], moved: [], laid: [], hidden: [], also: [], groups: [], stage: null };
const withoutConditions = {
  filters: noFilters,
  path: null,
  expansions: {},
  overlaps: [],
  around: [],
  style: usualStyle,
  cypher: null,
};

/** The link of a view that is too large for one: it says so, and tells what there is room for. */
export function linkInPart(view: LinkedView): string {
  const { language } = view;
  const lists = { ...view, ...withoutLists, partly: true };
  const least = { ...emptyView, free: true, partly: true, language };
  const links = [lists, { ...lists, ...withoutConditions }, least].map(writeLink);
  return links.find(({ length }) => length <= longest) ?? "";
}

/** What the view is called by its link, long as that may be; of thousands of names it tells a part, and says so. */
export function linkOf(of: { store: ExplorerStore; graph: ExplorerGraph }): string {
  const view = linkedView(of);
  const { added, moved, laid, hidden, also, groups } = view;
  const names = [added, moved, laid, hidden, also, ...groups.map(({ members }) => members)];
  const count = names.reduce((sum, { length }) => sum + length, 0);
  return count > mostNames ? linkInPart(view) : writeLink(view);
}

let last: { link: string; address: string | Promise<string> } = { link: "", address: "" };

async function addressFor(link: string): Promise<string> {
  const pack = await import("../permalink/pack.ts").catch(() => null);
  const packed = await pack?.packLink(link, longest).catch(() => null);
  const address = packed ?? (link.length <= longest ? link : linkInPart(readLink(link).view));
  // What could not be read now may be the next time.
  if (link === last.link) last = { link: pack === null ? "" : link, address };
  return address;
}

/**
 * The view's link as an address holds it: packed where it is long, in part where that is too long. At once where it is
 * short, or was packed just now.
 */
export function addressOf(of: { store: ExplorerStore; graph: ExplorerGraph }): string | Promise<string> {
  const link = linkOf(of);
  if (link.length <= readable || isPartly(link)) return link;
  if (link !== last.link) last = { link, address: addressFor(link) };
  return last.address;
}
