/**
 * A drawing in layers from left to right, one for each generation (Sugiyama's method, by dagre): the same input gives
 * the same drawing, and heights never depend on text, so that no row changes with the language.
 */
import { Graph, layout } from "@dagrejs/dagre";
import type { Point } from "../geometry.ts";
import { layRows } from "./alone.ts";
import { overRows } from "../text.ts";
import type { Descent } from "./generations.ts";
import type { Laid } from "./laid.ts";
import { rankMany } from "./layered-many.ts";
import type { LayeredNode } from "./layered-node.ts";
import { loosen } from "./loosen.ts";
import { type Placed, wrapLayers } from "./wrapped-layers.ts";

export interface LayeredInput {
  nodes: readonly LayeredNode[];
  descents: readonly Descent[];
  /** What is pinned stays where it is. */
  fixed?: Readonly<Record<string, Point>>;
  width: number;
  height: number;
  /** Height of a row, and what lies between two layers besides the names. */
  row: number;
  gap: number;
}

const margin = { top: 58, right: 24, bottom: 28, left: 28 } as const;
/** A line that passes a layer takes so much of a row. */
const passing = 0.6;
/** From so many nodes on, layers are sought less thoroughly. */
const manyNodes = 400;
/** From so many on, in a way that takes no longer for each. */
const veryManyNodes = 600;
/** How much more than they need rows and layers are spread where there is room. */
const mostSpread = { rows: 2, gaps: 2.4 } as const;

export function layLayered(input: LayeredInput): Laid {
  const known = new Set(input.nodes.map(({ id }) => id));
  const descents = input.descents.filter(({ source, target }) => known.has(source) && known.has(target));
  const joined = new Set(descents.flatMap(({ source, target }) => [source, target]));
  const layered = input.nodes.filter(({ id }) => joined.has(id)).toSorted(byYearThenName);
  const room = {
    left: margin.left,
    top: margin.top,
    right: input.width - margin.right,
    bottom: input.height - margin.bottom,
  };
  const alone = input.nodes.filter(({ id }) => !joined.has(id));
  if (layered.length === 0)
    return { points: { ...layRows(alone, room, "middle").points, ...input.fixed }, guides: null };
  const foot = layRows(alone, room, "foot");
  const isVeryMany = layered.length > veryManyNodes;
  const ranked = isVeryMany ? rankMany(layered, descents, input.row) : rank(layered, descents, input.row);
  if (!isVeryMany) {
    exchangeAlike(ranked, descents, new Map(layered.map((node) => [node.id, node])));
    loosen(ranked, new Map(layered.map((node) => [node.id, heightOf(node, input.row)])));
  }
  const free = foot.top - room.top;
  const { rows, firsts } = wrapLayers(ranked, input.row, { width: room.right - room.left, height: free });
  const ys = heights(rows, input.row, { top: room.top, free: Math.max(free, 0) });
  const xs = layerEdges(layered, rows, firsts, { ...room, gap: input.gap });
  const points = Object.fromEntries(rows.map(({ id, rank }) => [id, { x: xs.get(rank) ?? 0, y: ys.get(id) ?? 0 }]));
  const bottom = Math.max(...Object.values(points).map(({ y }) => y));
  const below = Math.max(0, bottom + input.row - foot.top);
  for (const [id, { x, y }] of Object.entries(foot.points)) points[id] = { x, y: y + below };
  const y = Math.min(...ys.values()) - overRows.layered;
  const edgesOf = (columns: readonly number[]) =>
    columns.map((column) => xs.get(column) ?? 0).toSorted((a, b) => a - b);
  const further = [...xs.keys()].filter((column) => !firsts.includes(column));
  return {
    points: { ...points, ...input.fixed },
    guides: { kind: "layered", layers: edgesOf(firsts), further: edgesOf(further), y },
  };
}

const heightOf = ({ box }: Pick<LayeredNode, "box">, row: number) => Math.max(row, box.bottom - box.top + 6);

