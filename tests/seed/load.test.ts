/** Loading: all or nothing, only what differs, and never what someone else added. */
import { beforeEach, describe, expect, it } from "vitest";
import type { GraphDatabase, Row } from "../../server/database/database.ts";
import { InvalidSeeds, Refused } from "../../server/errors.ts";
import { loadSeeds, readDataset, schemaVersion, type LoadProgress } from "../../server/seed/index.ts";
import { openNeo4j } from "../../server/database/neo4j.ts";
import { describeEachEngine, describeNeo4j } from "../support/engines.ts";
import { edited, florence, type Edit } from "./edited.ts";

/** Everything that the graph holds, in an order of its own. */
async function graphOf(
  database: GraphDatabase,
): Promise<{ nodes: (Row & { labels: string[] })[]; relationships: Row[] }> {
  const nodes = await database.read(
    "MATCH (n) RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties, n.search AS keys",
  );
  const relationships = await database.read(
    "MATCH (a)-[r]->(b) RETURN r.id AS id, type(r) AS type, a.id AS start, b.id AS end, properties(r) AS properties",
  );
  const key = (row: Record<string, unknown>) => `${String(row["id"])} ${String(row["type"])}`;
  const sorted = (rows: Record<string, unknown>[]) => rows.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return {
    nodes: sorted(nodes).map(({ labels, ...rest }) => Object.assign(rest, { labels: (labels as string[]).sort() })),
    relationships: sorted(relationships),
  };
}

const load = async (database: GraphDatabase, ...edits: Edit[]) =>
  loadSeeds(database, await readDataset(edits.length === 0 ? florence : edited(...edits)));
const run = (database: GraphDatabase, cypher: string) => database.write((transaction) => transaction.run(cypher));
const degreeOf = async (database: GraphDatabase, id: string) =>
  (await database.read("MATCH (n:Entity {id: $id}) RETURN n.degree AS degree", { id }))[0]?.["degree"];
const refusal = async (loading: Promise<unknown>) => {
  const error = await loading.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Refused);
  return error as Refused;
};

const nothing = { added: 0, changed: 0, removed: 0 };

