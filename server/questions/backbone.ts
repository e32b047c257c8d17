/** The best connected names of a graph and what joins them, few enough for each line to be followed. */
import type { Whole } from "../queries/index.ts";
import { inTurn, type Network, networkOf } from "./core-network.ts";
import { GrowingPart, type GraphPart } from "./growing-part.ts";

/** How many names a backbone has at most; with fewer than `few` it takes what it passed over. */
export const mostNames = 48;
const few = 30;

interface Bounds {
  readonly names: number;
  /** How many relationships a newcomer may bring. */
  readonly brought: number;
  /** How many newcomers may hang on one name alone. */
  readonly loose: number;
  /** How many relationships may lead to a name. */
  readonly touching: number;
  /** How many relationships there may be for each name. */
  readonly perName: number;
  /** Whether a name may be drawn that nothing joins to those before. */
  readonly apart: boolean;
}

const clear: Bounds = { names: mostNames, brought: 4, loose: 5, touching: 12, perName: 1.8, apart: false };
/** Neither a star nor a tangle; then for a graph that falls into pieces, or is nothing else than a star or a tangle. */
const stages: readonly Bounds[] = [
  clear,
  { ...clear, apart: true },
  { names: few, brought: Infinity, loose: Infinity, touching: Infinity, perName: 3, apart: true },
];

/**
 * Grown from the best connected on (`inTurn`), of which many lie in one tangle: so what would crowd the drawing is
 * passed over, and what is less connected but leads elsewhere comes instead.
 */
export function findBackbone(whole: Whole): GraphPart {
  const network = networkOf(whole);
  const growth = { network, part: new GrowingPart(network), loose: new Tally(), touching: new Tally() };
  for (const bounds of stages) if (growth.part.size < few) grow(growth, bounds);
  return growth.part.end();
}

interface Growth {
  readonly network: Network;
  readonly part: GrowingPart;
  /** By name, how many newcomers hung on it alone. */
  readonly loose: Tally;
  /** By name, how many relationships lead to it. */
  readonly touching: Tally;
}

function grow(growth: Growth, bounds: Bounds): void {
  const { network, part, loose, touching } = growth;
  for (const name of inTurn(network, part.has)) {
    if (part.size >= bounds.names) return;
    if (part.has(name)) continue;
    const found = part.tiesOf(name);
    const others = [...new Set(found.ties.map(({ other }) => other))];
    const isApart = others.length === 0 && part.size > 0;
    if (network.degree(name) === 0 || (isApart && !bounds.apart)) return;
    if (!fits(growth, bounds, { ties: found.ties.length, others })) continue;
    part.add(name, found);
    if (others.length === 1) loose.count(others[0]);
    for (const { other } of found.ties) {
      touching.count(other);
      touching.count(name);
    }
  }
}

function fits(
  { part, loose, touching }: Growth,
  bounds: Bounds,
  { ties, others }: { readonly ties: number; readonly others: readonly number[] },
): boolean {
  return (
    ties <= bounds.brought &&
    part.relationships + ties <= bounds.perName * (part.size + 1) &&
    (others.length !== 1 || loose.of(others[0]) < bounds.loose) &&
    others.every((other) => touching.of(other) < bounds.touching)
  );
}

class Tally {
  readonly #counts = new Map<number | undefined, number>();

  of(name: number | undefined): number {
    return this.#counts.get(name) ?? 0;
  }

  count(name: number | undefined): void {
    this.#counts.set(name, this.of(name) + 1);
  }
}
