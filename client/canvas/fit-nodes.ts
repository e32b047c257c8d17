/** Where the camera stands to show some nodes alone. Pure. */
import type { Point } from "../../scene/geometry.ts";
import type { CameraPlace } from "../explorer/stage.ts";
import { mostZoom } from "./projection.ts";

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
  if (points.length === 0) return null;
  const span = (values: readonly number[]) => {
    // Spread into Math.min, ten thousand would be too many arguments for some browsers.
    const [from, to] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
    return { middle: (from + to) / 2, size: to - from };
  };
  const [x, y] = [span(points.map((point) => point.x)), span(points.map((point) => point.y))];
  const free = Math.max(height - covered, height / 4);
  const needed = Math.max(
    x.size / Math.max(width - 2 * beside, width / 4),
    y.size / Math.max(free - 2 * above, free / 4),
  );
  const ratio = Math.min(Math.max(needed, nearest), mostZoom.out);
  return { x: x.middle, y: y.middle + ((height - free) / 2) * ratio, ratio };
}
