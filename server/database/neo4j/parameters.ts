/** Parameters as the driver wants them. */
import neo4j from "neo4j-driver";
import type { Parameter, Parameters } from "../parameters.ts";

/** A plain number would arrive as a float, which neither LIMIT nor an index lookup of an integer takes. */
export const toNeo4j = (parameters: Parameters): Record<string, unknown> => mapValues(parameters);

const mapValues = (map: Parameters) =>
  Object.fromEntries(Object.entries(map).map(([key, value]) => [key, convert(value)]));

function convert(value: Parameter): unknown {
  if (typeof value === "number") return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (typeof value !== "object" || value === null) return value;
  return isList(value) ? value.map(convert) : mapValues(value);
}

const isList = (value: object): value is readonly Parameter[] => Array.isArray(value);
