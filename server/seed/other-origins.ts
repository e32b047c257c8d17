/** An id that another origin has taken stops the load: neither of the two may overwrite the other. */
import { z } from "zod";
import { Refused } from "../errors.ts";
import type { Transaction } from "../database/database.ts";
import { byStart, inBatches } from "./batches.ts";
import type { Difference } from "./difference.ts";
import { seedsOrigin } from "./reserved.ts";
import { statement } from "./statements.ts";

const Taken = z.array(z.object({ id: z.string(), origin: z.string().nullable() }));

/** Only what would be added can meet another's; the rest is there already as the seeds' own. */
export async function refuseTakenIds(
  transaction: Transaction,
  { entities, relationships, observations }: Difference,
): Promise<void> {
  const taken: z.infer<typeof Taken> = [];
  const find = async (name: string, parameters: Parameters<Transaction["run"]>[1]) => {
    taken.push(...Taken.parse(await transaction.run(statement(name), { ...parameters, origin: seedsOrigin })));
  };
  for (const batch of inBatches(entities.added)) await find("find-other-entities", { ids: batch.map(({ id }) => id) });
  for (const batch of inBatches(byStart(relationships.added))) await find("find-other-relationships", { rows: batch });
  for (const batch of inBatches(observations.added))
    await find("find-other-observations", { ids: batch.map(({ id }) => id) });
  if (taken.length === 0) return;

  const shown = taken
    .slice(0, 5)
    .map(({ id, origin }) => `${id} (from ${origin ?? "an unknown origin"})`)
    .join(", ");
  throw new Refused(
    `The database already holds ${shown}${taken.length > 5 ? ` and ${taken.length - 5} more` : ""} under the same id as the seeds; nothing was loaded.`,
    "Give the entry in the seeds another id (or its claim a key), or take the other one out of the database.",
  );
}
