/** Rows that stand close together though their column has room are moved apart, each as little as it takes. */
import type { Placed } from "./wrapped-layers.ts";

/** How many times the room it needs a row is given at most. */
const mostRoom = 2;

/**
 * Moves the rows of each column apart within the drawing's height, in their order.
 * @param needs height that each node needs, by id; at least what `rows` already leaves
 */
export function loosen(rows: Placed[], needs: ReadonlyMap<string, number>): void {
  const [top, bottom] = [Math.min(...rows.map(({ y }) => y)), Math.max(...rows.map(({ y }) => y))];
  for (const layer of new Set(rows.map(({ rank }) => rank))) {
    const column = rows.filter(({ rank }) => rank === layer).toSorted((a, b) => a.y - b.y);
    const steps = column.map(({ id }, i) =>
      i === 0 ? 0 : ((needs.get(column[i - 1]?.id ?? "") ?? 0) + (needs.get(id) ?? 0)) / 2,
    );
    const needed = steps.reduce((sum, step) => sum + step, 0);
    const room = needed === 0 ? 1 : Math.min(mostRoom, (bottom - top) / needed);
    if (room <= 1) continue;
    let reached = 0;
    const offsets = steps.map((step) => (reached += step * room));
    const last = offsets.at(-1) ?? 0;
    const lowest = rising(column.map(({ y }, i) => y - (offsets[i] ?? 0)));
    for (const [i, placed] of column.entries()) {
      placed.y = Math.min(Math.max(lowest[i] ?? 0, top), bottom - last) + (offsets[i] ?? 0);
    }
  }
}

/** The rising row of numbers that is nearest to the given one by least squares (pool adjacent violators). */
function rising(values: readonly number[]): number[] {
  const pools: { sum: number; count: number }[] = [];
  for (const value of values) {
    let pool = { sum: value, count: 1 };
    for (
      let before = pools.at(-1);
      before && before.sum / before.count > pool.sum / pool.count;
      before = pools.at(-1)
    ) {
      pools.pop();
      pool = { sum: pool.sum + before.sum, count: pool.count + before.count };
    }
    pools.push(pool);
  }
  return pools.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count));
}
