/** Sizes and colors by measures of the network, where they are asked for. Pure. */
import type { Tokens } from "../theme.ts";
import { type ExplorerState, measuredBy } from "../store.ts";

const [least, span] = [4.5, 14] as const;
const largest = new WeakMap<object, Map<string, number>>();

/** A mark whose area grows with the measure; null where no size is asked for. */
export function measuredRadius({ style, measures: nodes }: ExplorerState, id: string): number | null {
  const size = measuredBy.find((measure) => measure === style.nodeSize);
  if (size === undefined || nodes === null) return null;
  const known = largest.get(nodes) ?? new Map<string, number>();
  const most = known.get(size) ?? Math.max(0, ...Array.from(nodes.values(), (node) => node[size]));
  largest.set(nodes, known.set(size, most));
  const value = nodes.get(id)?.[size] ?? 0;
  return least + (most === 0 ? 0 : span * Math.sqrt(value / most));
}

/** The largest communities have a color each, in the order of styles/measures.css; the rest are quiet. */
export function communityColor({ threads, both, family, quiet }: Tokens, community: number | undefined): string {
  const palette = [...threads, both, family.orgs, family.people, family.money, family.made];
  return palette[community ?? -1] ?? quiet;
}
