/** Ways for long lines of a layered drawing between the names of the layers that they pass. Pure. */
import { type Point, type Route, controlPoints, pointAt, strikes } from "../../scene/geometry.ts";

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
  return fromStart(route, left === from);
}

/** A route between the left and the right end, told from the line's own start, which may lie on the right. */
const fromStart = (route: Route, isLeft: boolean): Route =>
  isLeft ? route : { kind: "via", bend: -route.fan, fan: -route.bend };

/** Straight pieces of a curve of which it is looked whether they strike a name. */
const looks = 24;
/** How far a mark reaches before its name, and a name's half height that no line may cross, in pixels at scale 1. */
const [markReach, nameReach] = [7, 7.5];

/** Rows that lie on the way and belong to neither end. */
function rowsBetween(from: Point, to: Point, layers: Layers): Row[] {
  const [left, right] = from.x < to.x ? [from, to] : [to, from];
  return [...layers.values()].flatMap((rows) =>
    rows.filter((row) => {
      const isLeftEnd = Math.abs(row.y - left.y) < 1 && row.x <= left.x && row.right >= left.x - 1 - markReach;
      const isRightEnd = Math.abs(row.y - right.y) < 1 && Math.abs(row.x - right.x) < 1;
      return row.right > left.x && row.x - markReach < right.x && !isLeftEnd && !isRightEnd;
    }),
  );
}

/** Seen from afar names are larger against their distances: by so much they are looked at, too. */
const fromAfar = 1.4;

/** What a way costs: what it strikes as the names are, and, much less, what it would strike seen from afar. */
function cost(from: Point, to: Point, route: Route, rows: readonly Row[], scale: number): number {
  const large = rows.map(({ x, y, right }) => ({ x, y, right: x + fromAfar * (right - x) }));
  return 8 * struck(from, to, route, rows, scale) + struck(from, to, route, large, scale * fromAfar);
}

function struck(from: Point, to: Point, route: Route, rows: readonly Row[], scale: number): number {
  const points = controlPoints(from, to, route);
  const places = Array.from({ length: looks + 1 }, (_, i) => pointAt(points, i / looks));
  let count = 0;
  for (const { x, y, right } of rows) {
    const box = { left: x - markReach * scale, right, top: y - nameReach * scale, bottom: y + nameReach * scale };
    if (places.some((at, i) => strikes(places[i - 1] ?? at, at, box))) count++;
  }
  return count;
}

/** So far, in pixels at scale 1, a curve's handles are moved to find a way that strikes less. */
const moves = [0, 14, -14, 28, -28, 44, -44, 64, -64, 90, -90, 120, -120, 160, -160, 220, -220, 300, -300];

/** The route given, or one that strikes fewer names on its way; of several such the one that is bent the least. */
export function clearestOf(from: Point, to: Point, usual: Route, layers: Layers, scale: number): Route {
  const rows = rowsBetween(from, to, layers);
  const wide = Math.abs(to.x - from.x);
  let best = { route: usual, count: cost(from, to, usual, rows, scale), bent: 0 };
  if (best.count === 0 || wide < 1) return usual;
  const isLeft = from.x < to.x;
  const [left, right] = isLeft ? [from, to] : [to, from];
  const straight: Route = { kind: "via", bend: 0, fan: 0 };
  const seen = usual.kind === "via" ? fromStart(usual, isLeft) : straight;
  for (const first of moves) {
    for (const second of moves) {
      const bent = Math.abs(first) + Math.abs(second);
      if (best.count === 0 && bent >= best.bent) continue;
      const route: Route = {
        kind: "via",
        bend: seen.bend + (first * scale) / wide,
        fan: seen.fan + (second * scale) / wide,
      };
      const count = cost(left, right, route, rows, scale);
      if (count < best.count || (count === best.count && best.bent > 0 && bent < best.bent))
        best = { route: fromStart(route, isLeft), count, bent };
    }
  }
  return best.route;
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
