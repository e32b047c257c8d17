/** What the embedded engine gets wrong is warned of, at its place; what it gets right is not. */
import { describe, expect, it } from "vitest";
import { warningRules } from "../../schema/console.ts";
import { checkQuery } from "../../server/console/check.ts";
import { positionAt, tokensOf } from "../../server/console/text.ts";
import { warningsFor } from "../../server/console/warnings.ts";
import { openGrafeo } from "../../server/database/grafeo.ts";

const bad: readonly [rule: string, query: string, marked: string][] = [
  ["relationship-as-number", "MATCH (a)-[r]->(b) RETURN coalesce(r, null) AS r", "coalesce(r, null)"],
  ["relationship-as-number", "MATCH (a)-[r]->(b) RETURN CASE WHEN a.x THEN r END AS r", "THEN r"],
  [
    "relationship-as-number",
    "MATCH p = (a)-[*]->(b) RETURN [x IN relationships(p) WHERE x.y] AS xs",
    "[x IN relationships(p) WHERE x.y]",
  ],
  ["relationship-as-number", "MATCH (a)-[rs*1..2]->(b) RETURN [x IN rs | x] AS xs", "[x IN rs | x]"],
  ["relationship-as-number", "MATCH (a)-[r]->(b) WITH collect(r) AS rs RETURN rs + [1] AS xs", "rs + ["],
  ["ids-without-as", "MATCH (n)-->(m) RETURN n, count(m)", "RETURN n, count(m)"],
  [
    "shortest-path-filter",
    "MATCH p = shortestPath((a {id: 'a'})-[*..4]-(b {id: 'b'})) WHERE length(p) > 1 RETURN p AS p",
    "WHERE",
  ],
  ["optional-collect", "MATCH (n) OPTIONAL MATCH (n)-->(m) RETURN collect(m {.id}) AS ms", "collect(m {.id})"],
  ["text-equals-number", "MATCH (n) WHERE '1' = 1 RETURN n AS n", "'1' = 1"],
  ["ordering", "MATCH (n) RETURN true > false AS x", "true > false"],
  ["negative-slice", "MATCH (n) RETURN n.list[-1] AS x", "[-1]"],
  ["negative-slice", "MATCH (n) RETURN n.list[0..-1] AS x", "[0..-1]"],
  ["percentile-parameter", "MATCH (n) RETURN percentileCont(n.x, $p) AS x", "percentileCont(n.x, $p)"],
  ["sum-of-nothing", "MATCH (n) RETURN sum(n.x) AS x", "sum(n.x)"],
  ["power", "RETURN 2 ^ 3 ^ 2 AS x", "2 ^ 3 ^ 2"],
  ["type-predicate", "MATCH (a)-[r]->(b) WHERE r:KNOWS RETURN a AS a", "r:KNOWS"],
  ["pattern-comprehension", "MATCH (a) RETURN [(a)-->(b) | b.x] AS xs", "[(a)-->(b) | b.x]"],
  ["descending-bounds", "MATCH (a)-[*2..1]->(b) RETURN a AS a", "*2..1"],
  ["temporal", "RETURN duration('P1Y') AS d", "duration('P1Y')"],
  ["temporal", "RETURN date.truncate('year', x) AS d", "date.truncate"],
];

const good = [
  "MATCH (n:Person)-[r:WORKED_AT]->(c) RETURN n AS n, r AS r, c AS c, type(r) AS type LIMIT 10",
  "MATCH p = (a)-[*1..3]-(b) RETURN p AS p, [x IN relationships(p) | type(x)] AS types, nodes(p)[0] AS first",
  "MATCH (a)-[r]->(b) RETURN coalesce(r.start, '') AS start, CASE WHEN r.x THEN r.start ELSE 'r' END AS y",
  "MATCH (n) RETURN coalesce(sum(n.x), 0) AS x, count(*) AS count, collect(n {.id}) AS ns",
  "MATCH (n) WHERE n.x = '1' AND n.y = 1 AND n.z > 1 RETURN n.list[0..2] AS xs, [1, -1] AS ys, n.x - 1 AS z",
  "MATCH (n) WHERE n:Person AND NOT n:Company RETURN date('2020-01-01') AS d, 2 ^ 3 AS p",
  "// coalesce(r, r) sum(x) r:KNOWS\nMATCH (a)-[r:KNOWS]->(b) RETURN 'sum(x) 2^3^2' AS text, `sum`.x AS y",
];

