/** Neo4j's half of the console: reads by a connection of its own, after a look at the plan. */
import neo4j, { type Driver, type Plan, type Record as Row, type Session } from "neo4j-driver";
import { consoleLimits, type CypherWarning } from "../../../schema/console.ts";
import { filesRemedy } from "../../console/check.ts";
import { type ChildEngine, serveQueries } from "../../console/child.ts";
import type { AskedQuery } from "../../console/console.ts";
import {
  allowedProcedures,
  refusalOf,
  refuseMemory,
  refuseProcedure,
  refuseTime,
  refuseWriting,
} from "../../console/refusals.ts";
import { positionAt } from "../../console/text.ts";
import { graphNodes, Wire } from "../../console/wire.ts";
import { QueryRefused } from "../../errors.ts";
import type { Neo4jConnection } from "./connection.ts";
import { type Met, recognizeWith, settleEnds } from "./console-values.ts";
import { translate } from "./errors.ts";
import { toNeo4j } from "./parameters.ts";

/** Rows are taken from the server in portions, so that one which is cut off is never sent whole. */
const portion = 200;

serveQueries(async (connection: Neo4jConnection): Promise<ChildEngine> => {
  const { uri, user, password, database } = connection;
  const driver: Driver = neo4j.driver(uri, neo4j.auth.basic(user, password), {
    useBigInt: true,
    connectionTimeout: 3000,
    connectionAcquisitionTimeout: 5000,
    maxTransactionRetryTime: 0,
  });
  const open = () => driver.session({ database, defaultAccessMode: neo4j.session.READ, fetchSize: portion });
  const timeoutOf = ({ seconds = consoleLimits.seconds }: AskedQuery) => seconds * 1000;
  const timeout = consoleLimits.seconds * 1000;

  const met: Met = { ids: new Map(), loose: [] };

  return {
    recognize: recognizeWith(met),
    tellsFloats: true,

    async run(asked) {
      const { query, parameters } = asked;
      met.ids.clear();
      met.loose.length = 0;
      const session = open();
      const plain = toNeo4j(parameters as Parameters<typeof toNeo4j>[0]);
      try {
        const notices = await check(session, asked, plain);
        const result = session.run(query, plain, { timeout: timeoutOf(asked) });
        const columns = await result.keys();
        return { columns, rows: rowsOf(result, session, (error) => refuse(error, asked, 0)), notices };
      } catch (error) {
        await session.close();
        throw error instanceof QueryRefused ? error : refuse(error, asked, 0);
      }
    },

    async settle() {
      if (met.loose.length === 0) return;
      const session = open();
      try {
        await settleEnds(session, met, timeout);
      } finally {
        await session.close();
      }
    },

    async findNodes(ids) {
      const session = open();
      try {
        const found = await session.run("MATCH (n:Entity) WHERE n.id IN $ids RETURN n AS n", { ids }, { timeout });
        const wire = new Wire(recognizeWith(met), true);
        return found.records.flatMap((row) => graphNodes(wire.row([row.get("n")])));
      } finally {
        await session.close();
      }
    },
  };

  function refuse(error: unknown, asked: AskedQuery, linesBefore: number): unknown {
    const { code = "" } = error as { code?: string };
    if (code.startsWith("Neo.ClientError.Transaction.TransactionTimedOut")) return refuseTime(asked);
    if (/OutOfMemory|MemoryLimitExceeded/i.test(code)) return refuseMemory(error);
    if (code.startsWith("Neo.ClientError.Procedure."))
      return new QueryRefused("syntax", (error as Error).message, "Correct the query.", { cause: error });
    return refusalOf(translate(error, connection), asked.query, linesBefore);
  }

  async function check(
    session: Session,
    asked: AskedQuery,
    parameters: Record<string, unknown>,
  ): Promise<CypherWarning[]> {
    const { query } = asked;
    try {
      const { summary } = await session.run(explainLine + query, parameters, { timeout: timeoutOf(asked) });
      checkPlan(summary.plan === false ? undefined : summary.plan, query);
      if (summary.queryType !== "r") throw refuseWriting("The query does more than read.", query);
      return noticesOf(summary.notifications, query);
    } catch (error) {
      throw error instanceof QueryRefused ? error : refuse(error, asked, 1);
    }
  }
});

const explainLine = "EXPLAIN\n";

/** A session is closed only when its rows are read or left, which also ends the query on the server. */
async function* rowsOf(
  result: AsyncIterable<Row>,
  session: Session,
  refuse: (error: unknown) => unknown,
): AsyncGenerator<unknown[]> {
  try {
    for await (const row of result) yield [...row.values()];
  } catch (error) {
    throw refuse(error);
  } finally {
    await session.close();
  }
}

/** Settings, users, transactions and files; whether it writes, the server says itself. */
const forbidden =
  /^(?:Create|Drop|Alter|Merge|Set|Remove|Delete|Detach|Foreach|Transaction|Show|Terminate|Administration|Do|Grant|Revoke|Deny|Start|Stop|Enable)/;

function checkPlan(plan: Plan | undefined, query: string): void {
  if (plan === undefined) return;
  const operator = plan.operatorType.replace(/@.*$/, "");
  if (operator === "LoadCSV") throw new QueryRefused("reads-files", "LOAD CSV reads files and addresses.", filesRemedy);
  if (operator === "ProcedureCall") {
    const details = plan.arguments["Details"] ?? "";
    const name = details.replace(/`/g, "").split("(")[0] ?? "";
    if (!allowedProcedures.has(name)) throw refuseProcedure(name, query);
  } else if (forbidden.test(operator)) {
    throw refuseWriting(`The query does more than read: ${operator}.`, query);
  }
  for (const child of plan.children) checkPlan(child, query);
}

interface Notification {
  readonly code: string;
  readonly title: string;
  readonly description: string;
  readonly position: unknown;
}

/** Of a deprecation a reader who asks once has nothing. */
function noticesOf(notifications: readonly Notification[], query: string): CypherWarning[] {
  return notifications
    .filter(({ code }) => !/Deprecat/.test(code))
    .map(({ title, description, position }) => {
      const { offset = 0 } = (position ?? {}) as { offset?: number };
      const start = positionAt(query, Math.max(0, offset - explainLine.length));
      return { rule: "notice" as const, message: description || title, start, end: start };
    });
}
