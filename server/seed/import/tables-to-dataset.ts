/** Tables of nodes and relationships as the files of a data set, with ids, labels, types and properties that it takes. */
import { PartialDate } from "../../../schema/date.ts";
import { Refused } from "../../errors.ts";
import { reservedLabels, reservedOnClaims, reservedOnEntities } from "../reserved.ts";
import { directionColumn, findColumns, mustHave, neo4jForm } from "./columns.ts";
import { type Given, idOf, labelOf, propertyOf, typeOf, unique } from "./names-in-seeds.ts";
import type { Row, Table } from "./read-table.ts";

type Value = string | number | boolean;

interface Relationship extends Record<string, Value> {
  to: string;
}

type Entity = Record<string, Value | string[] | Relationship[]>;

type Form = "number" | "boolean" | "date" | "string";

interface Kind {
  caption: string;
  directed?: false;
  properties?: Record<string, { form: Form; caption: string }>;
}

/** What each file holds. */
export interface DatasetFiles {
  dataset: { id: string; title: string };
  vocabulary: { labels: Record<string, Kind>; relationships: Record<string, Kind> };
  entities: Record<string, Record<string, Entity>>;
  /** Relationships from a node to itself, which a data set does not take. */
  leftOut: number;
}

/** Names for captions, each name given once; captions that are spelled otherwise share one, unless they are held `apart`. */
function createNames(name: (caption: string, otherwise: string) => string, otherwise: string) {
  const known = new Map<string, string>();
  const given: Given = new Map();
  return (caption: string, apart = ""): string => {
    const wanted = name(caption, otherwise);
    const key = JSON.stringify([wanted === otherwise ? caption : wanted, apart]);
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = unique(given, wanted, "");
    known.set(key, made);
    return made;
  };
}

/** What a number says whole: no code with zeros before it, and none with more digits than are kept. */
function isNumber(text: string): boolean {
  if (!/^-?(?:0|[1-9]\d*|(?=\.))(?:\.\d+)?$/.test(text)) return false;
  return /^-?\d+$/.test(text) ? Number.isSafeInteger(Number(text)) : Number.isFinite(Number(text));
}
const isDate = (text: string) => PartialDate.safeParse(text).success;
/** A year alone may be any number, so the column's name tells. */
const namesDate =
  /(?:^|[^a-z])(?:born|birth|died|death|founded|founding|established|year|date|opened|closed|created|published|launched|released)(?:[^a-z]|$)/i;
const isBoolean = (text: string) => /^(?:true|false)$/i.test(text);

function formOf(rows: readonly Row[], column: string): Form | null {
  const values = rows.flatMap(({ values }) => (values[column] ? [values[column]] : []));
  if (values.length === 0) return null;
  if (column.endsWith(":string")) return "string";
  if (/:(?:int|long|float|double)$/.test(column) && values.every(isNumber)) return "number";
  if (values.every(isDate) && (namesDate.test(column) || !values.every(isNumber))) return "date";
  return values.every(isNumber) ? "number" : values.every(isBoolean) ? "boolean" : "string";
}

function valueOf(text: string, form: Form): Value {
  if (form === "number") return Number(text);
  return form === "boolean" ? text.toLowerCase() === "true" : text;
}

interface Property {
  column: string;
  name: string;
  form: Form;
}

/** Columns that hold something, as properties. */
function propertiesOf({ rows }: Table, columns: readonly string[], reserved: ReadonlySet<string>): Property[] {
  const given: Given = new Map();
  return columns.flatMap((column, i) => {
    const form = formOf(rows, column);
    return form === null
      ? []
      : [{ column, form, name: unique(given, propertyOf(column, reserved, `column${i + 1}`), "") }];
  });
}

function fill(into: Record<string, unknown>, kind: Kind, { values }: Row, properties: readonly Property[]): void {
  for (const { column, name, form } of properties) {
    const text = values[column];
    if (!text) continue;
    into[name] = valueOf(text, form);
    (kind.properties ??= {})[name] ??= { form, caption: column.replace(neo4jForm, "") };
  }
}

function dateOf(table: Table, { line }: Row, text: string): string {
  const date = text.replaceAll("/", "-").replace(/-(\d)(?=-|$)/g, "-0$1");
  if (PartialDate.safeParse(date).success) return date;
  throw new Refused(
    `${table.name}, line ${line}: “${text}” is no date.`,
    "Write a year (2006), a month (2017-12) or a day (2025-12-05), or give the column another name.",
  );
}

/** Several values in one cell; Neo4j's tables may have a separator of their own. */
const parts = (text: string) =>
  text
    .replaceAll("\u001F", ";")
    .split(/[;|]/)
    .flatMap((part) => part.trim() || []);

