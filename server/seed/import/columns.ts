/** What the columns of other programs' tables hold, by the names that spreadsheets, Gephi, Neo4j and we give them. */
import { PartialDate } from "../../../schema/date.ts";
import { Refused } from "../../errors.ts";
import type { Table } from "./read-table.ts";

const names = {
  id: ["id", ":id", "nodeid", "key"],
  name: ["name", "label", "title", "en", "fullname", "nameen"],
  kind: ["kind", ":label", "labels", "type", "category", "class", "group"],
  zhHant: ["zhhant", "namezhhant"],
  zhHans: ["zhhans", "namezhhans"],
  aliases: ["aliases"],
  source: ["source", "from", ":startid", "startid", "sourceid"],
  target: ["target", "to", ":endid", "endid", "targetid"],
  relationship: ["relationship", ":type", "relation", "type", "predicate", "kind", "label"],
  start: ["start", "startdate", "since", "begin", "started", "fromdate", "from"],
  end: ["end", "enddate", "until", "ended", "todate", "to"],
} as const;

type Part = keyof typeof names;

/** What Neo4j writes after a property's name. */
export const neo4jForm = /:(?:string|int|long|float|double|boolean|date|datetime)(?:\[\])?$/;

/** `Start date` → `startdate`, `personId:ID(Person)` → `:id`, `name:string` → `name` */
const plain = (column: string) =>
  column
    .toLowerCase()
    .replace(/\(.*\)$/, "")
    .replace(neo4jForm, "")
    .replace(/[\s_-]/g, "")
    .replace(/^.*(?=:(?:id|label|startid|endid|type)$)/, "");

/** `from` and `to` may be the ends of a relationship or of a time. */
function tellsDates({ rows }: Table, column: string): boolean {
  if (!["from", "to"].includes(plain(column))) return false;
  const told = rows.flatMap(({ values }) => values[column] || []);
  return told.length > 0 && told.every((value) => PartialDate.safeParse(value.replaceAll("/", "-")).success);
}

/** Columns by what they hold; the rest are properties. */
export type Columns<P extends Part> = { readonly [part in P]?: string } & { readonly rest: readonly string[] };

export function findColumns<P extends Part>(
  table: Table,
  parts: readonly P[],
  columns: readonly string[] = table.columns,
): Columns<P> {
  const found: { [part in P]?: string } = {};
  const taken = new Set<string>();
  for (const part of parts) {
    const wanted: readonly string[] = names[part];
    const isEnd = part === "source" || part === "target";
    const fits = (column: string) => !taken.has(column) && !(isEnd && tellsDates(table, column));
    const column = wanted.flatMap((name) => columns.filter((each) => plain(each) === name && fits(each)))[0];
    if (column === undefined) continue;
    found[part] = column;
    taken.add(column);
  }
  return { ...found, rest: columns.filter((column) => !taken.has(column)) };
}

/** Gephi's column Type, which tells whether a line has a direction and not what it means. */
export const directionColumn = ({ columns, rows }: Table): string | undefined =>
  columns.find(
    (column) =>
      plain(column) === "type" &&
      rows.length > 0 &&
      rows.every(({ values }) => /^(?:un)?directed$/i.test(values[column] ?? "")),
  );

/** Whether a table lists relationships: it names both their ends. */
export function listsRelationships(table: Table): boolean {
  const { source, target } = findColumns(table, ["source", "target"]);
  return source !== undefined && target !== undefined;
}

export function mustHave(table: Table, part: "source" | "target" | "name", column: string | undefined): string {
  if (column !== undefined) return column;
  throw new Refused(
    `${table.name} has no column for the ${part}; its columns are ${table.columns.join(", ")}.`,
    `Call one of them ${part}. In a table of relationships, call the ends source and target.`,
  );
}
