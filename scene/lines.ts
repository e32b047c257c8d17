/** A relationship's line as it is drawn: where it leaves its ends, its arrowhead and its dashes, as in the edge shader. */
import { type Point, type Route, controlPoints, pointAt } from "./geometry.ts";

export type Pattern = "solid" | "dashed" | "dotted" | "dash-dot" | "double" | "double-dashed";

export type Curve = [Point, Point, Point, Point];

/** A line's ends, where it leaves their names, and how it runs; in pixels of the drawing. */
export interface LineShape {
  from: Point;
  to: Point;
  fromRadius: number;
  toRadius: number;
  /** How far right of its end's center it starts or stops, after a name; 0 at the mark. */
  fromDock: number;
  toDock: number;
  route: Route;
}

export interface DrawnLine {
  /** From the first mark, or name, to the other; to the arrowhead's foot where there is one. */
  curve: Curve;
  /** Tip and two corners. */
  head: [Point, Point, Point] | null;
}

/** Free pixels between a mark and its line. */
const gap = 2.5;
/** The most of the way between two ends that names may take from a line. */
const mostDocked = 0.9;

/** The whole curve between the ends, without the room that the marks take. */
export function curveOf({ from, to, fromDock, toDock, route }: LineShape): Curve {
  const most = route.kind === "s" || route.kind === "via" ? Math.abs(to.x - from.x) * mostDocked : Infinity;
  return controlPoints(
    { x: from.x + Math.min(fromDock, most), y: from.y },
    { x: to.x + Math.min(toDock, most), y: to.y },
    route,
  );
}

/** What of a line is drawn. `pixel` is the size of a stage pixel in the drawing. */
export function drawLine(shape: LineShape, width: number, arrow: boolean, pixel = 1): DrawnLine {
  const whole = curveOf(shape);
  const start = shape.fromDock > 0 ? 0 : leaves(whole, shape.fromRadius + gap * pixel, 0, 0.6);
  const clear = shape.toDock > 0 ? 0 : shape.toRadius + gap * pixel;
  const tip = clear > 0 ? leaves(whole, clear, 1, 0.4) : 1;
  if (!arrow) return { curve: between(whole, start, Math.max(tip, start)), head: null };
  const length = 5 * pixel + 1.8 * width;
  const foot = leaves(whole, clear + length, 1, 0.3);
  return {
    curve: between(whole, start, Math.max(foot, start)),
    head: headOf(pointAt(whole, tip), pointAt(whole, foot), length, pixel),
  };
}

function headOf(tip: Point, foot: Point, length: number, pixel: number): [Point, Point, Point] {
  const [dx, dy] = [tip.x - foot.x, tip.y - foot.y];
  const far = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / far, dy / far];
  const half = 0.36 * length + 0.5 * pixel;
  const base = { x: tip.x - ux * length, y: tip.y - uy * length };
  return [tip, { x: base.x - uy * half, y: base.y + ux * half }, { x: base.x + uy * half, y: base.y - ux * half }];
}

/** The share of the way at which a curve leaves a disc around one of its ends. */
function leaves(curve: Curve, radius: number, start: number, end: number): number {
  const center = pointAt(curve, start);
  let [near, far] = [start, end];
  for (let i = 0; i < 12; i++) {
    const middle = (near + far) / 2;
    const { x, y } = pointAt(curve, middle);
    if (Math.hypot(x - center.x, y - center.y) < radius) near = middle;
    else far = middle;
  }
  return (near + far) / 2;
}

const mixed = (a: Point, b: Point, t: number): Point => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t });

/** The piece of a curve between two shares of its way (de Casteljau). */
export function between(curve: Curve, from: number, to: number): Curve {
  const rest = split(curve, from)[1];
  return split(rest, from >= 1 ? 1 : (to - from) / (1 - from))[0];
}

function split([a, b, c, d]: Curve, t: number): [Curve, Curve] {
  const [ab, bc, cd] = [mixed(a, b, t), mixed(b, c, t), mixed(c, d, t)];
  const [abc, bcd] = [mixed(ab, bc, t), mixed(bc, cd, t)];
  const middle = mixed(abc, bcd, t);
  return [
    [a, ab, abc, middle],
    [middle, bcd, cd, d],
  ];
}

/** How wide each of two lines is, and how far from the middle, against their whole width. */
const [doubleWidth, doubleShift] = [0.3, 0.35];

/** Whether a line is two with room between them. */
export const isDouble = (pattern: Pattern): boolean => pattern === "double" || pattern === "double-dashed";

/** The strokes that a line is drawn with: two side by side for a double one. */
export function strokesOf(curve: Curve, width: number, pattern: Pattern): { curve: Curve; width: number }[] {
  if (!isDouble(pattern)) return [{ curve, width }];
  return [-1, 1].map((side) => ({ curve: beside(curve, side * doubleShift * width), width: doubleWidth * width }));
}

/** A curve so far to the left of another, near enough for gentle curves. */
function beside([a, b, c, d]: Curve, far: number): Curve {
  const [start, end] = [normal(a, b, d), normal(c, d, a, true)];
  const moved = (point: Point, { x, y }: Point) => ({ x: point.x + x * far, y: point.y + y * far });
  return [moved(a, start), moved(b, start), moved(c, end), moved(d, end)];
}

/** Left of the way from one point to another; where they are one, of the way to or from a third. */
function normal(from: Point, to: Point, third: Point, isEnd = false): Point {
  const way = Math.hypot(to.x - from.x, to.y - from.y) > 1e-6 ? [from, to] : isEnd ? [third, to] : [from, third];
  const [p = from, q = to] = way;
  const length = Math.hypot(q.x - p.x, q.y - p.y) || 1;
  return { x: (q.y - p.y) / length, y: -(q.x - p.x) / length };
}

export interface Dashes {
  /** Lengths of strokes and gaps in turn. */
  lengths: readonly number[];
  /** Ends of the strokes; a stroke of no length with round ends is a dot. */
  cap: "butt" | "round";
  /** Dots are a little wider than the line. */
  widthFactor: number;
}

/** How a pattern interrupts a line of a width; null for a solid one. */
export function dashesOf(pattern: Pattern, width: number, pixel = 1): Dashes | null {
  const scaled = (lengths: readonly number[]) => lengths.map((length) => length * pixel);
  const forms: Record<Pattern, Dashes | null> = {
    solid: null,
    dashed: { lengths: scaled([6.4, 3.6]), cap: "butt", widthFactor: 1 },
    dotted: { lengths: [0, Math.max(4.6 * pixel, 2.4 * width)], cap: "round", widthFactor: 1.3 },
    "dash-dot": { lengths: scaled([6.4, 4.3, 0.01, 4.3]), cap: "round", widthFactor: 1 },
    // Two lines; see strokesOf.
    double: null,
    "double-dashed": { lengths: scaled([5.4, 5.6]), cap: "butt", widthFactor: 1 },
  };
  return forms[pattern];
}
