/** The engine's own way to take in many rows at once, as fast as it goes: what loading is measured against. */
import fs from "node:fs";
import path from "node:path";
import grafeo from "@grafeo-db/js";
import neo4j from "neo4j-driver";
import type { Properties } from "../../schema/graph.ts";
import { makeSchema } from "../../server/database/grafeo/schema.ts";
import { toNeo4j } from "../../server/database/neo4j/parameters.ts";
import { schemaStatements } from "../../server/database/neo4j/schema.ts";
import { groupBy } from "../../server/seed/batches.ts";
import type { Rows } from "../../server/seed/index.ts";
import { timed } from "./figures.ts";
import type { Place } from "./places.ts";

const batchSize = 10_000;

function* batches<T>(rows: readonly T[]): Generator<T[]> {
  for (let start = 0; start < rows.length; start += batchSize) yield rows.slice(start, start + batchSize);
}

const withId = ({ id, properties }: { id: string; properties: Properties }): Properties => ({ id, ...properties });

/** Milliseconds: until all is durable, and for the checkpoint at the end alone. */
export interface BulkTimes {
  readonly all: number;
  readonly checkpoint: number;
}

/** Takes entities and relationships into an empty place and makes them durable. */
export async function loadInBulk(place: Place, rows: Rows): Promise<BulkTimes> {
  let checkpoint = 0;
  const all = await timed(async () => {
    if (place.engine === "grafeo") checkpoint = await intoGrafeo(place.folder, rows);
    else await intoNeo4j(place, rows);
  });
  return { all, checkpoint };
}

async function intoGrafeo(folder: string, { entities, relationships }: Rows): Promise<number> {
  fs.mkdirSync(folder, { recursive: true });
  const database = grafeo.GrafeoDB.create(path.join(folder, "graph.grafeo"));
  await makeSchema(database);
  const places = new Map<string, number>();
  for (const [label, group] of groupBy(entities, (row) => row.label)) {
    for (const batch of batches(group)) {
      const created = await database.batchCreateNodesWithProps(["Entity", label], batch.map(withId));
      batch.forEach(({ id }, index) => places.set(id, created[index] ?? 0));
    }
  }
  for (const batch of batches(relationships)) {
    await database.batchCreateEdges(
      batch.map(({ id, type, start, end, properties }) => ({
        src: places.get(start) ?? 0,
        dst: places.get(end) ?? 0,
        type,
        properties: withId({ id, properties }),
      })),
    );
  }
  const checkpoint = await timed(async () => database.walCheckpoint());
  database.close();
  return checkpoint;
}

/** UNWIND … CREATE is the fastest that goes over Bolt. */
async function intoNeo4j(
  { uri, user, password }: Extract<Place, { engine: "neo4j" }>,
  { entities, relationships }: Rows,
): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  for (const statement of schemaStatements) await driver.executeQuery(statement);
  for (const [label, group] of groupBy(entities, (row) => row.label)) {
    for (const batch of batches(group)) {
      const given = batch.map(withId);
      await driver.executeQuery(
        `UNWIND $rows AS row CREATE (n:Entity:\`${label}\`) SET n = row`,
        toNeo4j({ rows: given }),
      );
    }
  }
  for (const [type, group] of groupBy(relationships, (row) => row.type)) {
    for (const batch of batches(group)) {
      const given = batch.map(({ start, end, ...row }) => ({ start, end, properties: withId(row) }));
      await driver.executeQuery(
        `UNWIND $rows AS row MATCH (a:Entity {id: row.start}) MATCH (b:Entity {id: row.end}) CREATE (a)-[r:\`${type}\`]->(b) SET r = row.properties`,
        toNeo4j({ rows: given }),
      );
    }
  }
  await driver.close();
}
