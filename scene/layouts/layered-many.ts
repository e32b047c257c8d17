/**
 * Layers of very many nodes, within a second: generations by the longest way to a node, heights by the middle of what is
 * joined. The same input gives the same drawing, and no height depends on text.
 */
import type { Descent } from "./generations.ts";
import type { LayeredNode } from "./layered-node.ts";
import type { Placed } from "./wrapped-layers.ts";

/** How often rows are put in the order of what they are joined to. */
const sweeps = 6;
interface Joined {
  before: number[];
  after: number[];
}

/** Each node's layer and height, the layers around one middle; `nodes` come in the order that decides between equals. */
export function rankMany(nodes: readonly LayeredNode[], descents: readonly Descent[], row: number): Placed[] {
  const place = new Map(nodes.map(({ id }, i) => [id, i]));
  const joined: Joined[] = nodes.map(() => ({ before: [], after: [] }));
  for (const [a, b] of inOneDirection(nodes.length, pairsOf(descents, place))) {
    joined[a]?.after.push(b);
    joined[b]?.before.push(a);
  }
  const layers = orderRows(intoLayers(generationsOf(joined)), joined);
  const most = Math.max(...layers.map((members) => members.length));
  return layers.flatMap((members, rank) =>
    members.map((node, i) => ({ id: nodes[node]?.id ?? "", rank, y: (i + (most - members.length) / 2) * row })),
  );
}

function pairsOf(descents: readonly Descent[], place: ReadonlyMap<string, number>): [number, number][] {
  const pairs = new Map<string, [number, number]>();
  for (const { source, target } of descents) {
    const [a, b] = [place.get(source), place.get(target)];
    if (a !== undefined && b !== undefined && a !== b) pairs.set(`${a} ${b}`, [a, b]);
  }
  return [...pairs.values()].sort(([a, b], [c, d]) => a - c || b - d);
}

/** Turns the lines around that would lead in a circle, as they are met when walking along the lines. */
function inOneDirection(count: number, pairs: readonly [number, number][]): [number, number][] {
  const after: number[][] = Array.from({ length: count }, () => []);
  for (const [a, b] of pairs) after[a]?.push(b);
  const state = new Uint8Array(count);
  const turned = new Set<string>();
  for (let start = 0; start < count; start++) {
    if (state[start] !== 0) continue;
    const way: { node: number; next: number }[] = [{ node: start, next: 0 }];
    state[start] = 1;
    for (let top = way.at(-1); top !== undefined; top = way.at(-1)) {
      const other = after[top.node]?.[top.next++];
      if (other === undefined) {
        state[top.node] = 2;
        way.pop();
      } else if (state[other] === 1) turned.add(`${top.node} ${other}`);
      else if (state[other] === 0) {
        state[other] = 1;
        way.push({ node: other, next: 0 });
      }
    }
  }
  return pairs.map(([a, b]) => (turned.has(`${a} ${b}`) ? [b, a] : [a, b]));
}

/** The longest way to each from what nothing comes before; that stands right before what comes after it. */
function generationsOf(joined: readonly Joined[]): number[] {
  const generation = joined.map(() => 0);
  const waiting = joined.map(({ before }) => before.length);
  const free = joined.flatMap(({ before }, node) => (before.length === 0 ? [node] : []));
  for (const node of free) {
    for (const other of joined[node]?.after ?? []) {
      generation[other] = Math.max(generation[other] ?? 0, (generation[node] ?? 0) + 1);
      waiting[other] = (waiting[other] ?? 0) - 1;
      if (waiting[other] === 0) free.push(other);
    }
  }
  return generation.map((own, node) => {
    const { before = [], after = [] } = joined[node] ?? {};
    if (before.length > 0 || after.length === 0) return own;
    return after.reduce((least, other) => Math.min(least, generation[other] ?? 0), Infinity) - 1;
  });
}

function intoLayers(generation: readonly number[]): number[][] {
  const layers = new Map<number, number[]>();
  for (const [node, own] of generation.entries()) {
    const members = layers.get(own);
    if (members) members.push(node);
    else layers.set(own, [node]);
  }
  return [...layers].sort(([a], [b]) => a - b).map(([, members]) => members);
}

/** Each layer in the order of the middle of what its nodes are joined to, from the left and from the right in turn. */
function orderRows(layers: number[][], joined: readonly Joined[]): number[][] {
  const height = joined.map(() => 0.5);
  const settle = (members: readonly number[]) => {
    for (const [i, node] of members.entries()) height[node] = (i + 0.5) / members.length;
  };
  for (const members of layers) settle(members);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const side = sweep % 2 === 0 ? "before" : "after";
    for (const members of side === "before" ? layers : layers.toReversed()) {
      const middle = new Map(
        members.map((node) => {
          const others = joined[node]?.[side] ?? [];
          const sum = others.reduce((whole, other) => whole + (height[other] ?? 0), 0);
          return [node, others.length === 0 ? (height[node] ?? 0) : sum / others.length] as const;
        }),
      );
      members.sort((a, b) => (middle.get(a) ?? 0) - (middle.get(b) ?? 0) || a - b);
      settle(members);
    }
  }
  return layers;
}
