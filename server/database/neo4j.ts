/** A Neo4j server or cluster over Bolt. */
import neo4j from "neo4j-driver";
import { Unavailable } from "../errors.ts";
import type { GraphDatabase } from "./database.ts";
import { askOnce, type Neo4jConnection, openWay, readyPatience } from "./neo4j/connection.ts";
import { createNeo4jConsole } from "./neo4j/console.ts";
import { isConflict, translate } from "./neo4j/errors.ts";
import { toNeo4j } from "./neo4j/parameters.ts";
import { schemaStatements } from "./neo4j/schema.ts";
import { checkParameters } from "./parameters.ts";
import { createQueue } from "./queue.ts";
import { retryConflicts } from "./retry.ts";
import { plainRows } from "./rows.ts";
import { unitsOfWork } from "./unit-of-work.ts";

export type { Neo4jConnection } from "./neo4j/connection.ts";

/** How long to wait for a word of the server, in milliseconds; for a write, from one statement to the next. */
const patience = { read: 20_000, write: 120_000 };

/** The server itself ends a read that takes longer, before we turn away from it. */
const readTimeout = 18_000;

/** Prepares to talk to a server; nothing is sent before the first call. */
export async function openNeo4j(connection: Neo4jConnection): Promise<GraphDatabase> {
  const { database } = connection;
  const way = openWay(connection);
  const console = createNeo4jConsole(connection);
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

  return {
    engine: "neo4j",
    console,

    async read(cypher, parameters = {}) {
      refuseClosed();
      checkParameters(parameters);
      return track(() =>
        way.use(patience.read, (driver) =>
          again(async () => {
            const session = driver.session({ database, bookmarkManager, defaultAccessMode: neo4j.session.READ });
            try {
              const result = await session.run(cypher, toNeo4j(parameters), { timeout: readTimeout });
              return plainRows(result.records.map((record) => record.toObject()));
            } finally {
              await session.close();
            }
          }),
        ),
      );
    },

    async write(work) {
      refuseClosed();
      units.refuseNested();
      return track(() =>
        writes.add(() =>
          way.use(patience.write, async (driver, heard) => {
            if (!schemaMade) {
              for (const statement of schemaStatements) {
                await driver.executeQuery(statement, {}, { database, bookmarkManager });
                heard();
              }
              schemaMade = true;
            }
            const session = driver.session({ database, bookmarkManager });
            try {
              return await session.executeWrite((transaction) =>
                units.perform(work, async (cypher, parameters) => {
                  const result = await transaction.run(cypher, toNeo4j(parameters));
                  heard();
                  return result.records.map((record) => record.toObject());
                }),
              );
            } finally {
              await session.close();
            }
          }),
        ),
      );
    },

    /** A commit is durable on the server when it returns. */
    async save() {
      refuseClosed();
    },

    async ready() {
      refuseClosed();
      await track(() => way.use(readyPatience, (driver) => askOnce(driver, connection)));
    },

    close() {
      closing ??= Promise.allSettled([...underWay, console.close()]).then(() => way.close());
      return closing;
    },
  };
}

/**
 * A read is tried again for about a second: a connection of the pool may lead to where the server was before it was
 * started anew, and a cluster may have to choose. The driver's own way would wait seconds between its tries.
 */
function again<T>(read: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  return retryConflicts(read, (error) => isConflict(error) && performance.now() - begun < 1000);
}
