/** What leaves a database: plain values only, and never the search key. */
import type { Row } from "./database.ts";
import { type Place, placeInWords } from "./place.ts";

/** The property that search is asked of; it repeats every name of an entity and is of no use to a client. */
const searchKey = "search";

/**
 * Rows of either driver as plain values: 64-bit integers become numbers, and maps lose the search key.
 * A bare node, a temporal value or a number that JavaScript cannot hold is the query's mistake, so it throws.
 */
export function plainRows(rows: readonly Record<string, unknown>[]): Row[] {
  return rows.map((row) => {
    const plainRow: Row = {};
    for (const [alias, value] of Object.entries(row)) set(plainRow, alias, plain(value, undefined, alias));
    return plainRow;
  });
}

function plain(value: unknown, within: Place | undefined, name: string | number): unknown {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (typeof value === "bigint" && Number.isSafeInteger(Number(value))) return Number(value);
  const place: Place = { within, name };
  if (Array.isArray(value)) return value.map((item, index) => plain(item, place, index));
  if (!isPlainMap(value)) throw unfit(value, placeInWords(place));
  const map: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) if (key !== searchKey) set(map, key, plain(item, place, key));
  return map;
}

function unfit(value: unknown, place: string): Error {
  if (typeof value === "number") return new RangeError(`${place} is ${value}, which JSON cannot carry.`);
  if (typeof value === "bigint")
    return new RangeError(`${place} is ${value}, more than a number can hold exactly; return it as text.`);
  return new TypeError(
    `${place} is not a plain value; return a scalar, a list or a map projection (portable-cypher.md, Write 1).`,
  );
}

const isPlainMap = (value: unknown): value is object =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype && !isEntity(value);

/** Any name may be a key, `__proto__` too. */
function set(map: Record<string, unknown>, key: string, value: unknown): void {
  if (key === "__proto__")
    Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true });
  else map[key] = value;
}

/** Grafeo flattens a bare node or relationship into a map that shows its internal id. */
const isEntity = (map: object) => "_id" in map && ("_labels" in map || "_type" in map);
