/** Tables of nodes and relationships as the files of a data set, with ids, labels, types and properties that it takes. */
import { PartialDate } from "../../../schema/date.ts";
import { Refused } from "../../errors.ts";
import { reservedOnClaims, reservedOnEntities } from "../reserved.ts";
import { directionColumn, findColumns, mustHave } from "./columns.ts";
import { idOf, labelOf, propertyOf, typeOf, unique } from "./names-in-seeds.ts";
import type { Row, Table } from "./read-table.ts";

type Value = string | number | boolean;

interface Relationship extends Record<string, Value> {
  to: string;
}

type Entity = Record<string, Value | string[] | Relationship[]>;

interface Kind {
  caption: string;
  directed?: false;
  properties?: Record<string, { form: "number" | "boolean" | "string"; caption: string }>;
}

/** What each file holds. */
export interface DatasetFiles {
  dataset: { id: string; title: string };
  vocabulary: { labels: Record<string, Kind>; relationships: Record<string, Kind> };
  entities: Record<string, Record<string, Entity>>;
  /** Relationships from a node to itself, which a data set does not take. */
  leftOut: number;
}

/** Captions by name, each name given once. */
function createNames(name: (caption: string, otherwise: string) => string, otherwise: string) {
  const byCaption = new Map<string, string>();
  const taken = new Set<string>();
  return (caption: string): string => {
    const known = byCaption.get(caption);
    if (known !== undefined) return known;
    const made = unique(taken, name(caption, otherwise), "");
    byCaption.set(caption, made);
    return made;
  };
}

type Form = "number" | "boolean" | "string";

const isNumber = (text: string) => /^-?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?$/i.test(text);
const isBoolean = (text: string) => /^(?:true|false)$/i.test(text);

function formOf(rows: readonly Row[], column: string): Form | null {
  const values = rows.flatMap(({ values }) => (values[column] ? [values[column]] : []));
  if (values.length === 0) return null;
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
  const taken = new Set<string>();
  return columns.flatMap((column, i) => {
    const form = formOf(rows, column);
    return form === null
      ? []
      : [{ column, form, name: unique(taken, propertyOf(column, reserved, `column${i + 1}`), "") }];
  });
}

function fill(into: Record<string, unknown>, kind: Kind, { values }: Row, properties: readonly Property[]): void {
  for (const { column, name, form } of properties) {
    const text = values[column];
    if (!text) continue;
    into[name] = valueOf(text, form);
    (kind.properties ??= {})[name] ??= { form, caption: column };
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

const languageColumns = ["zh-Hant", "zh-Hans"] as const;

/** Without a table of nodes they are the ends of the relationships. */
export function tablesToDataset(id: string, title: string, nodes: Table | null, lines: Table | null): DatasetFiles {
  const files: DatasetFiles = {
    dataset: { id, title },
    vocabulary: { labels: {}, relationships: {} },
    entities: {},
    leftOut: 0,
  };
  const entities = new Map<string, { id: string; entity: Entity }>();
  const ids = new Set<string>();
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
  if (lines !== null)
    addRelationships(lines, files, (written, row) => {
      const known = entities.get(written);
      if (known !== undefined) return known;
      if (nodes !== null)
        throw new Refused(
          `${lines.name}, line ${row.line}: ${nodes.name} has no “${written}”.`,
          "Write there what a node has in its column of ids, or of names where there are no ids.",
        );
      add(written, written, "Node");
      return entities.get(written) as { id: string; entity: Entity };
    });
  return files;
}

type Add = (written: string, name: string, kind: string) => { entity: Entity; form: Kind };

function addNodes(table: Table, known: ReadonlyMap<string, unknown>, add: Add): void {
  const columns = findColumns(table, ["id", "name", "kind"]);
  const key = columns.id ?? mustHave(table, "name", columns.name);
  const inOtherWords: ReadonlySet<string> = new Set([...languageColumns, "aliases"]);
  const properties = propertiesOf(
    table,
    columns.rest.filter((column) => !inOtherWords.has(column)),
    reservedOnEntities,
  );
  for (const row of table.rows) {
    const written = row.values[key] ?? "";
    const place = `${table.name}, line ${row.line}`;
    if (written === "")
      throw new Refused(`${place}: ${key} is empty.`, "Write what the node is known by, or take the line out.");
    if (known.has(written))
      throw new Refused(`${place}: ${key} “${written}” is there twice.`, "Leave one of the two lines.");
    const name = (columns.name && row.values[columns.name]) || written;
    const kind = (columns.kind && row.values[columns.kind]?.split(/[;|]/)[0]) || "Node";
    const { entity, form } = add(written, name, kind);
    for (const language of languageColumns) if (row.values[language]) entity[language] = row.values[language];
    const aliases = (row.values["aliases"] ?? "").split(/[;|]/).flatMap((alias) => alias.trim() || []);
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
  const others = { columns: table.columns.filter((column) => column !== direction) };
  const columns = findColumns(others, ["source", "target", "relationship", "start", "end"]);
  const [source, target] = [mustHave(table, "source", columns.source), mustHave(table, "target", columns.target)];
  const properties = propertiesOf(table, columns.rest, reservedOnClaims);
  const types = createNames(typeOf, "RELATED_TO");
  const counts = new Map<string, number>();
  for (const row of table.rows) {
    const [from, to] = [endOf(row.values[source] ?? "", row), endOf(row.values[target] ?? "", row)];
    if (from.id === to.id) {
      files.leftOut++;
      continue;
    }
    const caption = (columns.relationship && row.values[columns.relationship]) || "related to";
    const undirected = direction !== undefined && /^u/i.test(row.values[direction] ?? "");
    const type = types(caption);
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
