/** Binds a file of cypher/ to the parameters it takes and the rows it gives. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { Observation } from "../../schema/api.ts";
import { GraphNode, GraphRelationship, type Properties } from "../../schema/graph.ts";
import type { GraphDatabase, Parameters } from "../database/database.ts";

export const cypherFolder = join(import.meta.dirname, "../../cypher");

/** One query: its file's text, the names of its parameters, and how to run it. */
export interface Statement<Given = Parameters, Row = unknown> {
  readonly name: string;
  readonly cypher: string;
  readonly parameters: readonly string[];
  /** Runs the query; a row that is not of the form that was promised throws a ZodError, which is our own fault. */
  run(database: GraphDatabase, parameters: Given): Promise<Row[]>;
}

/** Every bound query by the name of its file, so that a test can hold cypher/ and this folder together. */
export const statements = new Map<string, Statement<Parameters>>();

/** What a parameter may be, in the zod form that says its type. */
type ParameterForms = Record<
  string,
  z.ZodType<string | number | boolean | null | string[] | readonly Readonly<Record<string, string | string[]>>[]>
>;

/** `bind("get-node", {id: z.string()}, {node: Node})` → a statement of cypher/get-node.cypher. */
export function bind<Forms extends ParameterForms, Columns extends z.ZodRawShape>(
  name: string,
  parameters: Forms,
  columns: Columns,
): Statement<z.output<z.ZodObject<Forms>>, z.output<z.ZodObject<Columns>>> {
  const cypher = readFileSync(join(cypherFolder, `${name}.cypher`), "utf8");
  const rows = z.array(z.object(columns));
  const statement = {
    name,
    cypher,
    parameters: Object.keys(parameters),
    run: async (database: GraphDatabase, given: Parameters) => rows.parse(await database.read(cypher, given)),
  };
  statements.set(name, statement);
  return statement as Statement<z.output<z.ZodObject<Forms>>, z.output<z.ZodObject<Columns>>>;
}

/**
 * Properties as schema/graph.ts has them. An answer has hundreds, and a union of forms tried on each took longer than
 * asking the database, so they are looked at by hand.
 */
const PlainProperties = z.custom<Properties>(areProperties, "holds what is no property");

function areProperties(value: unknown): value is Properties {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((property) => (Array.isArray(property) ? isAlike(property) : isScalar(property)));
}

const isScalar = (value: unknown) =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean";
const isAlike = (list: readonly unknown[]) =>
  list.every((item) => typeof item === "string") || list.every((item) => typeof item === "number");

/** The engines give properties and labels in an order of their own; here both are put in one, so that answers are alike. */
function inOrder(properties: Properties): Properties {
  const names = Object.keys(properties);
  if (names.every((name, index) => index === 0 || (names[index - 1] ?? "") < name)) return properties;
  return Object.fromEntries(names.sort().map((name) => [name, properties[name] ?? ""]));
}

export const Node = GraphNode.extend({ properties: PlainProperties }).transform(({ id, labels, properties }) => ({
  id,
  labels: labels.sort(),
  properties: inOrder(properties),
}));
export const Relationship = GraphRelationship.extend({ properties: PlainProperties }).transform(
  ({ id, type, start, end, properties }) => ({ id, type, start, end, properties: inOrder(properties) }),
);
export const Figure = Observation.extend({ properties: PlainProperties }).transform(({ id, entity, properties }) => ({
  id,
  entity,
  properties: inOrder(properties),
}));

/** The names of the parameters that a text uses, comments and quoted text aside. */
export function parametersOf(cypher: string): string[] {
  const code = cypher.replaceAll(/\/\/.*$|\/\*[\s\S]*?\*\/|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`/gm, " ");
  return [...new Set([...code.matchAll(/\$([A-Za-z_]\w*)/g)].map(([, name]) => name ?? ""))].sort();
}
