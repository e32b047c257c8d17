/** What every node and line looks like: a pure function of the state and the graph. */
import { isDerived, mainLabel, nameOf, shortNameOf } from "../../schema/graph.ts";
import type { Language } from "../../schema/language.ts";
import type { Role, Shape } from "../../schema/vocabulary.ts";
import type { Presence } from "../../schema/as-of.ts";
import type { Side } from "../../scene/captions.ts";
import type { Pattern } from "../../scene/lines.ts";
import type { Route } from "../../scene/geometry.ts";
import type { ExplorerGraph } from "../graph.ts";
import { type ExplorerState, type Selection, type Target, selectionOf } from "../store.ts";
import { type Tokens, mix, tokens } from "../theme.ts";
import { type Look, lookOf } from "../style/rules.ts";
import type { Times } from "../time.ts";
import {
  type QuestionView,
  certaintyOf,
  hasNamesAbove,
  nodeFilter,
  questionView,
  relationshipFilter,
  threadOf,
  timesIn,
  bundleSizes,
  groupSizes,
  visibleNodes,
  visibleRelationships,
} from "../visibility.ts";
import { degreeIn, membersOf } from "../groups.ts";
import { type Focus, focusOf } from "./focus.ts";
import { rowLooks } from "./later-looks.ts";
import { yearTail } from "./names.ts";
import {
  columnIn,
  groupRadius,
  inRow,
  kindRank,
  labelForm,
  radiusOf,
  rowSide,
  sideIn,
  standOf,
  textKindOf,
} from "./node-style.ts";
import { type Lanes, lanesOf, routeOf } from "./routes.ts";
import type { TextKind } from "./text.ts";

export type { Pattern };

export interface NodeAppearance {
  hidden: boolean;
  shape: Shape;
  color: string;
  radius: number;
  /** Color of the ring around what is selected. */
  ring: string | null;
  zIndex: number;
  name: { text: string; tail?: string | undefined; language: Language; kind: TextKind; color: string };
  /** Where the name stands in columns; free otherwise. */
  side: Side | undefined;
  /** Order in which names are placed: higher first. */
  rank: number;
  /** The name is drawn whatever it hits. */
  forced: boolean;
}

/** What only few lines are asked for is worked out when it is. */
export interface EdgeAppearance {
  hidden: boolean;
  color: string;
  width: number;
  pattern: Pattern;
  /** An arrowhead at the target. */
  readonly arrow: boolean;
  readonly route: Route;
  zIndex: number;
  dimmed: boolean;
  /** How many relationships it stands for. */
  count: number;
}

const patterns: Readonly<Record<string, Pattern>> = { reported: "dashed", planned: "dotted", opinion: "dash-dot" };

/** With more than these selected, their names give way to each other as all names do. */
const mostForced = 12;

/** A derived relationship is two thin lines with room between them. */
const derivedWidth = 4;

/** How far a derived relationship that is only possible goes into the background. */
const onlyPossible = 0.3;

/** How far what does not stand out goes into the background. */
export const dimming = { node: 0.72, line: 0.8, name: 0.5 } as const;

/** How far what was before the time that is looked at goes into the background, and what only may hold then. */
export const fading: Readonly<Record<Presence, { mark: number; name: number }>> = {
  certain: { mark: 0, name: 0 },
  possible: { mark: 0.3, name: 0 },
  unknown: { mark: 0.3, name: 0 },
  undated: { mark: 0, name: 0 },
  past: { mark: 0.6, name: 0.45 },
  future: { mark: 0.6, name: 0.45 },
};

/** How far lines go into the background where places tell something else than they do. */
const quiet = { few: 0.75, many: 0.9, from: 600 } as const;
const quietness = ({ state, focus, relationships }: Context): number =>
  state.layout !== "grid" || focus !== null ? 0 : relationships.size < quiet.from ? quiet.few : quiet.many;

