/** The way to a server: made anew when the server has gone silent on it, and every use of it comes to an end. */
import neo4j, { type Driver, Neo4jError } from "neo4j-driver";
import { Refused } from "../../errors.ts";
import { isOutage } from "./errors.ts";
import { watchOutage } from "./outage.ts";
import { Silence, withPatience } from "./patience.ts";

export interface Neo4jConnection {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** Left out: the server's own default. */
  readonly database?: string;
}

/** `heard` tells that the server has answered something, and begins the waiting anew. */
type Work<T> = (driver: Driver, heard: () => void) => Promise<T>;

export interface Way {
  /**
   * Does the work, and rejects with `Silence` when the server says nothing for so many milliseconds; while the server is
   * known to be out of reach, with the reason, within about a second.
   */
  use<T>(patience: number, work: Work<T>): Promise<T>;
  close(): Promise<void>;
}

/** A stopped server is told within seconds, whether asked once or tried again. */
const limits = { connectionTimeout: 3000, connectionAcquisitionTimeout: 5000, maxTransactionRetryTime: 5000 };

/** How long to wait for an answer to that, in milliseconds. */
export const readyPatience = 5000;

export function openWay(connection: Neo4jConnection): Way {
  let driver = createDriver(connection);
  let lastHeard = 0;
  const outage = watchOutage(() => attempt(readyPatience, (used) => askOnce(used, connection)));

  function hear(): void {
    lastHeard = performance.now();
    outage.ends();
  }

  /** Connections to a machine that vanished look open; were they kept, each would cost another request its patience. */
  function replace(silent: Driver): void {
    if (silent !== driver) return;
    driver = createDriver(connection);
    void silent.close().catch(() => {});
  }

  async function attempt<T>(patience: number, work: Work<T>): Promise<T> {
    const used = driver;
    const begun = performance.now();
    try {
      const result = await withPatience(patience, (wait) =>
        work(used, () => {
          hear();
          wait();
        }),
      );
      hear();
      return result;
    } catch (error) {
      if (error instanceof Neo4jError && error.code.startsWith("Neo.") && !isOutage(error)) hear();
      // A server that still answers others is only slow here, and their connections are good.
      if (isOutage(error) && lastHeard < begun) {
        outage.begins(error);
        if (error instanceof Silence) replace(used);
      }
      throw error;
    }
  }

  return {
    async use(patience, work) {
      await outage.check();
      return attempt(patience, work);
    },

    close: () => driver.close(),
  };
}

/** Without trying again; over bolt:// only a statement shows whether the database is there. */
export async function askOnce(driver: Driver, { database }: Neo4jConnection): Promise<void> {
  await driver.verifyConnectivity({ database });
  const session = driver.session({ database, defaultAccessMode: neo4j.session.READ });
  try {
    await session.run("RETURN 1 AS one");
  } finally {
    await session.close();
  }
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
