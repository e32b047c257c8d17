/** What several entities share: neighbors, and the documents that say something of more than one of them. */
import { z } from "zod";
import { type CommonGround, Tie } from "../../schema/api.ts";
import type { GraphDatabase } from "../database/database.ts";
import { InvalidRequest } from "../errors.ts";
import { bind, Node } from "./bind.ts";
import { getNodes } from "./nodes.ts";

const commonNeighbors = bind(
  "find-common-neighbors",
  { ids: z.array(z.string()), limit: z.int() },
  { id: z.string(), degree: z.int(), sharedBy: z.int(), ties: z.array(Tie), node: Node },
);
const counted = { document: z.string(), id: z.string(), claims: z.int() };
const citingRelationships = bind("count-entity-citing-relationships", { ids: z.array(z.string()) }, counted);
const citingObservations = bind("count-entity-citing-observations", { ids: z.array(z.string()) }, counted);

/** Engines collect in an order of their own. */
const inOrderOfIds = (a: Tie, b: Tie) =>
  a.of === b.of ? (a.relationship < b.relationship ? -1 : 1) : a.of < b.of ? -1 : 1;

/** How many neighbors are given; the rarest of those that fewest share are left out. */
const mostNeighbors = 200;

/** Throws InvalidRequest where fewer than two of the ids name an entity. */
export async function findCommonGround(database: GraphDatabase, wanted: readonly string[]): Promise<CommonGround> {
  const entities = await getNodes(database, wanted);
  if (entities.length < 2)
    throw new InvalidRequest(
      "Common ground needs at least two entities.",
      "Give the ids of two or more, separated by commas, as ids.",
    );
  const ids = entities.map(({ id }) => id);
  const [neighbors, documents] = await Promise.all([
    commonNeighbors.run(database, { ids, limit: mostNeighbors + 1 }),
    commonDocuments(database, ids),
  ]);
  return {
    ids,
    relationships: entities.reduce((sum, { properties }) => sum + Number(properties["degree"] ?? 0), 0),
    neighbors: neighbors
      .slice(0, mostNeighbors)
      .map(({ node, degree, sharedBy, ties }) => ({ node, degree, sharedBy, ties: ties.toSorted(inOrderOfIds) })),
    more: neighbors.length > mostNeighbors,
    documents,
  };
}

/** Documents that say something of at least two, those of most first, then those that say most of them. */
async function commonDocuments(database: GraphDatabase, ids: string[]): Promise<CommonGround["documents"]> {
  const counts = await Promise.all([
    citingRelationships.run(database, { ids }),
    citingObservations.run(database, { ids }),
  ]);
  const claims = new Map<string, Map<string, number>>();
  for (const row of counts.flat()) {
    const byEntity = claims.get(row.document) ?? new Map<string, number>();
    byEntity.set(row.id, (byEntity.get(row.id) ?? 0) + row.claims);
    claims.set(row.document, byEntity);
  }
  const shared = [...claims].filter(([, byEntity]) => byEntity.size > 1);
  const nodes = new Map(
    (
      await getNodes(
        database,
        shared.map(([id]) => id),
      )
    ).map((node) => [node.id, node]),
  );
  return shared
    .flatMap(([id, byEntity]) => {
      const node = nodes.get(id);
      const sum = [...byEntity.values()].reduce((all, each) => all + each, 0);
      return node === undefined ? [] : [{ node, sharedBy: byEntity.size, claims: sum }];
    })
    .toSorted((a, b) => b.sharedBy - a.sharedBy || b.claims - a.claims || (a.node.id < b.node.id ? -1 : 1));
}
