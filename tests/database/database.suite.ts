/** What every adapter must do. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { InvalidStatement, Unavailable } from "../../server/errors.ts";
import type { GraphDatabase } from "../../server/database/database.ts";
import type { Parameters } from "../../server/database/parameters.ts";

const create = "CREATE (n:Entity {id: $id}) SET n += $properties";
const ids = "MATCH (n:Entity) RETURN n.id AS id ORDER BY id";

/**
 * Declares the suite. `open` gives a database that is new to the caller: the data of an earlier one where the adapter
 * keeps any, which `testDatabase` then takes out itself.
 */
export function testDatabase(name: string, open: () => Promise<GraphDatabase>): void {
  describe(`adapter ${name}`, () => {
    let database: GraphDatabase;
    beforeAll(async () => {
      database = await open();
    });
    afterAll(() => database.close());
    beforeEach(async () => {
      await database.write((transaction) => transaction.run("MATCH (n) DETACH DELETE n"));
    });

    const add = (id: string, properties: Parameters = {}) =>
      database.write((transaction) => transaction.run(create, { id, properties }));
    const allIds = async () => (await database.read(ids)).map((row) => row.id);

    describe("write", () => {
      it("commits what its work did and returns what its work returned", async () => {
        const rows = await database.write((transaction) =>
          transaction.run("CREATE (n:Entity {id: $id}) RETURN n.id AS id", { id: "a" }),
        );
        expect(rows).toEqual([{ id: "a" }]);
        expect(await allIds()).toEqual(["a"]);
      });

      it("lets the work see its own changes", async () => {
        const seen = await database.write(async (transaction) => {
          await transaction.run(create, { id: "a", properties: {} });
          return transaction.run(ids);
        });
        expect(seen).toEqual([{ id: "a" }]);
      });

      it("leaves nothing when a statement fails", async () => {
        const writing = database.write(async (transaction) => {
          await transaction.run(create, { id: "a", properties: {} });
          await transaction.run("MATCH (n RETURN n");
        });
        await expect(writing).rejects.toThrow(InvalidStatement);
        expect(await allIds()).toEqual([]);
      });

      it("leaves nothing when the work throws, and throws the same", async () => {
        const mine = new Error("changed my mind");
        const writing = database.write(async (transaction) => {
          await transaction.run(create, { id: "a", properties: {} });
          throw mine;
        });
        await expect(writing).rejects.toBe(mine);
        expect(await allIds()).toEqual([]);
      });

      it("leaves nothing when the work swallows the error of a statement", async () => {
        const writing = database.write(async (transaction) => {
          await transaction.run(create, { id: "a", properties: {} });
          await transaction.run("MATCH (n RETURN n").catch(() => undefined);
        });
        await expect(writing).rejects.toThrow(InvalidStatement);
        expect(await allIds()).toEqual([]);
      });

      it("runs nothing more after a failed statement", async () => {
        const writing = database.write(async (transaction) => {
          await transaction.run("MATCH (n RETURN n").catch(() => undefined);
          await transaction.run(create, { id: "a", properties: {} });
        });
        await expect(writing).rejects.toThrow(InvalidStatement);
        expect(await allIds()).toEqual([]);
      });

      it("waits for statements that its work did not wait for", async () => {
        await database.write(async (transaction) => {
          void transaction.run(create, { id: "a", properties: {} });
          void transaction.run(create, { id: "b", properties: {} });
        });
        expect(await allIds()).toEqual(["a", "b"]);
      });

      it("runs a statement with each of many parameters, between what came before and what comes after", async () => {
        const many = Array.from({ length: 40 }, (_, index) => ({ id: `n${index}`, properties: { place: index } }));
        const [count] = await database.write(async (transaction) => {
          void transaction.run(create, { id: "first", properties: {} });
          const all = transaction.runEach(
            "MATCH (f:Entity {id: 'first'}) CREATE (n:Entity {id: $id}) SET n += $properties",
            many,
          );
          const counted = transaction.run("MATCH (n:Entity) RETURN count(n) AS count");
          await all;
          return counted;
        });
        expect(count).toEqual({ count: 41 });
        expect(await database.read("MATCH (n:Entity {id: 'n39'}) RETURN n.place AS place")).toEqual([{ place: 39 }]);
      });

      it.each([0, 1, 20, 39])("leaves nothing when the %ith of many parameters fails", async (failing) => {
        const many = Array.from({ length: 40 }, (_, index) => ({
          id: `n${index === failing ? 100 : index}`,
          properties: {},
        }));
        await add("n100");
        const writing = database.write((transaction) => transaction.runEach(create, many));
        await expect(writing).rejects.toMatchObject({ kind: "constraint" });
        expect(await allIds()).toEqual(["n100"]);
        await add("after");
      });

      it("leaves nothing when making the parameters fails midway", async () => {
        const mine = new Error("mine");
        function* failing() {
          yield { id: "a", properties: {} };
          throw mine;
        }
        await expect(database.write((transaction) => transaction.runEach(create, failing()))).rejects.toBe(mine);
        expect(await allIds()).toEqual([]);
      });

      it("refuses statements once its work has returned", async () => {
        const kept = await database.write(async (transaction) => ({ transaction }));
        await expect(kept.transaction.run(create, { id: "a", properties: {} })).rejects.toThrow("over");
      });

      it("refuses to be called inside its own work", async () => {
        await expect(database.write(() => add("a"))).rejects.toThrow("inside");
        await add("b");
        expect(await allIds()).toEqual(["b"]);
      });

      it("is seen by no read before it commits", async () => {
        await database.write(async (transaction) => {
          await transaction.run(create, { id: "a", properties: {} });
          expect(await allIds()).toEqual([]);
        });
        expect(await allIds()).toEqual(["a"]);
      });

      it("is seen by every read after it commits", async () => {
        for (let i = 0; i < 20; i++) {
          await add(`n${i}`);
          expect(await database.read("MATCH (n:Entity) RETURN count(n) AS count")).toEqual([{ count: i + 1 }]);
        }
      });

      it("applies all of many at once", async () => {
        await add("counter", { count: 0 });
        const increment = "MATCH (n:Entity {id: $id}) SET n.count = n.count + 1";
        await Promise.all(
          Array.from({ length: 20 }, () =>
            database.write((transaction) => transaction.run(increment, { id: "counter" })),
          ),
        );
        expect(await database.read("MATCH (n:Entity {id: $id}) RETURN n.count AS count", { id: "counter" })).toEqual([
          { count: 20 },
        ]);
      });

      it("makes one node of many MERGE at once", async () => {
        const merge = "UNWIND $rows AS row MERGE (n:Entity {id: row.id}) SET n += row.properties";
        const rows = ["a", "b"].map((id) => ({ id, properties: { kind: "Company" } }));
        await Promise.all(
          Array.from({ length: 20 }, () => database.write((transaction) => transaction.run(merge, { rows }))),
        );
        expect(await allIds()).toEqual(["a", "b"]);
      });

      it("makes one relationship of many MERGE at once", async () => {
        await add("a");
        await add("b");
        const merge = "MATCH (a:Entity {id: $a}) MATCH (b:Entity {id: $b}) MERGE (a)-[r:KNOWS {id: $id}]->(b)";
        await Promise.all(
          Array.from({ length: 20 }, () =>
            database.write((transaction) => transaction.run(merge, { a: "a", b: "b", id: "a.knows.b" })),
          ),
        );
        expect(
          await database.read("MATCH (a:Entity {id: $a}) MATCH (a)-[r]->(b) RETURN r.id AS id, b.id AS end", {
            a: "a",
          }),
        ).toEqual([{ id: "a.knows.b", end: "b" }]);
      });

      it.each(["Entity", "Observation"])("refuses a second %s with the same id", async (label) => {
        const statement = `CREATE (n:${label} {id: $id})`;
        await database.write((transaction) => transaction.run(statement, { id: "same" }));
        const second = database.write((transaction) => transaction.run(statement, { id: "same" }));
        await expect(second).rejects.toMatchObject({
          name: "InvalidStatement",
          kind: "constraint",
          remedy: expect.stringContaining("id"),
        });
        expect(await database.read(`MATCH (n:${label}) RETURN count(n) AS count`)).toEqual([{ count: 1 }]);
      });
    });

    describe("read", () => {
      it.each([
        ["CREATE", "CREATE (n:Entity {id: 'new'})"],
        ["MERGE that creates", "MERGE (n:Entity {id: 'new'}) RETURN n.id AS id"],
        ["MERGE that finds", "MERGE (n:Entity {id: 'a'}) RETURN n.id AS id"],
        ["MERGE of a relationship", "MATCH (a:Entity {id: 'a'}) MERGE (a)-[r:SELF {id: 'r'}]->(a)"],
        ["SET", "MATCH (n:Entity) SET n.x = 1 RETURN n.id AS id"],
        ["SET to null", "MATCH (n:Entity) SET n.x = null"],
        ["SET of a label", "MATCH (n:Entity) SET n:Company"],
        ["REMOVE", "MATCH (n:Entity) REMOVE n.id"],
        ["DELETE", "MATCH (n:Entity) DETACH DELETE n"],
        ["a write in CALL", "MATCH (n:Entity) CALL { WITH n SET n.x = 1 } RETURN n.id AS id"],
        ["FOREACH", "MATCH (n:Entity) FOREACH (i IN [1] | SET n.x = i)"],
        ["a write behind a comment", "/* MATCH */ CREATE (n:Entity {id: 'new'}) // RETURN"],
        ["an index", "CREATE INDEX forbidden FOR (n:Forbidden) ON (n.x)"],
      ])("refuses %s", async (_, statement) => {
        await add("a");
        const reading = database.read(statement);
        await expect(reading).rejects.toMatchObject({ name: "InvalidStatement", kind: "readOnly" });
        expect(await database.read("MATCH (n:Entity) RETURN n.id AS id, n.x AS x, size(labels(n)) AS labels")).toEqual([
          { id: "a", x: null, labels: 1 },
        ]);
      });

      it("takes words for data that look like a write", async () => {
        const text = "x\n  Create (n)";
        await add("a", { text });
        expect(await database.read("MATCH (n:Entity) WHERE n.text = 'x\n  Create (n)' RETURN n.text AS text")).toEqual([
          { text },
        ]);
      });

      it("answers many at once", async () => {
        await add("a");
        const answers = await Promise.all(
          Array.from({ length: 50 }, (_, i) =>
            database.read("MATCH (n:Entity {id: $id}) RETURN $i AS i", { id: "a", i }),
          ),
        );
        expect(answers.flat().map((row) => row.i)).toEqual(Array.from({ length: 50 }, (_, i) => i));
      });

      it("answers no rows with an empty list", async () => {
        expect(await database.read("MATCH (n:Nothing {id: $id}) RETURN n.id AS id", { id: "a" })).toEqual([]);
      });
    });

    describe("an error in a statement", () => {
      it.each([
        ["syntax", "MATCH (n RETURN n.id AS id", { kind: "syntax", position: { line: 1, column: 10 } }],
        [
          "syntax on a later line",
          "MATCH (n)\nWHERE n.x = = 1\nRETURN n.id AS id",
          { kind: "syntax", position: { line: 2, column: 13 } },
        ],
        ["an unknown variable", "RETURN nobody AS id", { kind: "syntax" }],
        ["a missing parameter", "MATCH (n:Entity {id: $missing}) RETURN n.id AS id", { kind: "syntax" }],
        ["a division by zero", "RETURN 1 / 0 AS x", { kind: "data" }],
      ])("says where or what it is: %s", async (_, statement, expected) => {
        const error = {
          name: "InvalidStatement",
          remedy: expect.any(String),
          message: expect.stringMatching(/\S/),
          ...expected,
        };
        await expect(database.read(statement)).rejects.toMatchObject(error);
        await expect(database.write((transaction) => transaction.run(statement))).rejects.toMatchObject(error);
      });

      it("names the place in its message", async () => {
        await expect(database.read("MATCH (n RETURN n.id AS id")).rejects.toThrow("(line 1, column 10)");
      });
    });

    describe("parameters", () => {
      it("are refused by place, in reads and writes, and nothing is written", async () => {
        const rows = [{ id: "a", since: new Date(0) }] as unknown as Parameters[];
        const place = "parameters.rows[0].since is a Date";
        await expect(database.read("UNWIND $rows AS row RETURN row.id AS id", { rows })).rejects.toThrow(place);
        const writing = database.write(async (transaction) => {
          await transaction.run(create, { id: "a", properties: {} });
          await transaction.run("UNWIND $rows AS row MERGE (n:Entity {id: row.id})", { rows });
        });
        await expect(writing).rejects.toThrow(place);
        expect(await allIds()).toEqual([]);
      });
    });

    describe("values", () => {
      it.each<[string, Parameters]>([
        ["integers", { x: 0, y: -1, z: Number.MAX_SAFE_INTEGER, w: Number.MIN_SAFE_INTEGER }],
        ["fractions", { x: 0.1, y: -1.5e-7, z: 1e300 }],
        ["booleans", { x: true, y: false }],
        ["any script", { x: "張建中", y: "𠮷野家 👩‍💻 e\u0301", z: "\u0000\n\t\"'`\\" }],
        ["an empty text", { x: "" }],
        ["an empty list", { x: [] }],
        ["lists", { x: ["b", "a"], y: [3, 1, 2], z: [0.5, 1.5], w: [true, false] }],
      ])("come back from a node as they were: %s", async (_, properties) => {
        await add("a", properties);
        expect(
          await database.read("MATCH (n:Entity {id: $id}) RETURN properties(n) AS properties", { id: "a" }),
        ).toEqual([{ properties: { id: "a", ...properties } }]);
      });

      it("come back as they were handed in, however nested, with their nulls", async () => {
        const value = { list: [1, "a", null, [true, { deep: [] }]], map: { none: null, empty: {} }, text: "" };
        expect(await database.read("RETURN $value AS value, $none AS none", { value, none: null })).toEqual([
          { value, none: null },
        ]);
      });

      it("that are null are taken away by SET, and missing ones are null", async () => {
        await add("a", { x: 1, y: 2 });
        await database.write((transaction) =>
          transaction.run("MATCH (n:Entity {id: $id}) SET n += $properties", { id: "a", properties: { x: null } }),
        );
        expect(
          await database.read("MATCH (n:Entity {id: $id}) RETURN properties(n) AS properties, n.x AS x", { id: "a" }),
        ).toEqual([{ properties: { id: "a", y: 2 }, x: null }]);
      });

      it("that are integers serve as LIMIT and as keys", async () => {
        await add("a", { n: 1 });
        await add("b", { n: 2 });
        expect(
          await database.read(
            "MATCH (n:Entity) WHERE n.n >= $least RETURN n.id AS id ORDER BY id SKIP $skip LIMIT $limit",
            { least: 1, skip: 1, limit: 1 },
          ),
        ).toEqual([{ id: "b" }]);
        expect(await database.read("MATCH (n:Entity {n: $n}) RETURN n.id AS id, 7 / $n AS half", { n: 2 })).toEqual([
          { id: "b", half: 3 },
        ]);
      });

      it("that a number cannot hold exactly are an error that names the place", async () => {
        await expect(database.read("RETURN {big: [9007199254740993]} AS value")).rejects.toThrow(
          "value.big[0] is 9007199254740993",
        );
      });

      it("that are bare nodes, relationships or paths are an error that says what to return", async () => {
        await add("a");
        await database.write((transaction) =>
          transaction.run("MATCH (a:Entity {id: $a}) MERGE (a)-[r:SELF {id: $id}]->(a)", { a: "a", id: "r" }),
        );
        for (const returned of ["a AS x", "r AS x", "p AS x", "[a] AS x", "{a: a} AS x"]) {
          await expect(database.read(`MATCH p = (a:Entity)-[r]->(b) RETURN ${returned}`)).rejects.toThrow(
            "map projection",
          );
        }
      });
    });

    it("rows never carry the search key, but an alias may ask for it", async () => {
      await add("a", { nameEn: "A", search: "a|甲" });
      const statement = `MATCH (n:Entity {id: $id})
        RETURN {id: n.id, properties: properties(n)} AS node, n{.*} AS projection, [n{.nameEn, .search}] AS list, n.search AS search`;
      const row = {
        node: { id: "a", properties: { id: "a", nameEn: "A" } },
        projection: { id: "a", nameEn: "A" },
        list: [{ nameEn: "A" }],
        search: "a|甲",
      };
      expect(await database.read(statement, { id: "a" })).toEqual([row]);
      expect(await database.write((transaction) => transaction.run(statement, { id: "a" }))).toEqual([row]);
    });

    it("ready resolves while it is open, and save returns", async () => {
      await expect(database.ready()).resolves.toBeUndefined();
      await add("a");
      await expect(database.save()).resolves.toBeUndefined();
    });

    it("names its engine", () => {
      expect(["grafeo", "neo4j"]).toContain(database.engine);
    });
  });

  describe(`adapter ${name}, when closed`, () => {
    it("has waited for the writes under way", async () => {
      const database = await open();
      let done = 0;
      const writing = Array.from({ length: 5 }, (_, i) =>
        database
          .write((transaction) => transaction.run("MERGE (n:Entity {id: $id})", { id: `closing-${i}` }))
          .then(() => done++),
      );
      await database.close();
      expect(done).toBe(5);
      await Promise.all(writing);
    });

    it("is closed again without harm", async () => {
      const database = await open();
      await Promise.all([database.close(), database.close()]);
      await expect(database.close()).resolves.toBeUndefined();
    });

    it("answers nothing more, and says so with a remedy", async () => {
      const database = await open();
      await database.close();
      const unavailable = { name: "Unavailable", remedy: expect.stringMatching(/\S/) };
      await expect(database.ready()).rejects.toMatchObject(unavailable);
      await expect(database.read("RETURN 1 AS x")).rejects.toMatchObject(unavailable);
      await expect(database.write(async () => 1)).rejects.toMatchObject(unavailable);
      await expect(database.save()).rejects.toBeInstanceOf(Unavailable);
    });
  });
}

/** Declares what an adapter must do whose data outlive it: `open` opens the same data each time, empty at first. */
export function testPersistence(name: string, open: () => Promise<GraphDatabase>): void {
  describe(`adapter ${name}`, () => {
    it("keeps data, keys and all, from close to open", async () => {
      const first = await open();
      await first.write((transaction) =>
        transaction.run(create, { id: "kept", properties: { name: "甲", list: [1, 2] } }),
      );
      await first.close();

      const second = await open();
      const kept = await second.read("MATCH (n:Entity {id: $id}) RETURN properties(n) AS properties", { id: "kept" });
      const again = second.write((transaction) => transaction.run(create, { id: "kept", properties: {} }));
      await expect(again).rejects.toMatchObject({ kind: "constraint" });
      await second.close();
      expect(kept).toEqual([{ properties: { id: "kept", name: "甲", list: [1, 2] } }]);
    });
  });
}
