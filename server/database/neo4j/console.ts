/** Neo4j's console: its processes talk to the server by connections of their own, so that ending one ends its query. */
import path from "node:path";
import type { CypherConsole } from "../../console/console.ts";
import { createConsole } from "../../console/pool.ts";
import { checkUnstoppable } from "./console-check.ts";
import type { Neo4jConnection } from "./connection.ts";

const script = path.join(import.meta.dirname, "console-child.ts");

export function createNeo4jConsole(connection: Neo4jConnection): CypherConsole {
  return createConsole({
    name: "neo4j",
    script,
    prepare: async () => ({ setup: connection, version: "" }),
    version: () => "",
    check: checkUnstoppable,
    warn: () => [],
    dispose: async () => {},
  });
}
