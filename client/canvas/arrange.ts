/** Gives every node its place on the stage: columns, forces, and newcomers beside the node that brought them. */
import type { Answer } from "../../schema/api.ts";
import type { Point } from "../../scene/geometry.ts";
import { type ColumnRows, orderColumns, placeColumns } from "../../scene/layouts/columns.ts";
import type { LayeredInput } from "../../scene/layouts/layered.ts";
import type { OrganicInput } from "../../scene/layouts/organic.ts";
import type { Arrange } from "../explorer.ts";
import type { ExplorerGraph } from "../graph.ts";
import type { ExplorerState } from "../store.ts";
import { type QuestionView, hasNamesAbove, isFolded, isInColumns, isLayered, questionView } from "../visibility.ts";
import { layeredInput } from "./layered.ts";
import { radiusOf } from "./node-style.ts";
import { placeNewcomers } from "./newcomers.ts";
import { boxesOf, nameWidth, stageOf } from "./node-boxes.ts";
import { type Measure, bandsOf, stageScale } from "./text.ts";

/** The least height of a row: less and names would touch; on a phone a finger needs more. */
const leastRow = { wide: 17, phone: 23 } as const;

export interface ArrangeOptions {
  measure: Measure;
  /** Lays out by forces elsewhere, as in a worker; without it, here and now. */
  layOrganic?: (input: OrganicInput) => Promise<Record<string, Point>>;
  layLayered?: (input: LayeredInput) => Promise<Record<string, Point>>;
}

/** By forces here and now. */
export async function layOrganicHere(input: OrganicInput): Promise<Record<string, Point>> {
  const { layOrganic } = await import("../../scene/layouts/organic.ts");
  return layOrganic(input);
}

/** In layers here and now; the library behind it is read when it is first needed. */
export async function layLayeredHere(input: LayeredInput): Promise<Record<string, Point>> {
  const { layLayered } = await import("../../scene/layouts/layered.ts");
  return layLayered(input);
}

export function createArrange(options: ArrangeOptions): Arrange {
  const orders = new WeakMap<Answer, ColumnRows>();
  const orderOf = (question: QuestionView, answer: Answer) => {
    const known = orders.get(answer);
    if (known) return known;
    const order = orderColumns(question.columns, question.links);
    orders.set(answer, order);
    return order;
  };
  return {
    arrangeAnswer(state, graph) {
      const question = questionView(state);
      if (isLayered(state)) return arrangeLayered(state, graph, options);
      if (!question || !state.answer || !isInColumns(state)) return arrangeOrganic(state, graph, options);
      place(graph, columnsOf(state, graph, question, orderOf(question, state.answer), options.measure));
      placeLeftovers(state, graph, options.measure);
      return undefined;
    },
    placeNewcomers: (state, graph, aroundId, ids) => placeNewcomers(state, graph, aroundId, ids, options.measure),
  };
}

function columnsOf(
  state: ExplorerState,
  graph: ExplorerGraph,
  question: QuestionView,
  rows: ColumnRows,
  measure: Measure,
) {
  const namesAbove = hasNamesAbove(state);
  const scale = stageScale(stageOf(state));
  return placeColumns(question.columns, rows, {
    ...stageOf(state),
    ...bandsOf(namesAbove),
    folded: isFolded(state),
    namesAbove,
    leastRow: namesAbove ? leastRow.phone : leastRow.wide * scale,
    labelWidth: (id) => (graph.hasNode(id) ? scale * nameWidth(state, graph, id, measure) : 0),
    radius: (id) => scale * radiusOf(graph, question, id, namesAbove),
  });
}

/** Writes positions of what is not pinned, in one pass over the graph so that it is redrawn once. */
function place(graph: ExplorerGraph, positions: ReadonlyMap<string, Point>): void {
  graph.updateEachNodeAttributes(
    (id, attributes) => {
      const position = positions.get(id);
      if (!position || (attributes.pinned && attributes.placed)) return attributes;
      return { ...attributes, ...position, placed: true };
    },
    { attributes: ["x", "y", "placed"] },
  );
}

/** Nodes of the view that stand in no column: each beside a neighbor that has a place, in rounds outward. */
function placeLeftovers(state: ExplorerState, graph: ExplorerGraph, measure: Measure): void {
  const question = questionView(state);
  const waiting = new Set(graph.filterNodes((id, { placed }) => !placed && !question?.column.has(id)));
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

function pinnedPoints(graph: ExplorerGraph): Record<string, Point> {
  const fixed: Record<string, Point> = {};
  graph.forEachNode((id, { placed, pinned, x, y }) => {
    if (placed && pinned) fixed[id] = { x, y };
  });
  return fixed;
}

async function arrangeLayered(state: ExplorerState, graph: ExplorerGraph, options: ArrangeOptions): Promise<void> {
  const input = layeredInput(state, graph, options.measure, pinnedPoints(graph));
  place(graph, new Map(Object.entries(await (options.layLayered ?? layLayeredHere)(input))));
}

async function arrangeOrganic(state: ExplorerState, graph: ExplorerGraph, options: ArrangeOptions): Promise<void> {
  const { width, height } = stageOf(state);
  const scale = stageScale({ width, height });
  const question = questionView(state);
  const input: OrganicInput = {
    nodes: graph.mapNodes((id) => ({
      id,
      radius: scale * radiusOf(graph, question, id),
      box: boxesOf(state, graph, id, options.measure).whole,
    })),
    links: graph.mapEdges((_id, _attributes, source, target) => ({ source, target })),
    fixed: pinnedPoints(graph),
    width,
    height,
    margin: width < 700 ? { top: 40, right: 60, bottom: 40, left: 40 } : { top: 48, right: 150, bottom: 48, left: 100 },
  };
  const positions = await (options.layOrganic ?? layOrganicHere)(input);
  place(graph, new Map(Object.entries(positions)));
}
