/** Runs queries on an engine and by the model, and makes a difference small enough to read. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { GraphDatabase, Parameters, Row } from "../../server/database/database.ts";
import { fillSlots, typesOf } from "../../server/questions/roles.ts";
import { cypherFolder } from "../../server/queries/bind.ts";
import { type ModelGraph, writeGraph } from "./graph.ts";
import { answerOf } from "./model.ts";

/** `get-node`, `questions/alumni-of`, `load/merge-entities` … with their texts. */
export const queries: ReadonlyMap<string, string> = new Map(
  readdirSync(cypherFolder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".cypher"))
    .sort()
    .map((file) => [
      file.replaceAll("\\", "/").replace(/\.cypher$/, ""),
      readFileSync(join(cypherFolder, file), "utf8"),
    ]),
);

/** Whether the rows come in an order that the text asks for. */
const isOrdered = (cypher: string) => !/\bUNION\b/.test(cypher) && /\bORDER BY\b(?![^]*\bRETURN\b)/.test(cypher);

export interface Difference {
  readonly query: string;
  readonly parameters: Parameters;
  readonly engine: readonly Row[] | string;
  readonly model: readonly Row[];
}

/** What the engine answers otherwise than the model; undefined when they agree. */
export async function differenceIn(
  database: GraphDatabase,
  graph: ModelGraph,
  query: string,
  parameters: Parameters,
): Promise<Difference | undefined> {
  const cypher = fillSlots(queries.get(query) ?? "", (role) => parameters[typesOf(role)] as string[]);
  const found: Row[] | Error = await database.read(cypher, parameters).catch((error: unknown) => error as Error);
  const expected = inOneOrder(answerOf(query, graph, parameters) ?? [], isOrdered(cypher));
  if (found instanceof Error) return { query, parameters, engine: String(found), model: expected };
  const answered = inOneOrder(found, isOrdered(cypher));
  return isDeepStrictEqual(answered, expected) ? undefined : { query, parameters, engine: answered, model: expected };
}

/** Labels, and the relationships to one neighbor, have no order; nor have rows, unless the query gives them one. */
function inOneOrder(rows: readonly Row[], ordered: boolean): Row[] {
  const plain = rows.map((row) => sorted(row) as Row);
  return ordered ? plain : byText(plain);
}

const unordered = new Set(["labels", "relationships", "entities", "jobs", "citations", "ties"]);

function sorted(value: unknown, key = ""): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => sorted(item));
    return unordered.has(key) ? byText(items) : items;
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, item]) => [name, sorted(item, name)]),
  );
}

export const byText = <T>(items: readonly T[]): T[] =>
  items
    .map((item) => [JSON.stringify(item), item] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, item]) => item);

/** Takes away each half of the graph, each quarter …, then each node and relationship without which the difference stays. */
export async function shrink(
  database: GraphDatabase,
  empty: () => Promise<void>,
  graph: ModelGraph,
  { query, parameters }: Difference,
): Promise<{ graph: ModelGraph; difference: Difference | undefined }> {
  const attempt = async (candidate: ModelGraph) => {
    await empty();
    await writeGraph(database, candidate);
    return differenceIn(database, candidate, query, parameters);
  };
  let smallest = graph;
  let difference = await attempt(graph);
  const tryWithout = async (cut: typeof withoutNodes, part: number, parts: number) => {
    const candidate = cut(smallest, part, parts);
    const still = difference && (await attempt(candidate));
    if (still === undefined) return;
    smallest = candidate;
    difference = still;
  };
  for (const cut of [withoutNodes, withoutRelationships]) {
    for (let parts = 2; parts <= 16; parts *= 2) {
      for (let part = parts - 1; part >= 0; part--) await tryWithout(cut, part, parts);
    }
    const size = () => (cut === withoutNodes ? smallest.nodes : smallest.relationships).length;
    for (let index = size() - 1; index >= 0; index--) await tryWithout(cut, index, size());
  }
  return { graph: smallest, difference };
}

const without = <T>(items: readonly T[], part: number, parts: number): T[] =>
  items.filter((_, index) => Math.floor((index * parts) / items.length) !== part);

function withoutNodes({ nodes, relationships }: ModelGraph, part: number, parts: number): ModelGraph {
  const kept = without(nodes, part, parts);
  const ids = new Set(kept.map(({ id }) => id));
  return { nodes: kept, relationships: relationships.filter(({ start, end }) => ids.has(start) && ids.has(end)) };
}

const withoutRelationships = ({ nodes, relationships }: ModelGraph, part: number, parts: number): ModelGraph => ({
  nodes,
  relationships: without(relationships, part, parts),
});
