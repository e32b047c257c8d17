/** Pushes overlapping boxes apart, each as little as it can; what is fixed stays. */
import type { Box, Point } from "../geometry.ts";

export interface Separable {
  id: string;
  /** Mark and name around the node's center. */
  box: Box;
  fixed: boolean;
}

const margin = 4;

/** Rounds for so many items: enough to settle a few hundred, and never more than a moment. */
const roundsFor = (items: number) => Math.round(Math.min(120, Math.max(24, 40_000 / (items + 1))));

/** Moves the points themselves; deterministic, as pairs are met in the order of the items. */
export function separate(points: Record<string, Point>, items: readonly Separable[], within: Box): void {
  const x = Float64Array.from(items, ({ id }) => points[id]?.x ?? 0);
  const y = Float64Array.from(items, ({ id }) => points[id]?.y ?? 0);
  const cell = {
    width: margin + Math.max(16, ...items.map(({ box }) => box.right - box.left)),
    height: margin + Math.max(16, ...items.map(({ box }) => box.bottom - box.top)),
  };
  const rounds = roundsFor(items.length);
  for (let round = 0; round < rounds; round++) {
    let moved = false;
    const share = round < rounds / 2 ? 0.8 : 1;
    for (const [a, b] of nearPairs(x, y, cell)) moved = pushApart(x, y, items, a, b, share) || moved;
    for (const [i, item] of items.entries()) keepWithin(x, y, i, item, within);
    if (!moved) break;
  }
  for (const [i, { id, fixed }] of items.entries()) if (!fixed) points[id] = { x: x[i] ?? 0, y: y[i] ?? 0 };
}

/** Pairs in the same or in touching cells: mirrored boxes reach a cell to either side, so two are looked at. */
function nearPairs(x: Float64Array, y: Float64Array, cell: { width: number; height: number }): [number, number][] {
  const cells = new Map<number, number[]>();
  const pairs: [number, number][] = [];
  for (let i = 0; i < x.length; i++) {
    const column = Math.floor((x[i] ?? 0) / cell.width);
    const row = Math.floor((y[i] ?? 0) / cell.height);
    for (let c = column - 2; c <= column + 2; c++) {
      for (let r = row - 1; r <= row + 1; r++) {
        for (const other of cells.get(keyOf(c, r)) ?? []) pairs.push([other, i]);
      }
    }
    const here = cells.get(keyOf(column, row));
    if (here) here.push(i);
    else cells.set(keyOf(column, row), [i]);
  }
  return pairs;
}

const keyOf = (column: number, row: number) => column * 1_000_003 + row;

function pushApart(
  x: Float64Array,
  y: Float64Array,
  items: readonly Separable[],
  one: number,
  other: number,
  share: number,
): boolean {
  const [a, b] = [items[one], items[other]];
  if (!a || !b || (a.fixed && b.fixed)) return false;
  const [dx, dy] = [(x[other] ?? 0) - (x[one] ?? 0), (y[other] ?? 0) - (y[one] ?? 0)];
  const right = a.box.right + margin - (dx + b.box.left);
  const left = dx + b.box.right + margin - a.box.left;
  const down = a.box.bottom + margin - (dy + b.box.top);
  const up = dy + b.box.bottom + margin - a.box.top;
  if (right <= 0 || left <= 0 || down <= 0 || up <= 0) return false;
  const part = a.fixed || b.fixed ? share : share / 2;
  const sideways = Math.min(right, left) < Math.min(down, up);
  const axis = sideways ? x : y;
  const step = part * (sideways ? (right < left ? right : -left) : down < up ? down : -up);
  if (!a.fixed) axis[one] = (axis[one] ?? 0) - step;
  if (!b.fixed) axis[other] = (axis[other] ?? 0) + step;
  return true;
}

function keepWithin(x: Float64Array, y: Float64Array, i: number, { box, fixed }: Separable, within: Box): void {
  if (fixed) return;
  x[i] = Math.max(within.left - box.left, Math.min(x[i] ?? 0, within.right - box.right));
  y[i] = Math.max(within.top - box.top, Math.min(y[i] ?? 0, within.bottom - box.bottom));
}
