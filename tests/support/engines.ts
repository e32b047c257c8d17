/** Runs a suite on every engine, each time with an empty database. */
import { afterAll, beforeAll, describe, inject } from "vitest";
import neo4j from "neo4j-driver";
import type { GraphDatabase } from "../../server/database/database.ts";
import { openGrafeo } from "../../server/database/grafeo.ts";
import { openNeo4j, type Neo4jConnection } from "../../server/database/neo4j.ts";
import { acquireLock } from "./lock.ts";
import type { Neo4jForTests } from "./neo4j.setup.ts";

export interface Engine {
  readonly name: GraphDatabase["engine"];
  /** Empty when the suite begins; to be used inside tests and hooks. */
  readonly database: GraphDatabase;
  /** Takes out all nodes and relationships: `beforeEach(engine.empty)` gives each test an empty database. */
  readonly empty: () => Promise<void>;
}

/** Another suite, or another run, may have Neo4j first. */
const patience = 600_000;

/**
 * `describeEachEngine("search", (engine) => { it("finds …", async () => { await engine.database.read(…) }) })` declares
 * the suite once for Grafeo in memory and once for Neo4j; without a Neo4j that one is skipped, with the reason.
 */
export function describeEachEngine(name: string, suite: (engine: Engine) => void): void {
  describe(`${name} on grafeo`, () => {
    let database: GraphDatabase | undefined;
    beforeAll(async () => {
      database = await openGrafeo();
    });
    afterAll(() => database?.close());
    suite(engine("grafeo", () => database, emptyGrafeo));
  });

  describeNeo4j(name, (connection) => {
    let database: GraphDatabase | undefined;
    beforeAll(async () => {
      database = await openNeo4j(connection);
    });
    afterAll(() => database?.close());
    suite(
      engine(
        "neo4j",
        () => database,
        () => emptyNeo4j(connection),
      ),
    );
  });
}

/** Declares a suite that has the Neo4j of the tests to itself, empty at first. */
export function describeNeo4j(name: string, suite: (connection: Neo4jConnection) => void): void {
  const found: Neo4jForTests = inject("neo4j");
  const missing = "missing" in found;
  const connection = missing ? { uri: "", user: "", password: "" } : found.connection;
  describe.skipIf(missing)(`${name} on neo4j${missing ? ` (${found.missing})` : ""}`, () => {
    let release: (() => void) | undefined;
    beforeAll(async () => {
      release = await acquireLock(connection.uri.replace(/^.*:\/\//, "neo4j at "));
      await emptyNeo4j(connection);
    }, patience);
    afterAll(async () => {
      await emptyNeo4j(connection);
      release?.();
    });
    suite(connection);
  });
}

function engine(
  name: Engine["name"],
  current: () => GraphDatabase | undefined,
  erase: (database: GraphDatabase) => Promise<void>,
): Engine {
  function opened(): GraphDatabase {
    const database = current();
    if (!database) throw new Error("engine.database is there only inside tests and hooks.");
    return database;
  }
  return {
    name,
    get database() {
      return opened();
    },
    empty: () => erase(opened()),
  };
}

async function emptyGrafeo(database: GraphDatabase): Promise<void> {
  await database.write((transaction) => transaction.run("MATCH (n) DETACH DELETE n"));
}

/** In portions, so that a hub of many thousand relationships fits the server's memory. */
async function emptyNeo4j({ uri, user, password, database }: Neo4jConnection): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  const session = driver.session({ database });
  try {
    await session.run("MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 20000 ROWS");
    await session.run("MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 20000 ROWS");
  } finally {
    await session.close();
    await driver.close();
  }
}
