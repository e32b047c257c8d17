/** Gives every node its place on the stage: columns, forces, and newcomers beside the node that brought them. */
import type { Point } from "../../scene/geometry.ts";
import type { ColumnPage } from "../../scene/layouts/column-pages.ts";
import { type ColumnLink, type ColumnRows, placeColumns } from "../../scene/layouts/columns.ts";
import { type LayoutJob, type OrderJob, layOut, orderRows } from "../../scene/layouts/jobs.ts";
import type { Laid } from "../../scene/layouts/laid.ts";
import type { OrganicInput } from "../../scene/layouts/organic.ts";
import type { Subgraph } from "../../schema/graph.ts";
import type { Arrange } from "../explorer/stage.ts";
import { type ExplorerGraph, guidesOf, mergeSubgraph } from "../view/graph.ts";
import { groupsIn, hasGroups, membersOf, middleOf, opened } from "../view/groups.ts";
import type { ExplorerState } from "../store.ts";
import {
  type QuestionView,
  addedTo,
  hasNamesAbove,
  isFolded,
  isInColumns,
  isLayered,
  isRuled,
  pageIn,
  questionView,
} from "../view/question-view.ts";
import { readRowLooks } from "./later-looks.ts";
import { radiusOf } from "./node-style.ts";
import type * as Newcomers from "./newcomers.ts";
import { boxesOf, freeStageOf, nameWidth, pinnedPoints, pointOf, stageOf } from "./node-boxes.ts";
import type * as Ruled from "./ruled.ts";
import { type Measure, bandsOf, stageScale } from "./text.ts";

/** The least height of a row: less and names would touch; on a phone a finger needs more. */
const leastRow = { wide: 17, phone: 23 } as const;

export interface ArrangeOptions {
  measure: Measure;
  /** Lays out elsewhere, as in a worker; without it, here and now. What is stopped rejects with an AbortError. */
  lay?: (job: LayoutJob, stop?: AbortSignal) => Promise<Laid>;
  /** Orders the rows of columns elsewhere, likewise. */
  order?: (job: OrderJob, stop?: AbortSignal) => Promise<ColumnRows>;
}

/** Kept once they were needed, as newcomers must have their places at once. */
let beside: Pick<typeof Newcomers, "placeNewcomers"> | null = null;
let ruled: Pick<typeof Ruled, "ruledJob" | "layRuled"> | null = null;

/** What was laid out with newcomers before they came. */
interface Ready {
  state: ExplorerState;
  laid: Laid;
}

/** Whether it is of exactly what is on screen now, as it is shown now. */
const holds = ({ state, laid }: Ready, now: ExplorerState, graph: ExplorerGraph): boolean =>
  (["layout", "around", "stage", "language", "vocabulary"] as const).every((key) => state[key] === now[key]) &&
  Object.keys(laid.points).length === graph.order &&
  graph.everyNode((id) => laid.points[id] !== undefined);

/** Where places mean something, with what came otherwise than was got ready; null in other layouts. */
function layNow(state: ExplorerState, graph: ExplorerGraph, measure: Measure): Laid | null {
  const job = isRuled(state) ? ruled?.ruledJob(state, graph, measure) : null;
  return job && ruled ? ruled.layRuled(job) : null;
}

/** All that is on screen, every group open, with what is to come. */
function withComing(graph: ExplorerGraph, coming: Subgraph): ExplorerGraph {
  const open = opened(graph);
  const whole = open === graph ? graph.copy() : open;
  mergeSubgraph(whole, coming);
  return whole;
}

export function createArrange(options: ArrangeOptions): Arrange {
  const orders = new WeakMap<ColumnPage, ColumnRows>();
  const { order = orderRows } = options;
  const orderOf = async (page: ColumnPage, links: readonly ColumnLink[], stop?: AbortSignal) => {
    const known = orders.get(page);
    if (known) return known;
    const rows = {
      ...(await order({ layout: "columns", input: { columns: page.columns, links } }, stop)),
      beyond: page.beyond,
    };
    orders.set(page, rows);
    return rows;
  };
  const arrange = async (state: ExplorerState, graph: ExplorerGraph, stop?: AbortSignal, anew = false) => {
    const question = questionView(state);
    const page = question?.pages[pageIn(state, question)];
    if (!question || !page || !isInColumns(state)) return arrangeElsewhere(state, graph, options, stop);
    const rows = await orderOf(page, question.links, stop);
    const added = addedIn(state, graph, anew);
    const { placeAdded } = added.length > 0 ? await import("./added-column.ts") : { placeAdded: () => [] };
    stop?.throwIfAborted();
    place(graph, columnsOf(state, graph, question, page, rows, options.measure));
    // Beside folded columns nothing would be seen.
    if (isFolded(state)) for (const id of added) graph.setNodeAttribute(id, "placed", false);
    else place(graph, new Map(placeAdded(state, graph, added, options.measure)));
    const waiting = leftovers(state, graph);
    if (waiting.size > 0) await placeLeftovers(state, graph, waiting, options.measure, stop);
  };
  let ready: Ready | null = null;
  return {
    async arrangeAnswer(state, graph, stop, anew) {
      if (!hasGroups(graph)) return arrange(state, graph, stop, anew);
      const open = opened(graph);
      await arrange(state, open, stop, anew);
      placeOpened(graph, open);
    },
    async readyNewcomers(state, graph, coming, stop) {
      beside ??= await import("./newcomers.ts");
      if (!isRuled(state)) return;
      ruled ??= await import("./ruled.ts");
      // Another view may have opened while the server was asked who is to come.
      stop?.throwIfAborted();
      const job = ruled.ruledJob(state, withComing(graph, coming), options.measure);
      if (job) ready = { state, laid: await (options.lay ?? layOut)(job, stop) };
    },
    placeNewcomers(state, graph, aroundId, ids) {
      // Laid out with every group open, as at any other time.
      const open = opened(graph);
      const laid = ready && holds(ready, state, open) ? ready.laid : layNow(state, open, options.measure);
      if (!laid) return beside?.placeNewcomers(state, graph, aroundId, ids, options.measure) ?? [...ids];
      placeLaid(open, laid);
      if (open !== graph) placeOpened(graph, open);
      return [];
    },
  };
}

