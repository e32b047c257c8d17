/** Where the camera stands to show some nodes alone. Pure. */
import type { Point } from "../../scene/geometry.ts";
import { boxOfPoints, centerOf } from "../../scene/point-boxes.ts";
import type { CameraPlace } from "../explorer/stage.ts";

/** Free pixels on each side, as names stand there, and above and below. */
const [beside, above] = [130, 60];
/** Nearer the camera does not go by itself: one name alone would fill the stage. */
const nearest = 0.5;

/** Null without points; so many pixels of the stage's foot are covered. */
export function placeThatShows(
  points: readonly Point[],
  { width, height }: { width: number; height: number },
  covered: number,
): CameraPlace | null {
  const box = boxOfPoints(points);
  if (box === null) return null;
  const free = Math.max(height - covered, height / 4);
  const needed = Math.max(
    (box.right - box.left) / Math.max(width - 2 * beside, width / 4),
    (box.bottom - box.top) / Math.max(free - 2 * above, free / 4),
  );
  const ratio = Math.max(needed, nearest);
  const { x, y } = centerOf(box);
  return { x, y: y + ((height - free) / 2) * ratio, ratio };
}