describeEachEngine("loadSeeds", (engine) => {
  beforeEach(() => engine.empty());

  it("a first load adds everything, in the form of a claim, and tells how far it is", async () => {
    const dataset = await readDataset(florence);
    const told: LoadProgress[] = [];
    const result = await loadSeeds(engine.database, dataset, { onProgress: (progress) => told.push(progress) });
    expect(result).toEqual({
      entities: { ...nothing, added: 15, unchanged: 0 },
      relationships: { ...nothing, added: 18, unchanged: 0 },
      observations: { ...nothing, added: 6, unchanged: 0 },
      kept: [],
    });
    expect(told.filter(({ done, total }) => done === total).map(({ step, total }) => `${step} ${total}`)).toEqual([
      "entities 15",
      "relationships 18",
      "observations 6",
    ]);

    const { nodes, relationships } = await graphOf(engine.database);
    const leonardo = nodes.find((node) => node["id"] === "leonardo");
    expect(leonardo).toEqual({
      id: "leonardo",
      labels: ["Entity", "Painter"],
      properties: {
        id: "leonardo",
        nameEn: "Leonardo da Vinci",
        nameZhHant: "李奧納多·達文西",
        nameZhHans: "列奥纳多·达芬奇",
        aliases: ["Lionardo"],
        origin: "seeds",
        degree: 5,
      },
      keys: expect.stringContaining("|leonardodavinci|"),
    });
    expect(relationships.filter(({ type }) => type === "OF")).toHaveLength(6);
    expect(relationships.every(({ id }) => typeof id === "string")).toBe(true);
    expect(nodes.find(({ labels }) => labels.includes("Dataset"))?.["properties"]).toEqual({
      id: "florence",
      schemaVersion,
      version: dataset.version,
    });
    expect(
      nodes
        .filter(({ labels }) => labels.includes("Observation"))
        .every((node) => node.labels.length === 1 && node["keys"] === null),
    ).toBe(true);
  });

  it("a second load changes nothing and says so", async () => {
    await load(engine.database);
    const before = await graphOf(engine.database);
    const result = await load(engine.database);
    expect(result).toEqual({
      entities: { ...nothing, unchanged: 15 },
      relationships: { ...nothing, unchanged: 18 },
      observations: { ...nothing, unchanged: 6 },
      kept: [],
    });
    expect(await graphOf(engine.database)).toEqual(before);
  });

  it("a fact taken out of the seeds leaves the graph", async () => {
    await load(engine.database);
    const result = await load(
      engine.database,
      {
        file: "people.yaml",
        replace: "      - { to: last-supper, start: 1495, end: 1498, sources: [notes-for-tests#260-300] }\n",
        by: "",
      },
      {
        file: "people.yaml",
        replace: "    PAID_FOR:\n      - { to: last-supper, sources: [notes-for-tests#600-640] }\n",
        by: "",
      },
      {
        file: "works.yaml",
        replace:
          "  last-supper:\n    en: The Last Supper\n    zh-Hant: 最後的晚餐\n    figures:\n      - { measure: width, value: 880, unit: cm, sources: [notes-for-tests#1000-1040] }\n",
        by: "",
      },
    );
    expect(result).toMatchObject({
      entities: { removed: 1, changed: 0 },
      relationships: { removed: 2, changed: 0 },
      observations: { removed: 1, changed: 0 },
    });
    expect(await engine.database.read("MATCH (n) WHERE n.id STARTS WITH 'last-supper' RETURN n.id AS id")).toEqual([]);
    expect(await degreeOf(engine.database, "leonardo")).toBe(4);
  });

  it("a corrected fact keeps its id, and what it no longer says is gone", async () => {
    await load(engine.database);
    const result = await load(
      engine.database,
      {
        file: "people.yaml",
        replace: "        start: 1466\n        end: 1477\n        inferred: true",
        by: "        start: 1467",
      },
      { file: "works.yaml", replace: "value: 151,", by: "value: 151.5," },
    );
    expect(result).toMatchObject({
      entities: nothing,
      relationships: { added: 0, changed: 1, removed: 0 },
      observations: { added: 0, changed: 1, removed: 0 },
    });
    const [row] = await engine.database.read(
      "MATCH ()-[r:WORKED_IN {id: 'leonardo.worked-in.verrocchio-workshop'}]->() RETURN properties(r) AS properties",
    );
    expect(row?.["properties"]).toMatchObject({ start: "1467", startLatest: 14671231 });
    expect(row?.["properties"]).not.toHaveProperty("end");
    expect(row?.["properties"]).not.toHaveProperty("inferred");
  });

  it("a changed name, alias or label is set, and the old one gone", async () => {
    await load(engine.database);
    const label: Edit[] = [
      { file: "vocabulary.yaml", replace: "  Patron:\n", by: "  Duke:\n" },
      { file: "vocabulary.yaml", replace: "start: [Patron]", by: "start: [Duke]" },
      { file: "people.yaml", replace: "Patron:\n", by: "Duke:\n" },
      { file: "people.yaml", replace: "    aliases: [il Moro]\n", by: "" },
    ];
    expect(await load(engine.database, ...label)).toMatchObject({
      entities: { added: 0, changed: 1, removed: 0 },
      relationships: nothing,
    });
    const [row] = await engine.database.read(
      "MATCH (n:Entity {id: 'ludovico-sforza'}) RETURN labels(n) AS labels, n.aliases AS aliases, n.search AS keys, n.degree AS degree",
    );
    expect(row).toMatchObject({ labels: expect.arrayContaining(["Duke", "Entity"]), aliases: null, degree: 1 });
    expect(row?.["labels"]).toHaveLength(2);
    expect(row?.["keys"]).not.toContain("ilmoro");
  });

  it("a claim that now leads elsewhere leaves its old place, and both ends count anew", async () => {
    await load(engine.database);
    await load(engine.database, {
      file: "people.yaml",
      replace: "{ to: verrocchio-workshop, certainty: reported",
      by: "{ to: ghirlandaio-workshop, certainty: reported",
    });
    expect(await engine.database.read("MATCH (:Entity {id: 'perugino'})-[r:WORKED_IN]->(w) RETURN w.id AS id")).toEqual(
      [{ id: "ghirlandaio-workshop" }],
    );
    expect(await degreeOf(engine.database, "verrocchio-workshop")).toBe(7);
    expect(await degreeOf(engine.database, "ghirlandaio-workshop")).toBe(5);
  });

  it("what a hand changed in the graph is set right again", async () => {
    await load(engine.database);
    const before = await graphOf(engine.database);
    await run(
      engine.database,
      "MATCH (n:Entity {id: 'leonardo'}) SET n.nameEn = 'Leo', n.search = '|leo|', n.rumor = 'yes'",
    );
    await run(engine.database, "MATCH (o:Observation {id: 'last-supper.figure.width'}) DETACH DELETE o");
    await run(engine.database, "MATCH (a:Entity {id: 'leonardo'}) MATCH (a)-[r:RAN]->() DELETE r");
    expect(await load(engine.database)).toMatchObject({
      entities: { changed: 1 },
      relationships: { added: 1 },
      observations: { added: 1 },
    });
    expect(await graphOf(engine.database)).toEqual(before);
  });

  it("what another origin added is untouched", async () => {
    await load(engine.database);
    await run(
      engine.database,
      "CREATE (n:Entity:Painter {id: 'fra-bartolomeo', nameEn: 'Fra Bartolomeo', origin: 'me'})",
    );
    await run(
      engine.database,
      "MATCH (a:Entity {id: 'fra-bartolomeo'}) MATCH (b:Entity {id: 'florence'}) CREATE (a)-[:LIKED {id: 'mine', origin: 'me'}]->(b)",
    );
    await run(
      engine.database,
      "MATCH (b:Entity {id: 'leonardo'}) CREATE (o:Observation {id: 'my-figure', origin: 'me', value: 1}) CREATE (o)-[:OF {id: 'my-figure.of', origin: 'me'}]->(b)",
    );
    const before = await graphOf(engine.database);
    expect(await load(engine.database)).toMatchObject({
      entities: nothing,
      relationships: nothing,
      observations: nothing,
    });
    expect(await graphOf(engine.database)).toEqual(before);
  });

  it("an entity that leaves the seeds stays while something of another origin hangs on it, and leaves after that", async () => {
    await load(engine.database);
    await run(
      engine.database,
      "MATCH (a:Entity {id: 'michelangelo'}) MATCH (b:Entity {id: 'ludovico-sforza'}) CREATE (a)-[:MET {id: 'mine', origin: 'me'}]->(b)",
    );
    const without: Edit = {
      file: "people.yaml",
      replace:
        "Patron:\n  ludovico-sforza:\n    en: Ludovico Sforza\n    zh-Hant: 盧多維科·斯福爾扎\n    aliases: [il Moro]\n    PAID_FOR:\n      - { to: last-supper, sources: [notes-for-tests#600-640] }\n",
      by: "",
    };
    expect(await load(engine.database, without)).toMatchObject({
      kept: ["ludovico-sforza"],
      entities: { removed: 0 },
      relationships: { removed: 1 },
    });
    expect(await degreeOf(engine.database, "ludovico-sforza")).toBe(1);
    expect(await load(engine.database, without)).toMatchObject({
      kept: ["ludovico-sforza"],
      entities: nothing,
      relationships: nothing,
    });
    await run(engine.database, "MATCH (a:Entity {id: 'michelangelo'}) MATCH (a)-[r:MET]->() DELETE r");
    expect(await load(engine.database, without)).toMatchObject({ kept: [], entities: { removed: 1 } });
  });

  it("an id that another origin has taken stops the load with both named, and nothing is written", async () => {
    await load(engine.database);
    await run(engine.database, "CREATE (n:Entity:City {id: 'milan', nameEn: 'Milan', origin: 'me'})");
    const before = await graphOf(engine.database);
    const error = await refusal(
      load(engine.database, { file: "cities.yaml", by: "City:\n  milan:\n    en: Milano\n" }),
    );
    expect(error.message).toMatch(/milan \(from me\)/);
    expect(error.remedy).toMatch(/another id/);
    expect(await graphOf(engine.database)).toEqual(before);
  });

  it("a broken entry stops the load with its file and line and writes nothing", async () => {
    await load(engine.database);
    const before = await graphOf(engine.database);
    const error: unknown = await load(engine.database, {
      file: "people.yaml",
      replace: "to: perugino-workshop",
      by: "to: perugino-workshp",
    }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InvalidSeeds);
    expect((error as InvalidSeeds).message).toMatch(
      /people\.yaml:\d+:\d+ there is no entity perugino-workshp → Did you mean perugino-workshop\?/,
    );
    expect(await graphOf(engine.database)).toEqual(before);
  });

  it.each([1, 2, 4, 6])("an interrupted load leaves the old state (after %i statements that write)", async (after) => {
    await load(engine.database);
    const before = await graphOf(engine.database);
    const change: Edit[] = [
      { file: "cities.yaml", by: "City:\n  milan:\n    en: Milan\n" },
      { file: "people.yaml", replace: "{ to: perugino-workshop, ongoing: true", by: "{ to: perugino-workshop" },
      {
        file: "people.yaml",
        replace: "{ to: verrocchio-workshop, certainty: reported",
        by: "{ to: ghirlandaio-workshop, certainty: reported",
      },
      { file: "works.yaml", replace: "value: 880", by: "value: 881" },
    ];
    await expect(load(failing(engine.database, after), ...change)).rejects.toThrow("the power went");
    expect(await graphOf(engine.database)).toEqual(before);
    await load(engine.database, ...change);
    expect(await load(engine.database, ...change)).toMatchObject({
      entities: nothing,
      relationships: nothing,
      observations: nothing,
    });
  });

  it("an interrupted first load leaves the database empty", async () => {
    await expect(load(failing(engine.database, 6))).rejects.toThrow("the power went");
    expect(await graphOf(engine.database)).toEqual({ nodes: [], relationships: [] });
  });

  it("two first loads at once make one graph", async () => {
    await Promise.all([load(engine.database), load(engine.database)]);
    const { nodes, relationships } = await graphOf(engine.database);
    expect(nodes).toHaveLength(15 + 6 + 1);
    expect(relationships).toHaveLength(18 + 6);
    expect(await load(engine.database)).toMatchObject({
      entities: nothing,
      relationships: nothing,
      observations: nothing,
    });
  });

  describe("a database that is not this data set's", () => {
    it("holds others' data: it is refused, untouched", async () => {
      await run(engine.database, "CREATE (n:Customer {name: 'Acme'}) CREATE (m:Entity {id: 'leonardo'})");
      const before = await graphOf(engine.database);
      const error = await refusal(load(engine.database));
      expect(error.message).toMatch(/2 nodes that are not Alumnigraph's/);
      expect(error.remedy).toMatch(/NEO4J_DATABASE/);
      expect(await graphOf(engine.database)).toEqual(before);
    });

    it("holds another data set: it is refused, untouched, and both are named", async () => {
      await load(engine.database);
      const before = await graphOf(engine.database);
      const error = await refusal(
        load(engine.database, { file: "dataset.yaml", replace: "id: florence", by: "id: siena" }),
      );
      expect(error.message).toMatch(/florence.*siena/);
      expect(await graphOf(engine.database)).toEqual(before);
    });

    it("was written by a newer program: it is refused, untouched", async () => {
      await load(engine.database);
      await run(engine.database, `MATCH (d:Dataset) SET d.schemaVersion = ${schemaVersion + 1}`);
      const before = await graphOf(engine.database);
      expect((await refusal(load(engine.database))).message).toMatch(/newer/);
      expect(await graphOf(engine.database)).toEqual(before);
    });

    it("was written by an older program: everything is derived anew, and what others added stays", async () => {
      await load(engine.database);
      const fresh = await graphOf(engine.database);
      await run(engine.database, `MATCH (d:Dataset) SET d.schemaVersion = ${schemaVersion - 1}`);
      await run(engine.database, "MATCH (n:Entity {id: 'leonardo'}) SET n.oldName = 'x'");
      expect(await load(engine.database)).toEqual({
        entities: { added: 0, changed: 15, removed: 0, unchanged: 0 },
        relationships: { added: 0, changed: 18, removed: 0, unchanged: 0 },
        observations: { added: 0, changed: 6, removed: 0, unchanged: 0 },
        kept: [],
      });
      expect(await graphOf(engine.database)).toEqual(fresh);
      expect(await load(engine.database)).toMatchObject({ entities: { changed: 0 }, relationships: { changed: 0 } });
    });
  });
});

describeNeo4j("two programs", (connection) => {
  it("that load an empty database at once make one graph", async () => {
    const programs = [await openNeo4j(connection), await openNeo4j(connection)];
    const dataset = await readDataset(florence);
    const results = await Promise.all(programs.map((database) => loadSeeds(database, dataset)));
    const [database] = programs;
    const { nodes, relationships } = database ? await graphOf(database) : { nodes: [], relationships: [] };
    for (const each of programs) await each.close();
    expect(results.map(({ entities }) => entities.added).sort((a, b) => a - b)).toEqual([0, 15]);
    expect(nodes.map(({ labels }) => labels.length)).toHaveLength(15 + 6 + 1);
    expect(new Set(relationships.map(({ id }) => id)).size).toBe(18 + 6);
    expect(relationships).toHaveLength(18 + 6);
  });
});

/** The same database, whose transactions fail after so many statements. */
function failing(database: GraphDatabase, after: number): GraphDatabase {
  return {
    ...database,
    engine: database.engine,
    write: (work) =>
      database.write((transaction) => {
        let statements = 0;
        const count = (cypher: string) => {
          if (/\b(?:MERGE|DELETE|SET|REMOVE)\b/.test(cypher) && statements++ === after)
            throw new Error("the power went");
        };
        return work({
          async run(cypher, parameters) {
            count(cypher);
            return transaction.run(cypher, parameters);
          },
          async runEach(cypher, each) {
            await transaction.runEach(
              cypher,
              counted(each, () => count(cypher)),
            );
          },
        });
      }),
  };
}

function* counted<T>(items: Iterable<T>, count: () => void): Generator<T> {
  for (const item of items) {
    count();
    yield item;
  }
}
