/** What the console answers, on both engines: each value as what it is, and the graph that is in the rows. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { consoleLimits, type CypherValue } from "../../schema/console.ts";
import { describeEachEngine } from "../support/engines.ts";
import { serveGuild } from "../server/support.ts";
import { answered, children, type Client, connect, endOf } from "./support.ts";

const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).toSorted();
const plainId = (value: CypherValue | undefined) =>
  typeof value === "object" && value !== null && "id" in value ? value.id : value;

describeEachEngine("an answer of the console", (engine) => {
  let client: Client;
  beforeAll(async () => {
    client = await connect(await serveGuild(engine.database));
  });
  afterAll(() => client.close());
  const ask = async (query: string, parameters = {}) => answered(await client.ask(query, parameters));

  it("holds nodes and relationships as such, without the search key, and the graph that they make", async () => {
    const { columns, rows, subgraph, truncated, warnings } = await ask(
      "MATCH (n:Entity {id: $id})-[r:FOUNDED]->(m) RETURN n AS who, r AS how, m AS what",
      { id: "ann" },
    );
    expect([columns, rows.length, truncated, warnings]).toEqual([["who", "how", "what"], 1, null, []]);
    const [who, how, what] = rows[0] ?? [];
    expect(who).toMatchObject({ kind: "node", id: "ann", properties: { nameEn: "Ann", aliases: ["Annie"] } });
    expect(how).toMatchObject({ kind: "relationship", type: "FOUNDED", start: "ann", end: "gamma" });
    expect(JSON.stringify([who, how, what, subgraph])).not.toContain('"search"');
    expect(ids(subgraph.nodes)).toEqual(["ann", "gamma"]);
    expect(ids(subgraph.relationships)).toEqual(["ann.founded.gamma"]);
  });

  it("adds both ends of a relationship that comes alone", async () => {
    const { subgraph } = await ask("MATCH (:Entity {id: 'ann'})-[r:FOUNDED]->() RETURN r AS r");
    expect(ids(subgraph.nodes)).toEqual(["ann", "gamma"]);
    expect(ids(subgraph.relationships)).toEqual(["ann.founded.gamma"]);
  });

  it("holds paths in their order, and elements within lists and maps", async () => {
    const { rows, subgraph } = await ask(
      "MATCH p = (a:Entity {id: 'ann'})-[:FOUNDED]->(b) RETURN p AS p, [a, 1] AS list, {b: b, search: 1} AS map",
    );
    const [path, list, map] = rows[0] ?? [];
    expect(path).toMatchObject({
      kind: "path",
      nodes: [{ id: "ann" }, { id: "gamma" }],
      relationships: [{ id: "ann.founded.gamma", start: "ann", end: "gamma" }],
    });
    expect(list).toMatchObject([{ kind: "node", id: "ann" }, 1]);
    expect(map).toMatchObject({ kind: "map", entries: [["b", { kind: "node", id: "gamma" }]] });
    expect(ids(subgraph.nodes)).toEqual(["ann", "gamma"]);
  });

  it("leaves what is no entity out of the graph, not out of the rows", async () => {
    const { rows, subgraph } = await ask("MATCH (o:Observation {id: $id})-[r:OF]->(e) RETURN o AS o, r AS r, e AS e", {
      id: "gamma.figure.revenue",
    });
    expect(plainId(rows[0]?.[0])).toBe("gamma.figure.revenue");
    expect(rows[0]?.[1]).toMatchObject({ kind: "relationship", type: "OF", start: "gamma.figure.revenue" });
    expect([ids(subgraph.nodes), subgraph.relationships]).toEqual([["gamma"], []]);
  });

  it("keeps scalars, and integers beyond what a number holds", async () => {
    const { rows } = await ask(
      "RETURN 1 AS a, 2.5 AS b, 9007199254740993 AS c, -9223372036854775807 AS d, true AS e, null AS f, '文' AS g, [1, null] AS h",
    );
    expect(rows).toEqual([
      [
        1,
        2.5,
        { kind: "integer", value: "9007199254740993" },
        { kind: "integer", value: "-9223372036854775807" },
        true,
        null,
        "文",
        [1, null],
      ],
    ]);
  });

  it("fills parameters in as values", async () => {
    const { rows } = await ask("RETURN $text AS text, $list AS list, $map.a AS a, $whole + 1 AS whole", {
      text: "') RETURN 1 //",
      list: [1, "b"],
      map: { a: 2 },
      whole: 41,
    });
    expect(rows).toEqual([["') RETURN 1 //", [1, "b"], 2, 42]]);
  });

  it.each([
    ["MATCH (n:Persn) RETURN n AS n", "unknown-label", "Persn", "Person"],
    ["MATCH (n:Person:Compny) RETURN n AS n", "unknown-label", "Compny", "Company"],
    ["MATCH (n) WHERE n:Zzzzzzzz RETURN n AS n", "unknown-label", "Zzzzzzzz", undefined],
    ["MATCH (:Person)-[r:FOUNDDE]->() RETURN r AS r", "unknown-type", "FOUNDDE", "FOUNDED"],
    ["MATCH (n:Person) WHERE n.nameEnn = 'Ann' RETURN n AS n", "unknown-property", "nameEnn", "nameEn"],
    ["MATCH (n:Person {nameEnn: 'Ann'}) RETURN n AS n", "unknown-property", "nameEnn", "nameEn"],
    ["MATCH (n:Person {zip: '1'}) RETURN n AS n", "unknown-property", "zip", undefined],
  ])("warns of a name that the graph does not have in %s", async (query, rule, name, meant) => {
    const { rows, warnings } = await ask(query);
    const place = { line: 1, column: query.indexOf(name) + 1 };
    expect(rows).toEqual([]);
    expect(warnings).toEqual([
      expect.objectContaining({ rule, name, start: place, ...(meant === undefined ? {} : { meant }) }),
    ]);
    expect(warnings[0]?.message).toBe(
      `No ${rule.slice("unknown-".length)} "${name}" here.${meant === undefined ? "" : ` Did you mean ${meant}?`}`,
    );
  });

  it.each([
    "MATCH (o:Observation)-[:OF]->(e:Entity) RETURN o.measure AS m, e.nameZhHans AS n",
    "WITH {persn: {x: 1}} AS m RETURN m.persn.x AS x, 'n:Persn' AS text // (n:Persn)",
    "MATCH (n:Person {id: $persn})-[r:FOUNDED|WORKED_AT]->() WHERE n:Entity AND type(r) = 'FOUNDDE' RETURN {persn: n.id} AS m",
    "MATCH (n:Person) WITH {persn: n.id} AS n RETURN n.persn AS id",
    "MATCH (n:Person) WITH collect({who: n.nameEn}) AS people RETURN [n IN people | n.who] AS whos",
    "MATCH (n:Person) WITH n, ({aaaa: 1}) AS m WHERE (n.id = 'x' OR {aaaa: 1} = {aaaa: 2}) RETURN m.aaaa AS a",
    "MATCH (n:Person) WHERE EXISTS { MATCH (n)-[:FOUNDED]->(:Company) } RETURN n.id AS id",
  ])("warns of no name in %s", async (query) => {
    const { warnings } = await ask(query, { persn: "ann" });
    expect(warnings.filter(({ rule }) => rule.startsWith("unknown-"))).toEqual([]);
  });

  it("is empty with its columns where nothing is found", async () => {
    const { columns, rows, truncated } = await ask(
      "MATCH (n:Entity {id: 'nobody'}) RETURN n.id AS id, n.nameEn AS name",
    );
    expect([columns, rows, truncated]).toEqual([["id", "name"], [], null]);
  });

  it("is cut off after its most rows, and says so", async () => {
    const { rows, truncated } = await ask("UNWIND range(1, 5000) AS x RETURN x");
    expect([rows.length, rows.at(-1), truncated]).toEqual([consoleLimits.rows, [consoleLimits.rows], "rows"]);
    const exact = await ask("UNWIND range(1, 1000) AS x RETURN x;  // no more");
    expect([exact.rows.length, exact.truncated]).toEqual([1000, null]);
    const own = await ask("UNWIND range(1, 5000) AS x RETURN x ORDER BY x DESC LIMIT 3");
    expect([own.rows, own.truncated]).toEqual([[[5000], [4999], [4998]], null]);
    const union = await ask("UNWIND range(1, 2) AS x RETURN x UNION ALL UNWIND range(3, 4) AS x RETURN x");
    expect(union.rows).toEqual([[1], [2], [3], [4]]);
  });

  it("is cut off where its rows grow too long, and says so", async () => {
    const { rows, truncated } = await ask("UNWIND range(1, 500) AS x RETURN x, $long AS long", {
      long: "x".repeat(100_000),
    });
    expect(truncated).toBe("bytes");
    expect(rows.length).toBeGreaterThan(10);
    expect(JSON.stringify(rows).length).toBeLessThanOrEqual(consoleLimits.bytes * 1.01);
  });

  it("says its limits and its engine", async () => {
    const { engine: name, limits } = await ask("RETURN 1 AS x");
    expect([name, limits]).toEqual([engine.name, consoleLimits]);
  });

  it("sees what was written since the one before", async () => {
    const count = "MATCH (n:Added) RETURN count(n) AS n";
    expect((await ask(count)).rows).toEqual([[0]]);
    await engine.database.write((transaction) => transaction.run("CREATE (:Added {id: 'added'})"));
    expect((await ask(count)).rows).toEqual([[1]]);
    await engine.database.write((transaction) => transaction.run("MATCH (n:Added) DETACH DELETE n"));
    expect((await ask(count)).rows).toEqual([[0]]);
  });

  describe("that is refused", () => {
    it.each([
      ["MATCH (n) RETRUN n", "syntax", { line: 1, column: 11 }],
      ["MATCH (n)\nRETURN n.id AS x,\n  m.id AS y", "syntax", { line: 3, column: 3 }],
      ["RETURN nonsense(1) AS x", "syntax", { line: 1, column: 8 }],
      ["MATCH (n)\n  SET n.x = 1", "writes", { line: 2, column: 3 }],
      ["MATCH (n:Person) WHERE n.x = 'SET' // CREATE\nDELETE n", "writes", { line: 2, column: 1 }],
      ["MATCH (n)\nCALL db.createLabel('x')\nRETURN n", "procedure", { line: 2, column: 6 }],
      ["SHOW INDEXES", "statement", { line: 1, column: 1 }],
      ["RETURN 1 AS x UNION\nLOAD CSV FROM 'x' AS l RETURN l AS x", "reads-files", { line: 2, column: 1 }],
      ["RETURN apoc.text.join(['a'], '') AS x", "procedure", { line: 1, column: 8 }],
    ])("%s names its place", async (query, kind, position) => {
      const told = await client.ask(query);
      // What has no procedure of that name may say so instead.
      expect(told).toMatchObject({ status: 400, position, remedy: expect.stringMatching(/\w/) });
      expect([kind, "syntax"]).toContain(endOf(told));
    });
  });

  it("that nobody waits for any more is not worked on", async () => {
    const before = new Set(children());
    const cancel = new AbortController();
    const endless = "MATCH (a), (b), (c), (d), (e), (f) RETURN count(a.id + f.id) AS n";
    // Two at once need a process more than the one that is idle, so it shows when both are begun.
    const asking = [0, 1].map(() => client.ask(endless, {}, cancel.signal));
    const ended = Promise.allSettled(asking);
    await vi.waitFor(() => expect(children().some((pid) => !before.has(pid))).toBe(true), 9000);
    const begun = children();
    cancel.abort();
    expect((await ended).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    await vi.waitFor(() => expect(children().filter((pid) => begun.includes(pid))).toEqual([]), 10_000);
  });

  it("waits its turn among others, and is turned away where too many wait", async () => {
    const most = consoleLimits.running + consoleLimits.waiting;
    const asked = Array.from({ length: most + 3 }, () => client.ask("UNWIND range(1, 20000) AS x RETURN sum(x) AS s"));
    const told = await Promise.all(asked);
    const turnedAway = told.filter((each) => !("columns" in each));
    expect(turnedAway.length).toBeLessThanOrEqual(3);
    expect(new Set(turnedAway.map((each) => endOf(each)))).toEqual(new Set(turnedAway.length > 0 ? ["busy"] : []));
  });
});

describeEachEngine("a request to the console", (engine) => {
  let client: Client;
  beforeAll(async () => {
    client = await connect(await serveGuild(engine.database));
  });
  afterAll(() => client.close());

  const send = async (init: RequestInit) => {
    const response = await fetch(`${client.address}/api/cypher`, init);
    return [response.status, (await response.json()) as { detail: string }] as const;
  };
  const body = JSON.stringify({ query: "RETURN 1 AS x" });

  it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])(
    "is not sent by a form of another site, as %s",
    async (type) => {
      expect((await send({ method: "POST", headers: { "Content-Type": type }, body }))[0]).toBe(415);
    },
  );

  it("is a POST of JSON in its form", async () => {
    const headers = { "Content-Type": "application/json" };
    expect((await send({}))[0]).toBe(405);
    expect((await send({ method: "PUT", headers, body }))[0]).toBe(405);
    expect(await send({ method: "POST", headers, body: "{query" })).toMatchObject([400, {}]);
    for (const wrong of ["{}", '{"query": ""}', '{"query": 1}', '{"query": "RETURN 1", "other": 2}', "[]", '"x"'])
      expect((await send({ method: "POST", headers, body: wrong }))[0]).toBe(400);
  });
});
