/**
 * Chooses the engine by the environment; the one place that knows the adapters. Each is read when it is needed: Neo4j's
 * driver alone takes a start a fifth of its time.
 */
import path from "node:path";
import type { Environment } from "../environment.ts";
import type { GraphDatabase } from "./database.ts";

/** Neo4j where its address is given, else the embedded engine in the data set's own folder; `warn` as in `openGrafeo`. */
export async function openDatabase(
  environment: Pick<Environment, "dataFolder" | "neo4j">,
  datasetId: string,
  warn: (text: string) => void = () => {},
): Promise<GraphDatabase> {
  if (environment.neo4j) {
    const { openNeo4j } = await import("./neo4j.ts");
    return openNeo4j(environment.neo4j);
  }
  const { openGrafeo } = await import("./grafeo.ts");
  return openGrafeo({ folder: path.join(environment.dataFolder, datasetId), warn });
}

/** The embedded engine with nothing on disk, for one errand beside a running server. */
export async function openInMemory(): Promise<GraphDatabase> {
  const { openGrafeo } = await import("./grafeo.ts");
  return openGrafeo();
}
