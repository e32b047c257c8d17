/** What leaves a database: plain values only, and never the search key. */
import type { Row } from "./database.ts";

/** The property that search is asked of; it repeats every name of an entity and is of no use to a client. */
const searchKey = "search";

/**
 * Rows of either driver as plain values: 64-bit integers become numbers, and maps lose the search key.
 * A bare node, a temporal value or a number that JavaScript cannot hold is the query's mistake, so it throws.
 */
export function plainRows(rows: readonly Record<string, unknown>[]): Row[] {
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([alias, value]) => [alias, plain(value, alias)])),
  );
}

function plain(value: unknown, place: string): unknown {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new RangeError(`${place} is ${value}, which JSON cannot carry.`);
    return value;
  }
  if (typeof value === "bigint") {
    if (!Number.isSafeInteger(Number(value)))
      throw new RangeError(`${place} is ${value}, more than a number can hold exactly; return it as text.`);
    return Number(value);
  }
  if (Array.isArray(value)) return value.map((item, index) => plain(item, `${place}[${index}]`));
  if (typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype || isEntity(value)) {
    throw new TypeError(`${place} is not a plain value; return a scalar, a list or a map projection.`);
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== searchKey)
      .map(([key, item]) => [key, plain(item, `${place}.${key}`)]),
  );
}

/** Grafeo flattens a bare node or relationship into a map that shows its internal id. */
const isEntity = (map: object) => "_id" in map && ("_labels" in map || "_type" in map);
