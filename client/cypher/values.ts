/** An answer's values for people and for other programs. */
import type { CypherAnswer, CypherValue } from "../../schema/console.ts";
import { nameOf } from "../../schema/graph.ts";
import type { Language } from "../../schema/language.ts";
import type { Cell, CellLink, Column } from "../table/model.ts";

/** Plain JSON: nodes and relationships with what they carry, other kinds as their text. */
export function plainOf(value: CypherValue): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(plainOf);
  if ("value" in value) return value.value;
  if (value.kind === "map") return Object.fromEntries(value.entries.map(([name, item]) => [name, plainOf(item)]));
  const { kind: _, ...rest } = value;
  if ("nodes" in rest) return { nodes: rest.nodes.map(plainOf), relationships: rest.relationships.map(plainOf) };
  const properties = Object.entries(rest.properties).map(([name, item]) => [name, plainOf(item)] as const);
  return { ...rest, properties: Object.fromEntries(properties) };
}

/** One object for each row, by the columns' names. */
export const rowsAsJson = ({ columns, rows }: CypherAnswer): string =>
  JSON.stringify(
    rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, plainOf(row[index] ?? null)]))),
    null,
    2,
  );

export interface AnswerRow {
  id: string;
  values: readonly CypherValue[];
}

const charWidth = 7.5;

/** A column for each of the answer's; figures stand to the right, and a node is a link to itself. */
export function columnsOf(answer: CypherAnswer, language: Language): Column<AnswerRow>[] {
  const names = new Map(answer.subgraph.nodes.map((node) => [node.id, nameOf(node, language).text]));
  return answer.columns.map((caption, index) => {
    const sample = answer.rows.slice(0, 50).map((row) => wordsOf(row[index] ?? null, language, names));
    const longest = Math.max(caption.length, ...sample.map((text) => text.length));
    return {
      id: caption,
      caption,
      isNumeric: answer.rows.every((row) => row[index] === null || isFigure(row[index])),
      width: Math.round(Math.min(Math.max(longest * charWidth + 24, 70), 320)),
      cell: ({ values }) => cellOf(values[index] ?? null, language, names),
    };
  });
}

const isFigure = (value: CypherValue | undefined): boolean =>
  typeof value === "number" ||
  (typeof value === "object" && value !== null && "kind" in value && /^(?:integer|float)$/.test(value.kind));

function cellOf(value: CypherValue, language: Language, names: Names): Cell | null {
  if (value === null) return null;
  const text = wordsOf(value, language, names);
  if (typeof value === "number") return { text, plain: value, order: value };
  const links = linksOf(value, language);
  return links.length === 0 ? { text } : { text, links };
}

/** Entities that have a name and a page of their own. */
function linksOf(value: CypherValue, language: Language): CellLink[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  const nodes = value.kind === "node" ? [value] : value.kind === "path" ? value.nodes : [];
  return nodes.flatMap(({ id, labels, properties }) =>
    id === null || !labels.includes("Entity")
      ? []
      : [{ node: id, ...nameOf({ id, properties: properties as Record<string, string> }, language) }],
  );
}

/** What entities are called, by id, for relationships, which know only the ids of their ends. */
type Names = ReadonlyMap<string, string>;
const none: Names = new Map();
const endName = (id: string | null, names: Names) => (id === null ? "…" : (names.get(id) ?? id));

/** As a cell says it: a node by its name, a relationship by its type and ends, a list item by item. */
export function wordsOf(value: CypherValue, language: Language, names: Names = none): string {
  if (value === null) return "null";
  if (typeof value !== "object") return String(value);
  if ("value" in value) return value.value;
  if (Array.isArray(value)) return `[${value.map((item) => wordsOf(item, language, names)).join(", ")}]`;
  if (value.kind === "node") {
    const id = value.id ?? `(${value.labels.join(":")})`;
    return nameOf({ id, properties: value.properties as Record<string, string> }, language).text;
  }
  if (value.kind === "relationship")
    return `${endName(value.start, names)} –[${value.type}]→ ${endName(value.end, names)}`;
  if (value.kind === "path") return value.nodes.map((node) => wordsOf(node, language, names)).join(" – ");
  return `{${value.entries.map(([name, item]) => `${name}: ${wordsOf(item, language, names)}`).join(", ")}}`;
}
