/** What every node and line looks like: a pure function of the state and the graph. */
import type { ExplorerGraph } from "../view/graph.ts";
import { type ExplorerState, selectionOf } from "../store.ts";
import { lookOf } from "../style/rules.ts";
import { type Tokens, tokens } from "../page/theme.ts";
import { noFilter, nodeFilters, relationshipFilters } from "../view/filters.ts";
import { type Context, type Scene, surveyScene } from "./drawn-scene.ts";
import type { Appearance, EdgeAppearance, NodeAppearance } from "./appearance-types.ts";
import { focusOf } from "./focus.ts";
import { describeEdge } from "./line-look.ts";
import { describeNode } from "./node-look.ts";

/** After the view has been looked at, each node and line is asked for cheaply. */
export function createAppearance(
  state: ExplorerState,
  graph: ExplorerGraph,
  colors: Tokens = tokens[state.theme],
  scene: Scene = surveyScene(state, graph),
): Appearance {
  const { nodes, relationships, parallels } = scene;
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
    parallels,
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