export interface Appearance {
  node(id: string): NodeAppearance;
  edge(id: string): EdgeAppearance;
  nodes: ReadonlySet<string>;
  relationships: ReadonlySet<string>;
  focus: Focus | null;
  /** Where what stands out is drawn apart: the look without it, and what it is. */
  apart?: { base: Appearance; nodes: ReadonlySet<string>; relationships: ReadonlySet<string> };
}

/** What is drawn and what it depends on, whatever stands out of it. */
export interface Scene {
  nodes: ReadonlySet<string>;
  relationships: ReadonlySet<string>;
  question: QuestionView | null;
  /** Asked for only where lines may lie side by side: thousands are drawn straight. */
  lanes: () => Lanes;
  years: ReadonlyMap<string, number>;
  times: Times | null;
  /** How many nodes each drawn group stands for, and how many relationships each bundle. */
  groups: ReadonlyMap<string, number>;
  bundles: ReadonlyMap<string, number>;
}

interface Context extends Scene {
  state: ExplorerState;
  graph: ExplorerGraph;
  colors: Tokens;
  focus: Focus | null;
  selection: Selection | null;
  look: Look | null;
  /** Whether the key dims a node. */
  isDimmed: (node: string) => boolean;
}

/** Whether something that is selected is drawn as part of this group. */
const holdsSelected = ({ selection, graph, groups }: Context, id: string): boolean =>
  selection?.kind === "node" && groups.has(id) && membersOf(graph, id).some((each) => selection.ids.has(each));

const isSelected = ({ selection }: Context, kind: Target["kind"], id: string): boolean =>
  selection?.kind === kind && selection.ids.has(id);

/** Looks at the whole view once. */
export function surveyScene(state: ExplorerState, graph: ExplorerGraph): Scene {
  const nodes = visibleNodes(state, graph);
  const relationships = visibleRelationships(state, graph, nodes);
  return {
    nodes,
    relationships,
    question: questionView(state),
    lanes: once(() => lanesOf(graph, relationships)),
    years: rowLooks()?.shownYears(state, graph) ?? new Map(),
    times: timesIn(state, graph),
    groups: groupSizes(state, graph),
    bundles: bundleSizes(state, graph, nodes),
  };
}

/** After the view has been looked at, each node and line is asked for cheaply. */
export function createAppearance(
  state: ExplorerState,
  graph: ExplorerGraph,
  colors: Tokens = tokens[state.theme],
  scene: Scene = surveyScene(state, graph),
): Appearance {
  const { nodes, relationships } = scene;
  const focus = focusOf(state, graph, scene);
  const selection = selectionOf(state);
  const isDimmed = remembered((id) => nodeFilter(state, graph.getNodeAttributes(id)) === "dim");
  const look = lookOf(state, graph, colors);
  const context: Context = { ...scene, state, graph, colors, focus, selection, look, isDimmed };
  return {
    nodes,
    relationships,
    focus,
    node: remembered((id) => describeNode(context, id)),
    edge: remembered((id) => describeEdge(context, id)),
  };
}

/** Worked out when it is first asked for, and once. */
export function once<T>(work: () => T): () => T {
  let done: { value: T } | undefined;
  return () => (done ??= { value: work() }).value;
}

/** The same answer for the same id, worked out once. */
function remembered<T>(describe: (id: string) => T): (id: string) => T {
  const known = new Map<string, T>();
  return (id) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const now = describe(id);
    known.set(id, now);
    return now;
  };
}

export const nodeAppearance = (state: ExplorerState, graph: ExplorerGraph, id: string): NodeAppearance =>
  createAppearance(state, graph).node(id);

export const edgeAppearance = (state: ExplorerState, graph: ExplorerGraph, id: string): EdgeAppearance =>
  createAppearance(state, graph).edge(id);

