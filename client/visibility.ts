/** What of the view is drawn: filters, what is hidden by hand, and what a question leaves out. Pure. */
import type { Answer, ColumnName, Columns } from "../schema/api.ts";
import { isDerived, mainLabel } from "../schema/graph.ts";
import { type ColumnPage, pageColumns } from "../scene/layouts/column-pages.ts";
import { type ColumnLink, columnsById, isDrawnBetween } from "../scene/layouts/columns.ts";
import { bundledIn, foldedIn, groupsIn, hasGroups, isBundle, isGroup, membersOf } from "./groups.ts";
import type { EdgeAttributes, ExplorerGraph, NodeAttributes } from "./graph.ts";
import { filtersByValue, valueFilterOfLine, valueFilterOfNode } from "./style/rules.ts";
import { type ExplorerState, type Filter, type Filters, type Vocabulary, selectionOf } from "./store.ts";
import { type Times, isTimeSet, timesOf } from "./time.ts";

/** Below this width of the stage the outer columns fold away: names would leave their lines no room. */
export const foldBelow = 860;
/** Below this one names stand above their marks, as on a phone. */
const namesAboveBelow = 560;

/** An answer's columns, sorted out once. */
export interface QuestionView {
  columns: Columns;
  column: ReadonlyMap<string, ColumnName>;
  /** The origins that give a thread its color, in the answer's order. */
  origins: readonly string[];
  links: readonly ColumnLink[];
  /** What is drawn at a time; one page unless there are many people. */
  pages: readonly ColumnPage[];
  /** Relationships of each node in the answer. */
  degree: ReadonlyMap<string, number>;
}

const views = new WeakMap<Answer, QuestionView>();

/** The question's columns; null where no question is open or its answer is a network. */
export function questionView(state: ExplorerState): QuestionView | null {
  const { answer, vocabulary } = state;
  if (!answer?.columns || !vocabulary) return null;
  const known = views.get(answer);
  if (known) return known;
  const view = sortOut(answer, answer.columns, vocabulary);
  views.set(answer, view);
  return view;
}

function sortOut(answer: Answer, columns: Columns, vocabulary: Vocabulary): QuestionView {
  const links = answer.subgraph.relationships.map(({ start, end, type }) => ({
    source: start,
    target: end,
    role: vocabulary.relationships[type]?.role ?? ("other" as const),
  }));
  const threads = new Set(Object.values(answer.origins ?? {}).flat());
  const degree = new Map<string, number>();
  for (const { source, target } of links) {
    for (const id of [source, target]) degree.set(id, (degree.get(id) ?? 0) + 1);
  }
  return {
    columns,
    column: columnsById(columns),
    origins: columns.origins.filter((id) => threads.has(id)),
    links,
    pages: pageColumns(columns, links),
    degree,
  };
}

/** The page of the columns that is drawn, counted from 0: the first on which what they are arranged around stands. */
export const pageIn = ({ around: [id = ""] }: Pick<ExplorerState, "around">, { pages }: QuestionView): number =>
  Math.max(
    0,
    pages.findIndex(({ ids }) => ids.has(id)),
  );

/** Whether the view is drawn a page at a time. */
export const hasPages = (state: ExplorerState): boolean =>
  isInColumns(state) && !state.showUndrawn && (questionView(state)?.pages.length ?? 1) > 1;

/** Whether the view is drawn in columns now. */
export function isInColumns(state: ExplorerState): boolean {
  return state.layout === "columns" && questionView(state) !== null;
}

/** Whether the view is drawn in layers now: names stand on the right, and lines run level as between columns. */
export const isLayered = (state: ExplorerState): boolean => state.layout === "layered";

/** Whether the view is drawn so that a place means something: newcomers take the place that is theirs. */
export const isRuled = ({ layout }: Pick<ExplorerState, "layout">): boolean =>
  layout === "grid" || layout === "radial" || layout === "timeline";

