/** Grafeo runs any statement anywhere, so what only reads is told by its plan: EXPLAIN touches no data. */
import type { GrafeoDB, GrafeoError } from "@grafeo-db/js";
import { InvalidStatement } from "../../errors.ts";
import { explainPrefix } from "./errors.ts";

/** Operators that write, and the one that reads any file of this machine. */
const forbidden = /^\s*((?:Create|Merge|Set|Delete|Detach|Add|Remove|Insert|Drop|Alter)[A-Za-z]*|LoadCsv)\b/m;

const remembered = 1000;

/** Returns a check that throws for a statement that does more than read; each text is asked about once. */
export function readOnlyCheck(database: GrafeoDB): (cypher: string) => Promise<void> {
  const harmless = new Set<string>();
  return async (cypher) => {
    if (harmless.has(cypher)) return;
    const operator = forbidden.exec(await plan(database, cypher))?.[1];
    if (operator !== undefined)
      throw new InvalidStatement("readOnly", `The statement does more than read: ${operator}.`);
    if (harmless.size >= remembered) harmless.clear();
    harmless.add(cypher);
  };
}

/** A statement about indexes or constraints has no plan, which is how it is recognised; a transaction would not undo it. */
async function plan(database: GrafeoDB, cypher: string): Promise<string> {
  try {
    const result = await database.executeCypher(explainPrefix + cypher);
    const plan = result.scalar();
    if (typeof plan !== "string")
      throw new Error("Grafeo explained a statement in a form that this program does not know.");
    return plan;
  } catch (error) {
    const { gqlStatus, message } = error as GrafeoError;
    if (gqlStatus === "22000" && message.includes("Schema commands")) {
      throw new InvalidStatement("readOnly", "The statement does more than read: it is about indexes or constraints.", {
        cause: error,
      });
    }
    throw error;
  }
}
