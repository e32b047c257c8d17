/** What every node and line looks like: a pure function of the state and the graph. */
import type { Side } from "../../scene/captions.ts";
import type { Route } from "../../scene/geometry.ts";
import type { Pattern } from "../../scene/lines.ts";
import type { Language } from "../../schema/language.ts";
import type { Shape } from "../../schema/vocabulary.ts";
import type { ExplorerGraph } from "../view/graph.ts";
import { type ExplorerState, selectionOf } from "../store.ts";
import { lookOf } from "../style/rules.ts";
import { type Tokens, tokens } from "../page/theme.ts";
import { noFilter, nodeFilters, relationshipFilters } from "../view/filters.ts";
import { type Context, type Scene, surveyScene } from "./drawn-scene.ts";
import { type Focus, focusOf } from "./focus.ts";
import { describeEdge } from "./line-look.ts";
import { describeNode } from "./node-look.ts";
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

export interface Appearance {
  node(id: string): NodeAppearance;
  edge(id: string): EdgeAppearance;
  nodes: ReadonlySet<string>;
  relationships: ReadonlySet<string>;
  focus: Focus | null;
  /** Where what stands out is drawn apart: the look without it, and what it is. */
  apart?: { base: Appearance; nodes: ReadonlySet<string>; relationships: ReadonlySet<string> };
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
  const filterOfNode = nodeFilters(state);
  const isDimmed =
    filterOfNode === noFilter ? () => false : remembered((id) => filterOfNode(graph.getNodeAttributes(id)) === "dim");
  const look = lookOf(state, graph, colors);
  const filterOfLine = relationshipFilters(state);
  const context: Context = { ...scene, state, graph, colors, focus, selection, look, isDimmed, filterOfLine };
  const edge = (id: string) => describeEdge(context, id);
  return {
    nodes,
    relationships,
    focus,
    node: remembered((id) => describeNode(context, id)),
    edge: relationships.size > mostRemembered ? edge : remembered(edge),
  };
}

/** Thousands of lines are asked for once each: what they look like is not worth the room to keep it. */
const mostRemembered = 3000;

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