/** Whether the outer columns are folded away, as on a phone. */
export function isFolded(state: ExplorerState): boolean {
  return isInColumns(state) && state.stage.width > 0 && state.stage.width < foldBelow;
}

/** Whether the outer names of folded columns stand above their marks. */
export function hasNamesAbove(state: ExplorerState): boolean {
  return isFolded(state) && state.stage.width < namesAboveBelow;
}

/** A person's thread: the origin they came from, `both` for more than one, `neither`; null for all that has no thread. */
export function threadOf(state: ExplorerState, nodeId: string): string | null {
  const question = questionView(state);
  if (!question) return null;
  if (question.origins.includes(nodeId)) return nodeId;
  const from = state.answer?.origins?.[nodeId];
  if (!from) return question.column.get(nodeId) === "people" ? "neither" : null;
  return from.length > 1 ? "both" : (from[0] ?? "neither");
}

/** How a node is filtered: by its label, a person by their thread, and by values. */
export function nodeFilter(state: ExplorerState, { node }: NodeAttributes): Filter | undefined {
  const byValue = valueFilterOfNode(state, node);
  const { labels, threads } = state.filters;
  const byLabel = labels[mainLabel(node)];
  const thread = questionView(state)?.column.get(node.id) === "people" ? threadOf(state, node.id) : null;
  const byThread = thread === null ? undefined : threads[thread];
  const all = [byLabel, byThread, byValue];
  return all.includes("hide") ? "hide" : (byLabel ?? byThread ?? byValue);
}

/** Whether a filter may dim nodes. */
export const dimsNodes = ({ filters }: Pick<ExplorerState, "filters">): boolean =>
  filtersByValue({ filters }) || [filters.labels, filters.threads].some((kind) => Object.values(kind).includes("dim"));

/** How a relationship is filtered by what it cites: it stays while one of its documents does. */
function sourceFilter({ documents }: Filters, { citations }: Readonly<Record<string, unknown>>): Filter | undefined {
  if (!Array.isArray(citations) || citations.length === 0 || Object.keys(documents).length === 0) return undefined;
  const each = citations.map((citation) => documents[documentOf(String(citation))]);
  if (each.every((filter) => filter === "hide")) return "hide";
  return each.every((filter) => filter !== undefined) ? "dim" : undefined;
}

/** `gpu-history#120-164` → `gpu-history` */
export const documentOf = (citation: string): string => citation.split("#", 1)[0] ?? "";

/** How the key filters a relationship: by its type, its certainty, its sources and by values. */
export function relationshipFilter(state: ExplorerState, { relationship }: EdgeAttributes): Filter | undefined {
  const { types, certainties } = state.filters;
  const byType = types[relationship.type];
  const byCertainty = isDerived(relationship) ? undefined : certainties[certaintyOf(relationship.properties)];
  const bySource = sourceFilter(state.filters, relationship.properties);
  const all = [byType, byCertainty, bySource, valueFilterOfLine(state, relationship)];
  return all.includes("hide") ? "hide" : all.find((filter) => filter !== undefined);
}

export function certaintyOf(properties: Readonly<Record<string, unknown>>): string {
  const { certainty } = properties;
  return typeof certainty === "string" ? certainty : "stated";
}

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

let lastTimes: { keys: readonly unknown[]; times: Times | null } = { keys: [], times: null };

/** What everything is at the time that is looked at; null while that is all time. Worked out once for each change. */
export function timesIn(state: ExplorerState, graph: ExplorerGraph): Times | null {
  if (!isTimeSet(state.time)) return null;
  const { time, filters, revision, figures, measures } = state;
  const keys = [time, filters, revision, figures, measures, graph, graph.order, graph.size];
  if (keys.some((key, i) => key !== lastTimes.keys[i])) {
    const speaks = (id: string) => !isBundle(id) && relationshipFilter(state, graph.getEdgeAttributes(id)) !== "hide";
    lastTimes = { keys, times: timesOf(state, graph, speaks) };
  }
  return lastTimes.times;
}

