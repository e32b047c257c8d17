import { describe, expect, it } from "vitest";
import type { GraphDatabase } from "../../server/database/database.ts";
import { openNeo4j } from "../../server/database/neo4j.ts";
import { describeNeo4j } from "../support/engines.ts";
import { testDatabase, testPersistence } from "./database.suite.ts";

describeNeo4j("the adapter", (connection) => {
  testDatabase("neo4j", () => openNeo4j(connection));
  testPersistence("neo4j, opened twice", () => openNeo4j(connection));

  describe("a connection that does not work is told by its reason", () => {
    it.each([
      ["a wrong password", { password: "wrong" }, "Refused", /user and password/, /NEO4J_PASSWORD/],
      [
        "an unknown database, without routing",
        { uri: connection.uri.replace(/^neo4j/, "bolt"), database: "nowhere" },
        "Refused",
        /no database nowhere/,
        /NEO4J_DATABASE/,
      ],
      ["an unknown database", { database: "nowhere" }, "Refused", /no database nowhere/, /NEO4J_DATABASE/],
    ])("%s", async (_, change, name, message, remedy) => {
      const database = await openNeo4j({ ...connection, ...change });
      const refused = { name, message: expect.stringMatching(message), remedy: expect.stringMatching(remedy) };
      await expect(database.ready()).rejects.toMatchObject(refused);
      await expect(database.read("RETURN 1 AS x")).rejects.toMatchObject(refused);
      await database.close();
    });
  });

  it("makes one node of many MERGE at once from several processes", async () => {
    const databases = await Promise.all([1, 2, 3, 4].map(() => openNeo4j(connection)));
    const merge = "MERGE (n:Entity {id: $id}) SET n.count = coalesce(n.count, 0) + 1";
    const times = [1, 2, 3, 4, 5];
    await Promise.all(
      databases.flatMap((database) =>
        times.map(() => database.write((transaction) => transaction.run(merge, { id: "shared" }))),
      ),
    );
    expect(await databases[0]?.read("MATCH (n:Entity {id: $id}) RETURN n.count AS count", { id: "shared" })).toEqual([
      { count: 20 },
    ]);
    await Promise.all(databases.map((database) => database.close()));
  });

  it("gives a database its keys and indexes with the first write, and nothing before", async () => {
    const names = async (database: GraphDatabase) =>
      (await database.read("SHOW INDEXES YIELD name RETURN name")).map((row) => row.name);
    const first = await openNeo4j(connection);
    await first.write((transaction) => transaction.run("DROP INDEX entity_search_contains IF EXISTS"));
    await first.close();

    const database = await openNeo4j(connection);
    await database.ready();
    expect(await names(database)).not.toContain("entity_search_contains");
    await database.write(async () => undefined);
    expect(await names(database)).toEqual(
      expect.arrayContaining(["entity_id_unique", "observation_id_unique", "entity_search_contains"]),
    );
    await database.close();
  });
});

describe("neo4j without a server", () => {
  it("is unavailable within seconds, with a remedy", async () => {
    await Promise.all(["neo4j://127.0.0.1:1", "bolt://127.0.0.1:1"].map(isUnavailable));
  });

  async function isUnavailable(uri: string): Promise<void> {
    const database = await openNeo4j({ uri, user: "neo4j", password: "x" });
    const unavailable = {
      name: "Unavailable",
      message: expect.stringContaining(uri),
      remedy: expect.stringContaining("NEO4J_URI"),
    };
    const begun = Date.now();
    await expect(database.ready()).rejects.toMatchObject(unavailable);
    expect(Date.now() - begun).toBeLessThan(5000);
    await Promise.all([
      expect(database.read("RETURN 1 AS x")).rejects.toMatchObject(unavailable),
      expect(database.write((transaction) => transaction.run("RETURN 1 AS x"))).rejects.toMatchObject(unavailable),
    ]);
    expect(Date.now() - begun).toBeLessThan(20_000);
    await database.close();
  }

  it("is refused for an address that is none", async () => {
    await expect(openNeo4j({ uri: "http://localhost", user: "neo4j", password: "x" })).rejects.toMatchObject({
      name: "Refused",
      message: expect.stringContaining("NEO4J_URI"),
    });
  });
});
