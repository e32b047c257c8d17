/** What of the view is drawn: filters, what is hidden by hand, and what a question leaves out. Pure. */
import { isDrawnBetween } from "../../scene/layouts/columns.ts";
import { nodeFilters, relationshipFilters } from "./filters.ts";
import { bundledIn, foldedIn, groupsIn, hasGroups, isBundle, isGroup, membersOf } from "./groups.ts";
import type { EdgeAttributes, ExplorerGraph, NodeAttributes } from "./graph.ts";
import { changesOf } from "./graph-changes.ts";
import { isFolded, isInColumns, pageIn, questionView } from "./question-view.ts";
import { linesOf, mostBeside } from "./lines.ts";
import { hasRules } from "../style/rules.ts";
import { type ExplorerState, type Filters, selectionOf } from "../store.ts";
import { type Times, isTimeSet, timesOf } from "./time.ts";

/** Whether a question leaves this node out: folded away, or beyond what its column holds. */
function isNodeLeftOut(state: ExplorerState, id: string): boolean {
  if (!isInColumns(state) || state.showUndrawn || isAskedFor(state, id)) return false;
  const question = questionView(state);
  const column = question?.column.get(id);
  if (question && column !== undefined && !question.pages[pageIn(state, question)]?.ids.has(id)) return true;
  return isFolded(state) && (column === "elsewhere" || column === "ties");
}

/** What is selected or part of a shown path is drawn in any case. */
function isAskedFor(state: ExplorerState, id: string): boolean {
  const selection = selectionOf(state);
  return (selection?.kind === "node" && selection.ids.has(id)) || state.path?.nodes.has(id) === true;
}

/** Whether a question leaves this line out: it would jump the people, and neither it nor an end of it is asked for. */
function isLineLeftOut(state: ExplorerState, id: string, source: string, target: string): boolean {
  if (!isInColumns(state) || state.showUndrawn) return false;
  const selection = selectionOf(state);
  if (selection?.ids.has(id) || state.path?.relationships.has(id)) return false;
  if (selection?.kind === "node" && (selection.ids.has(source) || selection.ids.has(target))) return false;
  const question = questionView(state);
  const [one, other] = [question?.column.get(source), question?.column.get(target)];
  return one !== undefined && other !== undefined && !isDrawnBetween(one, other);
}

/** So many answers are kept: the key asks about the view with each kind of filter away. */
const mostKept = 6;

type Work<T> = (state: ExplorerState, graph: ExplorerGraph) => T;

/** Works something out once for all that `keysOf` tells, as drawing, key, table and foot ask alike. */
export function kept<T>(keysOf: Work<readonly unknown[]>, work: Work<T>): Work<T> {
  const known = new WeakMap<ExplorerGraph, readonly { keys: readonly unknown[]; value: T }[]>();
  return (state, graph) => {
    const keys = keysOf(state, graph);
    const others = known.get(graph) ?? [];
    const before = others.find((each) => each.keys.every((key, i) => key === keys[i]));
    if (before) return before.value;
    const value = work(state, graph);
    known.set(graph, [{ keys, value }, ...others.slice(0, mostKept - 1)]);
    return value;
  };
}

const hiding = new WeakMap<Filters, string>();

/** What of the filters hides, in words: what they only dim is listed all the same, so that nothing is worked out again. */
function hidingOf(filters: Filters): string {
  const known = hiding.get(filters) ?? JSON.stringify(filters, (_key, value) => (value === "dim" ? undefined : value));
  hiding.set(filters, known);
  return known;
}

/** What decides what is listed; rules of style are read later than a view that needs them. */
export function listing(state: ExplorerState, graph: ExplorerGraph): readonly unknown[] {
  const { filters, hidden, time, path, answer, vocabulary, measures, figures } = state;
  const { shown } = changesOf(graph);
  return [hidingOf(filters), hidden, time, path, answer, vocabulary, measures, figures, hasRules(), shown];
}

/** What decides what is drawn: in columns also the stage's width, and what is selected. */
export function drawing(state: ExplorerState, graph: ExplorerGraph): readonly unknown[] {
  const { layout, around, showUndrawn, stage, selected, alsoSelected } = state;
  const inColumns = isInColumns(state);
  const more = inColumns ? [around, showUndrawn, isFolded(state), stage.width > 0, selected, alsoSelected] : [];
  return [...listing(state, graph), layout, inColumns, ...more];
}