/** Whether the time leaves a node out; what a shown path leads through stays. */
function isBeyondTime(state: ExplorerState, times: Times | null, id: string): boolean {
  return times !== null && !times.isDrawn(times.ofNode(id)) && state.path?.nodes.has(id) !== true;
}

function isLineBeyondTime(state: ExplorerState, times: Times | null, id: string): boolean {
  return times !== null && !times.isDrawn(times.ofRelationship(id)) && state.path?.relationships.has(id) !== true;
}

/** Whether neither a hand, nor a filter, nor the time hides a node. */
function showing(state: ExplorerState, graph: ExplorerGraph): (id: string, attributes: NodeAttributes) => boolean {
  const isShown = showingOfAnyDegree(state, graph);
  const { leastDegree } = state.filters;
  if (leastDegree === 0) return isShown;
  const degrees = degreesIn(state, graph, isShown);
  return (id, attributes) =>
    isShown(id, attributes) && ((degrees.get(id) ?? 0) >= leastDegree || state.path?.nodes.has(id) === true);
}

let lastDegrees: { keys: readonly unknown[]; degrees: ReadonlyMap<string, number> } = { keys: [], degrees: new Map() };

/** Relationships of each node that nothing but its degree could hide. Worked out once for each change. */
function degreesIn(
  state: ExplorerState,
  graph: ExplorerGraph,
  isShown: (id: string, attributes: NodeAttributes) => boolean,
): ReadonlyMap<string, number> {
  const { filters, hidden, time, revision, answer, path, figures, measures } = state;
  const keys = [filters, hidden, time, revision, answer, path, figures, measures, graph, graph.order, graph.size];
  if (keys.every((key, i) => key === lastDegrees.keys[i])) return lastDegrees.degrees;
  const degrees = new Map<string, number>();
  const isLineShown = showingLine(state, graph);
  const nodes = new Set(graph.filterNodes(isShown));
  graph.forEachEdge((id, attributes, source, target) => {
    if (isBundle(id) || source === target || !nodes.has(source) || !nodes.has(target) || !isLineShown(id, attributes))
      return;
    for (const end of [source, target]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  });
  lastDegrees = { keys, degrees };
  return degrees;
}

function showingOfAnyDegree(
  state: ExplorerState,
  graph: ExplorerGraph,
): (id: string, attributes: NodeAttributes) => boolean {
  const times = timesIn(state, graph);
  return (id, attributes) =>
    attributes.placed &&
    !state.hidden.has(id) &&
    nodeFilter(state, attributes) !== "hide" &&
    !isBeyondTime(state, times, id);
}

/** Whether neither a filter nor the time hides a relationship. */
function showingLine(state: ExplorerState, graph: ExplorerGraph): (id: string, attributes: EdgeAttributes) => boolean {
  const times = timesIn(state, graph);
  return (id, attributes) => relationshipFilter(state, attributes) !== "hide" && !isLineBeyondTime(state, times, id);
}

/** Ids of the nodes that would be drawn if every group were open. */
function openNodes(state: ExplorerState, graph: ExplorerGraph): Set<string> {
  const visible = new Set<string>();
  const isShown = showing(state, graph);
  graph.forEachNode((id, attributes) => {
    if (!isGroup(id) && isShown(id, attributes) && !isNodeLeftOut(state, id)) visible.add(id);
  });
  return visible;
}

/** What of a group's members is drawn as one: all but those on a shown path, which stands out. */
const isFoldedNow = ({ path }: ExplorerState, id: string): boolean => path?.nodes.has(id) !== true;

/** How many members each group stands for now; a group without any is not drawn. */
export function groupSizes(
  state: ExplorerState,
  graph: ExplorerGraph,
  known?: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  if (!hasGroups(graph)) return sizes;
  const open = known ?? openNodes(state, graph);
  for (const group of groupsIn(graph)) {
    const size = membersOf(graph, group).filter((id) => open.has(id) && isFoldedNow(state, id)).length;
    if (size > 0) sizes.set(group, size);
  }
  return sizes;
}

/** Ids of the nodes that are drawn, dimmed ones included; groups in place of their members. */
export function visibleNodes(state: ExplorerState, graph: ExplorerGraph): Set<string> {
  const visible = openNodes(state, graph);
  if (!hasGroups(graph)) return visible;
  const sizes = groupSizes(state, graph, visible);
  for (const id of foldedIn(graph).keys()) if (isFoldedNow(state, id)) visible.delete(id);
  for (const group of sizes.keys()) visible.add(group);
  return visible;
}

/** Ids of the relationships among these nodes that are drawn; bundles aside. */
function linesAmong(state: ExplorerState, graph: ExplorerGraph, nodes: ReadonlySet<string>): Set<string> {
  const visible = new Set<string>();
  const isShown = showingLine(state, graph);
  graph.forEachEdge((id, attributes, source, target) => {
    if (isBundle(id) || source === target || !nodes.has(source) || !nodes.has(target)) return;
    if (!isShown(id, attributes) || isLineLeftOut(state, id, source, target)) return;
    visible.add(id);
  });
  return visible;
}

/** How many relationships each drawn bundle stands for now. */
export function bundleSizes(
  state: ExplorerState,
  graph: ExplorerGraph,
  nodes: ReadonlySet<string> = visibleNodes(state, graph),
): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  if (!hasGroups(graph)) return sizes;
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
}

