/** Paths between two entities, and what connects several. */
import { z } from "zod";
import type { Connection, Paths, RankedPath } from "../../schema/api.ts";
import type { GraphNode, GraphRelationship } from "../../schema/graph.ts";
import type { GraphDatabase } from "../database/database.ts";
import { InvalidRequest } from "../errors.ts";
import { bind, Relationship } from "./bind.ts";
import { documentsOf } from "./entities.ts";
import { byRank, type Judged, judge, type Judging } from "./evidence.ts";
import { getNode, getNodes } from "./nodes.ts";
import {
  type Explored,
  explore,
  growByOne,
  haveMet,
  isExhausted,
  mostWalks,
  type PathFilter,
  walksOfLength,
} from "./walks.ts";

const stepsBetween = bind(
  "list-steps",
  { pairs: z.array(z.object({ near: z.string(), far: z.string() })) },
  { relationship: Relationship },
);

export interface PathOptions extends PathFilter, Judging {
  readonly maxLength: number;
  /** How many paths to give. */
  readonly limit: number;
  /** All of the shortest, or the best of any length up to `maxLength`. */
  readonly which: "shortest" | "best";
}

/** A path along and through anything. */
export const anyPath: PathOptions = {
  types: [],
  withoutTypes: [],
  labels: [],
  withoutLabels: [],
  certainties: [],
  without: [],
  together: [],
  maxLength: 6,
  limit: 20,
  which: "shortest",
};

export interface PathSearch extends PathOptions {
  readonly from: string;
  readonly to: string;
}

/**
 * Paths between two entities, direction aside: the shorter first, then those whose weakest claim is stronger, then those
 * on which people who were at one organization were there at the same time, then in the order of their node ids. A path
 * names one relationship for each step, the best; the subgraph has all that pass the filters.
 */
export async function findPaths(database: GraphDatabase, search: PathSearch): Promise<Paths> {
  const { from, to, maxLength, limit } = search;
  if (from === to)
    throw new InvalidRequest("A path needs two different ends.", "Give two different ids as from and to.");
  checkEnds([from, to], search);
  const [start, end] = await Promise.all([getNode(database, from), getNode(database, to)]);
  const { found, claims, more, searched } = await rankWalks(database, explore(start, end), search);
  const shown = found.slice(0, limit).map(({ path }) => path);
  return {
    paths: shown,
    ...(await describePaths(database, shown, claims)),
    maxLength,
    more: more || found.length > limit,
    searched,
  };
}

function checkEnds(ends: readonly string[], { without }: PathFilter): void {
  const avoided = ends.find((id) => without.includes(id));
  if (avoided !== undefined)
    throw new InvalidRequest(
      `${avoided} is an end of the path and is to be kept away from.`,
      "Take it out of without.",
    );
}

type Claims = Map<string, GraphRelationship[]>;

interface Ranked {
  readonly found: Judged[];
  readonly claims: Claims;
  /** There are walks that were not followed. */
  readonly more: boolean;
  /** Paths of up to this length were looked for. */
  readonly searched: number;
}

async function rankWalks(database: GraphDatabase, explored: Explored, search: PathSearch): Promise<Ranked> {
  const { maxLength, limit, which } = search;
  const found: Judged[] = [];
  const claims: Claims = new Map();
  let more = false;
  for (let length = 1; length <= maxLength; length += 1) {
    if (!(await growByOne(database, explored, search))) return { found, claims, more, searched: length - 1 };
    if (!haveMet(explored)) {
      if (isExhausted(explored)) break;
      continue;
    }
    const { walks, cut } = walksOfLength(explored, length);
    await readClaims(database, explored, walks, search, claims);
    const judged = walks.flatMap((walk) => judge(walk, hopsOf(walk, claims), search) ?? []);
    found.push(...judged.sort(byRank));
    more ||= cut;
    if (found.length > 0 && (which === "shortest" || found.length > limit))
      return { found, claims, more, searched: length };
  }
  return { found, claims, more, searched: maxLength };
}

const pairKey = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);
const hopsOf = (walk: readonly string[], claims: Claims) =>
  walk.slice(1).map((id, index) => claims.get(pairKey(walk[index] ?? "", id)) ?? []);

