/** The embedded engine's half of the console: a snapshot, opened for reading in a process of its own. */
import path from "node:path";
import grafeo, { type GrafeoDB } from "@grafeo-db/js";
import { consoleLimits } from "../../../schema/console.ts";
import { type ChildEngine, serveQueries } from "../../console/child.ts";
import { filesRemedy } from "../../console/check.ts";
import { allowedProcedures, refusalOf, refuseProcedure, refuseWriting } from "../../console/refusals.ts";
import { graphNodes, Wire } from "../../console/wire.ts";
import { QueryRefused } from "../../errors.ts";
import { tokensOf } from "../../console/text.ts";
import { recognizeIn } from "./console-values.ts";
import { translate } from "./errors.ts";

export interface GrafeoSetup {
  readonly snapshot: string;
}

serveQueries(async ({ snapshot }: GrafeoSetup): Promise<ChildEngine> => {
  // The engine makes a folder to spill into. This process may be killed at any moment, so it goes with the snapshot's.
  for (const name of ["TMPDIR", "TMP", "TEMP"]) process.env[name] = path.dirname(snapshot);
  const database = grafeo.GrafeoDB.openReadOnly(snapshot);
  return {
    recognize: recognizeIn(database),
    tellsFloats: false,

    async run({ query, parameters }) {
      const limited = await check(database, query);
      try {
        const result = await database.executeCypher(limited, parameters);
        return { columns: result.columns, rows: rowsOf(result), notices: [] };
      } catch (error) {
        throw refusalOf(translate(error), query, 0);
      }
    },

    async findNodes(ids) {
      const found = await database.executeCypher("MATCH (n:Entity) WHERE n.id IN $ids RETURN n AS n", { ids });
      const wire = new Wire(recognizeIn(database), false);
      return found.toArray().flatMap(({ n }) => graphNodes(wire.row([n])));
    },
  };
});

/** The engine makes all rows before it gives one, so they are fetched from it one by one. */
function* rowsOf(result: Awaited<ReturnType<GrafeoDB["executeCypher"]>>): Generator<unknown[]> {
  const { columns, length } = result;
  for (let index = 0; index < length; index++) {
    const row = result.get(index);
    yield columns.map((column) => row[column]);
  }
}

/** The query as it is to be run; throws `QueryRefused` where it does more than read. */
async function check(database: GrafeoDB, query: string): Promise<string> {
  try {
    const plan = await explain(database, query);
    checkPlan(plan, query);
    return await limit(database, query, plan);
  } catch (error) {
    throw refusalOf(translate(error), query, 1);
  }
}

/** On a line of its own, so that the engine's columns are those of the query. */
const explainLine = "EXPLAIN\n";

async function explain(database: GrafeoDB, query: string): Promise<string> {
  try {
    const plan = (await database.executeCypher(explainLine + query)).scalar();
    if (typeof plan === "string") return plan;
    throw new Error("Grafeo explained a statement in a form that this program does not know.");
  } catch (error) {
    if (error instanceof Error && error.message.includes("Schema commands")) {
      throw refuseWriting("The statement is about indexes or constraints.", query, error);
    }
    throw error;
  }
}

/** Operators that only read. What is not on the list is refused, so an unknown one is harmless. */
const reading = new Set(
  "Return NodeScan EdgeScan Expand Filter Aggregate Sort Limit Skip Distinct Unwind Empty Apply Project Union Join LeftJoin AntiJoin SemiJoin CrossJoin ShortestPath Discriminant ParameterScan MultiWayJoin Except Intersect Otherwise CallProcedure".split(
    " ",
  ),
);

function checkPlan(plan: string, query: string): void {
  if (/\bLoadCsv/i.test(plan))
    throw new QueryRefused("reads-files", "LOAD CSV reads files and addresses.", filesRemedy);
  for (const line of plan.split("\n")) {
    const operator = /^\s*(\w+)/.exec(line)?.[1];
    if (operator === undefined) continue;
    if (!reading.has(operator)) {
      throw refuseWriting(`The query does more than read: ${operator}.`, query);
    }
    const procedure = /^\s*CallProcedure \(([^)]*)\)/.exec(line)?.[1];
    if (procedure !== undefined && !allowedProcedures.has(procedure)) throw refuseProcedure(procedure, query);
  }
}

/**
 * The query with a LIMIT of one row more than is shown, where it has none of its own: the engine then stops early,
 * while it would make all rows of a cartesian product first. A text that does not take one is run as it is.
 */
async function limit(database: GrafeoDB, query: string, plan: string): Promise<string> {
  if (/^\s*Union\b/m.test(plan)) return query;
  const last = tokensOf(query).at(-1);
  const end = last?.text === ";" ? last.start : query.length;
  const most = consoleLimits.rows + 1;
  const limited = `${query.slice(0, end)}\nLIMIT ${most}`;
  try {
    const limitedPlan = await explain(database, limited);
    checkPlan(limitedPlan, query);
    return limitedPlan.startsWith(`Limit (${most})\n`) ? limited : query;
  } catch {
    return query;
  }
}
