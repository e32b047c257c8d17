import { describe, expect, it } from "vitest";
import { checkParameters } from "../../server/database/parameters.ts";
import { toNeo4j } from "../../server/database/neo4j/parameters.ts";

const shared = [1, 2];
const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)]);

describe("checkParameters", () => {
  it.each<[string, unknown]>([
    ["nothing", {}],
    ["scalars", { a: "x", b: 1.5, c: true, d: null, e: -0, f: Number.MAX_VALUE }],
    ["lists and maps of them", { rows: [{ id: "a", xs: [1, "a", null], m: { deep: [{}] } }] }],
    ["properties, some of them null", { properties: { a: null, b: ["x", "y"], c: [1, 2.5], d: [] } }],
    ["a map without a prototype", { m: Object.assign(Object.create(null), { a: 1 }) }],
    ["49 levels", { a: nested(48) }],
    ["the same list twice", { a: shared, b: shared }],
  ])("takes %s", (_, parameters) => {
    expect(() => checkParameters(parameters)).not.toThrow();
  });

  it.each<[string, unknown, string]>([
    ["undefined", { rows: [{}, {}, {}, { name: undefined }] }, "parameters.rows[3].name is undefined"],
    ["a date", { since: new Date() }, "parameters.since is a Date"],
    ["a map object", { m: new Map() }, "parameters.m is a Map"],
    ["a set", { s: [new Set()] }, "parameters.s[0] is a Set"],
    ["an instance of a class", { x: new URL("http://localhost") }, "parameters.x is a URL"],
    ["a buffer", { x: Buffer.from("a") }, "parameters.x is a Buffer"],
    ["NaN", { x: Number.NaN }, "parameters.x is NaN"],
    ["infinity", { x: [1, -Infinity] }, "parameters.x[1] is -Infinity"],
    ["a bigint", { x: 1n }, "parameters.x is 1"],
    ["a function", { x: Math.abs }, "parameters.x is function"],
    ["a symbol", { x: Symbol("s") }, "parameters.x is Symbol(s)"],
    ["a hole in a list", { x: [1, , 2] }, "parameters.x[1] is undefined"], // oxlint-disable-line no-sparse-arrays
    ["a key that is null", { rows: [{ id: null }] }, "parameters.rows[0].id is null"],
    ["an id that is null", { id: null }, "parameters.id is null"],
    ["a name that is no word", { rows: [{ "a b": undefined }] }, 'parameters.rows[0]["a b"] is undefined'],
    [
      "a map as a property",
      { rows: [{ properties: { money: { value: 1 } } }] },
      "parameters.rows[0].properties.money cannot be stored",
    ],
    ["a list in a list as a property", { properties: { xs: [[1]] } }, "parameters.properties.xs cannot be stored"],
    ["a mixed list as a property", { properties: { xs: [1, "a"] } }, "parameters.properties.xs cannot be stored"],
    [
      "a null in a list as a property",
      { properties: { xs: ["a", null] } },
      "parameters.properties.xs cannot be stored",
    ],
    ["51 levels", { a: nested(51) }, "more than 50 levels"],
    ["200,000 levels", { a: deep(200_000) }, "more than 50 levels"],
    ["a list instead of a map", [1], "parameters is a list"],
    ["nothing instead of a map", null, "parameters is null"],
  ])("refuses %s and names the place", (_, parameters, message) => {
    expect(() => checkParameters(parameters)).toThrow(TypeError);
    expect(() => checkParameters(parameters)).toThrow(message);
  });

  it("refuses a value that contains itself", () => {
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    expect(() => checkParameters(circular)).toThrow("more than 50 levels");
  });
});

describe("toNeo4j", () => {
  it("makes integers of whole numbers and leaves the rest, at every depth", () => {
    const converted = toNeo4j({ a: 1, b: 1.5, c: [2, { d: 3, e: "x", f: null, g: true }], h: 1e300 });
    expect(converted).toMatchObject({
      a: { low: 1, high: 0 },
      b: 1.5,
      c: [{ low: 2 }, { d: { low: 3 }, e: "x", f: null, g: true }],
      h: 1e300,
    });
  });
});

function deep(levels: number): unknown {
  let value: unknown = 1;
  for (let i = 0; i < levels; i++) value = [value];
  return value;
}
