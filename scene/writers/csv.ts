/** Tables: a pair for Gephi, and one for `neo4j-admin database import`. */
import type { Properties, PropertyValue } from "../../schema/graph.ts";
import type { Scene } from "../scene.ts";
import { type ColumnType, columnsOf, csv, guarded, plainText } from "./table.ts";
import { zip } from "./zip.ts";

const bom = "\uFEFF";

/** `2006/2020-09`: in one column, as Gephi makes timestamps of a column of years. */
function period({ start, end, ongoing }: Properties): string {
  const [from, to] = [start, end].map((date) => (typeof date === "string" ? date : ""));
  return from === "" && to === "" && ongoing !== true ? "" : `${from}/${to}`;
}

const cell = (value: PropertyValue | undefined) =>
  value === undefined ? "" : typeof value === "number" ? String(value) : guarded(plainText(value));

/** Both tables in one zip; `Kind` keeps parallel relationships apart. */
export function writeGephiCsv(scene: Scene): Uint8Array {
  const nodeColumns = columnsOf(scene.nodes.map(({ node }) => node.properties));
  const dates = new Set(["start", "end", "ongoing"]);
  const lineColumns = columnsOf(scene.lines.map(({ relationship }) => relationship.properties)).filter(
    ({ name }) => !dates.has(name),
  );
  const nodes = scene.nodes.map(({ node, name, label, at }) => [
    node.id,
    guarded(name.text),
    guarded(label),
    String(Math.round(at.x * 100) / 100),
    String(Math.round(-at.y * 100) / 100),
    ...nodeColumns.map((column) => cell(node.properties[column.name])),
  ]);
  const lines = scene.lines.map(({ relationship: { id, type, start, end, properties } }) => [
    start,
    end,
    "Directed",
    type,
    id,
    type,
    "1",
    period(properties),
    ...lineColumns.map((column) => cell(properties[column.name])),
  ]);
  const nodeHead = ["Id", "Label", "Kind", "X", "Y", ...nodeColumns.map(({ name }) => name)];
  const lineHead = [
    "Source",
    "Target",
    "Type",
    "Kind",
    "Id",
    "Label",
    "Weight",
    "period",
    ...lineColumns.map(({ name }) => name),
  ];
  return zip({ "nodes.csv": bom + csv([nodeHead, ...nodes]), "edges.csv": bom + csv([lineHead, ...lines]) });
}

const neo4jTypes: Readonly<Record<ColumnType, string>> = {
  boolean: "boolean",
  integer: "long",
  double: "double",
  string: "string",
  strings: "string[]",
  numbers: "double[]",
};

/** Separates the entries of a list: no text has it. */
const unit = "\u001F";

/** Every text is quoted: a quoted nothing is an empty text, a bare one is missing. */
function field(value: PropertyValue | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return quote(Array.isArray(value) ? value.map((each) => String(each).replaceAll(unit, " ")).join(unit) : value);
}

const quote = (text: string) => `"${text.toWellFormed().replaceAll("\0", "").replaceAll('"', '""')}"`;

const lines = (rows: readonly (readonly string[])[]) => rows.map((row) => `${row.join(",")}\n`).join("");

/** Tables for an empty Neo4j, with the command that reads them. */
export function writeNeo4jCsv(scene: Scene): Uint8Array {
  const nodeColumns = columnsOf(scene.nodes.map(({ node }) => node.properties)).filter(({ name }) => name !== "id");
  const lineColumns = columnsOf(scene.lines.map(({ relationship }) => relationship.properties)).filter(
    ({ name }) => name !== "id",
  );
  const heads = (columns: typeof nodeColumns) => columns.map(({ name, type }) => quote(`${name}:${neo4jTypes[type]}`));
  const nodes = [
    [quote("id:ID(Entity)"), ...heads(nodeColumns), quote(":LABEL")],
    ...scene.nodes.map(({ node }) => [
      quote(node.id),
      ...nodeColumns.map(({ name }) => field(node.properties[name])),
      quote(node.labels.join(unit)),
    ]),
  ];
  const relationships = [
    [quote(":START_ID(Entity)"), quote(":END_ID(Entity)"), quote(":TYPE"), quote("id:string"), ...heads(lineColumns)],
    ...scene.lines.map(({ relationship: { id, type, start, end, properties } }) => [
      quote(start),
      quote(end),
      quote(type),
      quote(id),
      ...lineColumns.map(({ name }) => field(properties[name])),
    ]),
  ];
  // The database's name stands first: after the files it would be taken for another one.
  const command =
    "neo4j-admin database import full neo4j --array-delimiter=U+001F --multiline-fields=true" +
    " --nodes=nodes.csv --relationships=relationships.csv\n";
  return zip({ "nodes.csv": lines(nodes), "relationships.csv": lines(relationships), "import.txt": command });
}
