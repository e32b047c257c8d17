/** How a drawing is seen: on screen by the camera, in a file by its page. */
import type { Box, Point } from "../../scene/geometry.ts";

/** From the graph's pixels to those that are drawn on. */
export interface Lens {
  toScreen(point: Point): Point;
  /** How large text is, and where nothing else is said marks and lines too. */
  scale: number;
  /** How large marks are, where that is not as large as text: seen from far away. */
  marks?: number;
  /** What words must lie within. */
  stage: Box;
}