/** What everything is at the time that is looked at; null while that is all time. */
export function timesIn(state: ExplorerState, graph: ExplorerGraph): Times | null {
  return isTimeSet(state.time) ? timesThen(state, graph) : null;
}

const timesThen = kept(listing, (state, graph) => {
  const filterOf = relationshipFilters(state);
  return timesOf(state, graph, (line) => !line.isBundle && filterOf(line.attributes) !== "hide");
});

type IsShown<Attributes> = (id: string, attributes: Attributes) => boolean;

/** Whether neither a hand, nor a filter, nor the time hides a node; what a shown path leads through stays at any time. */
function showing(state: ExplorerState, graph: ExplorerGraph): IsShown<NodeAttributes> {
  const times = timesIn(state, graph);
  const filterOf = nodeFilters(state);
  const isThen = (id: string) =>
    times === null || times.isDrawn(times.ofNode(id)) || state.path?.nodes.has(id) === true;
  return (id, attributes) =>
    attributes.placed && !state.hidden.has(id) && filterOf(attributes) !== "hide" && isThen(id);
}

/** Whether neither a filter nor the time hides a relationship. */
function showingLine(state: ExplorerState, graph: ExplorerGraph): IsShown<EdgeAttributes> {
  const times = timesIn(state, graph);
  const filterOf = relationshipFilters(state);
  const isThen = (id: string) =>
    times === null || times.isDrawn(times.ofRelationship(id)) || state.path?.relationships.has(id) === true;
  return (id, attributes) => filterOf(attributes) !== "hide" && isThen(id);
}

interface Shown {
  nodes: ReadonlySet<string>;
  relationships: ReadonlySet<string>;
}

/**
 * Ids of what neither a hand, a filter nor the time hides, also where a question leaves it out of its drawing. Members of
 * groups are listed, groups and bundles are not.
 */
