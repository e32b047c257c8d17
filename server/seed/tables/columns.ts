/** What the columns of other programs' tables hold, by the names that spreadsheets, Gephi and Neo4j give them. */
import { Refused } from "../../errors.ts";
import type { Table } from "./read-table.ts";

const names = {
  id: ["id", ":id", "nodeid", "key"],
  name: ["name", "label", "title", "en", "fullname"],
  kind: ["kind", ":label", "labels", "type", "category", "class", "group"],
  source: ["source", "from", ":startid", "startid", "sourceid"],
  target: ["target", "to", ":endid", "endid", "targetid"],
  relationship: ["relationship", ":type", "relation", "type", "predicate", "kind", "label"],
  start: ["start", "startdate", "since", "begin", "started", "fromdate"],
  end: ["end", "enddate", "until", "ended", "todate"],
} as const;

type Part = keyof typeof names;

/** `Start date` → `startdate`, `personId:ID(Person)` → `:id`, `name:string` → `name` */
const plain = (column: string) =>
  column
    .toLowerCase()
    .replace(/\(.*\)$/, "")
    .replace(/:(?:string|int|long|float|double|boolean|date|datetime)(?:\[\])?$/, "")
    .replace(/[\s_-]/g, "")
    .replace(/^.*(?=:(?:id|label|startid|endid|type)$)/, "");

/** Columns by what they hold; the rest are properties. */
export type Columns<P extends Part> = { readonly [part in P]?: string } & { readonly rest: readonly string[] };

export function findColumns<P extends Part>({ columns }: Pick<Table, "columns">, parts: readonly P[]): Columns<P> {
  const found: { [part in P]?: string } = {};
  const taken = new Set<string>();
  for (const part of parts) {
    const wanted: readonly string[] = names[part];
    const column = wanted.flatMap((name) => columns.filter((each) => !taken.has(each) && plain(each) === name))[0];
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
    `Call one of them ${part}.`,
  );
}
