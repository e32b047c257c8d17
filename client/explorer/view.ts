/** How the view is shown and what is chosen in it: selection, dragging, filters, layout, size. */
import {
  type ExplorerState,
  type Filter,
  type FilterKind,
  type Layout,
  type Target,
  noFilters,
  selectionOf,
} from "../store.ts";
import { type Context, announce, endStep, notWorkedOut, settle } from "./context.ts";
import { guidesOf, isOnScreen } from "../view/graph.ts";
import { isGroup } from "../view/groups.ts";
import { learnOf, loadDetail } from "./neighbors.ts";
import { choosePathEnd } from "./paths.ts";
import { freeStage, isInColumns, isLayered, pageIn, questionView } from "../view/question-view.ts";
import { arrangeAgain } from "./questions.ts";

export function select(context: Context, target: Target | null): void {
  const { store } = context;
  const { pathFrom } = store.getState();
  if (target !== null && !isOnScreen(context.graph, target)) return;
  if (pathFrom !== null && target?.kind === "node" && isGroup(target.id))
    return announce(context, "said.noPathToGroup");
  if (pathFrom !== null && target?.kind === "node" && target.id !== pathFrom)
    return void choosePathEnd(context, target.id);
  store.setState({ selected: target, alsoSelected: new Set() });
  if (target !== null) learnOfTarget(context, target);
}

/** Asks for what the inspector shows of what is selected. */
export function learnOfTarget(context: Context, { kind, id }: Target): void {
  if (kind === "node") learnOf(context, id);
  else void loadDetail(context, context.graph.source(id));
}

export function moveNode(context: Context, id: string, x: number, y: number): void {
  if (!context.graph.hasNode(id)) return;
  context.graph.mergeNodeAttributes(id, { x, y, placed: true, pinned: true });
  endStep(context, "said.moved", undefined, { nodes: [id] });
}

const nextFilter: Record<Filter | "show", Filter | undefined> = { show: "dim", dim: "hide", hide: undefined };

export function toggleFilter(context: Context, kind: FilterKind, key: string, to?: Filter): void {
  const { filters } = context.store.getState();
  const { [key]: now, ...others } = filters[kind];
  const next = to ?? nextFilter[now ?? "show"];
  context.store.setState({ filters: { ...filters, [kind]: next === undefined ? others : { ...others, [key]: next } } });
  endStep(
    context,
    next === undefined ? "said.filterShown" : next === "dim" ? "said.filterDimmed" : "said.filterHidden",
    undefined,
    { filter: { kind, key } },
  );
}

/** Hides nodes with fewer relationships; 0 shows all. */
export function setLeastDegree(context: Context, leastDegree: number): void {
  const { filters } = context.store.getState();
  if (filters.leastDegree === leastDegree) return;
  context.store.setState({ filters: { ...filters, leastDegree } });
  endStep(context, "said.leastDegree", { count: leastDegree });
}

export function resetFilters(context: Context): void {
  if (context.store.getState().filters === noFilters) return;
  context.store.setState({ filters: noFilters });
  endStep(context, "said.filtersReset");
}

export function showUndrawn(context: Context, shown: boolean): void {
  if (context.store.getState().showUndrawn === shown) return;
  context.store.setState({ showUndrawn: shown });
  endStep(context, shown ? "said.undrawnShown" : "said.undrawnLeftOut");
}

export async function setLayout(context: Context, layout: Layout): Promise<void> {
  const { store, opening } = context;
  const before = store.getState();
  const around = layout === "radial" ? chosenNodes(before) : [];
  const isAgain = before.layout === layout && sameIds(around, before.around);
  // Asked for again, the present layout gives up the one under way.
  if (isAgain && context.arranging) return context.arranging.abort();
  if ((layout === "columns" && before.answer?.columns === undefined) || (layout === "radial" && around.length === 0))
    return;
  const left = isAgain ? placesIn(context) : null;
  const isDone = await arrange(context, { layout, around }, true);
  if (!isDone || opening !== context.opening) return;
  // Where all stood as it would again there is no step.
  if (isAgain && placesIn(context) === left) return context.camera.fit();
  store.setState({ layout, around });
  if (layout === "radial") endStep(context, "said.around", undefined, { nodes: around });
  else endStep(context, "said.layout");
  context.camera.fit();
}

