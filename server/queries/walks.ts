/**
 * The walks between two entities, the shortest first: what is near either end is read by one-hop queries, the less
 * connected end first, until both together reach the length in question; then the walks are followed in memory. The
 * engine's own search takes some thirty times as long, and cannot be told what to pass through.
 */
import { z } from "zod";
import type { GraphNode } from "../../schema/graph.ts";
import type { GraphDatabase } from "../database/database.ts";
import { bind } from "./bind.ts";

const list = z.array(z.string());
const stepOutward = bind(
  "step-outward",
  {
    ids: list,
    ends: list,
    types: list,
    withoutTypes: list,
    labels: list,
    withoutLabels: list,
    certainties: list,
    without: list,
  },
  { origin: z.string(), reached: z.string(), degree: z.int() },
);

/** What a path may go along and pass through; an empty list lets everything through. */
export interface PathFilter {
  readonly types: string[];
  readonly withoutTypes: string[];
  /** Of the entities between the ends. */
  readonly labels: string[];
  readonly withoutLabels: string[];
  readonly certainties: string[];
  /** Ids of entities to keep away from. */
  readonly without: string[];
}

/** How many relationships one search reads at most, and how many steps it takes and walks it gives for one length. */
export const mostRead = 100_000;
const mostSteps = 100_000;
export const mostWalks = 500;
const batchSize = 1000;

interface Side {
  readonly root: string;
  frontier: Set<string>;
  readonly depth: Map<string, number>;
  /** How many steps have been read. */
  reach: number;
}

/** What has been read around two ends. */
export interface Explored {
  readonly near: Side;
  readonly far: Side;
  readonly neighbors: Map<string, Set<string>>;
  readonly degree: Map<string, number>;
  read: number;
}

export function explore(from: GraphNode, to: GraphNode): Explored {
  const side = ({ id }: GraphNode): Side => ({
    root: id,
    frontier: new Set([id]),
    depth: new Map([[id, 0]]),
    reach: 0,
  });
  const degree = new Map([from, to].map(({ id, properties }) => [id, Number(properties["degree"] ?? 0)]));
  return { near: side(from), far: side(to), neighbors: new Map(), degree, read: 0 };
}

/** How many relationships the next step from here has to read. */
function work({ degree }: Explored, { frontier }: Side): number {
  let sum = 0;
  for (const id of frontier) sum += degree.get(id) ?? 0;
  return sum;
}

/** Reads one more step at the less connected end; false where that would be more than one search may read. */
export async function growByOne(database: GraphDatabase, explored: Explored, filter: PathFilter): Promise<boolean> {
  const { near, far } = explored;
  // Where one end has nothing further out, all that it can reach is known.
  if (near.frontier.size === 0 || far.frontier.size === 0) return true;
  const side = work(explored, near) <= work(explored, far) ? near : far;
  if (explored.read + work(explored, side) > mostRead) return false;
  const outermost = [...side.frontier];
  const frontier = new Set<string>();
  for (let index = 0; index < outermost.length; index += batchSize) {
    const ids = outermost.slice(index, index + batchSize);
    const rows = await stepOutward.run(database, { ...pick(filter), ids, ends: [near.root, far.root] });
    explored.read += rows.length;
    if (explored.read > mostRead) return false;
    for (const { origin, reached, degree } of rows) {
      if (origin === reached) continue;
      join(explored.neighbors, origin, reached);
      explored.degree.set(reached, degree);
      if (side.depth.has(reached)) continue;
      side.depth.set(reached, side.reach + 1);
      frontier.add(reached);
    }
  }
  side.frontier = frontier;
  side.reach += 1;
  return true;
}

const pick = ({ types, withoutTypes, labels, withoutLabels, certainties, without }: PathFilter) => ({
  types,
  withoutTypes,
  labels,
  withoutLabels,
  certainties,
  without,
});

function join(neighbors: Map<string, Set<string>>, a: string, b: string): void {
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const known = neighbors.get(one);
    if (known === undefined) neighbors.set(one, new Set([other]));
    else known.add(other);
  }
}

/** Whether the two ends have met: before, there is no walk at all. */
export function haveMet({ near, far }: Explored): boolean {
  const [small, large] = near.depth.size <= far.depth.size ? [near, far] : [far, near];
  for (const id of small.depth.keys()) if (large.depth.has(id)) return true;
  return false;
}

/** Whether all that can be reached from one end is known, so that no reading adds anything. */
export const isExhausted = ({ near, far }: Explored): boolean => near.frontier.size === 0 || far.frontier.size === 0;

/**
 * The walks of one length that pass no entity twice, in the order of their ids; both ends together must have been read
 * that far. `cut` where there are more than are followed.
 */
export function walksOfLength(explored: Explored, length: number): { walks: string[][]; cut: boolean } {
  const { near, far, neighbors } = explored;
  const toGo = stepsToGo(explored, length);
  const walks: string[][] = [];
  const pending: string[][] = toGo[length]?.has(near.root) === true ? [[near.root]] : [];
  for (let steps = 0; pending.length > 0; steps += 1) {
    if (steps > mostSteps || walks.length > mostWalks) return { walks: walks.slice(0, mostWalks), cut: true };
    const walk = pending.pop() ?? [];
    if (walk.length === length + 1) {
      walks.push(walk);
      continue;
    }
    const after = toGo[length - walk.length];
    const next = [...(neighbors.get(walk.at(-1) ?? "") ?? [])].filter((id) => after?.has(id) && !walk.includes(id));
    // An end in the middle would be a shorter walk with a tail.
    const open = next.filter((id) => (id === far.root) === (walk.length === length));
    for (const id of open.sort().reverse()) pending.push([...walk, id]);
  }
  return { walks, cut: false };
}

/** For each number of steps, the entities from which the far end is so many steps away and which a walk can reach. */
function stepsToGo({ near, far, neighbors }: Explored, length: number): Set<string>[] {
  const sets = [new Set([far.root])];
  for (let steps = 1; steps <= length; steps += 1) {
    const walked = length - steps;
    const set = new Set<string>();
    for (const id of sets[steps - 1] ?? []) {
      for (const before of neighbors.get(id) ?? []) {
        const depth = near.depth.get(before);
        if (depth === undefined ? walked > near.reach && near.frontier.size > 0 : depth <= walked) set.add(before);
      }
    }
    sets.push(set);
  }
  return sets;
}
