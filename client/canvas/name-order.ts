/** In which order names are tried: the important ones first. Sorted rank by rank, as a frame needs the first few. Pure. */
import type { Box } from "../../scene/geometry.ts";
import type { ExplorerGraph } from "../view/graph.ts";
import type { Appearance } from "./appearance-types.ts";
import type { Lens } from "./lens.ts";

/** Nodes of one rank by id, with where they lie; in graph pixels. */
interface Rank {
  ids: readonly string[];
  xs: Float64Array;
  ys: Float64Array;
}

/** Each rank is sorted when it is first asked for; they go by the look, as a frame has no time for it. */
const known = new WeakMap<Appearance, readonly (() => Rank)[]>();

function ranksOf(appearance: Appearance, graph: ExplorerGraph, nodes = appearance.nodes): readonly (() => Rank)[] {
  const before = known.get(appearance);
  if (before) return before;
  const byRank = new Map<number, string[]>();
  for (const id of nodes) {
    const { rank } = appearance.node(id);
    const others = byRank.get(rank);
    if (others) others.push(id);
    else byRank.set(rank, [id]);
  }
  const ranks = [...byRank].toSorted(([a], [b]) => b - a).map(([, ids]) => sortedOnce(ids, graph));
  known.set(appearance, ranks);
  return ranks;
}

function sortedOnce(ids: string[], graph: ExplorerGraph): () => Rank {
  let rank: Rank | undefined;
  return () => {
    if (rank) return rank;
    ids.sort();
    const [xs, ys] = [new Float64Array(ids.length), new Float64Array(ids.length)];
    for (const [i, id] of ids.entries()) {
      const { x, y } = graph.getNodeAttributes(id);
      xs[i] = x;
      ys[i] = y;
    }
    rank = { ids, xs, ys };
    return rank;
  };
}

const everywhere: Box = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };

/** The drawn nodes within a box of graph pixels, by rank; what is drawn apart comes first. */
export function* inOrder(appearance: Appearance, graph: ExplorerGraph, within = everywhere): Generator<string> {
  const { apart } = appearance;
  yield* amid(ranksOf(appearance, graph, apart?.nodes), within);
  if (!apart) return;
  for (const id of amid(ranksOf(apart.base, graph), within)) if (!apart.nodes.has(id)) yield id;
}

function* amid(ranks: readonly (() => Rank)[], { left, right, top, bottom }: Box): Generator<string> {
  for (const rank of ranks) {
    const { ids, xs, ys } = rank();
    for (let i = 0; i < ids.length; i++) {
      const x = xs[i] as number;
      const y = ys[i] as number;
      if (x >= left && x <= right && y >= top && y <= bottom) yield ids[i] as string;
    }
  }
}

/** The part of the graph that lies on the stage, in graph pixels. */
export function seenThrough(lens: Pick<Lens, "toScreen" | "stage">): Box {
  const { left, right, top, bottom } = lens.stage;
  const origin = lens.toScreen({ x: 0, y: 0 });
  const ratio = lens.toScreen({ x: 1, y: 0 }).x - origin.x;
  return {
    left: (left - origin.x) / ratio,
    right: (right - origin.x) / ratio,
    top: (top - origin.y) / ratio,
    bottom: (bottom - origin.y) / ratio,
  };
}
