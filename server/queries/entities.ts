/** One entity with all that is claimed of it. */
import { z } from "zod";
import type { EntityDetail, Observation, RelationshipClaim } from "../../schema/api.ts";
import type { GraphNode, GraphRelationship, Properties } from "../../schema/graph.ts";
import type { GraphDatabase } from "../database/database.ts";
import { bind, Figure, Node, Relationship } from "./bind.ts";
import { getNode, getNodes, getObservations } from "./nodes.ts";

const claimsOf = bind(
  "list-claims",
  { id: z.string(), limit: z.int() },
  { relationship: Relationship, neighbor: Node },
);
const observationsOf = bind("list-observations", { id: z.string() }, { observation: Figure });
const rivalRelationships = bind(
  "get-rival-relationships",
  { rivals: z.array(z.object({ id: z.string(), start: z.string() })) },
  { relationship: Relationship, startNode: Node, endNode: Node },
);

/** An entity with its claims in order of time, its figures, what contradicts them, and the documents they were read in. */
export async function describeEntity(database: GraphDatabase, id: string, limit = 200): Promise<EntityDetail> {
  const node = await getNode(database, id);
  const [found, figures] = await Promise.all([
    claimsOf.run(database, { id, limit: limit + 1 }),
    observationsOf.run(database, { id }),
  ]);
  const claims = found.slice(0, limit);
  const observations = figures.map(({ observation }) => observation);
  const rivals = await findRivals(database, node, claims, observations);
  const cited = [...claims, ...rivals.relationships]
    .map(({ relationship }) => relationship.properties)
    .concat([...observations, ...rivals.observations].map(({ properties }) => properties))
    .flatMap(documentsOf);
  return { node, claims, more: found.length > limit, observations, rivals, documents: await getNodes(database, cited) };
}

/** The ids of the documents that a claim cites. */
export function documentsOf(claim: Properties): string[] {
  return strings(claim["citations"]).map((citation) => citation.slice(0, citation.indexOf("#")));
}

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];

/** The claims that cannot hold together with these and are not among them. */
async function findRivals(
  database: GraphDatabase,
  node: GraphNode,
  claims: readonly RelationshipClaim[],
  observations: readonly Observation[],
): Promise<EntityDetail["rivals"]> {
  const own = [...claims.map(({ relationship }) => relationship), ...observations];
  const known = new Set(own.map(({ id }) => id));
  const ids = [...new Set(own.flatMap(({ properties }) => strings(properties["rivals"])))].filter(
    (id) => !known.has(id),
  );
  if (ids.length === 0) return { relationships: [], observations: [] };
  const [relationships, figures] = await Promise.all([
    rivalRelationships.run(database, { rivals: ids.map((id) => ({ id, start: id.slice(0, id.indexOf(".")) })) }),
    getObservations(database, ids),
  ]);
  const near = new Set([node.id, ...claims.map(({ neighbor }) => neighbor.id)]);
  return {
    relationships: relationships.map((row) => ({ relationship: row.relationship, neighbor: farEnd(row, near) })),
    observations: figures,
  };
}

/** The end of a rival claim that the reader has not met yet; its start where that is both or neither. */
function farEnd(
  { relationship, startNode, endNode }: { relationship: GraphRelationship; startNode: GraphNode; endNode: GraphNode },
  near: ReadonlySet<string>,
): GraphNode {
  return near.has(relationship.start) && !near.has(relationship.end) ? endNode : startNode;
}
