import { describe, expect, it } from "vitest";
import { findProblems, rules } from "./portable.ts";
import { clausesOf, splitAtCommas, withoutWords } from "./text.ts";

describe("the rules of portable Cypher", () => {
  it("have names of their own", () => {
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
  });

  describe.each(rules)("$name", (rule) => {
    it.each(rule.bad)("catches %s", (query) => {
      expect(findProblems(query, [rule])).toMatchObject([{ rule: rule.name }]);
    });

    it.each(rule.good)("lets through %s", (query) => {
      expect(findProblems(query, [rule])).toEqual([]);
    });

    it("is not misled by comments and texts", () => {
      for (const query of rule.bad) {
        expect(findProblems(`MATCH (n) // ${query}\nRETURN n.id AS id /* ${query} */`, [rule])).toEqual([]);
      }
    });
  });
});

describe("withoutWords", () => {
  it("empties texts and comments and keeps every place", () => {
    const query = "MATCH (n {a: 'x\\'y', b: \"z\"}) // say 'hi'\n/* a\nb */ RETURN n.`my name` AS x";
    const text = withoutWords(query);
    expect(text).toHaveLength(query.length);
    expect(text.split("\n")).toHaveLength(3);
    expect(text.replace(/ +/g, " ")).toBe("MATCH (n {a: ' ', b: ' '}) \n \n RETURN n.`qqqqqqq` AS x");
  });
});

describe("splitAtCommas", () => {
  it("leaves brackets whole", () => {
    expect(splitAtCommas("a, f(b, c), [d, {e: 1, f: 2}]")).toEqual(["a", "f(b, c)", "[d, {e: 1, f: 2}]"]);
  });
});

describe("clausesOf", () => {
  it("finds clauses, also in CALL, and none in comprehensions and EXISTS", () => {
    const text =
      "MATCH (n) WHERE EXISTS { MATCH (n)--(m) WHERE m.x } CALL { WITH n MATCH (n) RETURN 1 AS a } RETURN [x IN xs WHERE x | x] AS b ORDER BY b LIMIT 2";
    expect(clausesOf(text).map(({ keyword, body }) => [keyword, body.trim()])).toEqual([
      ["MATCH", "(n)"],
      ["WHERE", "EXISTS { MATCH (n)--(m) WHERE m.x }"],
      ["CALL", "{"],
      ["WITH", "n"],
      ["MATCH", "(n)"],
      ["RETURN", "1 AS a"],
      ["RETURN", "[x IN xs WHERE x | x] AS b"],
      ["ORDER BY", "b"],
      ["LIMIT", "2"],
    ]);
  });
});
