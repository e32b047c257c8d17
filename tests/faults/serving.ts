/** The guild served over HTTP from a Neo4j, as the program serves it. */
import type { GraphDatabase } from "../../server/database/database.ts";
import { type Neo4jConnection, openNeo4j } from "../../server/database/neo4j.ts";
import { listen } from "../../server/listen.ts";
import { serveGuild } from "../server/support.ts";

export interface Serving {
  readonly base: string;
  readonly database: GraphDatabase;
  close(): Promise<void>;
}

/** What a reader's page asks most. */
export const paths = [
  "/api/first-view",
  "/api/search?q=ann",
  "/api/nodes/gamma/neighbors",
  "/api/paths?from=ann&to=beta",
  "/api/ready",
];

export async function serveFrom(connection: Neo4jConnection): Promise<Serving> {
  const database = await openNeo4j(connection);
  const app = await serveGuild(database);
  const listener = await listen(0, "127.0.0.1");
  listener.serve(app.fetch);
  return {
    base: listener.address,
    database,
    async close() {
      await listener.close();
      await database.close();
    },
  };
}

/** `neo4j://127.0.0.1:7687/` → `127.0.0.1:7687` */
export function hostOf(uri: string): string {
  return new URL(uri.replace(/^[^:]+:/, "tcp:")).host;
}