/** Reads the claims between neighbors on these walks that pass the filters, those of each two once. */
async function readClaims(
  database: GraphDatabase,
  { degree }: Explored,
  walks: readonly (readonly string[])[],
  { types, withoutTypes, certainties }: PathFilter,
  claims: Claims,
): Promise<void> {
  const pairs: { near: string; far: string }[] = [];
  for (const walk of walks) {
    for (const [index, id] of walk.slice(1).entries()) {
      const before = walk[index] ?? "";
      const key = pairKey(before, id);
      if (claims.has(key)) continue;
      claims.set(key, []);
      const [near, far] = (degree.get(before) ?? 0) <= (degree.get(id) ?? 0) ? [before, id] : [id, before];
      pairs.push({ near, far });
    }
  }
  if (pairs.length === 0) return;
  for (const { relationship } of await stepsBetween.run(database, { pairs })) {
    const { type, properties, start, end } = relationship;
    const certainty = typeof properties["certainty"] === "string" ? properties["certainty"] : "stated";
    const passes =
      (types.length === 0 || types.includes(type)) &&
      !withoutTypes.includes(type) &&
      (certainties.length === 0 || certainties.includes(certainty));
    if (passes) claims.get(pairKey(start, end))?.push(relationship);
  }
}

/** What is on these paths: their entities, every claim between neighbors, and the documents cited. */
async function describePaths(
  database: GraphDatabase,
  paths: readonly RankedPath[],
  claims: Claims,
): Promise<Pick<Paths, "subgraph" | "documents">> {
  const pairs = new Set(
    paths.flatMap(({ nodes }) => nodes.slice(1).map((id, index) => pairKey(nodes[index] ?? "", id))),
  );
  const relationships = [...pairs].flatMap((pair) => claims.get(pair) ?? []);
  const [nodes, documents] = await Promise.all([
    getNodes(
      database,
      paths.flatMap((path) => path.nodes),
    ),
    getNodes(
      database,
      relationships.flatMap(({ properties }) => documentsOf(properties)),
    ),
  ]);
  return { subgraph: { nodes, relationships: relationships.sort((a, b) => (a.id < b.id ? -1 : 1)) }, documents };
}

export interface ConnectionSearch extends Omit<PathOptions, "which" | "limit"> {
  readonly ids: string[];
}

/** Shortest paths of two of the entities that are to be connected. */
interface Leg {
  readonly ends: readonly [string, string];
  readonly found: readonly Judged[];
}

/**
 * What connects several entities: of the shortest paths between every two of them, as many as hold them together, the
 * best first; where several are as short, the one that adds the fewest entities. What no path reaches is told.
 */
export async function connectEntities(database: GraphDatabase, search: ConnectionSearch): Promise<Connection> {
  const { ids, maxLength } = search;
  if (ids.length < 3 || ids.length > 6)
    throw new InvalidRequest("Between three and six entities can be connected.", "Give so many different ids.");
  checkEnds(ids, search);
  const nodes = await Promise.all(ids.map((id) => getNode(database, id)));
  const { legs, claims, searched } = await findLegs(database, nodes, search);
  const groups = new Map(ids.map((id) => [id, id]));
  const paths: RankedPath[] = [];
  for (const { ends, found } of legs) {
    const [a, b] = ends.map((id) => groups.get(id));
    if (a === undefined || b === undefined || a === b) continue;
    paths.push(leastNew(found, new Set([...ids, ...paths.flatMap(({ nodes }) => nodes)])));
    for (const [id, group] of groups) if (group === b) groups.set(id, a);
  }
  const first = groups.get(ids[0] ?? "");
  return {
    paths,
    ...(await describePaths(database, paths, claims)),
    unreached: ids.filter((id) => groups.get(id) !== first),
    maxLength,
    searched,
  };
}

async function findLegs(
  database: GraphDatabase,
  nodes: readonly GraphNode[],
  search: ConnectionSearch,
): Promise<{ legs: Leg[]; claims: Claims; searched: number }> {
  const legs: Leg[] = [];
  const claims: Claims = new Map();
  let searched = search.maxLength;
  for (const [index, from] of nodes.entries()) {
    for (const to of nodes.slice(index + 1)) {
      const options = { ...search, from: from.id, to: to.id, which: "shortest" as const, limit: mostWalks };
      const ranked = await rankWalks(database, explore(from, to), options);
      for (const [pair, found] of ranked.claims) claims.set(pair, found);
      if (ranked.found.length > 0) legs.push({ ends: [from.id, to.id], found: ranked.found });
      else searched = Math.min(searched, ranked.searched);
    }
  }
  const [best] = [(leg: Leg) => leg.found[0]];
  legs.sort((a, b) => byRank(best(a) as Judged, best(b) as Judged));
  return { legs, claims, searched };
}

/** Of the shortest paths, the one that passes the fewest entities that are not there yet; the best of those. */
function leastNew(found: readonly Judged[], present: ReadonlySet<string>): RankedPath {
  const added = ({ path }: Judged) => path.nodes.filter((id) => !present.has(id)).length;
  const least = Math.min(...found.map(added));
  const chosen = found.find((each) => added(each) === least);
  if (chosen === undefined) throw new Error("A leg without a path was to be drawn.");
  return chosen.path;
}
