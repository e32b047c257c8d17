/** Whether a large graph may be taken to hold a data set already, so that a start need not read all of it back. */
import { z } from "zod";
import type { Transaction } from "../database/database.ts";
import type { Dataset } from "./dataset.ts";
import { type Marking, schemaVersion } from "./marking.ts";
import { seedsOrigin } from "./reserved.ts";
import { statement } from "./statements.ts";

/** Up to this many facts are compared one by one, which takes a moment and finds whatever a hand has changed. */
const compared = 20_000;

const Counts = z.tuple([z.object({ count: z.int() })]);

/** True when the graph's mark names this very version and there are as many facts as it has. */
export async function isTrusted(
  transaction: Transaction,
  { version, rows }: Pick<Dataset, "version" | "rows">,
  marking: Marking | undefined,
): Promise<boolean> {
  if (marking?.version !== version || marking.schemaVersion !== schemaVersion) return false;
  const { entities, relationships, observations } = rows;
  if (entities.length + relationships.length + observations.length <= compared) return false;
  const count = async (what: string) => {
    const rows = await transaction.run(statement(`count-${what}`), { origin: seedsOrigin });
    return Counts.parse(rows)[0].count;
  };
  return (
    (await count("entities")) === entities.length &&
    (await count("observations")) === observations.length &&
    (await count("relationships")) === relationships.length
  );
}
