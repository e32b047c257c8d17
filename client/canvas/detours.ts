/** Ways for long lines of a layered drawing between the names of the layers that they pass. Pure. */
import { type Point, type Route, controlPoints, pointAt } from "../../scene/geometry.ts";

/** A row of a layer: a mark and the name after it, in pixels. */
export interface Row {
  x: number;
  y: number;
  right: number;
}
/** Rows by layer. */
export type Layers = ReadonlyMap<string, readonly Row[]>;

/** How near a line may pass the middle of a name. */
const clear = 10;
const tries = 3;

/** The curve from a name's end to a mark, bent so that it strikes no name on its way where that can be; null for none. */
export function detourOf(from: Point, to: Point, layers: Layers, scale: number): Route | null {
  const [left, right] = from.x < to.x ? [from, to] : [to, from];
  const passed = [...layers.values()].flatMap((rows) => {
    const x = rows[0]?.x ?? 0;
    return x > left.x + clear && x < right.x - clear ? [rows] : [];
  });
  if (passed.length === 0 || right.x - left.x < 1) return null;
  let route: Route = { kind: "via", bend: 0, fan: 0 };
  for (let i = 0; i < tries; i++) {
    const gates = passed.flatMap((rows) => gatesOf(rows, left, right, route, clear * scale));
    route = through(gates, left, right);
  }
  // Told from the line's own start, which may lie on the right.
  return left === from ? route : { kind: "via", bend: -route.fan, fan: -route.bend };
}

/** Where the curve should enter and leave a layer: as it runs, moved to the nearest gap if it strikes a name. */
function gatesOf(rows: readonly Row[], left: Point, right: Point, route: Route, reach: number): Point[] {
  const at = (x: number) => pointAt(controlPoints(left, right, route), (x - left.x) / (right.x - left.x)).y;
  const x = rows[0]?.x ?? 0;
  const middle = at(x);
  const near = rows.filter(({ y }) => Math.abs(y - middle) < 12 * reach);
  const end = Math.min(right.x, Math.max(x, ...near.map((row) => row.right)));
  const wanted = (middle + at(end)) / 2;
  const isFree = (y: number) => near.every((row) => Math.abs(row.y - y) >= reach - 0.01);
  const gaps = near.flatMap(({ y }) => [y - reach, y + reach]).filter(isFree);
  const y = isFree(wanted) ? wanted : gaps.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0];
  return [x, end].map((each) => ({ x: each, y: y ?? wanted }));
}

/** The curve that comes closest to all gates, by least squares; a little stiff, so that few gates do not bend it much. */
function through(gates: readonly Point[], left: Point, right: Point): Route {
  const [width, rise] = [right.x - left.x, right.y - left.y];
  const stiffness = 0.02;
  let [aa, ab, bb, ar, br] = [stiffness, 0, stiffness, 0, 0];
  for (const { x, y } of gates) {
    const t = (x - left.x) / width;
    const [a, b] = [3 * (1 - t) ** 2 * t, 3 * (1 - t) * t ** 2];
    const rest = y - left.y - rise * (3 * t ** 2 - 2 * t ** 3);
    [aa, ab, bb, ar, br] = [aa + a * a, ab + a * b, bb + b * b, ar + a * rest, br + b * rest];
  }
  const determinant = aa * bb - ab * ab;
  return {
    kind: "via",
    bend: (ar * bb - br * ab) / determinant / width,
    fan: (br * aa - ar * ab) / determinant / width,
  };
}
