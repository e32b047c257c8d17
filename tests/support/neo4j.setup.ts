/**
 * Finds a Neo4j for the whole run: TEST_NEO4J_URI where it is given, else a container where Docker runs, else none,
 * with the reason. Nothing is started for a run in which no test file asks for one.
 */
import fs from "node:fs";
import type { StartedNeo4jContainer } from "@testcontainers/neo4j";
import type { TestProject } from "vitest/node";
import type { Neo4jConnection } from "../../server/database/neo4j.ts";
import { dockerRuns, neo4jImage, startNeo4jContainer } from "./docker.ts";

export type Neo4jForTests = { connection: Neo4jConnection } | { missing: string };

declare module "vitest" {
  interface ProvidedContext {
    neo4j: Neo4jForTests;
  }
}

const remedy =
  "give TEST_NEO4J_URI, TEST_NEO4J_USER and TEST_NEO4J_PASSWORD of a server whose data may be erased, or install Docker (apt-get install docker.io) and start it";

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (!(await isWanted(project))) {
    project.provide("neo4j", { missing: "no test file of this run asks for it" });
    return undefined;
  }
  const { TEST_NEO4J_URI: uri, TEST_NEO4J_USER: user = "neo4j", TEST_NEO4J_PASSWORD: password = "" } = process.env;
  if (uri) {
    project.provide("neo4j", { connection: { uri, user, password } });
    return undefined;
  }
  const container = dockerRuns() ? await startContainer() : "Docker does not run";
  if (typeof container === "string") {
    if (process.env.CI === "true")
      throw new Error(`There is no Neo4j (${container}), and CI=true allows no skipped test: ${remedy}.`);
    project.provide("neo4j", { missing: `no Neo4j, since ${container}: ${remedy}` });
    return undefined;
  }
  project.provide("neo4j", {
    connection: { uri: container.getBoltUri(), user: container.getUsername(), password: container.getPassword() },
  });
  return async () => {
    await container.stop();
  };
}

/** A running Neo4j, or why there is none: Docker may run without being able to pull the image. */
async function startContainer(): Promise<StartedNeo4jContainer | string> {
  try {
    return await startNeo4jContainer();
  } catch (error) {
    return `Docker could not start ${neo4jImage} (${error instanceof Error ? error.message : String(error)})`;
  }
}

/** Vitest keeps the names given on its command line to itself; without them all files count. */
async function isWanted(project: TestProject): Promise<boolean> {
  const names: unknown = Reflect.get(project.vitest, "filenamePattern");
  const { testFiles } = await project.globTestFiles(Array.isArray(names) ? names.map(String) : undefined);
  return testFiles.some((file) => /engines\.ts/.test(fs.readFileSync(file, "utf8")));
}
