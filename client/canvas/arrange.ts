/** Gives every node its place on the stage: columns, forces, and newcomers beside the node that brought them. */
import type { Answer } from "../../schema/api.ts";
import { nameOf } from "../../schema/graph.ts";
import { type Box, type Point, around, boxAround, overlaps, shift } from "../../scene/geometry.ts";
import { captionBox } from "../../scene/captions.ts";
import { type ColumnRows, orderColumns, placeColumns } from "../../scene/layouts/columns.ts";
import { placeBeside } from "../../scene/layouts/newcomers.ts";
import { type OrganicInput, layOrganic } from "../../scene/layouts/organic.ts";
import type { Arrange } from "../explorer.ts";
import type { ExplorerGraph } from "../graph.ts";
import type { ExplorerState } from "../store.ts";
import {
  type QuestionView,
  columnOf,
  hasNamesAbove,
  isFolded,
  isInColumns,
  questionView,
  visibleNodes,
  visibleRelationships,
} from "../visibility.ts";
import { radiusOf, sideIn, textKindOf } from "./appearance.ts";
import { type Measure, bandsOf, stageScale, textStyles, widestName } from "./text.ts";

/** The least height of a row: less and names would touch; on a phone a finger needs more. */
const leastRow = { wide: 17, phone: 23 } as const;

export interface ArrangeOptions {
  measure: Measure;
  /** Lays out by forces elsewhere, as in a worker; without it, here and now. */
  layOrganic?: (input: OrganicInput) => Promise<Record<string, Point>>;
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
      if (!question || !state.answer || !isInColumns(state)) return arrangeOrganic(state, graph, options);
      place(graph, columnsOf(state, graph, question, orderOf(question, state.answer), options.measure));
      placeLeftovers(state, graph, options.measure);
      return undefined;
    },
    placeNewcomers: (state, graph, aroundId, ids) => placeNewcomers(state, graph, aroundId, ids, options.measure),
  };
}

/** The stage before it has told its size: a laptop's. */
const stageOf = ({ stage }: ExplorerState) =>
  stage.width > 0 && stage.height > 0 ? stage : { width: 1080, height: 640 };

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

function nameWidth(state: ExplorerState, graph: ExplorerGraph, id: string, measure: Measure): number {
  const { text, language } = nameOf(graph.getNodeAttribute(id, "node"), state.language);
  const kind = textKindOf(state, graph, id);
  return Math.min(measure(text, kind, language), widestName);
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

async function arrangeOrganic(state: ExplorerState, graph: ExplorerGraph, options: ArrangeOptions): Promise<void> {
  const { width, height } = stageOf(state);
  const scale = stageScale({ width, height });
  const fixed: Record<string, Point> = {};
  graph.forEachNode((id, { placed, pinned, x, y }) => {
    if (placed && pinned) fixed[id] = { x, y };
  });
  const question = questionView(state);
  const input: OrganicInput = {
    nodes: graph.mapNodes((id) => ({
      id,
      radius: scale * radiusOf(graph, question, id),
      box: boxesOf(state, graph, id, options.measure).whole,
    })),
    links: graph.mapEdges((_id, _attributes, source, target) => ({ source, target })),
    fixed,
    width,
    height,
    margin: width < 700 ? { top: 40, right: 60, bottom: 40, left: 40 } : { top: 48, right: 150, bottom: 48, left: 80 },
  };
  const positions = await (options.layOrganic ? options.layOrganic(input) : layOrganic(input));
  place(graph, new Map(Object.entries(positions)));
}

/** Where a node's mark and its name are, around the node's center. */
function boxesOf(
  state: ExplorerState,
  graph: ExplorerGraph,
  id: string,
  measure: Measure,
): { mark: Box; name: Box; whole: Box } {
  const scale = stageScale(stageOf(state));
  const namesAbove = hasNamesAbove(state);
  const radius = scale * radiusOf(graph, questionView(state), id, namesAbove);
  const column = columnOf(state, id);
  const side = column ? sideIn(column, namesAbove) : "right";
  const width = scale * nameWidth(state, graph, id, measure);
  const height = scale * textStyles[textKindOf(state, graph, id)].size * 1.3;
  const name = captionBox({ x: 0, y: 0, radius, width, height, gap: 10 * scale }, side);
  const mark = boxAround({ x: 0, y: 0 }, radius * 2, radius * 2);
  return { mark, name, whole: around(mark, name) };
}

function placeNewcomers(
  state: ExplorerState,
  graph: ExplorerGraph,
  aroundId: string,
  ids: readonly string[],
  measure: Measure,
): string[] {
  const stage = stageOf(state);
  const drawn = visibleNodes(state, graph);
  const boxes = (id: string) => boxesOf(state, graph, id, measure);
  if (!graph.getNodeAttribute(aroundId, "placed")) {
    const taken = [...drawn].map((id) => shift(boxes(id).whole, pointOf(graph, id)));
    graph.mergeNodeAttributes(aroundId, { ...freeSpot(boxes(aroundId).whole, taken, stage), placed: true });
    drawn.add(aroundId);
  }
  const hub = pointOf(graph, aroundId);
  const drawnNeighbors = (id: string) =>
    graph
      .neighbors(id)
      .filter((other) => other !== id && other !== aroundId && drawn.has(other))
      .map((other) => pointOf(graph, other));
  const waiting = ids.filter((id) => id !== aroundId && !graph.getNodeAttribute(id, "placed"));
  const placed = placeBeside({
    hub,
    hubName: shift(boxes(aroundId).name, hub),
    neighbors: drawnNeighbors(aroundId),
    taken: [...drawn].map((id) => shift(boxes(id).whole, pointOf(graph, id))),
    marks: [...drawn].filter((id) => id !== aroundId).map((id) => shift(boxes(id).mark, pointOf(graph, id))),
    lines: [...visibleRelationships(state, graph, drawn)].map((id) => {
      const [source, target] = graph.extremities(id);
      return [pointOf(graph, source), pointOf(graph, target)] as const;
    }),
    stage: { left: 0, top: isInColumns(state) ? bandsOf(false).top - 16 : 0, right: stage.width, bottom: stage.height },
    newcomers: waiting.map((id) => ({ id, box: boxes(id).whole, known: drawnNeighbors(id) })),
  });
  for (const [id, point] of placed) graph.mergeNodeAttributes(id, { ...point, placed: true });
  return waiting.filter((id) => !placed.has(id));
}

function pointOf(graph: ExplorerGraph, id: string): Point {
  const { x, y } = graph.getNodeAttributes(id);
  return { x, y };
}

/** The free place nearest to the middle of the stage, on rings outward; the middle itself on an empty one. */
function freeSpot(box: Box, taken: readonly Box[], { width, height }: { width: number; height: number }): Point {
  const center = { x: width / 2, y: height / 2 };
  for (let radius = 0; radius < 2 * Math.max(width, height); radius += 24) {
    const steps = Math.max(1, Math.round((2 * Math.PI * radius) / 40));
    for (let i = 0; i < steps; i++) {
      const angle = (2 * Math.PI * i) / steps;
      const point = { x: center.x + radius * Math.cos(angle), y: center.y + radius * Math.sin(angle) };
      if (!taken.some((other) => overlaps(shift(box, point), other, 8))) return point;
    }
  }
  return { x: center.x, y: height + 40 };
}
