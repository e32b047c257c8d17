/** The console's parts that need no browser: completion, parameters, examples, what was run before, and values in words. */
import { beforeAll, describe, expect, it } from "vitest";
import { DatasetSummary, Vocabulary } from "../../schema/api.ts";
import { type CypherAnswer, type CypherValue, consoleLimits } from "../../schema/console.ts";
import { suggestAt } from "../../client/cypher/completion.ts";
import { examplesOf } from "../../client/cypher/examples.ts";
import { parametersIn } from "../../client/cypher/parameters.ts";
import { forget, readPast, remember } from "../../client/cypher/past.ts";
import { columnsOf, rowsAsJson, wordsOf } from "../../client/cypher/values.ts";
import { describeEachEngine } from "../support/engines.ts";
import { get, serveGuild } from "../server/support.ts";

const node: CypherValue = { kind: "node", id: "ann", labels: ["Entity"], properties: { nameEn: "Ann" } };
const answer: CypherAnswer = {
  engine: "grafeo",
  columns: ["n", "r", "count"],
  rows: [
    [node, { kind: "relationship", id: "r", type: "KNOWS", start: "ann", end: "bob", properties: {} }, 2],
    [null, null, { kind: "integer", value: "9007199254740993" }],
  ],
  truncated: null,
  milliseconds: 1,
  warnings: [],
  subgraph: { nodes: [{ id: "ann", labels: ["Entity"], properties: { nameEn: "Ann" } }], relationships: [] },
  limits: consoleLimits,
};

describe("values", () => {
  it("are said by name, and a big integer whole", () => {
    const [first, second, third] = columnsOf(answer, "en");
    const rows = answer.rows.map((values, index) => ({ id: String(index), values }));
    const said = rows.map((row) => [first, second, third].map((column) => column?.cell(row)?.text ?? null));
    expect(said).toEqual([
      ["Ann", "Ann –[KNOWS]→ bob", "2"],
      [null, null, "9007199254740993"],
    ]);
    expect([first?.isNumeric, third?.isNumeric]).toEqual([false, true]);
    expect(first?.cell(rows[0] ?? { id: "", values: [] })?.links).toMatchObject([{ node: "ann", text: "Ann" }]);
    expect(wordsOf([1, { kind: "map", entries: [["a", true]] }], "en")).toBe("[1, {a: true}]");
  });

  it("become plain JSON under the columns' names", () => {
    expect(JSON.parse(rowsAsJson(answer))).toEqual([
      {
        n: { id: "ann", labels: ["Entity"], properties: { nameEn: "Ann" } },
        r: { id: "r", type: "KNOWS", start: "ann", end: "bob", properties: {} },
        count: 2,
      },
      { n: null, r: null, count: "9007199254740993" },
    ]);
  });
});

describe("parameters", () => {
  it("are an object, or nothing", () => {
    expect(parametersIn(" ")).toEqual({ values: {} });
    expect(parametersIn('{"a": [1]}')).toEqual({ values: { a: [1] } });
    expect(parametersIn("{a: 1}")).toMatchObject({ fault: "json" });
    for (const other of ["[1]", "1", "null", '"a"']) expect(parametersIn(other)).toMatchObject({ fault: "object" });
  });
});

describe("what was run before", () => {
  const page = () => {
    const kept = new Map<string, string>();
    const localStorage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
    return { localStorage: localStorage as unknown as Storage };
  };
  const draft = (query: string) => ({ query, parameters: "" });

  it("comes back the latest first, each once", () => {
    const here = page();
    for (const query of ["one", "two", "one"]) remember(here, draft(query));
    expect(readPast(here)).toEqual([draft("one"), draft("two")]);
    forget(here);
    expect(readPast(here)).toEqual([]);
  });

  it("is nothing where storage is forbidden or holds something else", () => {
    const broken = page();
    broken.localStorage.setItem("alumnigraph.cypher", "{");
    expect(readPast(broken)).toEqual([]);
    const forbidden = {
      get localStorage(): Storage {
        throw new DOMException("forbidden", "SecurityError");
      },
    };
    expect(remember(forbidden, draft("one"))).toEqual([draft("one")]);
  });
});

describeEachEngine("in the words of a data set", (engine) => {
  let vocabulary: Vocabulary;
  let dataset: DatasetSummary;
  beforeAll(async () => {
    const app = await serveGuild(engine.database);
    vocabulary = await get(app, "/api/vocabulary", Vocabulary);
    dataset = await get(app, "/api/dataset", DatasetSummary);
  });

  it("each example runs and finds something", async () => {
    const examples = examplesOf(dataset, vocabulary, "en");
    expect(examples.map(({ id }) => id)).toEqual(["neighbors", "career", "path", "labels", "types", "certainty"]);
    for (const { query, parameters } of examples) {
      const values = parametersIn(parameters);
      expect(values).toHaveProperty("values");
      const found = await engine.database.console.run({ query, parameters: "values" in values ? values.values : {} });
      expect([query, found.rows.length > 0, found.warnings]).toEqual([query, true, []]);
    }
  });

  it.each([
    ["MATCH (n:Per", "label", "Person", 3],
    ["MATCH (n)-[r:", "type", "WORKED_AT", 0],
    ["MATCH (n)-[r:FOUNDED|WOR", "type", "WORKED_AT", 3],
    ["MATCH (n) WHERE n.na", "property", "nameEn", 2],
    ["MATCH (n {id: $i", "parameter", "id", 1],
    ["MATCH (person) RETURN per", "variable", "person", 3],
    ["MAT", "keyword", "MATCH", 3],
  ])("after %s a %s such as %s is offered", (before, kind, text, taken) => {
    const found = suggestAt(before, before, vocabulary, "en", ["id"]);
    expect(found?.taken).toBe(taken);
    expect(found?.suggestions).toContainEqual(expect.objectContaining({ text, kind }));
  });

  it("nothing is offered after a number, in a map, or where nothing is begun", () => {
    for (const before of ["RETURN 1.", "MATCH (n {id:", "MATCH (n) "])
      expect(suggestAt(before, before, vocabulary, "en", [])).toBe(null);
  });
});
