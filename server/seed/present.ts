/** What the graph holds from the seeds before a load, in the form of rows, so that the two can be compared. */
import { z } from "zod";
import type { Transaction } from "../database/database.ts";
import { entityLabel, Properties } from "../../schema/graph.ts";
import { seedsOrigin } from "./reserved.ts";
import { statement } from "./statements.ts";

const Entity = z
  .object({ id: z.string(), labels: z.array(z.string()), properties: Properties, keys: z.string().nullable() })
  .transform(({ id, labels, properties, keys }) => ({
    id,
    labels: labels.filter((label) => label !== entityLabel),
    // The adapter never returns the search key under its own name.
    properties: without(keys === null ? properties : { ...properties, search: keys }, "id", "degree"),
  }));
export type PresentEntity = z.infer<typeof Entity>;

const Relationship = z
  .object({ id: z.string(), type: z.string(), start: z.string(), end: z.string(), properties: Properties })
  .transform((row) => ({ ...row, properties: without(row.properties, "id") }));
export type PresentRelationship = z.infer<typeof Relationship>;

const Observation = z
  .object({ id: z.string(), properties: Properties, entities: z.array(z.string()) })
  .transform((row) => ({ ...row, properties: without(row.properties, "id") }));
export type PresentObservation = z.infer<typeof Observation>;

export interface Present {
  readonly entities: readonly PresentEntity[];
  readonly relationships: readonly PresentRelationship[];
  readonly observations: readonly PresentObservation[];
}

export const nothingPresent: Present = { entities: [], relationships: [], observations: [] };

export async function readPresent(transaction: Transaction): Promise<Present> {
  const list = async <T>(name: string, row: z.ZodType<T>) =>
    z.array(row).parse(await transaction.run(statement(name), { origin: seedsOrigin }));
  return {
    entities: await list("list-entities", Entity),
    relationships: await list("list-relationships", Relationship),
    observations: await list("list-observations", Observation),
  };
}

function without(properties: Properties, ...names: readonly string[]): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !names.includes(name)));
}
