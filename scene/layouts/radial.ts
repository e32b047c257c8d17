/**
 * A drawing in rings around some nodes, a ring for each step of distance. What is reached through a node stands in the
 * sector behind it, and names stand outward: on the right half to the right, on the left half to the left. Rings are
 * flat where the stage is, and heights along a half are shared out evenly, so that no name lies over the next.
 */
import type { Point } from "../geometry.ts";
import { layRows } from "./alone.ts";
import { type Laid, type LaidNode, type Room, byRank } from "./laid.ts";
import { type Tree, growTree } from "./radial-tree.ts";
import { orderSectors } from "./radial-order.ts";

export interface RadialInput extends Room {
  nodes: readonly LaidNode[];
  links: readonly { source: string; target: string }[];
  /** What the rings are around; without any that is known, the first by rank. */
  around: readonly string[];
}

/** Free pixels between a name and the next ring, the least between rings in height, and under the outermost ring. */
const free = { side: 26, rings: 58, foot: 34 } as const;
/** The share of a ring's height in which nodes stand: above and below, names of both halves would meet. */
const used = 0.94;
/** Rows between rings of one distance, and between the nodes in the middle. */
const rows = { within: 1.3, middle: 1.5 } as const;
/** How far rings are spread where the stage has room. */
const mostSpread = { x: 1.7, y: 1.7 } as const;

interface Ring {
  rx: number;
  ry: number;
}

export function layRadial(input: RadialInput): Laid {
  const { nodes, width, height, row, fixed = {} } = input;
  const tree = growTree(nodes, input.links, centersOf(input));
  const levels = tree.levels.slice(1);
  const sides = {
    before: Math.max(0, ...nodes.map(({ box }) => -box.left)),
    after: Math.max(0, ...nodes.map(({ box }) => box.right)),
  };
  const gap = sides.before + sides.after + free.side;
  const { rings, needs, total, last, tall } = ringsThatFit(tree, { row, gap, width, height });
  const spread = {
    x: Math.min(mostSpread.x, Math.max(1, (width / 2 - sides.after - free.side) / last.rx)),
    y: tall * Math.min(mostSpread.y, Math.max(1, (height / 2 - free.rings) / (last.ry * tall))),
  };
  const at = { x: width / 2, y: height / 2 };
  const shares = orderSectors(tree, needs, total);
  const points: Record<string, Point> = {};
  const [middle = []] = tree.levels;
  for (const [i, id] of middle.entries()) {
    points[id] = { x: at.x, y: at.y + (i - (middle.length - 1) / 2) * row * rows.middle };
  }
  for (const [k, level] of levels.entries()) {
    const own = rings[k] ?? [];
    for (const [i, id] of level.toSorted((a, b) => (shares.get(a) ?? 0) - (shares.get(b) ?? 0)).entries()) {
      const { rx, ry } = own[i % own.length] ?? last;
      points[id] = onRing(at, { rx: rx * spread.x, ry: ry * spread.y }, shares.get(id) ?? 0);
    }
  }
  const drawn = rings.flatMap(([first]) => (first ? [{ rx: first.rx * spread.x, ry: first.ry * spread.y }] : []));
  const bottom = at.y + Math.max(rings.length === 0 ? row * rows.middle * middle.length : 0, last.ry * spread.y);
  const unreached = layUnreached(input, tree, bottom + free.foot);
  return {
    points: { ...points, ...unreached.points, ...fixed },
    guides: { kind: "radial", at, rings: drawn, unreached: unreached.head },
  };
}

/** How many times as many rings of one distance lie within each other as the usual number; what needs the least of the stage is taken. */
const withins = [1, 1.3, 1.7, 2.2, 2.9, 3.8] as const;

function ringsThatFit(
  tree: Tree,
  { row, gap, width, height }: { row: number; gap: number; width: number; height: number },
) {
  const tried = withins.map((times) => {
    const rings = ringsOf(tree, { row, gap, aspect: (times * times * width) / height });
    const { needs, total } = extents(tree, rings, row);
    const last = rings.at(-1)?.at(-1) ?? { rx: 1, ry: 1 };
    // Where all need more than the whole way around, rings grow until they have it.
    const tall = Math.max(1, total);
    const needed = Math.max(1, (2 * (last.rx + gap)) / width, (2 * last.ry * tall) / height);
    return { rings, needs, total, last, tall, needed };
  });
  return tried.reduce((best, each) => (each.needed < best.needed - 0.02 ? each : best));
}

function centersOf({ nodes, around }: RadialInput): string[] {
  const wanted = new Set(around);
  const known = nodes.filter(({ id }) => wanted.has(id));
  return (known.length > 0 ? known : nodes.toSorted(byRank).slice(0, 1)).map(({ id }) => id).toSorted();
}

/**
 * The rings of each distance, within each other where one would be far taller than the stage is: `gap` pixels apart,
 * so that a name ends before the next ring begins.
 */
function ringsOf(tree: Tree, { row, gap, aspect }: { row: number; gap: number; aspect: number }): Ring[][] {
  let [rx, ry] = [0, (((tree.levels[0]?.length ?? 1) - 1) / 2) * row * rows.middle];
  return tree.levels.slice(1).map((level) => {
    const within = Math.max(1, Math.round(Math.sqrt((aspect * level.length * row) / (4 * used * gap))));
    return Array.from({ length: within }, (_, i) => {
      rx += gap;
      ry += i === 0 ? free.rings : rows.within * row;
      return { rx, ry };
    });
  });
}

/** How much of the way around each node needs for itself and for all behind it, and what all need together. */
function extents(tree: Tree, rings: readonly Ring[][], row: number): { needs: Map<string, number>; total: number } {
  const needs = new Map<string, number>();
  for (const [k, level] of [...tree.levels.entries()].toReversed()) {
    const own = rings[k - 1] ?? [];
    const alone = k === 0 ? 0 : row / (4 * used * (own[0]?.ry ?? 1) * own.length);
    for (const id of level) {
      const behind = (tree.children.get(id) ?? []).reduce((sum, child) => sum + (needs.get(child) ?? 0), 0);
      needs.set(id, Math.max(alone, behind));
    }
  }
  return { needs, total: (tree.levels[0] ?? []).reduce((sum, id) => sum + (needs.get(id) ?? 0), 0) };
}

/** A place on a ring: the right half from the top down, then the left half from the bottom up. */
function onRing(at: Point, { rx, ry }: Ring, share: number): Point {
  const isRight = share < 0.5;
  const height = used * (isRight ? 4 * share - 1 : 3 - 4 * share);
  const out = Math.sqrt(1 - height * height);
  return { x: at.x + (isRight ? out : -out) * rx, y: at.y + height * ry };
}

/** What no way leads to stands in rows under the rings. */
function layUnreached({ nodes, width }: RadialInput, { levels }: Tree, top: number) {
  const reached = new Set(levels.flat());
  const alone = nodes.filter(({ id }) => !reached.has(id));
  if (alone.length === 0) return { points: {}, head: null };
  const room = { left: 28, right: Math.max(width - 28, 400), top: top + free.foot, bottom: top + free.foot };
  return { points: layRows(alone, room, "middle").points, head: { x: (room.left + room.right) / 2, y: top + 12 } };
}
