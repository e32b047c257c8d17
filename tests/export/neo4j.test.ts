/** The Cypher script, run on a real Neo4j. */
import neo4j from "neo4j-driver";
import { expect, it } from "vitest";
import { writeCypher } from "../../scene/writers/neo4j.ts";
import { describeNeo4j } from "../support/engines.ts";
import { hostileIds, hostileNames, hostileScene } from "./scenes.ts";

describeNeo4j("the exported script", ({ uri, user, password, database }) => {
  it("brings every node and relationship, twice run no more, and nothing breaks out of a name", async () => {
    const script = writeCypher(hostileScene());
    const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
    const session = driver.session({ database });
    try {
      for (const statement of [script, script].flatMap((text) => text.split(/;\n/)))
        if (statement.trim() !== "") await session.run(statement);
      const { records } = await session.run(
        "MATCH (n:Entity) RETURN n.id AS id, n.nameEn AS name, n.aliases AS aliases ORDER BY toInteger(substring(n.id, 8))",
      );
      expect(records.map((record) => record.get("id") as string)).toEqual(hostileIds);
      expect(records.map((record) => record.get("name") as string)).toEqual([...hostileNames]);
      expect(records[0]?.get("aliases")).toEqual([hostileNames[0], "second"]);
      const counted = await session.run("MATCH ()-[r]->() RETURN count(r) AS lines, count(DISTINCT type(r)) AS types");
      expect(counted.records[0]?.toObject()).toEqual({ lines: 2 * hostileNames.length, types: 2 });
    } finally {
      await session.close();
      await driver.close();
    }
  }, 120_000);
});
