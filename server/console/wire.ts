/** An engine's values as they go over the wire, and the subgraph that they hold. Runs where the query ran. */
import { consoleLimits, type CypherNode, type CypherRelationship, type CypherValue } from "../../schema/console.ts";
import { entityLabel, type GraphNode, type GraphRelationship, type Properties } from "../../schema/graph.ts";
import { QueryRefused } from "../errors.ts";

/** Thrown where an answer would grow beyond its limit. */
export class Full extends Error {}

/** What an engine's own objects are; undefined for a plain map. `convert` is for what they hold. */
export type Recognize = (value: object, convert: (value: unknown) => CypherValue) => CypherValue | undefined;

/** The property that search is asked of; it repeats every name of an entity and is of no use to a reader. */
const searchKey = "search";

/** Counts roughly what has been made, so that a single value beyond all bounds is noticed before it is whole. */
export class Wire {
  readonly #recognize: Recognize;
  #left: number = consoleLimits.bytes;

  readonly #tellsFloats: boolean;

  constructor(recognize: Recognize, tellsFloats: boolean) {
    this.#recognize = recognize;
    this.#tellsFloats = tellsFloats;
  }

  /** A row's values; throws `Full`. */
  row(values: readonly unknown[]): CypherValue[] {
    return values.map((value) => this.#convert(value, 0));
  }

  #convert(value: unknown, depth: number): CypherValue {
    if (depth > consoleLimits.nesting) {
      throw new QueryRefused(
        "data",
        `A value is nested more than ${consoleLimits.nesting} levels deep.`,
        "Return less of it.",
      );
    }
    if (typeof value === "string") return this.#spend(value, value.length + 3);
    if (typeof value === "bigint")
      return Number.isSafeInteger(Number(value))
        ? this.#spend(Number(value), 8)
        : this.#spend({ kind: "integer", value: String(value) }, 48);
    if (typeof value === "number") return this.#number(value);
    if (value === null || value === undefined || typeof value === "boolean") return this.#spend(value ?? null, 5);
    if (Array.isArray(value)) return this.#list(value, depth);
    if (typeof value !== "object") return this.#spend({ kind: "other", value: typeof value }, 40);
    this.#spend(null, 32);
    const known = this.#recognize(value, (inside) => this.#convert(inside, depth + 1));
    if (known !== undefined) return known;
    return { kind: "map", entries: [...this.#entries(value, depth)] };
  }

  #number(value: number): CypherValue {
    if (!Number.isFinite(value)) return this.#spend({ kind: "float", value: String(value) }, 40);
    return this.#tellsFloats && Number.isInteger(value)
      ? this.#spend({ kind: "float", value: /e/.test(String(value)) ? String(value) : `${value}.0` }, 40)
      : this.#spend(value, 8);
  }

  #list(value: readonly unknown[], depth: number): CypherValue[] {
    this.#spend(null, 2);
    return value.map((item) => this.#convert(item, depth + 1));
  }

  *#entries(value: object, depth: number): Generator<[string, CypherValue]> {
    for (const [key, item] of Object.entries(value)) {
      if (key !== searchKey) yield [this.#spend(key, key.length + 6), this.#convert(item, depth + 1)];
    }
  }

  #spend<T>(value: T, bytes: number): T {
    this.#left -= bytes;
    if (this.#left < 0) throw new Full();
    return value;
  }
}

/** An entity's or relationship's properties without the one that is the program's own. */
export function propertiesOf(
  properties: Iterable<[string, unknown]>,
  convert: (value: unknown) => CypherValue,
): Record<string, CypherValue> {
  const kept: Record<string, CypherValue> = {};
  for (const [name, value] of properties) if (name !== searchKey && name !== "__proto__") kept[name] = convert(value);
  return kept;
}

/** All nodes and relationships in the rows, each once, wherever they stand in them. */
function* elementsIn(value: CypherValue): Generator<CypherNode | CypherRelationship> {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) for (const item of value) yield* elementsIn(item);
  else if (value.kind === "node" || value.kind === "relationship") yield value;
  else if (value.kind === "map") for (const [, item] of value.entries) yield* elementsIn(item);
  else if (value.kind === "path") yield* [...value.nodes, ...value.relationships];
}

/** The nodes in some values as the drawing takes them; what is no entity is left out. */
export function graphNodes(values: readonly CypherValue[]): GraphNode[] {
  return [...elementsIn([...values])].flatMap((element) => {
    if (element.kind !== "node") return [];
    const { id, labels, properties } = element;
    return id === null || !labels.includes(entityLabel) ? [] : [{ id, labels, properties: plain(properties) }];
  });
}

/** The relationships likewise; their ends may be no entities. */
export function graphRelationships(values: readonly CypherValue[]): GraphRelationship[] {
  return [...elementsIn([...values])].flatMap((element) => {
    if (element.kind !== "relationship") return [];
    const { id, type, start, end, properties } = element;
    return id === null || start === null || end === null
      ? []
      : [{ id, type, start, end, properties: plain(properties) }];
  });
}

function plain(properties: Readonly<Record<string, CypherValue>>): Properties {
  const kept: Properties = {};
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") kept[name] = value;
    else if (Array.isArray(value)) {
      if (value.every((item) => typeof item === "string") || value.every((item) => typeof item === "number"))
        kept[name] = value;
    } else if (value !== null && "value" in value)
      kept[name] = value.kind === "float" && Number.isFinite(Number(value.value)) ? Number(value.value) : value.value;
  }
  return kept;
}
