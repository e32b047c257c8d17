/** The order of sectors around the middle: such that what else is linked lies near each other. */
import { seededRandom, shuffled } from "../random.ts";
import type { Tree } from "./radial-tree.ts";

/** Starts that are tried, and rounds of each, by the number of nodes. */
const triesFor = (nodes: number) => (nodes <= 400 ? { starts: 6, rounds: 10 } : { starts: 2, rounds: 6 });

/** Where around the middle each node stands, from 0 at the top clockwise up to 1. */
export function orderSectors(tree: Tree, needs: ReadonlyMap<string, number>, total: number): Map<string, number> {
  const count = tree.levels.reduce((sum, level) => sum + level.length, 0);
  const { starts, rounds } = triesFor(count);
  let best: { shares: Map<string, number>; cost: number } | undefined;
  for (let start = 0; start < (tree.others.length === 0 ? 1 : starts); start++) {
    const random = seededRandom(start);
    let order = new Map(
      [...tree.children].map(([id, ids]) => [id, start === 0 ? [...ids] : shuffled(ids, random)] as const),
    );
    for (let round = 0; round <= rounds; round++) {
      const shares = shareOut(tree, order, needs, total);
      const cost = tree.others.reduce((sum, [a, b]) => sum + distance(shares.get(a) ?? 0, shares.get(b) ?? 0), 0);
      if (best === undefined || cost < best.cost - 1e-9) best = { shares, cost };
      order = pulled(tree, order, shares);
    }
  }
  return best?.shares ?? new Map();
}

const distance = (a: number, b: number) => Math.min(Math.abs(a - b), 1 - Math.abs(a - b));

/** Sectors in an order; each node in the middle of its own. */
function shareOut(
  tree: Tree,
  order: ReadonlyMap<string, readonly string[]>,
  needs: ReadonlyMap<string, number>,
  total: number,
): Map<string, number> {
  const shares = new Map<string, number>();
  const give = (ids: readonly string[], from: number, to: number) => {
    const wanted = ids.map((id) => needs.get(id) ?? 0);
    const all = wanted.reduce((sum, each) => sum + each, 0);
    let at = from;
    for (const [i, id] of ids.entries()) {
      const width = all === 0 ? 0 : ((wanted[i] ?? 0) / all) * (to - from);
      shares.set(id, at + width / 2);
      give(order.get(id) ?? [], at, at + width);
      at += width;
    }
  };
  if (total > 0)
    give(
      (tree.levels[0] ?? []).flatMap((id) => order.get(id) ?? []),
      0,
      1,
    );
  return shares;
}

/** Siblings sorted by where their sectors' other links lead, seen from their parent's own place. */
function pulled(
  tree: Tree,
  order: ReadonlyMap<string, readonly string[]>,
  shares: ReadonlyMap<string, number>,
): Map<string, string[]> {
  const sums = new Map<string, { x: number; y: number }>();
  const add = (id: string, { x, y }: { x: number; y: number }) => {
    const before = sums.get(id) ?? { x: 0, y: 0 };
    sums.set(id, { x: before.x + x, y: before.y + y });
  };
  const toward = (id: string) => {
    const angle = (shares.get(id) ?? 0) * 2 * Math.PI;
    return { x: Math.cos(angle), y: Math.sin(angle) };
  };
  for (const [a, b] of tree.others) {
    add(a, toward(b));
    add(b, toward(a));
  }
  // What pulls a node pulls the sector it stands in.
  for (const level of tree.levels.toReversed()) {
    for (const id of level) {
      for (const child of tree.children.get(id) ?? []) {
        const sum = sums.get(child);
        if (sum) add(id, sum);
      }
    }
  }
  const pullOf = (id: string, base: number) => {
    const own = shares.get(id) ?? 0;
    const { x, y } = sums.get(id) ?? { x: 0, y: 0 };
    const wanted = x * x + y * y < 1e-12 ? own : (Math.atan2(y, x) / (2 * Math.PI) + 1) % 1;
    // A little of its own place, so that it does not swing from side to side.
    const turn = ((wanted - own + 1.5) % 1) - 0.5;
    return (own + 0.7 * turn - base + 2.5) % 1;
  };
  const middle = new Set(tree.levels[0]);
  return new Map(
    [...order].map(([parent, ids]) => {
      const base = middle.has(parent) ? 0.5 : (shares.get(parent) ?? 0);
      const at = new Map(ids.map((id) => [id, pullOf(id, base)]));
      return [parent, ids.toSorted((a, b) => (at.get(a) ?? 0) - (at.get(b) ?? 0) || (a < b ? -1 : 1))];
    }),
  );
}
