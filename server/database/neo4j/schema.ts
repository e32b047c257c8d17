/** The schema in Neo4j's words. */
import { schema, schemaName, type SchemaEntry } from "../schema.ts";

const statements: Record<SchemaEntry["kind"], (name: string, entry: SchemaEntry) => string> = {
  unique: (name, { label, property }) =>
    `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (n:${label}) REQUIRE n.${property} IS UNIQUE`,
  equal: (name, { label, property }) => `CREATE INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON (n.${property})`,
  contains: (name, { label, property }) =>
    `CREATE TEXT INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON (n.${property})`,
};

/** One statement for each entry; a constraint owns its index. */
export const schemaStatements: readonly string[] = schema.map((entry) =>
  statements[entry.kind](schemaName(entry), entry),
);
