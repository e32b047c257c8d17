/** The box around any number of points, apart from the first view's geometry, which has no use for it. */
import type { Box, Point } from "./geometry.ts";

/** The smallest box around points; null without any. */
export function boxOfPoints(points: Iterable<Point>): Box | null {
  let box: Box | null = null;
  for (const { x, y } of points) {
    box ??= { left: x, right: x, top: y, bottom: y };
    if (x < box.left) box.left = x;
    if (x > box.right) box.right = x;
    if (y < box.top) box.top = y;
    if (y > box.bottom) box.bottom = y;
  }
  return box;
}

/** The middle of a box. */
export const centerOf = ({ left, right, top, bottom }: Box): Point => ({
  x: (left + right) / 2,
  y: (top + bottom) / 2,
});
