/** The schema in Grafeo's words. */
import type { GrafeoDB } from "@grafeo-db/js";
import { schema, schemaName, type SchemaEntry } from "../schema.ts";

/**
 * Makes the indexes and constraints that are missing. A constraint alone is quadratic (8,000 inserts took 31 s), so a
 * unique key has an index too. `contains` has no index here: a scan of one property is quick enough.
 */
export async function makeSchema(database: GrafeoDB): Promise<void> {
  const indexes = await names(database, "SHOW INDEXES");
  const constraints = await names(database, "SHOW CONSTRAINTS");
  for (const entry of schema) {
    const name = schemaName(entry);
    if (entry.kind !== "contains" && !indexes.has(name))
      await database.executeCypher(`CREATE INDEX ${name} FOR (n:${entry.label}) ON (n.${entry.property})`);
    if (entry.kind === "unique" && !constraints.has(name)) await database.executeCypher(uniqueConstraint(name, entry));
  }
}

const uniqueConstraint = (name: string, { label, property }: SchemaEntry) =>
  `CREATE CONSTRAINT ${name} FOR (n:${label}) REQUIRE n.${property} IS UNIQUE`;

async function names(database: GrafeoDB, statement: string): Promise<Set<unknown>> {
  const result = await database.executeCypher(statement);
  return new Set(result.toArray().map((row) => row.name));
}
