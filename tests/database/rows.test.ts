import { describe, expect, it } from "vitest";
import { plainRows } from "../../server/database/rows.ts";

describe("plainRows", () => {
  it("drops the search key from every map, at any depth, and from no alias", () => {
    const properties = { id: "a", search: "a|甲" };
    const without = { id: "a" };
    expect(
      plainRows([
        {
          node: { id: "a", properties },
          path: { nodes: [{ properties }] },
          list: [properties],
          properties,
          search: "a|甲",
        },
      ]),
    ).toEqual([
      {
        node: { id: "a", properties: without },
        path: { nodes: [{ properties: without }] },
        list: [without],
        properties: without,
        search: "a|甲",
      },
    ]);
  });

  it("leaves what it was given as it was", () => {
    const row = { properties: { search: "a" } };
    plainRows([row]);
    expect(row).toEqual({ properties: { search: "a" } });
  });

  it("makes numbers of 64-bit integers", () => {
    expect(plainRows([{ a: 1n, b: [-2n, { c: 9007199254740991n }] }])).toEqual([
      { a: 1, b: [-2, { c: 9007199254740991 }] },
    ]);
  });

  it.each<[string, unknown, string]>([
    ["an integer that a number cannot hold", [{ big: 9007199254740992n }], "x[0].big"],
    ["a number that is none", { y: Number.NaN }, "x.y"],
    ["infinity", Infinity, "x"],
    ["a date", [new Date()], "x[0]"],
    ["bytes", Buffer.from("a"), "x"],
    ["an instance of a class", new URL("http://localhost"), "x"],
    ["a node as Grafeo flattens it", { _id: 1, _labels: ["A"], id: "a" }, "x"],
    ["a relationship as Grafeo flattens it", { _id: 1, _type: "R", _source: 1, _target: 2 }, "x"],
    ["undefined", undefined, "x"],
  ])("throws for %s and names the place", (_, value, place) => {
    expect(() => plainRows([{ x: value }])).toThrow(`${place} is`);
  });
});
