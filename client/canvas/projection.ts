/**
 * Between our stage pixels (y downward) and the screen. One unit of the graph is one pixel while the camera stands
 * at its start; Sigma's own y goes up, so it is turned over here and in the programs, and nowhere else.
 */
import type Sigma from "sigma";
import type { CameraState } from "sigma/types";
import type { Box, Point } from "../../scene/geometry.ts";
import type { EdgeAttributes, NodeAttributes } from "../view/graph.ts";

export type Renderer = Sigma<NodeAttributes, EdgeAttributes>;

/** Further back the camera goes only where all is not in sight before. */
export const mostZoom = { in: 0.16, out: 16 } as const;

/** Makes a unit of the graph a pixel of the stage, whatever the nodes' positions. */
export function matchStage(sigma: Renderer): void {
  const { width, height } = sigma.getDimensions();
  sigma.setCustomBBox({ x: [0, width], y: [0, height] });
}

export function toScreen(sigma: Renderer, { x, y }: Point): Point {
  const { width, height } = sigma.getDimensions();
  const { x: cx, y: cy, ratio } = sigma.getCamera().getState();
  const side = Math.max(width, height);
  return {
    x: width / 2 + (x - width / 2 - (cx - 0.5) * side) / ratio,
    y: height / 2 + (y - height / 2 + (cy - 0.5) * side) / ratio,
  };
}

export function toGraph(sigma: Renderer, { x, y }: Point): Point {
  const { width, height } = sigma.getDimensions();
  const { x: cx, y: cy, ratio } = sigma.getCamera().getState();
  const side = Math.max(width, height);
  return {
    x: width / 2 + (cx - 0.5) * side + (x - width / 2) * ratio,
    y: height / 2 - (cy - 0.5) * side + (y - height / 2) * ratio,
  };
}

/** The camera that shows a point of the graph in the middle of the stage. */
export function cameraAt(sigma: Renderer, { x, y }: Point, ratio: number): CameraState {
  const { width, height } = sigma.getDimensions();
  const side = Math.max(width, height);
  return { x: 0.5 + (x - width / 2) / side, y: 0.5 - (y - height / 2) / side, ratio, angle: 0 };
}

/** The same in the middle of what is free, where so many pixels of the stage's foot are covered. */
export const cameraOver = (sigma: Renderer, { x, y }: Point, ratio: number, covered: number): CameraState =>
  cameraAt(sigma, { x, y: y + (covered / 2) * ratio }, ratio);

/**
 * The camera's start where everything is in sight from there, unless its middle is wanted; else one that shows all, down
 * to a legible size. So many pixels are covered at the stage's head and foot.
 */
export function cameraThatFits(
  sigma: Renderer,
  content: Box | null,
  farthest: number,
  covered = { head: 0, foot: 0 },
  fromMiddle = false,
  centered = false,
): CameraState {
  const { width, height: full } = sigma.getDimensions();
  const height = Math.max(full - covered.head - covered.foot, full / 4);
  const start = { x: 0.5, y: 0.5, ratio: 1, angle: 0 };
  const fits = content && content.left >= 0 && content.top >= 0 && content.right <= width && content.bottom <= height;
  // Above a panel a small drawing would stand at its foot; columns, which have a head, were laid out for what is left.
  if (!content || (fits && !centered && (covered.foot === 0 || covered.head > 0))) return start;
  const needed = Math.max((content.right - content.left) / width, (content.bottom - content.top) / height, 1);
  const ratio = Math.min(needed, farthest);
  const middle = (from: number, to: number, room: number) =>
    fromMiddle || to - from <= room * ratio + 0.5 ? (from + to) / 2 : from + (room * ratio) / 2;
  const center = { x: middle(content.left, content.right, width), y: middle(content.top, content.bottom, height) };
  return cameraOver(sigma, center, ratio, covered.foot - covered.head);
}
