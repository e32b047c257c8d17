/** Pushes overlapping boxes apart, each as little as it can; what is fixed stays. */
import type { Box, Point } from "../geometry.ts";

export interface Separable {
  id: string;
  /** Mark and name around the node's center. */
  box: Box;
  fixed: boolean;
}

const mostRounds = 120;
const margin = 4;

/** Moves the points themselves; deterministic, as pairs are met in the order of the items. */
export function separate(points: Record<string, Point>, items: readonly Separable[], within: Box): void {
  const cell =
    2 * Math.max(16, ...items.map(({ box }) => Math.max(box.right - box.left, box.bottom - box.top) / 2 + margin));
  for (let round = 0; round < mostRounds; round++) {
    let moved = false;
    for (const [a, b] of nearPairs(points, items, cell)) moved = pushApart(points, a, b, round) || moved;
    for (const item of items) keepWithin(points, item, within);
    if (!moved) return;
  }
}

function nearPairs(points: Record<string, Point>, items: readonly Separable[], cell: number): [Separable, Separable][] {
  const cells = new Map<string, Separable[]>();
  const pairs: [Separable, Separable][] = [];
  for (const item of items) {
    const { x, y } = points[item.id] ?? { x: 0, y: 0 };
    const [column, row] = [Math.floor(x / cell), Math.floor(y / cell)];
    for (let i = column - 1; i <= column + 1; i++) {
      for (let j = row - 1; j <= row + 1; j++)
        for (const other of cells.get(`${i} ${j}`) ?? []) pairs.push([other, item]);
    }
    const key = `${column} ${row}`;
    const here = cells.get(key);
    if (here) here.push(item);
    else cells.set(key, [item]);
  }
  return pairs;
}

function pushApart(points: Record<string, Point>, a: Separable, b: Separable, round: number): boolean {
  const [p, q] = [points[a.id], points[b.id]];
  if (!p || !q || (a.fixed && b.fixed)) return false;
  const right = p.x + a.box.right + margin - (q.x + b.box.left);
  const left = q.x + b.box.right + margin - (p.x + a.box.left);
  const down = p.y + a.box.bottom + margin - (q.y + b.box.top);
  const up = q.y + b.box.bottom + margin - (p.y + a.box.top);
  if (right <= 0 || left <= 0 || down <= 0 || up <= 0) return false;
  const [across, along] = [Math.min(right, left), Math.min(down, up)];
  const share = (a.fixed || b.fixed ? 1 : 0.5) * (round < 60 ? 0.8 : 1);
  const [dx, dy] = across < along ? [right < left ? across : -across, 0] : [0, down < up ? along : -along];
  if (!a.fixed) points[a.id] = { x: p.x - dx * share, y: p.y - dy * share };
  if (!b.fixed) points[b.id] = { x: q.x + dx * share, y: q.y + dy * share };
  return true;
}

function keepWithin(points: Record<string, Point>, { id, box, fixed }: Separable, within: Box): void {
  const point = points[id];
  if (!point || fixed) return;
  const x = Math.max(within.left - box.left, Math.min(point.x, within.right - box.right));
  const y = Math.max(within.top - box.top, Math.min(point.y, within.bottom - box.bottom));
  points[id] = { x, y };
}