function byYearThenName(a: LayeredNode, b: LayeredNode): number {
  return (a.year ?? Infinity) - (b.year ?? Infinity) || compare(a.name, b.name) || compare(a.id, b.id);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Each node's layer and height. Layers need no width here: it would only let text decide. */
function rank(nodes: readonly LayeredNode[], descents: readonly Descent[], row: number): Placed[] {
  const graph = new Graph();
  graph.setGraph({
    rankdir: "LR",
    nodesep: 0,
    edgesep: row * passing,
    ranksep: 10,
    acyclicer: "greedy",
    ranker: nodes.length <= manyNodes ? "network-simplex" : "tight-tree",
  });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, box } of nodes) graph.setNode(id, { width: 1, height: heightOf({ box }, row) });
  const weights = new Map<string, Descent>();
  for (const descent of descents) {
    const key = JSON.stringify([descent.source, descent.target]);
    const same = weights.get(key);
    weights.set(key, { ...descent, weight: descent.weight + (same?.weight ?? 0) });
  }
  for (const [, { source, target, weight }] of [...weights].toSorted(([a], [b]) => compare(a, b))) {
    graph.setEdge(source, target, { weight, minlen: 1 });
  }
  layout(graph);
  const centers = nodes.map(({ id }) => ({ id, ...graph.node(id) }));
  const layers = [...new Set(centers.map(({ x }) => Math.round(x)))].toSorted((a, b) => a - b);
  return centers.map(({ id, x, y }) => ({ id, rank: layers.indexOf(Math.round(x)), y }));
}

/** Nodes of one layer that have the same neighbors take each other's heights by year and name: no crossing changes. */
function exchangeAlike(rows: Placed[], descents: readonly Descent[], nodes: ReadonlyMap<string, LayeredNode>): void {
  const ends = new Map<string, string[]>();
  for (const { source, target } of descents) {
    ends.set(source, [...(ends.get(source) ?? []), `>${target}`]);
    ends.set(target, [...(ends.get(target) ?? []), `<${source}`]);
  }
  const alike = new Map<string, Placed[]>();
  for (const placed of rows) {
    const key = JSON.stringify([placed.rank, ...new Set(ends.get(placed.id)?.toSorted())]);
    alike.set(key, [...(alike.get(key) ?? []), placed]);
  }
  for (const group of alike.values()) {
    const slots = group.map(({ y }) => y).toSorted((a, b) => a - b);
    const ordered = group.toSorted((a, b) => {
      const [one, other] = [nodes.get(a.id), nodes.get(b.id)];
      return one && other ? byYearThenName(one, other) : 0;
    });
    for (const [i, placed] of ordered.entries()) placed.y = slots[i] ?? placed.y;
  }
}

/** Spreads the rows over the height that is free, within limits, and centers them there. */
function heights(
  rows: readonly Placed[],
  row: number,
  { top, free }: { top: number; free: number },
): Map<string, number> {
  const [least, most] = [Math.min(...rows.map(({ y }) => y)), Math.max(...rows.map(({ y }) => y))];
  const needed = most - least;
  const spread = needed === 0 ? 1 : Math.min(mostSpread.rows, Math.max(1, (free - row) / needed));
  const start = top + Math.max(row / 2, (free - needed * spread) / 2);
  return new Map(rows.map(({ id, y }) => [id, start + (y - least) * spread]));
}

/** Between columns of one layer lies this share of what lies between two layers. */
const within = 0.4;

/** Where the marks of each column stand: names need room after them, and the rest of the width is shared out. */
function layerEdges(
  nodes: readonly LayeredNode[],
  rows: readonly Placed[],
  firsts: readonly number[],
  room: { left: number; right: number; gap: number },
): Map<number, number> {
  const boxes = new Map(nodes.map(({ id, box }) => [id, box]));
  const layers = [...new Set(rows.map(({ rank }) => rank))].toSorted((a, b) => a - b);
  const extents = layers.map((layer) => {
    const members = rows.flatMap(({ id, rank }) => (rank === layer ? (boxes.get(id) ?? []) : []));
    const before = Math.max(...members.map(({ left }) => -left));
    return { rank: layer, before, after: Math.max(...members.map(({ right }) => right)) };
  });
  const needed = extents.reduce((sum, { before, after }) => sum + before + after, 0);
  const isFirst = new Set(firsts);
  const shares = extents.map(({ rank: column }) => (isFirst.has(column) ? 1 : within)).slice(1);
  const gaps = Math.max(
    shares.reduce((sum, share) => sum + share, 0),
    1,
  );
  const gap = Math.min(room.gap * mostSpread.gaps, Math.max(room.gap, (room.right - room.left - needed) / gaps));
  let x = Math.max(room.left, (room.left + room.right - needed - (extents.length > 1 ? gap * gaps : 0)) / 2);
  const edges = new Map<number, number>();
  for (const [i, { rank, before, after }] of extents.entries()) {
    edges.set(rank, x + before);
    x += before + after + gap * (shares[i] ?? 0);
  }
  return edges;
}
