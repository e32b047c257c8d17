/** The Cypher script, run on a real Neo4j. */
import neo4j from "neo4j-driver";
import { expect, it } from "vitest";
import { writeGraphml } from "../../scene/writers/graphml.ts";
import { writeCypher, writeJsonLines } from "../../scene/writers/neo4j.ts";
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

  it("lets nothing of a title out of its comment", { timeout: 120_000 }, async () => {
    const scene = hostileScene();
    const title = "Who left \\u000aCREATE (:Broken {by: 'the title'}) // \\u005cu000a";
    const script = writeCypher({ ...scene, text: { ...scene.text, title } });
    const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
    const session = driver.session({ database });
    try {
      for (const statement of script.split(/;\n/)) if (statement.trim() !== "") await session.run(statement);
      const { records } = await session.run("MATCH (n:Broken) RETURN count(n) AS broken");
      expect(records[0]?.get("broken")).toBe(0);
    } finally {
      await session.close();
      await driver.close();
    }
  });

  it(
    "APOC imports our JSON Lines and GraphML with every name, label and list",
    { timeout: 120_000 },
    async (context) => {
      const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
      const session = driver.session({ database });
      const scene = hostileScene();
      const bytesOf = (text: string) => new Int8Array(new TextEncoder().encode(text));
      const counts = `MATCH (n:Entity) WITH count(n) AS nodes MATCH ()-[r]->() RETURN nodes, count(r) AS lines, count(DISTINCT r.id) AS ids`;
      const names = `MATCH (n:Entity) RETURN n.nameEn AS name, n.aliases AS aliases, labels(n) AS labels ORDER BY toInteger(substring(n.id, 8))`;
      try {
        const found = await session.run("SHOW PROCEDURES YIELD name WHERE name = 'apoc.import.json' RETURN name");
        if (found.records.length === 0) context.skip("this Neo4j has no APOC: put APOC core into its plugins");
        await session.run("CREATE CONSTRAINT IF NOT EXISTS FOR (n:Entity) REQUIRE n.neo4jImportId IS UNIQUE");
        for (const label of ["Person", "Company"])
          await session.run(`CREATE CONSTRAINT IF NOT EXISTS FOR (n:${label}) REQUIRE n.neo4jImportId IS UNIQUE`);
        const ways = [
          ["apoc.import.json", writeJsonLines(scene), "{compression: 'NONE'}"],
          [
            "apoc.import.graphml",
            writeGraphml(scene, "apoc"),
            "{compression: 'NONE', readLabels: true, storeNodeIds: true}",
          ],
        ] as const;
        for (const [procedure, text, options] of ways) {
          await session.run("MATCH (n) DETACH DELETE n");
          await session.run(`CALL ${procedure}($bytes, ${options})`, { bytes: bytesOf(text) });
          const count = 2 * hostileNames.length;
          expect((await session.run(counts)).records[0]?.toObject()).toEqual({
            nodes: hostileIds.length,
            lines: count,
            ids: count,
          });
          const { records } = await session.run(names);
          const read = records.map(
            (record) => record.toObject() as { name: string; aliases: string[]; labels: string[] },
          );
          const asRead =
            procedure === "apoc.import.json" ? (name: string) => name : (name: string) => name.replace(/\r/g, "\n");
          expect(read.map(({ name }) => name)).toEqual(hostileNames.map(asRead));
          expect(read.map(({ aliases }) => aliases[1])).toEqual(hostileNames.map(() => "second"));
          expect(read[0]?.labels.toSorted()).toEqual(["Entity", "Person"]);
        }
      } finally {
        await session.run("MATCH (n) DETACH DELETE n");
        for (const { name } of (
          await session.run("SHOW CONSTRAINTS YIELD name, properties WHERE properties = ['neo4jImportId'] RETURN name")
        ).records.map((record) => record.toObject() as { name: string }))
          await session.run(`DROP CONSTRAINT \`${name}\``);
        await session.close();
        await driver.close();
      }
    },
  );
});
