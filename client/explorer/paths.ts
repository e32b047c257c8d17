/** Shortest paths between two nodes: found by the server, drawn one at a time, the rest dimmed. */
import type { GraphPath } from "../../schema/graph.ts";
import { mergeSubgraph } from "../graph.ts";
import type { ShownPaths } from "../store.ts";
import { type Context, announce, attempt, endStep, isOnScreen } from "./context.ts";
import { joinToScreen, placeAnyway } from "./neighbors.ts";

const highlightOf = (path: GraphPath) => ({ nodes: new Set(path.nodes), relationships: new Set(path.relationships) });

/** Adds what a path passes through and is not on screen, each step beside the one before. */
async function bringPath(context: Context, paths: ShownPaths): Promise<boolean> {
  const { graph, opening } = context;
  const path = paths.answer.paths[paths.shown];
  if (path === undefined) return false;
  const missing = path.nodes.filter((id) => !graph.hasNode(id));
  const joined = missing.length === 0 ? null : await joinToScreen(context, missing);
  if (opening !== context.opening) return false;
  if (joined !== null) mergeSubgraph(graph, joined);
  mergeSubgraph(graph, {
    nodes: [],
    relationships: paths.answer.subgraph.relationships.filter(({ id }) => path.relationships.includes(id)),
  });
  path.nodes.forEach((id, index) => {
    if (graph.hasNode(id) && !graph.getNodeAttribute(id, "placed")) placeAnyway(context, id, path.nodes[index - 1]);
  });
  return true;
}

/** Shows one of the paths; hidden nodes on it come back. */
export async function drawPath(context: Context, paths: ShownPaths): Promise<boolean> {
  const path = paths.answer.paths[paths.shown];
  if (path === undefined || !(await bringPath(context, paths))) return false;
  const { hidden } = context.store.getState();
  context.store.setState({
    paths,
    path: highlightOf(path),
    selected: null,
    hidden: new Set([...hidden].filter((id) => !path.nodes.includes(id))),
  });
  return true;
}

export async function showPath(context: Context, from: string, to: string): Promise<void> {
  const { opening } = context;
  context.store.setState({ pathFrom: null });
  await attempt(
    context,
    async () => {
      const answer = await context.api.findPaths(from, to);
      if (opening !== context.opening) return;
      const paths: ShownPaths = { from, to, answer, shown: 0 };
      if (answer.paths.length === 0) {
        context.store.setState({ paths, path: null, selected: null });
        endStep(context, "said.noPath", { most: answer.maxLength });
      } else if (await drawPath(context, paths)) {
        endStep(context, "said.path", {
          steps: answer.paths[0]?.relationships.length ?? 0,
          count: answer.paths.length,
        });
      }
    },
    () => void showPath(context, from, to),
  );
}

export async function showOtherPath(context: Context, index: number): Promise<void> {
  const { paths } = context.store.getState();
  if (paths?.answer.paths[index] === undefined) return;
  await attempt(context, async () => {
    if (await drawPath(context, { ...paths, shown: index }))
      endStep(context, "said.otherPath", { number: index + 1, count: paths.answer.paths.length });
  });
}

export function closePath(context: Context): void {
  const { paths, selected } = context.store.getState();
  if (paths === null) return;
  context.store.setState({ paths: null, path: null, selected: isOnScreen(context, selected) ? selected : null });
  endStep(context, "said.pathClosed");
}

export function beginPath(context: Context, id: string): void {
  context.store.setState({ pathFrom: id });
  announce(context, "said.pathBegun");
}
