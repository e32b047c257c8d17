/** Entities by id, and what lies among several of them. */
import { z } from "zod";
import type { Observation } from "../../schema/api.ts";
import type { GraphNode, GraphRelationship, Subgraph } from "../../schema/graph.ts";
import type { GraphDatabase } from "../database/database.ts";
import { NotFound } from "../errors.ts";
import { bind, Figure, Node, Relationship } from "./bind.ts";

const oneNode = bind("get-node", { id: z.string() }, { node: Node });
const severalNodes = bind("get-nodes", { ids: z.array(z.string()) }, { node: Node });
const severalRelationships = bind(
  "get-relationships",
  { starts: z.array(z.object({ id: z.string(), relationships: z.array(z.string()) })) },
  { relationship: Relationship },
);
const severalObservations = bind("get-observations", { ids: z.array(z.string()) }, { observation: Figure });
const relationshipsAmong = bind(
  "get-subgraph",
  { ids: z.array(z.string()), toAny: z.boolean() },
  { relationship: Relationship },
);

/** The entity with this id; throws `NotFound` where there is none. */
export async function getNode(database: GraphDatabase, id: string): Promise<GraphNode> {
  const [row] = await oneNode.run(database, { id });
  if (row === undefined)
    throw new NotFound(
      `There is no entity with the id ${id}.`,
      "Look for its name with /api/search?q=…, which gives its id.",
    );
  return row.node;
}

/** The entities with these ids, in order of id; an id that nothing has is passed over. */
export async function getNodes(database: GraphDatabase, ids: Iterable<string>): Promise<GraphNode[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  return (await severalNodes.run(database, { ids: wanted })).map(({ node }) => node);
}

/** Relationships by id and start, in order of id; one that is not there is passed over. */
export async function getRelationships(
  database: GraphDatabase,
  wanted: readonly { readonly id: string; readonly start: string }[],
): Promise<GraphRelationship[]> {
  if (wanted.length === 0) return [];
  const starts = new Map<string, string[]>();
  for (const { id, start } of wanted) {
    const ids = starts.get(start);
    if (ids === undefined) starts.set(start, [id]);
    else ids.push(id);
  }
  const rows = await severalRelationships.run(database, {
    starts: Array.from(starts, ([id, relationships]) => ({ id, relationships })),
  });
  return rows.map(({ relationship }) => relationship);
}

/** The figures with these ids, in order of id; an id that nothing has is passed over. */
export async function getObservations(database: GraphDatabase, ids: readonly string[]): Promise<Observation[]> {
  if (ids.length === 0) return [];
  return (await severalObservations.run(database, { ids: [...ids] })).map(({ observation }) => observation);
}

/** Of more entities than these, both ends are compared here: databases look through a list for each relationship. */
const mostCompared = 1000;

/** These entities with every relationship among them; an id that nothing has is passed over. */
export async function getSubgraph(database: GraphDatabase, ids: Iterable<string>): Promise<Subgraph> {
  const nodes = await getNodes(database, ids);
  if (nodes.length === 0) return { nodes: [], relationships: [] };
  const present = new Set(nodes.map(({ id }) => id));
  const rows = await relationshipsAmong.run(database, { ids: [...present], toAny: present.size > mostCompared });
  const relationships = rows.map(({ relationship }) => relationship).filter(({ end }) => present.has(end));
  return { nodes, relationships };
}

/**
 * Entities whose search key holds one of the patterns, the best connected first, with the patterns that each meets;
 * `nearby` is a regular expression that meets every key that one of them is in.
 */
export const findNames = bind(
  "find-names",
  { patterns: z.array(z.string()), nearby: z.string(), limit: z.int() },
  { degree: z.int(), id: z.string(), met: z.array(z.string()), node: Node },
);
