/** Where connectors can be glued to a shape of PowerPoint, and which two sites a line takes. */
import type { Shape } from "../../../schema/vocabulary.ts";
import type { Box, Point } from "../../geometry.ts";
import { formOf } from "../../shapes.ts";

export interface Site extends Point {
  index: number;
  /** The way that a line leaves here. */
  outward: Point;
}

/** A preset shape with its adjustment and the box that it fills, for a mark of a radius. */
export interface Preset {
  name: string;
  adjust?: readonly [name: string, value: number];
  box: Box;
}

/** Half width, and how far a mark reaches up and down, for a radius of 1. */
const extents: Readonly<Record<string, readonly [half: number, up: number, down: number]>> = {
  circle: [1, 1, 1],
  square: [0.9, 0.9, 0.9],
  triangle: [1.08, 1.01, 0.861],
  "triangle-down": [1.08, 0.861, 1.01],
  diamond: [1.2, 1.2, 1.2],
  bar: [1.15, 0.5, 0.5],
  hexagon: [1.0624, 0.92, 0.92],
  cross: [1, 1, 1],
};

const presets: Readonly<Record<string, Omit<Preset, "box">>> = {
  circle: { name: "ellipse" },
  square: { name: "rect" },
  triangle: { name: "triangle" },
  "triangle-down": { name: "flowChartMerge" },
  diamond: { name: "diamond" },
  bar: { name: "rect" },
  hexagon: { name: "hexagon", adjust: ["adj", 28868] },
  cross: { name: "plus", adjust: ["adj", 32000] },
};

export function presetOf(shape: Shape, at: Point, radius: number): Preset {
  const form = formOf(shape);
  const [half, up, down] = extents[form] ?? [1, 1, 1];
  const box = {
    left: at.x - half * radius,
    right: at.x + half * radius,
    top: at.y - up * radius,
    bottom: at.y + down * radius,
  };
  return { name: "ellipse", ...presets[form], box };
}

/** Sites as shares of the box, in the order of Office's own definitions of the shapes. */
const diagonal = Math.SQRT1_2 / 2;
const fourSides = [
  [0.5, 0],
  [0, 0.5],
  [0.5, 1],
  [1, 0.5],
] as const;
const shares: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  ellipse: [
    [0.5, 0],
    [0.5 - diagonal, 0.5 - diagonal],
    [0, 0.5],
    [0.5 - diagonal, 0.5 + diagonal],
    [0.5, 1],
    [0.5 + diagonal, 0.5 + diagonal],
    [1, 0.5],
    [0.5 + diagonal, 0.5 - diagonal],
  ],
  rect: fourSides,
  diamond: fourSides,
  plus: fourSides,
  triangle: [
    [0.5, 0],
    [0.25, 0.5],
    [0, 1],
    [0.5, 1],
    [1, 1],
    [0.75, 0.5],
  ],
  flowChartMerge: [
    [0.5, 0],
    [0.25, 0.5],
    [0.5, 1],
    [0.75, 0.5],
  ],
  hexagon: [
    [1, 0.5],
    [0.75, 1],
    [0.25, 1],
    [0, 0.5],
    [0.25, 0],
    [0.75, 0],
  ],
};

export function sitesOf({ name, box }: Pick<Preset, "name" | "box">): Site[] {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  return (shares[name] ?? fourSides).map(([x, y], index) => ({
    index,
    x: box.left + x * width,
    y: box.top + y * height,
    outward: { x: x - 0.5, y: y - 0.5 },
  }));
}

/** The site farthest to the left or to the right. */
export function sideSite(sites: readonly Site[], side: "left" | "right"): Site | undefined {
  return sites.toSorted(
    (a, b) => (side === "left" ? a.x - b.x : b.x - a.x) || Math.abs(a.outward.y) - Math.abs(b.outward.y),
  )[0];
}

/** The pair with the shortest line that leaves outward at both ends; `lane` takes the next best ones for parallel lines. */
export function pairSites(from: readonly Site[], to: readonly Site[], lane: number): [Site, Site] | undefined {
  const pairs = from.flatMap((a) =>
    to.map((b) => {
      const [dx, dy] = [b.x - a.x, b.y - a.y];
      const leaves = dx * a.outward.x + dy * a.outward.y >= 0 && dx * b.outward.x + dy * b.outward.y <= 0;
      return { pair: [a, b] as [Site, Site], cost: Math.hypot(dx, dy) + (leaves ? 0 : 1e6) };
    }),
  );
  pairs.sort((a, b) => a.cost - b.cost);
  return pairs[Math.min(lane, pairs.length - 1)]?.pair;
}