/** Ids of the relationships that are drawn, dimmed ones included. */
export function visibleRelationships(
  state: ExplorerState,
  graph: ExplorerGraph,
  nodes: ReadonlySet<string> = visibleNodes(state, graph),
): Set<string> {
  const visible = linesAmong(state, graph, nodes);
  for (const id of bundleSizes(state, graph, nodes).keys()) visible.add(id);
  return visible;
}

/**
 * Ids of what neither a hand, a filter nor the time hides, also where a question leaves it out of its drawing. Members of
 * groups are listed, groups and bundles are not.
 */
export function listed(state: ExplorerState, graph: ExplorerGraph): { nodes: Set<string>; relationships: Set<string> } {
  const nodes = new Set<string>();
  const isShown = showing(state, graph);
  const isLineShown = showingLine(state, graph);
  graph.forEachNode((id, attributes) => {
    if (!isGroup(id) && isShown(id, attributes)) nodes.add(id);
  });
  const relationships = new Set<string>();
  graph.forEachEdge((id, attributes, source, target) => {
    if (!isBundle(id) && nodes.has(source) && nodes.has(target) && isLineShown(id, attributes)) relationships.add(id);
  });
  return { nodes, relationships };
}

/** How many nodes and relationships are in the view but left out of the question's drawing, filters and groups aside. */
export function undrawn(state: ExplorerState, graph: ExplorerGraph): { nodes: number; relationships: number } {
  const { nodes: shown, relationships } = listed(state, graph);
  const drawn = openNodes(state, graph);
  const all = [...relationships].filter((id) => graph.source(id) !== graph.target(id)).length;
  return { nodes: shown.size - drawn.size, relationships: all - linesAmong(state, graph, drawn).size };
}

/** Whether a question asks where sources disagree: all that it draws is disputed. */
export function isAboutDisagreements(answer: Answer | null): boolean {
  const lines = answer?.subgraph.relationships ?? [];
  return lines.length > 0 && lines.every(isDisputed);
}

export const isDisputed = ({ properties: { rivals } }: { properties: Readonly<Record<string, unknown>> }): boolean =>
  Array.isArray(rivals) && rivals.length > 0;

/** The column that a node's name and lines go by now; undefined in free exploration and for newcomers. */
export function columnOf(state: ExplorerState, id: string): ColumnName | undefined {
  return isInColumns(state) ? questionView(state)?.column.get(id) : undefined;
}
