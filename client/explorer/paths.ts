/** Paths between nodes: found by the server, drawn one at a time, the rest dimmed; among several ends all together. */
import type { RankedPath } from "../../schema/api.ts";
import { pathsInView } from "../view/paths-in-view.ts";
import { isOnScreen, mergeSubgraph } from "../view/graph.ts";
import { type PathOptions, type ShownPaths } from "../store.ts";
import { type Context, announce, attempt, endStep } from "./context.ts";
import { bringNewcomers, placeAnyway } from "./neighbors.ts";

/** How many ends can be connected at once. */
export const mostEnds = 6;

const highlightOf = (paths: readonly RankedPath[]) => ({
  nodes: new Set(paths.flatMap(({ nodes }) => nodes)),
  relationships: new Set(paths.flatMap(({ relationships }) => relationships)),
});

/** Adds what a path passes through and is not on screen, each step beside the one before. */
async function bringPaths(context: Context, paths: ShownPaths): Promise<boolean> {
  const { graph, opening } = context;
  const inView = pathsInView(paths);
  const { nodes, relationships } = highlightOf(inView);
  const missing = [...nodes].filter((id) => !graph.hasNode(id));
  const joined = missing.length === 0 ? null : await bringNewcomers(context, missing);
  if (opening !== context.opening) return false;
  if (joined !== null) mergeSubgraph(graph, joined);
  mergeSubgraph(graph, {
    nodes: [],
    relationships: paths.answer.subgraph.relationships.filter(({ id }) => relationships.has(id)),
  });
  for (const path of inView)
    path.nodes.forEach((id, index) => {
      if (graph.hasNode(id) && !graph.getNodeAttribute(id, "placed")) placeAnyway(context, id, path.nodes[index - 1]);
    });
  return true;
}

/** Shows one of the paths, or all that connect several; hidden nodes on them come back. */
export async function drawPath(context: Context, paths: ShownPaths): Promise<boolean> {
  const inView = pathsInView(paths);
  if (inView.length === 0 || !(await bringPaths(context, paths))) return false;
  const { hidden } = context.store.getState();
  const path = highlightOf(inView);
  context.store.setState({
    paths,
    path,
    selected: null,
    hidden: new Set([...hidden].filter((id) => !path.nodes.has(id))),
  });
  return true;
}

/** Asks the server for the paths between two ends, or for what connects several. */
export async function askPaths(
  { api }: Pick<Context, "api">,
  ends: readonly string[],
  { which, ...conditions }: PathOptions,
): Promise<ShownPaths["answer"]> {
  const [from = "", to = ""] = ends;
  if (ends.length > 2) return { ...(await api.connectEntities(ends, conditions)), more: false };
  return { ...(await api.findPaths(from, to, { which, ...conditions })), unreached: [] };
}

/** On the usual conditions where none are given. */
export async function showPath(context: Context, ends: readonly string[], given?: PathOptions): Promise<void> {
  const { opening } = context;
  context.store.setState({ pathFrom: null, addsPathEnd: false });
  await attempt(
    context,
    async () => {
      const { options, answer } =
        given === undefined
          ? await (await import("./first-paths.ts")).askFirstPaths(context, ends)
          : { options: given, answer: await askPaths(context, ends, given) };
      if (opening !== context.opening) return;
      const paths: ShownPaths = { ends, options, answer, shown: 0 };
      if (answer.paths.length === 0) {
        context.store.setState({ paths, path: null, selected: null });
        endStep(context, "said.noPath", { most: answer.maxLength });
      } else if (await drawPath(context, paths)) {
        endStep(context, ends.length > 2 ? "said.connection" : "said.path", {
          steps: new Set(pathsInView(paths).flatMap(({ relationships }) => relationships)).size,
          count: answer.paths.length,
        });
      }
    },
    () => void showPath(context, ends, given),
  );
}

/** The chosen node ends the path that is being asked, or is a further end of the one that is shown. */
export async function choosePathEnd(context: Context, id: string): Promise<void> {
  const { pathFrom, addsPathEnd, paths } = context.store.getState();
  if (addsPathEnd && paths !== null) return changePath(context, { ends: [...new Set([...paths.ends, id])] });
  if (pathFrom !== null) return showPath(context, [pathFrom, id]);
}

/** Looks for the shown path again, between other ends or on other conditions. */
export async function changePath(
  context: Context,
  { ends, options }: { ends?: readonly string[]; options?: Partial<PathOptions> },
): Promise<void> {
  const { paths } = context.store.getState();
  if (paths === null) return;
  await showPath(context, (ends ?? paths.ends).slice(0, mostEnds), { ...paths.options, ...options });
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
  context.store.setState({ paths: null, path: null, selected: isOnScreen(context.graph, selected) ? selected : null });
  endStep(context, "said.pathClosed");
}

/** The next chosen node becomes a further end of the path that is shown. */
export function addPathEnd(context: Context): void {
  const { paths } = context.store.getState();
  if (paths === null || paths.ends.length >= mostEnds) return;
  context.store.setState({ pathFrom: paths.ends[0] ?? null, addsPathEnd: true, selected: null });
  announce(context, "said.pathBegun");
}

export function beginPath(context: Context, id: string): void {
  context.store.setState({ pathFrom: id, addsPathEnd: false });
  announce(context, "said.pathBegun");
}
