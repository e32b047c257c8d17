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

/** Text grows more slowly than distances, and stays legible. */
export const textRatio = (ratio: number): number => Math.min(Math.max(Math.sqrt(ratio), 0.66), 1.28);

/** The rows and columns of an answer leave names just the room that they need: seen from farther away, these shrink as distances do. */
export const textRatioInColumns = (ratio: number): number =>
  ratio > 1 ? Math.max(Math.min(ratio, 1.36), textRatio(ratio)) : textRatio(ratio);

/** From here on it is the shape of the whole that is looked at. */
export const farAway = 2.4;

/** Marks and lines do as text does, until they would cover one another: from far away they shrink with the distances. */
export const sizeRatio = (ratio: number): number => textRatio(ratio) * Math.max(1, ratio / farAway);
