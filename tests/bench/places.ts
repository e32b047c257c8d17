/** Where a benchmark's graph is kept, on either engine. */
import neo4j from "neo4j-driver";
import type { GraphDatabase } from "../../server/database/database.ts";
import { openGrafeo } from "../../server/database/grafeo.ts";
import { openNeo4j } from "../../server/database/neo4j.ts";

/** A folder for the embedded engine, or a Neo4j whose data may be erased. */
export type Place =
  | { readonly engine: "grafeo"; readonly folder: string }
  | { readonly engine: "neo4j"; readonly uri: string; readonly user: string; readonly password: string };

export const openPlace = (place: Place): Promise<GraphDatabase> =>
  place.engine === "grafeo" ? openGrafeo(place) : openNeo4j(place);

export async function emptyNeo4j({ uri, user, password }: Extract<Place, { engine: "neo4j" }>): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  const session = driver.session();
  try {
    await session.run("MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 20000 ROWS");
    await session.run("MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 20000 ROWS");
  } finally {
    await session.close();
    await driver.close();
  }
}