function columnsOf(
  state: ExplorerState,
  graph: ExplorerGraph,
  question: QuestionView,
  page: ColumnPage,
  rows: ColumnRows,
  measure: Measure,
) {
  const namesAbove = hasNamesAbove(state);
  const scale = stageScale(stageOf(state));
  return placeColumns(page.columns, rows, {
    ...freeStageOf(state),
    ...bandsOf(namesAbove),
    folded: isFolded(state),
    namesAbove,
    leastRow: namesAbove ? leastRow.phone : leastRow.wide * scale,
    labelWidth: (id) => (graph.hasNode(id) ? scale * nameWidth(state, graph, id, measure) : 0),
    radius: (id) => scale * radiusOf(graph, question, id, namesAbove),
  });
}

/** Writes positions of what is not pinned, in one pass over the graph so that it is redrawn once. */
function place(graph: ExplorerGraph, positions: ReadonlyMap<string, Point>, guides: Laid["guides"] = null): void {
  graph.setAttribute("guides", guides);
  graph.updateEachNodeAttributes(
    (id, attributes) => {
      const position = positions.get(id);
      if (!position || (attributes.pinned && attributes.placed)) return attributes;
      return { ...attributes, ...position, placed: true };
    },
    { attributes: ["x", "y", "placed"] },
  );
}

/** Takes over what was laid out with every group open; a group that no hand moved stands amid its members. */
function placeOpened(graph: ExplorerGraph, open: ExplorerGraph): void {
  const points = new Map(open.filterNodes((_id, { placed }) => placed).map((id) => [id, pointOf(open, id)] as const));
  for (const group of groupsIn(graph)) points.set(group, middleOf(open, membersOf(graph, group)));
  place(graph, points, guidesOf(open));
}

/** What was added to columns and is laid out with them: what stands on either side already, and all of it where that is asked for. */
const addedIn = (state: ExplorerState, graph: ExplorerGraph, anew: boolean): string[] =>
  graph.filterNodes((id, { placed, pinned, x }) => {
    const stands = addedTo(state, id, x);
    return placed && !pinned && stands !== undefined && (anew || (stands !== "among" && !isFolded(state)));
  });

/** Nodes of the view that stand in no column and have no place. */
function leftovers(state: ExplorerState, graph: ExplorerGraph): Set<string> {
  const question = questionView(state);
  return new Set(graph.filterNodes((id, { placed }) => !placed && !question?.column.has(id)));
}

/** Places each beside a neighbor that has a place, in rounds outward. */
async function placeLeftovers(
  state: ExplorerState,
  graph: ExplorerGraph,
  waiting: Set<string>,
  measure: Measure,
  stop?: AbortSignal,
): Promise<void> {
  const { placeNewcomers } = (beside ??= await import("./newcomers.ts"));
  stop?.throwIfAborted();
  for (let before = -1; waiting.size !== before && waiting.size > 0;) {
    before = waiting.size;
    for (const hub of graph.filterNodes((_id, { placed }) => placed)) {
      const ids = graph.neighbors(hub).filter((id) => waiting.has(id));
      if (ids.length === 0) continue;
      const left = new Set(placeNewcomers(state, graph, hub, ids, measure));
      for (const id of ids) if (!left.has(id)) waiting.delete(id);
    }
  }
  for (const id of waiting) placeNewcomers(state, graph, id, [id], measure);
}

const placeLaid = (graph: ExplorerGraph, { points, guides }: Laid) =>
  place(graph, new Map(Object.entries(points)), guides);

async function arrangeElsewhere(
  state: ExplorerState,
  graph: ExplorerGraph,
  { measure, lay = layOut }: ArrangeOptions,
  stop?: AbortSignal,
): Promise<void> {
  const job = await jobOf(state, graph, measure);
  stop?.throwIfAborted();
  const laid = await lay(job, stop);
  stop?.throwIfAborted();
  placeLaid(graph, laid);
}

/** What the layout needs is read when it is first asked for. */
async function jobOf(state: ExplorerState, graph: ExplorerGraph, measure: Measure): Promise<LayoutJob> {
  if (isLayered(state) || isRuled(state)) await readRowLooks();
  if (isLayered(state)) {
    const { layeredInput } = await import("./layered.ts");
    return { layout: "layered", input: layeredInput(state, graph, measure, pinnedPoints(graph)) };
  }
  if (isRuled(state)) ruled ??= await import("./ruled.ts");
  return ruled?.ruledJob(state, graph, measure) ?? { layout: "organic", input: organicInput(state, graph, measure) };
}

function organicInput(state: ExplorerState, graph: ExplorerGraph, measure: Measure): OrganicInput {
  const { width, height } = stageOf(state);
  const scale = stageScale({ width, height });
  const question = questionView(state);
  return {
    nodes: graph.mapNodes((id) => ({
      id,
      radius: scale * radiusOf(graph, question, id),
      box: boxesOf(state, graph, id, measure).whole,
    })),
    links: graph.mapEdges((_id, _attributes, source, target) => ({ source, target })),
    fixed: pinnedPoints(graph),
    width,
    height,
    margin: width < 700 ? { top: 40, right: 60, bottom: 40, left: 40 } : { top: 48, right: 150, bottom: 48, left: 100 },
  };
}
