/**
 * Shortest paths, by a search from both ends over one-hop queries: the engine's own search takes some thirty times as
 * long, and it cannot be told what to pass through.
 */
import { z } from "zod";
import type { Paths } from "../../schema/api.ts";
import type { GraphNode, GraphPath, GraphRelationship } from "../../schema/graph.ts";
import type { GraphDatabase } from "../database/database.ts";
import { InvalidRequest } from "../errors.ts";
import { bind } from "./bind.ts";
import { getNode, getSubgraph } from "./nodes.ts";

const stepOutward = bind(
  "step-outward",
  { ids: z.array(z.string()), types: z.array(z.string()) },
  { origin: z.string(), reached: z.string(), degree: z.int() },
);

export interface PathSearch {
  readonly from: string;
  readonly to: string;
  readonly maxLength: number;
  /** How many paths to give. */
  readonly limit: number;
  /** Empty lets every type through. */
  readonly types: string[];
}

/**
 * All shortest paths between two entities, direction aside, in the order of their node ids. A path is a sequence of
 * nodes: where two neighbors on it have several relationships, the path names the first by id and the subgraph has all.
 */
export async function findShortestPaths(database: GraphDatabase, search: PathSearch): Promise<Paths> {
  const { from, to, maxLength, limit, types } = search;
  if (from === to)
    throw new InvalidRequest("A path needs two different ends.", "Give two different ids as from and to.");
  const [start, end] = await Promise.all([getNode(database, from), getNode(database, to)]);
  const next = await searchFromBothEnds(database, sideOf(start), sideOf(end), search);
  const found = [...walks(next, from, to, limit + 1)];
  const shown = found.slice(0, limit);
  const { nodes, relationships } = await getSubgraph(database, shown.flat());
  const steps = new Map<string, GraphRelationship[]>();
  for (const walk of shown) for (const pair of pairsOf(walk)) steps.set(pair, []);
  for (const relationship of relationships) {
    if (types.length > 0 && !types.includes(relationship.type)) continue;
    steps.get(pairKey(relationship.start, relationship.end))?.push(relationship);
  }
  return {
    paths: shown.map((walk): GraphPath => ({
      nodes: walk,
      relationships: pairsOf(walk).flatMap((pair) => steps.get(pair)?.[0]?.id ?? []),
    })),
    subgraph: { nodes, relationships: [...steps.values()].flat() },
    maxLength,
    more: found.length > limit,
  };
}

const pairKey = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);
const pairsOf = (walk: readonly string[]) => walk.slice(1).map((id, index) => pairKey(walk[index] ?? "", id));

/** What one end has reached: the outermost nodes with their degrees, and for each node those it was reached from. */
interface Side {
  frontier: Map<string, number>;
  readonly reachedFrom: Map<string, string[]>;
}

/** For each node on a shortest path, the nodes that may follow it on the way to the other end. */
type NextNodes = Map<string, Set<string>>;

function sideOf({ id, properties: { degree } }: GraphNode): Side {
  return { frontier: new Map([[id, typeof degree === "number" ? degree : 0]]), reachedFrom: new Map([[id, []]]) };
}

async function searchFromBothEnds(
  database: GraphDatabase,
  start: Side,
  end: Side,
  { maxLength, types }: PathSearch,
): Promise<NextNodes> {
  for (let length = 1; length <= maxLength; length += 1) {
    const [near, far] = work(start) <= work(end) ? [start, end] : [end, start];
    await grow(database, near, types);
    const meeting = [...near.frontier.keys()].filter((id) => far.frontier.has(id));
    if (meeting.length > 0) return join(start, end, meeting);
    if (near.frontier.size === 0) break;
  }
  return new Map();
}

/** How many relationships the next step from here has to read. */
function work({ frontier }: Side): number {
  let sum = 0;
  for (const degree of frontier.values()) sum += degree;
  return sum;
}

const batchSize = 1000;

/** Takes one side a step further; its frontier becomes the nodes that it had not reached before. */
async function grow(database: GraphDatabase, side: Side, types: string[]): Promise<void> {
  const outermost = [...side.frontier.keys()];
  const frontier = new Map<string, number>();
  for (let index = 0; index < outermost.length; index += batchSize) {
    const rows = await stepOutward.run(database, { ids: outermost.slice(index, index + batchSize), types });
    for (const { origin, reached, degree } of rows) {
      const before = side.reachedFrom.get(reached);
      if (before === undefined) side.reachedFrom.set(reached, [origin]);
      else if (frontier.has(reached)) before.push(origin);
      else continue;
      frontier.set(reached, degree);
    }
  }
  side.frontier = frontier;
}

/** Keeps of both sides what leads to a node where they meet, as one graph that leads from start to end. */
function join(start: Side, end: Side, meeting: readonly string[]): NextNodes {
  const next: NextNodes = new Map();
  const link = (a: string, b: string) => next.set(a, (next.get(a) ?? new Set()).add(b));
  trace(start, meeting, (node, before) => link(before, node));
  trace(end, meeting, (node, after) => link(node, after));
  return next;
}

function trace(
  { reachedFrom }: Side,
  nodes: readonly string[],
  visit: (node: string, reachedFrom: string) => void,
): void {
  const seen = new Set(nodes);
  for (const node of seen) {
    for (const before of reachedFrom.get(node) ?? []) {
      visit(node, before);
      seen.add(before);
    }
  }
}

/** The walks from one node to another, in the order of their ids, no more than asked for. */
function* walks(next: NextNodes, from: string, to: string, count: number): Generator<string[]> {
  const pending = [[from]];
  for (let given = 0; given < count;) {
    const walk = pending.pop();
    if (walk === undefined) return;
    const last = walk.at(-1) ?? from;
    if (last === to) {
      given += 1;
      yield walk;
    } else {
      for (const id of [...(next.get(last) ?? [])].sort().reverse()) pending.push([...walk, id]);
    }
  }
}
