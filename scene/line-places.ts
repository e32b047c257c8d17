/** Where words stand on a line so that one sees which line they belong to, in pixels with y downward. Pure. */
import { type Box, type Point, boxAround, pointAt, strikes } from "./geometry.ts";
import type { Curve } from "./lines.ts";

/** A line in straight pieces. */
export type Path = readonly Point[];

/** A curve in so many straight pieces. */
export const pathOf = (curve: Curve, pieces = 16): Path =>
  Array.from({ length: pieces + 1 }, (_, i) => pointAt(curve, i / pieces));

/** Where along a line its words may stand, best first. */
const shares = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.2, 0.8] as const;
/** A line so much longer than words on it is seen before and after them. */
const longEnough = 1.5;
/** Free pixels between a line and words beside it. */
const off = 2;

const turned = ({ x, y }: Point): Point => ({ x: y, y: x });

/** Boxes to try for the words of a line, best first: over or under it where it runs level, else on it; then left or right of it. */
export function middlePlaces(path: Path, width: number, height: number): Box[] {
  const [first, last] = [path[0], path.at(-1)];
  if (!first || !last) return [];
  const isLong = Math.hypot(last.x - first.x, last.y - first.y) > longEnough * width;
  const places = shares.flatMap((share) => {
    const at = along(path, share);
    const { top, bottom } = heightsOf(path, at.x - width / 2, at.x + width / 2, at.y);
    const drift = bottom - top;
    const beside = drift > (isLong ? height : 2 * height) ? [] : [top - off - height / 2, bottom + off + height / 2];
    const on = isLong || drift > width / 3 ? [at.y] : [];
    return [...beside, ...on].map((y) => boxAround({ x: at.x, y }, width, height));
  });
  return [...places, ...sidePlaces(path, width, height)];
}

/** Boxes left and right of a line that runs steep enough to be met by their sides. */
function sidePlaces(path: Path, width: number, height: number): Box[] {
  const upright = path.map(turned);
  return shares.flatMap((share) => {
    const at = along(path, share);
    const { top: left, bottom: right } = heightsOf(upright, at.y - height / 2, at.y + height / 2, at.x);
    if (right - left > 2 * height) return [];
    return [right + off + width / 2, left - off - width / 2].map((x) => boxAround({ x, y: at.y }, width, height));
  });
}

/** The point at a share of a path's pieces. */
function along(path: Path, share: number): Point {
  const place = share * (path.length - 1);
  const [a, b] = [path[Math.floor(place)], path[Math.ceil(place)]];
  const t = place % 1;
  return { x: (a?.x ?? 0) * (1 - t) + (b?.x ?? 0) * t, y: (a?.y ?? 0) * (1 - t) + (b?.y ?? 0) * t };
}

/** How far up and down a path lies between two verticals. */
function heightsOf(path: Path, left: number, right: number, y: number): { top: number; bottom: number } {
  let [top, bottom] = [y, y];
  for (const [from, to] of piecesOf(path)) {
    const dx = to.x - from.x;
    if (Math.max(from.x, to.x) < left || Math.min(from.x, to.x) > right) continue;
    for (const x of [from.x, to.x].map((x) => Math.min(Math.max(x, left), right))) {
      const y = dx === 0 ? from.y : from.y + ((x - from.x) / dx) * (to.y - from.y);
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    }
    if (dx === 0) [top, bottom] = [Math.min(top, to.y), Math.max(bottom, to.y)];
  }
  return { top, bottom };
}

const piecesOf = (path: Path): [Point, Point][] => path.slice(1).map((to, i): [Point, Point] => [path[i] ?? to, to]);

/** How far from its line, at most, words still seem to be its own. */
const touching = [0, 2.5, 5, 8] as const;
/** So many pixels nearer than to any other line. */
const clearly = 3;

const grown = ({ left, top, right, bottom }: Box, by: number): Box => ({
  left: left - by,
  top: top - by,
  right: right + by,
  bottom: bottom + by,
});

function meets(path: Path, box: Box): boolean {
  for (let i = 1; i < path.length; i++) {
    const [from, to] = [path[i - 1], path[i]];
    if (from && to && strikes(from, to, box)) return true;
  }
  return false;
}

/** Whether a box is clearly off all of some lines. `pixel` is the size of a stage pixel. */
export const isClearOf = (box: Box, lines: readonly Path[], pixel = 1, by = 0): boolean =>
  !lines.some((line) => meets(line, grown(box, (by + clearly) * pixel)));

/** Whether words in a box are at their own line, and nearer to it than to any of the others. */
export function isAtOwn(box: Box, own: Path, others: readonly Path[], pixel = 1): boolean {
  const near = touching.find((by) => meets(own, grown(box, by * pixel)));
  return near !== undefined && isClearOf(box, others, pixel, near);
}
