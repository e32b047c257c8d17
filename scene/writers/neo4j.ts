/** For Neo4j: a script of MERGE statements, and JSON Lines for APOC. */
import type { Properties, PropertyValue } from "../../schema/graph.ts";
import type { Scene, SceneLine, SceneNode } from "../scene.ts";

/** Well-formed and without U+0000, which no property of Neo4j takes. */
const storable = (text: string): string => text.toWellFormed().replaceAll("\u0000", "");

/** A name of a label, type or property between backticks, from which nothing breaks out. */
export const cypherName = (name: string): string =>
  `\`${storable(name).replaceAll("\\", "\\u005c").replaceAll("`", "``")}\``;

// oxlint-disable-next-line no-control-regex -- they are what is escaped
const controls = /[\u0000-\u001F\u007F\u2028\u2029]/g;

export const cypherText = (text: string): string =>
  `'${storable(text)
    .replaceAll("\\", "\\\\")
    .replaceAll("'", "\\'")
    .replace(controls, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`)}'`;

function cypherValue(value: PropertyValue): string {
  if (Array.isArray(value)) return `[${value.map((each) => cypherValue(each)).join(", ")}]`;
  return typeof value === "string" ? cypherText(value) : String(value);
}

const cypherMap = (properties: Properties): string =>
  `{${Object.entries(properties)
    .map(([name, value]) => `${cypherName(name)}: ${cypherValue(value)}`)
    .join(", ")}}`;

// oxlint-disable-next-line no-control-regex -- they are what is taken out
const breaks = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g;

/** So many rows a statement. */
const batch = 200;

function inBatches<T>(items: readonly T[], keyOf: (item: T) => string): [key: string, items: T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups].flatMap(([key, all]) =>
    Array.from({ length: Math.ceil(all.length / batch) }, (_, i): [string, T[]] => [
      key,
      all.slice(i * batch, (i + 1) * batch),
    ]),
  );
}

/** Running it twice adds nothing. */
export function writeCypher(scene: Scene): string {
  const nodes = inBatches(scene.nodes, ({ node }) => node.labels.toSorted().map(cypherName).join(":"));
  const lines = inBatches(scene.lines, ({ relationship }) => cypherName(relationship.type));
  // Neo4j reads \u000a as a line break in comments too, and what follows it as a statement.
  const comment = (text: string) => `// ${text.replaceAll("\\", "/").replace(breaks, " ")}\n`;
  return [
    comment(scene.text.title),
    "CREATE CONSTRAINT entity_id_unique IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n",
    ...nodes.map(([labels, some]) => mergeNodes(labels, some)),
    ...lines.map(([type, some]) => mergeRelationships(type, some)),
  ].join("");
}

const mergeNodes = (labels: string, nodes: readonly SceneNode[]): string =>
  `UNWIND [\n${nodes.map(({ node }) => `  {id: ${cypherText(node.id)}, p: ${cypherMap(node.properties)}}`).join(",\n")}\n] AS row\n` +
  `MERGE (n:Entity {id: row.id}) SET n:${labels} SET n += row.p;\n`;

const mergeRelationships = (type: string, lines: readonly SceneLine[]): string =>
  `UNWIND [\n${lines
    .map(
      ({ relationship: { id, start, end, properties } }) =>
        `  {id: ${cypherText(id)}, a: ${cypherText(start)}, b: ${cypherText(end)}, p: ${cypherMap(properties)}}`,
    )
    .join(",\n")}\n] AS row\n` +
  `MATCH (a:Entity {id: row.a}) MATCH (b:Entity {id: row.b})\nMERGE (a)-[r:${type} {id: row.id}]->(b) SET r += row.p;\n`;

/** One object a line, as `apoc.import.json` reads them. */
export function writeJsonLines(scene: Scene): string {
  const labels = new Map(scene.nodes.map(({ node }) => [node.id, node.labels]));
  const rows = [
    ...scene.nodes.map(({ node: { id, labels, properties } }) => ({
      type: "node",
      id,
      labels,
      properties: { ...properties, id },
    })),
    ...scene.lines.map(({ relationship: { id, type, start, end, properties } }) => ({
      type: "relationship",
      id,
      label: type,
      properties: { ...properties, id },
      start: { id: start, labels: labels.get(start) ?? [] },
      end: { id: end, labels: labels.get(end) ?? [] },
    })),
  ];
  const store = (_key: string, value: unknown) => (typeof value === "string" ? storable(value) : value);
  return rows.map((row) => `${JSON.stringify(row, store)}\n`).join("");
}
