/** Places new neighbors beside the node that brought them, clear of marks, names and lines as they are drawn. Pure. */
import { type Side, mirrored } from "../../scene/captions.ts";
import { type Box, type Point, controlPoints, overlaps, pointAt, shift } from "../../scene/geometry.ts";
import { placeBeside } from "../../scene/layouts/newcomers.ts";
import type { ExplorerGraph } from "../view/graph.ts";
import type { ExplorerState } from "../store.ts";
import { isInColumns } from "../view/question-view.ts";
import { createAppearance } from "./appearance.ts";
import { createDocks } from "./docks.ts";
import { type NodeBoxes, boxesOf, freeStageOf, pointOf, stageOf } from "./node-boxes.ts";
import { type Measure, bandsOf, stageScale } from "./text.ts";

/** Pieces into which a curve is cut where slots are sought. */
const pieces = 4;

/** In a network newcomers leave room for what their lines say, and more where nothing else stands. */
const networkSpread = { beside: 1.8, alone: 3.2 } as const;

/** Gives back the ids that found no slot; everything that has a place keeps it. */
export function placeNewcomers(
  state: ExplorerState,
  graph: ExplorerGraph,
  hubId: string,
  ids: readonly string[],
  measure: Measure,
): string[] {
  if (!graph.getNodeAttribute(hubId, "placed")) placeAlone(state, graph, hubId, measure);
  const waiting = ids.filter((id) => id !== hubId && !graph.getNodeAttribute(id, "placed"));
  if (waiting.length === 0) return [];
  const arriving = new Set(waiting);
  const appearance = createAppearance(state, graph);
  const drawn = [...appearance.nodes];
  const boxes = new Map(drawn.map((id) => [id, boxesOf(state, graph, id, measure)]));
  const boxAt = (id: string, part: "whole" | "mark") => {
    const box = boxes.get(id)?.[part];
    return box ? [shift(box, pointOf(graph, id))] : [];
  };
  const neighbors = (id: string) =>
    graph
      .neighbors(id)
      .filter((other) => other !== id && other !== hubId && appearance.nodes.has(other))
      .map((other) => pointOf(graph, other));
  const hub = pointOf(graph, hubId);
  const { width, height } = freeStageOf(state);
  const placed = placeBeside({
    hub,
    hubName: shift(boxesOf(state, graph, hubId, measure).name, hub),
    neighbors: neighbors(hubId),
    taken: drawn.flatMap((id) => boxAt(id, "whole")),
    marks: drawn.flatMap((id) => (id === hubId ? [] : boxAt(id, "mark"))),
    lines: linesAsDrawn(state, graph, measure),
    stage: { left: 0, top: isInColumns(state) ? bandsOf(false).top - 16 : 0, right: width, bottom: height },
    spread: isInColumns(state) ? 1 : drawn.length > 1 ? networkSpread.beside : networkSpread.alone,
    newcomers: waiting.map((id) => ({
      id,
      boxes: sidedBoxes(boxesOf(state, graph, id, measure)),
      known: neighbors(id),
      peers: graph.neighbors(id).filter((other) => arriving.has(other)),
    })),
  });
  for (const [id, point] of placed) graph.mergeNodeAttributes(id, { ...point, placed: true });
  return waiting.filter((id) => !placed.has(id));
}

/** A mark with its name on each side in turn. */
function sidedBoxes({ mark, name, whole }: NodeBoxes): Record<Side, Box> {
  const half = (name.right - name.left) / 2;
  const height = name.bottom - name.top;
  return {
    right: whole,
    left: mirrored(whole),
    below: {
      left: Math.min(-half, mark.left),
      right: Math.max(half, mark.right),
      top: mark.top,
      bottom: mark.bottom + height + 4,
    },
    above: {
      left: Math.min(-half, mark.left),
      right: Math.max(half, mark.right),
      top: mark.top - height - 4,
      bottom: mark.bottom,
    },
  };
}

/** Every drawn line, curves in straight pieces. */
function linesAsDrawn(state: ExplorerState, graph: ExplorerGraph, measure: Measure): (readonly [Point, Point])[] {
  const appearance = createAppearance(state, graph);
  const docks = createDocks(state, graph, appearance, measure);
  const scale = stageScale(stageOf(state));
  return [...appearance.relationships].flatMap((id) => {
    const [source, target] = graph.extremities(id);
    const { route, dockSource, dockTarget } = docks.lineOf(id);
    const [from, to] = [pointOf(graph, source), pointOf(graph, target)];
    if (route.kind === "arc" && route.bend === 0) return [[from, to] as const];
    const points = controlPoints(
      { x: from.x + dockSource * scale, y: from.y },
      { x: to.x + dockTarget * scale, y: to.y },
      route,
    );
    return Array.from({ length: pieces }, (_, i) => {
      return [pointAt(points, i / pieces), pointAt(points, (i + 1) / pieces)] as const;
    });
  });
}

/** A node without a neighbor on the stage goes to the free place nearest to the middle, on rings outward. */
function placeAlone(state: ExplorerState, graph: ExplorerGraph, id: string, measure: Measure): void {
  const taken = [...createAppearance(state, graph).nodes].map((other) =>
    shift(boxesOf(state, graph, other, measure).whole, pointOf(graph, other)),
  );
  const point = freeSpot(boxesOf(state, graph, id, measure).whole, taken, freeStageOf(state));
  graph.mergeNodeAttributes(id, { ...point, placed: true });
}

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
