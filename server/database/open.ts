/** Chooses the engine by the environment; the one place that knows the adapters. */
import path from "node:path";
import type { Environment } from "../environment.ts";
import type { GraphDatabase } from "./database.ts";
import { openGrafeo } from "./grafeo.ts";
import { openNeo4j } from "./neo4j.ts";

/** Neo4j where its address is given, else the embedded engine in the data set's own folder; `warn` as in `openGrafeo`. */
export async function openDatabase(
  environment: Pick<Environment, "dataFolder" | "neo4j">,
  datasetId: string,
  warn: (text: string) => void = () => {},
): Promise<GraphDatabase> {
  if (environment.neo4j) return openNeo4j(environment.neo4j);
  return openGrafeo({ folder: path.join(environment.dataFolder, datasetId), warn });
}

/** The embedded engine with nothing on disk, for one errand beside a running server. */
export const openInMemory = (): Promise<GraphDatabase> => openGrafeo();
