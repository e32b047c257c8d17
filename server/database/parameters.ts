/** What may be handed to a query: plain JSON values, checked before any driver sees them. */
import { type Place, placeInWords } from "./place.ts";

export type Parameter = string | number | boolean | null | readonly Parameter[] | { readonly [key: string]: Parameter };
export type Parameters = Readonly<Record<string, Parameter>>;

/** 20,000 levels crash Grafeo's process; nothing of ours needs more than a few. */
const deepest = 50;

/** Throws a TypeError that names the place, `parameters.rows[3].name`, of the first value that no engine should get. */
export function checkParameters(parameters: unknown): asserts parameters is Parameters {
  if (!isPlainObject(parameters)) throw new TypeError(`parameters ${describe(parameters)}; give a plain object.`);
  checkMap(parameters, { name: "parameters" }, 1);
}

function check(value: unknown, place: Place, depth: number): void {
  if (depth > deepest)
    throw new TypeError(`${placeInWords(place)} is nested more than ${deepest} levels deep; flatten it.`);
  if (value === null || typeof value === "string" || typeof value === "boolean" || Number.isFinite(value)) return;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) check(value[index], { within: place, name: index }, depth + 1);
  } else if (isPlainObject(value)) {
    checkMap(value, place, depth);
  } else {
    throw new TypeError(
      `${placeInWords(place)} ${describe(value)}; give a string, a finite number, a boolean, null, a list or a plain object.`,
    );
  }
}

/** In a map, `id` is a key (MERGE with a null key makes a node on Grafeo) and `properties` are to be stored. */
function checkMap(map: Record<string, unknown>, place: Place, depth: number): void {
  for (const key of Object.keys(map)) {
    const value = map[key];
    const inside = { within: place, name: key };
    if (key === "id" && value === null) throw new TypeError(`${placeInWords(inside)} is null; a key needs a value.`);
    check(value, inside, depth + 1);
    if (key === "properties" && isPlainObject(value)) {
      for (const name of Object.keys(value)) checkProperty(value[name], { within: inside, name });
    }
  }
}

/** A property is a scalar or a list of strings, of numbers or of booleans; Grafeo would also store others, Neo4j not. */
function checkProperty(property: unknown, place: Place): void {
  if (property === null || typeof property !== "object") return;
  if (Array.isArray(property)) {
    const kinds = new Set(property.map((item) => (item === null ? "null" : typeof item)));
    if (kinds.size <= 1 && !kinds.has("object") && !kinds.has("null")) return;
  }
  throw new TypeError(
    `${placeInWords(place)} cannot be stored as a property; give a scalar, or a list of only strings, numbers or booleans.`,
  );
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function describe(value: unknown): string {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return `is ${Array.isArray(value) ? "a list" : String(value)}`;
  return `is a ${value.constructor.name}`;
}