export const listed: (state: ExplorerState, graph: ExplorerGraph) => Shown = kept(listing, (state, graph) => {
  const isShown = showing(state, graph);
  const isLineShown = showingLine(state, graph);
  const nodes = new Set<string>();
  graph.forEachNode((id, attributes) => {
    if (!isGroup(id) && isShown(id, attributes)) nodes.add(id);
  });
  const relationships = new Set<string>();
  const list = (isAmong: (source: string, target: string) => boolean) =>
    graph.forEachEdge((id, attributes, source, target) => {
      if (!isBundle(id) && isAmong(source, target) && isLineShown(id, attributes)) relationships.add(id);
    });
  const { leastDegree } = state.filters;
  const isWhole = nodes.size === graph.order && leastDegree === 0;
  list(isWhole ? () => true : (source, target) => nodes.has(source) && nodes.has(target));
  if (leastDegree === 0) return { nodes, relationships };
  const degrees = new Map<string, number>();
  for (const id of relationships) {
    const [source, target] = graph.extremities(id);
    if (source === target) continue;
    for (const end of [source, target]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  }
  for (const id of nodes)
    if ((degrees.get(id) ?? 0) < leastDegree && state.path?.nodes.has(id) !== true) nodes.delete(id);
  for (const id of relationships) if (!graph.extremities(id).every((end) => nodes.has(end))) relationships.delete(id);
  return { nodes, relationships };
});

/** Ids of the nodes that would be drawn if every group were open. */
const openNodes = kept(drawing, (state, graph): ReadonlySet<string> => {
  const { nodes } = listed(state, graph);
  if (!isInColumns(state) || state.showUndrawn) return nodes;
  return new Set([...nodes].filter((id) => !isNodeLeftOut(state, id)));
});

/** Ids of what is drawn, or would be if every group were open. */
export function drawnOpen(state: ExplorerState, graph: ExplorerGraph): Shown {
  const nodes = openNodes(state, graph);
  return { nodes, relationships: linesAmong(state, graph, nodes) };
}

/** What of a group's members is drawn as one: all but those on a shown path, which stands out. */
const isFoldedNow = ({ path }: ExplorerState, id: string): boolean => path?.nodes.has(id) !== true;

type Sizes = ReadonlyMap<string, number>;

/** How many members each group stands for now; a group without any is not drawn. */
export const groupSizes = kept(drawing, (state, graph): Sizes => {
  const sizes = new Map<string, number>();
  if (!hasGroups(graph)) return sizes;
  const open = openNodes(state, graph);
  for (const group of groupsIn(graph)) {
    const size = membersOf(graph, group).filter((id) => open.has(id) && isFoldedNow(state, id)).length;
    if (size > 0) sizes.set(group, size);
  }
  return sizes;
});

/** Ids of the nodes that are drawn, dimmed ones included; groups in place of their members. */
export const visibleNodes = kept(drawing, (state, graph): ReadonlySet<string> => {
  const open = openNodes(state, graph);
  if (!hasGroups(graph)) return open;
  const visible = new Set(open);
  for (const id of foldedIn(graph).keys()) if (isFoldedNow(state, id)) visible.delete(id);
  for (const group of groupSizes(state, graph).keys()) visible.add(group);
  return visible;
});

/** Ids of the relationships among these nodes that are drawn; bundles aside. */
function linesAmong(state: ExplorerState, graph: ExplorerGraph, nodes: ReadonlySet<string>): ReadonlySet<string> {
  const { nodes: all, relationships } = listed(state, graph);
  if (nodes === all && graph.selfLoopCount === 0 && !isInColumns(state)) return relationships;
  const visible = new Set<string>();
  for (const id of relationships) {
    const [source, target] = graph.extremities(id);
    if (source === target || !nodes.has(source) || !nodes.has(target)) continue;
    if (!isLineLeftOut(state, id, source, target)) visible.add(id);
  }
  return visible;
}

/** How many relationships each drawn bundle stands for now. */
export const bundleSizes = kept(drawing, (state, graph): Sizes => {
  const sizes = new Map<string, number>();
  if (!hasGroups(graph)) return sizes;
  const nodes = visibleNodes(state, graph);
  const open = linesAmong(state, graph, openNodes(state, graph));
  const stays = (id: string) => !isFoldedNow(state, id);
  graph.forEachEdge((id, { relationship }, source, target) => {
    if (!isBundle(id) || !nodes.has(source) || !nodes.has(target)) return;
    const size = bundledIn(relationship).filter(
      (each) => open.has(each) && !graph.extremities(each).some(stays),
    ).length;
    if (size > 0) sizes.set(id, size);
  });
  return sizes;
});

const drawnBetween = (state: ExplorerState, graph: ExplorerGraph) =>
  linesAmong(state, graph, visibleNodes(state, graph));

/** Parallel relationships that are drawn as one line: all that it stands for, by the id of each. The first of them is drawn. */
export const parallels = kept(drawing, (state, graph): ReadonlyMap<string, readonly string[]> => {
  const lines = drawnBetween(state, graph);
  const sets = linesOf(graph).parallels.map((set) => set.filter((id) => lines.has(id)));
  return new Map(sets.flatMap((set) => (set.length > mostBeside ? set.map((id) => [id, set] as const) : [])));
});

/** The relationship in whose place another one is drawn. */
export const drawnAs = (state: ExplorerState, graph: ExplorerGraph, id: string): string =>
  parallels(state, graph).get(id)?.[0] ?? id;

/** Which relationship a drawn line is taken for where it is clicked: of several, the one that is selected. */
export function meantBy(state: ExplorerState, graph: ExplorerGraph, line: string): string {
  const { selected } = state;
  const isSelected = selected?.kind === "relationship" && parallels(state, graph).get(line)?.includes(selected.id);
  return isSelected ? selected.id : line;
}

/** Ids of all that drawn lines stand for. */
export const standFor = (state: ExplorerState, graph: ExplorerGraph, ids: Iterable<string>): string[] => {
  const sets = parallels(state, graph);
  return [...ids].flatMap((id) => sets.get(id) ?? id);
};

/** Ids of the lines that are drawn, dimmed ones included: of relationships, one for many parallel ones, and of bundles. */
export const visibleRelationships = kept(drawing, (state, graph): ReadonlySet<string> => {
  const lines = drawnBetween(state, graph);
  const sets = parallels(state, graph);
  if (!hasGroups(graph) && sets.size === 0) return lines;
  const drawn = [...lines].filter((id) => (sets.get(id)?.[0] ?? id) === id);
  return new Set([...drawn, ...bundleSizes(state, graph).keys()]);
});

/** How many nodes and relationships are in the view but left out of the question's drawing, filters and groups aside. */
export function undrawn(state: ExplorerState, graph: ExplorerGraph): { nodes: number; relationships: number } {
  const { nodes: shown, relationships } = listed(state, graph);
  const drawn = openNodes(state, graph);
  const loops = graph.selfLoopCount === 0 ? 0 : [...relationships].filter((id) => graph.isSelfLoop(id)).length;
  return {
    nodes: shown.size - drawn.size,
    relationships: relationships.size - loops - linesAmong(state, graph, drawn).size,
  };
}
