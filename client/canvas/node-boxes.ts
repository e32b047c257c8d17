/** How much room a node takes: its mark, its name, and both. Pure. */
import { captionBox } from "../../scene/captions.ts";
import { type Box, type Point, around, boxAround } from "../../scene/geometry.ts";
import { shortNameOf } from "../../schema/graph.ts";
import type { ExplorerGraph } from "../view/graph.ts";
import { isGroup, membersOf } from "../view/groups.ts";
import type { ExplorerState } from "../store.ts";
import { columnOf, freeStage, hasNamesAbove, questionView } from "../view/question-view.ts";
import { groupRadius, inRow, radiusOf, sideIn, textKindOf } from "./node-style.ts";
import { type Measure, stageScale, textStyles, widestName } from "./text.ts";

/** The stage before it has told its size: a laptop's. */
export const stageOf = ({ stage }: ExplorerState) => sized(stage);

/** The part of it that the view is laid out on. */
export const freeStageOf = (state: ExplorerState) => sized(freeStage(state));

const sized = (stage: ExplorerState["stage"]) =>
  stage.width > 0 && stage.height > 0 ? stage : { width: 1080, height: 640 };

export function pointOf(graph: ExplorerGraph, id: string): Point {
  const { x, y } = graph.getNodeAttributes(id);
  return { x, y };
}

/** The width of a node's name as it is shown, at scale 1. */
export function nameWidth(state: ExplorerState, graph: ExplorerGraph, id: string, measure: Measure): number {
  const { text, language } = shortNameOf(graph.getNodeAttribute(id, "node"), state.language);
  return Math.min(measure(text, textKindOf(state, graph, id), language), widestName);
}

export interface NodeBoxes {
  mark: Box;
  name: Box;
  whole: Box;
}

/** Around the node's center, with room for the ring of what is selected. */
export function boxesOf(state: ExplorerState, graph: ExplorerGraph, id: string, measure: Measure): NodeBoxes {
  const scale = stageScale(stageOf(state));
  const namesAbove = hasNamesAbove(state);
  const radius =
    scale *
    inRow(
      state,
      isGroup(id) ? groupRadius(membersOf(graph, id).length) : radiusOf(graph, questionView(state), id, namesAbove),
    );
  const column = columnOf(state, id);
  const side = column ? sideIn(column, namesAbove) : "right";
  const width = scale * nameWidth(state, graph, id, measure);
  const height = scale * textStyles[textKindOf(state, graph, id)].size * 1.3;
  const name = captionBox({ x: 0, y: 0, radius, width, height, gap: 10 * scale }, side);
  const mark = boxAround({ x: 0, y: 0 }, radius * 2, radius * 2);
  return { mark, name, whole: around(mark, name) };
}

/** Where the nodes are that a hand has placed. */
export function pinnedPoints(graph: ExplorerGraph): Record<string, Point> {
  const fixed: Record<string, Point> = {};
  graph.forEachNode((id, { placed, pinned, x, y }) => {
    if (placed && pinned) fixed[id] = { x, y };
  });
  return fixed;
}
