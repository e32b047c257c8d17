/** Properties of many nodes or relationships as columns, each with the one type that fits all of its values. */
import type { Properties, PropertyValue } from "../../schema/graph.ts";

export type ColumnType = "boolean" | "integer" | "double" | "string" | "strings" | "numbers";

export interface Column {
  name: string;
  type: ColumnType;
}

function typeOf(value: PropertyValue): ColumnType {
  if (Array.isArray(value))
    return value.length > 0 && value.every((each) => typeof each === "number") ? "numbers" : "strings";
  if (typeof value === "number") return Number.isSafeInteger(value) ? "integer" : "double";
  return typeof value === "boolean" ? "boolean" : "string";
}

function common(a: ColumnType, b: ColumnType): ColumnType {
  if (a === b) return a;
  const isNumber = (type: ColumnType) => type === "integer" || type === "double";
  if (isNumber(a) && isNumber(b)) return "double";
  // Lists that are empty look like texts, and may be numbers elsewhere.
  return a.endsWith("s") && b.endsWith("s") ? "strings" : "string";
}

/** All properties in order of name. */
export function columnsOf(rows: readonly Properties[]): Column[] {
  const types = new Map<string, ColumnType>();
  for (const row of rows) {
    for (const [name, value] of Object.entries(row)) {
      const before = types.get(name);
      types.set(name, before === undefined ? typeOf(value) : common(before, typeOf(value)));
    }
  }
  return [...types].map(([name, type]) => ({ name, type })).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** A value as one text; a list's entries are joined. */
export const plainText = (value: PropertyValue, separator = " | "): string =>
  Array.isArray(value) ? value.join(separator) : String(value);

/** `#0B6350` → 11, 99, 80. */
export function channels(color: string): { r: number; g: number; b: number } {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return { r, g, b };
}

/** A table as comma-separated lines; every field that needs it is quoted. */
export const csv = (rows: readonly (readonly string[])[], newline = "\r\n"): string =>
  rows.map((row) => row.map(quoted).join(",") + newline).join("");

const quoted = (field: string) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

/** What a spreadsheet would take for a formula, full-width forms included. */
const formula = /^[=+\-@\t\r＝＋－＠]/;

/** A text that a spreadsheet opens as a text. */
export const guarded = (text: string): string => (formula.test(text) ? `'${text}` : text);