function describeNode(context: Context, id: string): NodeAppearance {
  const { state, graph, colors, focus } = context;
  const attributes = graph.getNodeAttributes(id);
  const column = columnIn(state, graph, id);
  const kind = textKindOf(state, graph, id);
  const dimmed = (focus !== null && !focus.nodes.has(id)) || context.isDimmed(id);
  const size = context.groups.get(id);
  const chosen = isSelected(context, "node", id) || state.pathFrom === id || holdsSelected(context, id);
  const hovered = state.hovered?.kind === "node" && state.hovered.id === id;
  const ink = kind === "other" && !chosen && !hovered && !(focus?.nodes.has(id) ?? false) ? colors.ink2 : colors.ink;
  const color = nodeColor(context, id);
  const faded = fading[isGhost(context, id) ? "past" : "certain"];
  const name = (chosen || hovered ? nameOf : shortNameOf)(attributes.node, state.language);
  return {
    hidden: !context.nodes.has(id),
    shape: size === undefined ? (labelForm(state, attributes)?.shape ?? "circle") : "circle-hollow",
    color: mix(color, colors.bg, dimmed ? dimming.node : faded.mark),
    radius: inRow(
      state,
      size === undefined
        ? (context.look?.nodeRadius?.(id) ?? radiusOf(graph, context.question, id, hasNamesAbove(state)))
        : groupRadius(size),
    ),
    // A group is two rings, one within the other.
    ring: chosen ? colors.accent : size === undefined ? null : mix(color, colors.bg, dimmed ? dimming.node : 0),
    zIndex: chosen ? 3 : dimmed ? 0 : focus ? 2 : 1,
    name: {
      ...name,
      tail: size === undefined ? yearTail(context.years.get(id)) : ` · ${size}`,
      kind,
      color: mix(ink, colors.bg, dimmed ? dimming.name : chosen || hovered ? 0 : faded.name),
    },
    // On a phone a group's name, longer than most, may stand wherever there is room.
    side:
      size !== undefined && hasNamesAbove(state)
        ? undefined
        : column
          ? sideIn(column, hasNamesAbove(state))
          : rowSide(state, graph, id),
    rank:
      rankOf({ chosen, hovered, dimmed, inColumn: column !== undefined }) + 100 * kindRank[kind] + degreeIn(graph, id),
    forced: hovered || (chosen && (context.selection === null || context.selection.ids.size <= mostForced)),
  };
}

/** Whether all that is said of a node was before the time that is looked at. */
const isGhost = ({ times }: Context, id: string): boolean => times?.ofNode(id) === "past";

/** A column's names have one side alone, so they come before those that can give way, dimmed or not. */
function rankOf(is: { chosen: boolean; hovered: boolean; dimmed: boolean; inColumn: boolean }): number {
  return (is.chosen ? 6000 : 0) + (is.hovered ? 4000 : 0) + (is.inColumn ? 2000 : 0) + (is.dimmed ? 0 : 1000);
}

/** In a question only the threads have color; in free exploration families do. Never both. */
function nodeColor(context: Context, id: string): string {
  const { state, graph, colors, question, look } = context;
  if (context.groups.has(id))
    return sharedColor(
      membersOf(graph, id).map((each) => nodeColor(context, each)),
      colors,
    );
  if (look?.nodeColor) return look.nodeColor(id);
  if (!question) return colors.family[labelForm(state, graph.getNodeAttributes(id))?.family ?? "context"];
  const column = question.column.get(id);
  if (column === "destinations") return colors.ink;
  return threadColor(state, colors, question, threadOf(state, id)) ?? colors.quiet;
}

/** The color that all members of a group have; else a quiet one. */
const sharedColor = ([first, ...rest]: readonly string[], { quiet: none }: Tokens): string =>
  first !== undefined && rest.every((each) => each === first) ? first : none;

/** The color of a thread: the first two origins have one, and more than one origin another. */
function threadColor(
  state: ExplorerState,
  colors: Tokens,
  question: QuestionView,
  thread: string | null,
): string | null {
  if (thread === null || thread === "neither") return null;
  if (thread === "both") return colors.both;
  return colors.threads[question.origins.indexOf(thread)] ?? null;
}

