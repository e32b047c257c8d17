/** Points, boxes and the curves that lines follow, in stage pixels with y downward. */

export interface Point {
  x: number;
  y: number;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export function boxAround(center: Point, width: number, height: number): Box {
  return {
    left: center.x - width / 2,
    right: center.x + width / 2,
    top: center.y - height / 2,
    bottom: center.y + height / 2,
  };
}

/** The smallest box around two. */
export const around = (a: Box, b: Box): Box => ({
  left: Math.min(a.left, b.left),
  right: Math.max(a.right, b.right),
  top: Math.min(a.top, b.top),
  bottom: Math.max(a.bottom, b.bottom),
});

export const shift = (box: Box, { x, y }: Point): Box => ({
  left: box.left + x,
  right: box.right + x,
  top: box.top + y,
  bottom: box.bottom + y,
});

/** Whether two boxes share more than an edge when each keeps half of `margin`. */
export function overlaps(a: Box, b: Box, margin = 0): boolean {
  return (
    a.left < b.right + margin && b.left < a.right + margin && a.top < b.bottom + margin && b.top < a.bottom + margin
  );
}

export function contains(box: Box, { x, y }: Point): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

/** Whether a point lies within a polygon, which need not be closed; where its lines cross, insides cancel. */
export function isInside({ x, y }: Point, polygon: readonly Point[]): boolean {
  let inside = false;
  for (const [index, a] of polygon.entries()) {
    const b = polygon.at(index - 1) ?? a;
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

/** Whether the straight line between two points meets a box. */
export function strikes(from: Point, to: Point, box: Box): boolean {
  let [enter, leave] = [0, 1];
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  for (const [step, near, far] of [
    [dx, box.left - from.x, box.right - from.x],
    [dy, box.top - from.y, box.bottom - from.y],
  ] as const) {
    if (step === 0) {
      if (near > 0 || far < 0) return false;
      continue;
    }
    enter = Math.max(enter, Math.min(near / step, far / step));
    leave = Math.min(leave, Math.max(near / step, far / step));
  }
  return enter <= leave;
}

const turn = (p: Point, q: Point, r: Point) => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
const side = (s: number) => (Math.abs(s) < 1e-9 ? 0 : Math.sign(s));

/** Whether two straight lines cross between their ends; sharing an end is no crossing. */
export function linesCross(a: readonly [Point, Point], b: readonly [Point, Point]): boolean {
  return (
    side(turn(a[0], a[1], b[0])) * side(turn(a[0], a[1], b[1])) < 0 &&
    side(turn(b[0], b[1], a[0])) * side(turn(b[0], b[1], a[1])) < 0
  );
}

/**
 * How a line runs. `arc`: bent to the left of its way by `bend` times its length (0 is straight). `s`: level at both
 * ends, for columns; it stays level for `bend` pixels at its left end, to pass longer names. `bracket`: out to the side
 * by `bend` pixels and back, for two nodes of one column. `fan` moves both ends of an `s` down by so many pixels, so
 * that parallel lines lie beside each other. `via`: by way of a gap between names, leaving toward a point `bend` and
 * arriving from a point `fan` of its width below a level line.
 */
export interface Route {
  kind: "arc" | "s" | "bracket" | "via";
  bend: number;
  fan: number;
}

/** The most of its way that an `s` stays level. */
const mostLevel = 0.82;

/** The four points of a line's cubic Bézier curve; the edge program's shader computes the same. */
export function controlPoints(from: Point, to: Point, { kind, bend, fan }: Route): [Point, Point, Point, Point] {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  if (kind === "s") {
    const [start, end] = [
      { x: from.x, y: from.y + fan },
      { x: to.x, y: to.y + fan },
    ];
    const level = Math.min(Math.max(bend, Math.abs(dx) / 2), Math.abs(dx) * mostLevel);
    const [first, last] = dx >= 0 ? [level, dx - level] : [dx + level, -level];
    return [start, { x: start.x + first, y: start.y }, { x: end.x - last, y: end.y }, end];
  }
  if (kind === "via") {
    return [from, { x: from.x + dx / 3, y: from.y + dx * bend }, { x: to.x - dx / 3, y: to.y + dx * fan }, to];
  }
  if (kind === "bracket") return [from, { x: from.x + bend, y: from.y }, { x: to.x + bend, y: to.y }, to];
  const [cx, cy] = [from.x + dx / 2 + dy * bend, from.y + dy / 2 - dx * bend];
  const toward = (end: Point) => ({ x: end.x + ((cx - end.x) * 2) / 3, y: end.y + ((cy - end.y) * 2) / 3 });
  return [from, toward(from), toward(to), to];
}

export function pointAt([a, b, c, d]: readonly [Point, Point, Point, Point], t: number): Point {
  const s = 1 - t;
  const [wa, wb, wc, wd] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
  return { x: wa * a.x + wb * b.x + wc * c.x + wd * d.x, y: wa * a.y + wb * b.y + wc * c.y + wd * d.y };
}
