/** A Neo4j server or cluster over Bolt. */
import neo4j, { type Driver } from "neo4j-driver";
import { Refused, Unavailable } from "../errors.ts";
import type { GraphDatabase } from "./database.ts";
import { isConflict, translate } from "./neo4j/errors.ts";
import { toNeo4j } from "./neo4j/parameters.ts";
import { schemaStatements } from "./neo4j/schema.ts";
import { checkParameters } from "./parameters.ts";
import { createQueue } from "./queue.ts";
import { plainRows } from "./rows.ts";
import { unitsOfWork } from "./unit-of-work.ts";

export interface Neo4jConnection {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** Left out: the server's own default. */
  readonly database?: string;
}

/** A stopped server is told within seconds, whether asked once or tried again. */
const limits = { connectionTimeout: 3000, connectionAcquisitionTimeout: 5000, maxTransactionRetryTime: 5000 };

/** Prepares to talk to a server; nothing is sent before the first call. */
export async function openNeo4j(connection: Neo4jConnection): Promise<GraphDatabase> {
  const { database } = connection;
  const driver = createDriver(connection);
  const bookmarkManager = neo4j.bookmarkManager();
  const units = unitsOfWork({ isConflict, translate: (error) => translate(error, connection) });
  /** Side by side they would lock each other out and wait seconds to try again. */
  const writes = createQueue();
  const underWay = new Set<Promise<unknown>>();
  let schemaMade = false;
  let closing: Promise<void> | undefined;

  function refuseClosed(): void {
    if (closing) throw new Unavailable("The database is closed.", "Start the program again.");
  }

  /** Counts the work as under way until it ends, and says errors in our words. */
  async function track<T>(work: () => Promise<T>): Promise<T> {
    const working = work();
    underWay.add(working);
    try {
      return await working;
    } catch (error) {
      throw translate(error, connection);
    } finally {
      underWay.delete(working);
    }
  }

  async function makeSchema(): Promise<true> {
    for (const statement of schemaStatements) await driver.executeQuery(statement, {}, { database, bookmarkManager });
    return true;
  }

  return {
    engine: "neo4j",

    async read(cypher, parameters = {}) {
      refuseClosed();
      checkParameters(parameters);
      return track(async () => {
        const session = driver.session({ database, bookmarkManager, defaultAccessMode: neo4j.session.READ });
        try {
          const result = await session.executeRead((transaction) => transaction.run(cypher, toNeo4j(parameters)));
          return plainRows(result.records.map((record) => record.toObject()));
        } finally {
          await session.close();
        }
      });
    },

    async write(work) {
      refuseClosed();
      units.refuseNested();
      return track(() =>
        writes.add(async () => {
          schemaMade ||= await makeSchema();
          const session = driver.session({ database, bookmarkManager });
          try {
            return await session.executeWrite((transaction) =>
              units.perform(work, async (cypher, parameters) => {
                const result = await transaction.run(cypher, toNeo4j(parameters));
                return result.records.map((record) => record.toObject());
              }),
            );
          } finally {
            await session.close();
          }
        }),
      );
    },

    /** A commit is durable on the server when it returns. */
    async save() {
      refuseClosed();
    },

    /** Asks once, without trying again; over bolt:// only a statement shows whether the database is there. */
    async ready() {
      refuseClosed();
      await track(async () => {
        await driver.verifyConnectivity({ database });
        const session = driver.session({ database, defaultAccessMode: neo4j.session.READ });
        try {
          await session.run("RETURN 1 AS one");
        } finally {
          await session.close();
        }
      });
    },

    close() {
      closing ??= Promise.allSettled(underWay).then(() => driver.close());
      return closing;
    },
  };
}

function createDriver({ uri, user, password }: Neo4jConnection): Driver {
  try {
    return neo4j.driver(uri, neo4j.auth.basic(user, password), { ...limits, useBigInt: true });
  } catch (cause) {
    throw new Refused(
      `NEO4J_URI is not an address of Neo4j: ${uri}`,
      "Write it like neo4j://localhost:7687, or neo4j+s://… for an encrypted one.",
      { cause },
    );
  }
}