describe("warnings of the embedded engine", () => {
  it.each(bad)("%s in %s", (rule, query, marked) => {
    const warnings = warningsFor(`MATCH (z)\n${query}`).filter((warning) => warning.rule === rule);
    expect(warnings).toHaveLength(1);
    const { start, end, message } = warnings[0] ?? { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } };
    expect(message).toMatch(/\.$/);
    expect([start.line, end.line]).toEqual([2, 2]);
    expect(query.slice(start.column - 1, end.column - 1)).toBe(marked);
  });

  it.each(good)("none for %s", (query) => {
    expect(warningsFor(query)).toEqual([]);
  });

  it("cover every rule", () => {
    const elsewhere = ["notice", "unknown-label", "unknown-type", "unknown-property"];
    expect(new Set([...bad.map(([rule]) => rule), ...elsewhere])).toEqual(new Set(warningRules));
  });

  it("are few, and quick to find in a long text", () => {
    expect(warningsFor("RETURN sum(x) AS x ".repeat(2600))).toHaveLength(20);
    expect(warningsFor("RETURN [(a)-->(b) | 1] AS x ".repeat(1700))).toHaveLength(20);
  });

  it("are right about the engine", async () => {
    const database = await openGrafeo();
    await database.write((transaction) => transaction.run("CREATE (a:A {id: 'a'})-[r:R {id: 'r'}]->(b:A {id: 'b'})"));
    const first = async (query: string) => (await database.console.run({ query, parameters: { p: 0.5 } })).rows[0]?.[0];
    expect(await first("MATCH ()-[r:R]->() RETURN coalesce(r, null) AS x")).toBe(0);
    expect(await first("MATCH (n:A)-->(m) RETURN n, count(m)")).toBe(0);
    expect(await first("RETURN '1' = 1 AS x")).toBe(true);
    expect(await first("MATCH (n:Nothing) RETURN sum(n.x) AS x")).toBe(null);
    expect(await first("MATCH ()-[r:R]->() RETURN r:R AS x")).toBe(null);
    expect(await first("RETURN 2 ^ 3 ^ 2 AS x")).toBe(512);
    expect(await first("RETURN true > false AS x")).toBe(null);
    await database.close();
  });
});

describe("tokens", () => {
  it("keep texts, names in backticks and comments apart from the rest", () => {
    const kinds = tokensOf("MATCH (`a b` {x: 'it\\'s // no'}) /* RETURN */ // end\nRETURN $p, 1.5e3..2").map(
      ({ kind, text }) => `${kind} ${text}`,
    );
    expect(kinds).toEqual([
      "word MATCH",
      "symbol (",
      "quoted a b",
      "symbol {",
      "word x",
      "symbol :",
      "text 'it\\'s // no'",
      "symbol }",
      "symbol )",
      "word RETURN",
      "parameter $p",
      "symbol ,",
      "number 1.5e3",
      "symbol ..",
      "number 2",
    ]);
  });

  it("have places in lines and columns", () => {
    expect(positionAt("a\r\nbc\n\nd", 4)).toEqual({ line: 2, column: 2 });
    expect(positionAt("a\r\nbc\n\nd", 7)).toEqual({ line: 4, column: 1 });
  });
});

describe("the check of a text", () => {
  const check = (query: string) => checkQuery({ query, parameters: {} });

  it.each([
    "MATCH (n) RETURN n",
    "  /* first */ optional match (n) return n",
    "MATCH (load {csv: 1}) RETURN load.csv AS x",
    "MATCH (n:Create) WHERE n.set = 'DELETE' RETURN n.merge AS x",
    "RETURN date.truncate('year', date('2020-01-01')) AS d, n.a.b AS x",
  ])("lets %s through", (query) => {
    expect(() => check(query)).not.toThrow();
  });

  it("sees through escapes", () => {
    expect(() => check("RETURN \\u0061poc.x() AS x")).toThrow("functions allowed");
    expect(() => check("\\u004cOAD CSV FROM 'x' AS l RETURN l")).toThrow("LOAD");
  });
});