const placesIn = ({ graph }: Context) => JSON.stringify(graph.mapNodes((_id, { x, y }) => [x, y]));

/** Shows another page of the columns, counted from 0. */
export async function turnPage(context: Context, page: number): Promise<void> {
  const pages = questionView(context.store.getState())?.pages ?? [];
  await turnPageTo(context, pages[page]?.columns.people[0] ?? "");
}

/** Shows the page on which a node stands, where it is not the one that is drawn. */
export async function turnPageTo(context: Context, id: string): Promise<void> {
  const { store, opening } = context;
  const state = store.getState();
  const question = questionView(state);
  if (!question || !isInColumns(state)) return;
  const { pages } = question;
  const page = pages.findIndex(({ ids }) => ids.has(id));
  if (page === -1 || pages[pageIn(state, question)]?.ids.has(id)) return;
  const around = page === 0 ? [] : [id];
  if (!(await arrange(context, { layout: "columns", around })) || opening !== context.opening) return;
  store.setState({ around });
  endStep(context, "said.page", { page: page + 1, pages: pages.length });
  context.camera.fit();
}

const sameIds = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((id) => other.includes(id));

/** Ids of the nodes that are selected, the lead first. */
function chosenNodes(state: ExplorerState): string[] {
  const selection = selectionOf(state);
  if (selection?.kind !== "node") return [];
  return [selection.lead, ...[...selection.ids].filter((id) => id !== selection.lead).toSorted()];
}

/** Works out a layout in place of any that is under way; false where it was stopped, or failed, which is told. */
async function arrange(
  context: Context,
  wanted: Pick<ExplorerState, "layout" | "around">,
  anew = false,
): Promise<boolean> {
  const { store, graph } = context;
  context.arranging?.abort();
  const work = new AbortController();
  context.arranging = work;
  store.setState({ arranging: wanted.layout });
  try {
    await context.arrange.arrangeAnswer({ ...store.getState(), ...wanted }, graph, work.signal, anew);
    return true;
  } catch {
    if (!work.signal.aborted) store.setState({ problem: notWorkedOut });
    else if (context.arranging === work) announce(context, "said.layoutStopped");
    return false;
  } finally {
    if (context.arranging === work) {
      context.arranging = null;
      store.setState({ arranging: null });
    }
  }
}

/** Tells the stage's size. Columns are arranged again; what else there is keeps its share of the stage. */
export function resizeStage(context: Context, width: number, height: number): void {
  const { store, graph } = context;
  const before = store.getState();
  const { stage } = before;
  if (width <= 0 || height <= 0 || (stage.width === width && stage.height === height)) return;
  store.setState({ stage: { width, height } });
  context.tellStageKnown();
  if (stage.width === 0 || graph.order === 0) return;
  stretch(context, freeStage(before));
  if (isInColumns(before)) void arrangeAgain(context);
  else settle(context);
}

/** Gives what no column holds its share of the stage as it is now laid out on; `from` is what it was laid out on. */
export function stretch({ store, graph }: Context, from: ExplorerState["stage"]): void {
  const state = store.getState();
  const to = freeStage(state);
  // Rows must not come nearer to each other, nor what is drawn behind them lie elsewhere: the camera shows the whole.
  if (from.width === 0 || isLayered(state) || guidesOf(graph) !== null) return;
  const answered = new Set(isInColumns(state) ? state.answer?.subgraph.nodes.map(({ id }) => id) : []);
  graph.updateEachNodeAttributes((id, attributes) => {
    if (answered.has(id) && !attributes.pinned) return attributes;
    return { ...attributes, x: (attributes.x * to.width) / from.width, y: (attributes.y * to.height) / from.height };
  });
}

/** Tells how much of the stage's foot lies under a panel. Columns move up to be read whole above it. */
export async function coverStage(context: Context, covered: number): Promise<void> {
  const { store, graph, camera } = context;
  const before = store.getState();
  if (before.covered === covered) return;
  camera.glide?.();
  store.setState({ covered });
  if (before.stage.width === 0 || graph.order === 0 || !isInColumns(before)) return;
  stretch(context, freeStage(before));
  await arrangeAgain(context);
  camera.makeWay?.();
}