function describeEdge(context: Context, id: string): EdgeAppearance {
  const { state, graph, colors, focus, lanes, look } = context;
  const attributes = graph.getEdgeAttributes(id);
  const { type, properties } = attributes.relationship;
  const [source, target] = graph.extremities(id);
  const role = state.vocabulary?.relationships[type]?.role ?? "other";
  const thread = lineThread(context, role, source, target);
  const inFocus = focus?.relationships.has(id) ?? false;
  const dimmed =
    (focus !== null && !inFocus) ||
    relationshipFilter(state, attributes) === "dim" ||
    context.isDimmed(source) ||
    context.isDimmed(target);
  const chosen = isSelected(context, "relationship", id);
  const faded = fading[context.times?.ofRelationship(id) ?? "certain"].mark;
  const derived = isDerived(attributes.relationship);
  const bundled = context.bundles.get(id);
  const isPossible = derived && properties["answer"] === "possible";
  const plain =
    (derived ? null : look?.lineColor?.(id)) ??
    thread ??
    (chosen || (derived && bundled === undefined) ? colors.accent : inFocus ? colors.ink2 : colors.edge);
  return {
    hidden: !context.relationships.has(id),
    color: mix(
      plain,
      colors.bg,
      dimmed ? dimming.line : chosen ? 0 : Math.max(faded, isPossible ? onlyPossible : 0, quietness(context)),
    ),
    width:
      (derived
        ? derivedWidth + Math.min(5, 1.2 * Math.log2(bundled ?? 1))
        : (look?.lineWidth?.(id) ?? widthOf(role, thread !== null))) +
      (inFocus ? 0.5 : 0) +
      (chosen ? 0.8 : 0),
    pattern: derived ? (isPossible ? "double-dashed" : "double") : (patterns[certaintyOf(properties)] ?? "solid"),
    get arrow() {
      return hasArrow(context, id, source, target);
    },
    get route() {
      return routeOf(
        { source: lineEnd(context, source), target: lineEnd(context, target) },
        lanes().get(id) ?? { at: 0, of: 1 },
      );
    },
    zIndex: inFocus ? 3 : dimmed ? 0 : thread === null ? 1 : 2,
    dimmed,
    count: bundled ?? 1,
  };
}

const lineEnd = ({ state, graph }: Context, id: string) => ({
  id,
  x: graph.getNodeAttribute(id, "x"),
  y: graph.getNodeAttribute(id, "y"),
  column: standOf(state, graph, id),
});

function widthOf(role: Role, threaded: boolean): number {
  if (role === "founding") return threaded ? 2.4 : 2;
  return threaded ? 1.5 : 1.1;
}

/** A job or a founding takes the thread of the origin at its end, else of its person toward a destination. */
function lineThread(
  { state, colors, question, look }: Context,
  role: Role,
  source: string,
  target: string,
): string | null {
  // Colors say one thing at a time: a rule, or threads.
  if (!question || look?.nodeColor || (role !== "career" && role !== "founding")) return null;
  const [person, organization] = question.column.get(source) === "people" ? [source, target] : [target, source];
  if (question.column.get(person) !== "people") return null;
  const column = question.column.get(organization);
  if (column === "origins") return threadColor(state, colors, question, organization);
  return column === "destinations" ? threadColor(state, colors, question, threadOf(state, person)) : null;
}

/** Arrows where the ends alone do not tell the way: both of one label, or on the selected node's lines and a path. */
function hasArrow(context: Context, id: string, source: string, target: string): boolean {
  const { state, graph } = context;
  const relationship = graph.getEdgeAttribute(id, "relationship");
  const { type } = relationship;
  if (isDerived(relationship) || state.vocabulary?.relationships[type]?.directed === false) return false;
  const { path } = state;
  const chosen =
    isSelected(context, "relationship", id) ||
    isSelected(context, "node", source) ||
    isSelected(context, "node", target);
  if (chosen || path?.relationships.has(id)) return true;
  return mainLabel(graph.getNodeAttribute(source, "node")) === mainLabel(graph.getNodeAttribute(target, "node"));
}
