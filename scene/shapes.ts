/** The outlines of nodes' marks, as the node program's shader draws them. */
import type { Shape } from "../schema/vocabulary.ts";
import type { Point } from "./geometry.ts";

/** Width of a hollow mark's outline, and of the rim of background that lifts every mark off the lines. */
export const outlineWidth = 1.6;
export const rimWidth = 1.6;
/** The ring of what is selected: so far outside the mark, and so wide. */
export const ringGap = 5;
export const ringWidth = 2;

const third = Math.sqrt(3);

/** Corners of each form for a radius of 1, around 0, y downward; a circle has none. */
const corners: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  circle: [],
  square: rectangle(0.9, 0.9),
  triangle: triangle(1),
  "triangle-down": triangle(-1),
  diamond: [
    [0, -1.2],
    [1.2, 0],
    [0, 1.2],
    [-1.2, 0],
  ],
  bar: rectangle(1.15, 0.5),
  hexagon: hexagon(0.92),
  cross: cross(1, 0.36),
};

function rectangle(x: number, y: number): [number, number][] {
  return [
    [-x, -y],
    [x, -y],
    [x, y],
    [-x, y],
  ];
}

function triangle(up: 1 | -1): [number, number][] {
  const half = 1.08;
  const lower = 0.22 * half;
  return [
    [0, -up * ((2 * half) / third - lower)],
    [half, up * (half / third + lower)],
    [-half, up * (half / third + lower)],
  ];
}

function hexagon(half: number): [number, number][] {
  const outer = (2 * half) / third;
  return [
    [0, -outer],
    [half, -outer / 2],
    [half, outer / 2],
    [0, outer],
    [-half, outer / 2],
    [-half, -outer / 2],
  ];
}

function cross(arm: number, half: number): [number, number][] {
  return [
    [-half, -arm],
    [half, -arm],
    [half, -half],
    [arm, -half],
    [arm, half],
    [half, half],
    [half, arm],
    [-half, arm],
    [-half, half],
    [-arm, half],
    [-arm, -half],
    [-half, -half],
  ];
}

export const isHollow = (shape: Shape): boolean => shape.endsWith("-hollow");

/** `triangle` for `triangle` and `triangle-hollow`. */
export const formOf = (shape: Shape): string => shape.replace("-hollow", "");

/** The corners of a mark on its place; none for a circle. */
export function outlineOf(shape: Shape, at: Point, radius: number): Point[] {
  return (corners[formOf(shape)] ?? []).map(([x, y]) => ({ x: at.x + x * radius, y: at.y + y * radius }));
}
