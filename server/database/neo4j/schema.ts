/** The schema in Neo4j's words. */
import { schema, schemaName, type SchemaEntry } from "../schema.ts";

/** One statement for each entry; a constraint owns its index. */
export const schemaStatements: readonly string[] = schema.map((entry) => statement(schemaName(entry), entry));

function statement(name: string, { label, property, kind }: SchemaEntry): string {
  switch (kind) {
    case "unique":
      return `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (n:${label}) REQUIRE n.${property} IS UNIQUE`;
    case "equal":
      return `CREATE INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON (n.${property})`;
    case "contains":
      return `CREATE TEXT INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON (n.${property})`;
  }
}