/** Without a table of nodes they are the ends of the relationships. */
export function tablesToDataset(id: string, title: string, nodes: Table | null, lines: Table | null): DatasetFiles {
  const files: DatasetFiles = {
    dataset: { id, title },
    vocabulary: { labels: {}, relationships: {} },
    entities: {},
    leftOut: 0,
  };
  const entities = new Map<string, { id: string; entity: Entity }>();
  const ids: Given = new Map();
  const labels = createNames(labelOf, "Kind");
  const add = (written: string, name: string, kind: string) => {
    const entity: Entity = { en: name };
    const label = labels(kind);
    const given = unique(ids, idOf(written, `node-${ids.size + 1}`), "-");
    files.vocabulary.labels[label] ??= { caption: kind };
    (files.entities[label] ??= {})[given] = entity;
    entities.set(written, { id: given, entity });
    return { entity, form: files.vocabulary.labels[label] };
  };
  if (nodes !== null) addNodes(nodes, entities, add);
  if (lines !== null) {
    const missing = new Map<string, number>();
    addRelationships(lines, files, (written, row) => {
      const known = entities.get(written);
      if (known !== undefined) return known;
      // All that are missing are told at once.
      if (nodes !== null) {
        missing.set(written, missing.get(written) ?? row.line);
        return { id: "", entity: {} };
      }
      add(written, written, "Node");
      return entities.get(written) as { id: string; entity: Entity };
    });
    if (nodes !== null && missing.size > 0) throw refuseEnds(lines.name, nodes.name, missing);
  }
  return files;
}

/** So many names are listed at most. */
const mostTold = 20;

/** `missing`: each end that no node has, with the first line that names it. */
function refuseEnds(lines: string, nodes: string, missing: ReadonlyMap<string, number>): Refused {
  const [first, ...rest] = [...missing].map(([name, line]) => ({ name, line }));
  const told = rest.slice(0, mostTold).map(({ name, line }) => `“${name}” (line ${line})`);
  const more = rest.length > mostTold ? ` and ${rest.length - mostTold} more` : "";
  const others = rest.length === 0 ? "" : `, nor ${told.join(", ")}${more}`;
  return new Refused(
    `${lines}, line ${first?.line}: ${nodes} has no “${first?.name}”${others}.`,
    "Write there what a node has in its column of ids, or of names where there are no ids, or add them to the nodes.",
  );
}

type Add = (written: string, name: string, kind: string) => { entity: Entity; form: Kind };

function addNodes(table: Table, known: ReadonlyMap<string, unknown>, add: Add): void {
  const columns = findColumns(table, ["id", "name", "kind", "zhHant", "zhHans", "aliases"]);
  const key = columns.id ?? mustHave(table, "name", columns.name);
  const properties = propertiesOf(table, columns.rest, reservedOnEntities);
  for (const row of table.rows) {
    const told = (column: string | undefined) => (column === undefined ? "" : (row.values[column] ?? ""));
    const written = told(key);
    const place = `${table.name}, line ${row.line}`;
    if (written === "")
      throw new Refused(`${place}: ${key} is empty.`, "Write what the node is known by, or take the line out.");
    if (known.has(written))
      throw new Refused(`${place}: ${key} “${written}” is there twice.`, "Leave one of the two lines.");
    const kind = parts(told(columns.kind)).find((label) => !reservedLabels.has(label)) ?? "Node";
    const { entity, form } = add(written, told(columns.name) || written, kind);
    if (told(columns.zhHant)) entity["zh-Hant"] = told(columns.zhHant);
    if (told(columns.zhHans)) entity["zh-Hans"] = told(columns.zhHans);
    const aliases = parts(told(columns.aliases));
    if (aliases.length > 0) entity["aliases"] = aliases;
    fill(entity, form, row, properties);
  }
}

function addRelationships(
  table: Table,
  files: DatasetFiles,
  endOf: (written: string, row: Row) => { id: string; entity: Entity },
): void {
  const direction = directionColumn(table);
  const others = table.columns.filter((column) => column !== direction);
  const columns = findColumns(table, ["source", "target", "relationship", "start", "end"], others);
  const [source, target] = [mustHave(table, "source", columns.source), mustHave(table, "target", columns.target)];
  const properties = propertiesOf(table, columns.rest, reservedOnClaims);
  const types = createNames(typeOf, "RELATED_TO");
  const counts = new Map<string, number>();
  const told = (row: Row, column: string) => {
    const written = row.values[column] ?? "";
    if (written !== "") return written;
    throw new Refused(`${table.name}, line ${row.line}: ${column} is empty.`, "Write both ends, or take the line out.");
  };
  for (const row of table.rows) {
    const [from, to] = [endOf(told(row, source), row), endOf(told(row, target), row)];
    if (from.id === to.id) {
      files.leftOut++;
      continue;
    }
    const caption = (columns.relationship && row.values[columns.relationship]) || "related to";
    const undirected = direction !== undefined && /^u/i.test(row.values[direction] ?? "");
    const type = types(caption, undirected ? "undirected" : "");
    const form = (files.vocabulary.relationships[type] ??= {
      caption,
      ...(undirected ? { directed: false as const } : {}),
    });
    const ends = JSON.stringify([type, ...(form.directed === false ? [from.id, to.id].toSorted() : [from.id, to.id])]);
    const count = (counts.get(ends) ?? 0) + 1;
    counts.set(ends, count);
    const relationship: Relationship = { to: to.id, ...(count > 1 ? { key: String(count) } : {}) };
    for (const part of ["start", "end"] as const) {
      const text = columns[part] && row.values[columns[part]];
      if (text) relationship[part] = dateOf(table, row, text);
    }
    fill(relationship, form, row, properties);
    ((from.entity[type] ??= []) as Relationship[]).push(relationship);
  }
}
