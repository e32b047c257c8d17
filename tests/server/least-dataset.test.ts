/** A data set that says nothing but names and lines, served on both engines: what it opens with and what can be asked. */
import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { z } from "zod";
import { Answer, DatasetSummary, PhraseAnswer, QuestionSummary } from "../../schema/api.ts";
import { createApp } from "../../server/app.ts";
import { mostDrawn } from "../../server/questions/core.ts";
import { readQuestions } from "../../server/questions/index.ts";
import { loadSeeds, readDataset } from "../../server/seed/index.ts";
import { describeEachEngine, type Engine } from "../support/engines.ts";
import { type App, get } from "./support.ts";
import { folderOf } from "../support/temporary-folder.ts";

const spokes = 70;

const vocabulary = "labels: { Thing: Thing }\nrelationships: { TIED_TO: tied to }\n";

async function serve({ database }: Engine, files: Readonly<Record<string, string>>): Promise<App> {
  const dataset = await readDataset(folderOf({ "vocabulary.yaml": vocabulary, ...files }));
  await loadSeeds(database, dataset);
  return createApp({ database, dataset, questions: await readQuestions() });
}

/** A hub with seventy spokes of which the first eleven are joined in a chain, and one name that stands alone. */
function serveStar(engine: Engine): Promise<App> {
  const spoke = (n: number) =>
    `  s-${n}:\n    en: Spoke ${n}\n    TIED_TO:\n      - to: hub\n${n < 10 ? `      - to: s-${n + 1}\n` : ""}`;
  return serve(engine, {
    "dataset.yaml": "id: star\ntitle: A star\n",
    "things.yaml": `Thing:\n  hub: { en: Hub }\n  alone: { en: Alone }\n${Array.from({ length: spokes }, (_, n) => spoke(n)).join("")}`,
  });
}

describeEachEngine("a data set of names and lines alone", (engine) => {
  let app: App;
  beforeAll(async () => {
    app = await serveStar(engine);
  });

  it("opens with the best connected and what joins them, and says what is passed over", async () => {
    const { headline, standfirst, subgraph, table, unanswered } = await get(app, "/api/first-view", Answer);
    expect(headline).toEqual({
      en: "How do well-connected names hang together?",
      "zh-Hant": "相連較廣的名稱之間如何相連？",
      "zh-Hans": "相连较广的名称之间如何相连？",
    });
    expect(standfirst.en).toBe(
      "30 of 72 names, taken from the best connected on, and 39 relationships between them. What would crowd the drawing is passed over.",
    );
    expect([subgraph.nodes.length, subgraph.relationships.length]).toEqual([30, 39]);
    expect(table.rows[0]?.cells[0]).toEqual({ kind: "node", nodes: ["hub"] });
    expect(unanswered).toEqual([]);
  });

  it("shows all of it when asked, what stands alone too, and in the table the best connected first", async () => {
    const { standfirst, subgraph, table } = await get(app, "/api/questions/everything", Answer);
    expect(standfirst.en).toBe(`All ${spokes + 2} names and ${spokes + 10} relationships.`);
    expect([subgraph.nodes.length, subgraph.relationships.length]).toEqual([spokes + 2, spokes + 10]);
    expect(table.rows).toHaveLength(spokes + 2);
    expect(table.rows[0]?.cells).toEqual([
      { kind: "node", nodes: ["hub"] },
      { kind: "number", number: spokes },
    ]);
  });

  it("offers only questions that it can answer", async () => {
    const questions = (await get(app, "/api/questions", z.array(QuestionSummary))).map(({ id }) => id);
    expect(questions).toEqual(
      expect.arrayContaining(["around", "best-connected", "between", "everything", "known-of"]),
    );
    for (const id of [
      "alumni-of",
      "investments",
      "happened-in",
      "claims-of",
      "figures-by-measure",
      "figures-of",
      "claims-by-certainty",
      "disagreements",
      "said-by",
      "to-be-checked",
    ])
      expect(questions).not.toContain(id);
    const { questions: offered, dated } = await get(app, "/api/dataset", DatasetSummary);
    expect(dated).toBe(false);
    expect(offered.map(({ question }) => question)).toEqual(["everything", "all-of"]);
  });

  it("offers for a name no question about what there is none of", async () => {
    const { offers } = await get(app, "/api/phrases?q=Spoke 12", PhraseAnswer);
    expect(offers).toEqual([]);
    const asked = await get(app, "/api/phrases?q=around Spoke 12", PhraseAnswer);
    expect(asked.offers).toMatchObject([{ asked: { question: "around", parameters: { entity: ["s-12"] } } }]);
  });

  it("tells of a relationship that no source is known of", async () => {
    const told = z.object({ claims: z.array(z.unknown()), documents: z.array(z.unknown()) });
    const { claims, documents } = await get(app, "/api/nodes/s-1", told);
    expect([claims.length, documents]).toEqual([3, []]);
  });

  it("has a time to look at once another than the seeds dates a relationship", async () => {
    await engine.database.write((transaction) =>
      transaction.run(
        `MATCH (a:Entity {id: 's-1'}) MATCH (b:Entity {id: 'alone'})
         CREATE (a)-[:TIED_TO {id: 's-1.alone', origin: 'another', start: '2001'}]->(b)`,
      ),
    );
    expect((await get(app, "/api/dataset", DatasetSummary)).dated).toBe(true);
  });
});

/** A hub with forty spokes, and one with forty-one: of these all but the last are joined in a chain, and that tied five times. */
function serveHubs(engine: Engine): Promise<App> {
  const spoke = (hub: string, n: number, more = "") =>
    `  ${hub}-${n}:\n    en: ${hub} ${n}\n    TIED_TO:\n      - to: ${hub}\n${more}`;
  const small = Array.from({ length: 40 }, (_, n) => spoke("small", n));
  const large = Array.from({ length: 41 }, (_, n) => {
    if (n === 40) return spoke("large", n, [2, 3, 4, 5].map((key) => `      - { to: large, key: ${key} }\n`).join(""));
    return spoke("large", n, n < 39 ? `      - to: large-${n + 1}\n` : "");
  });
  return serve(engine, {
    "dataset.yaml": "id: hubs\ntitle: Two hubs\n",
    "things.yaml": `Thing:\n  small: { en: Small }\n  large: { en: Large }\n${small.join("")}${large.join("")}`,
  });
}

describeEachEngine("what is around a name", (engine) => {
  let app: App;
  beforeAll(async () => {
    app = await serveHubs(engine);
  });
  const around = (id: string) => get(app, `/api/questions/around?entity=${id}`, Answer);

  it("is told as all of its neighbors where these are forty", async () => {
    const { standfirst, subgraph } = await around("small");
    expect(subgraph.nodes).toHaveLength(41);
    expect(standfirst.en).toBe("All 40 of its neighbors, and the 40 relationships among them.");
  });

  it("is of more than forty those that have most neighbors, however many relationships lead to others", async () => {
    const { standfirst, subgraph } = await around("large");
    expect(subgraph.nodes.map(({ id }) => id)).not.toContain("large-40");
    expect(standfirst.en).toBe("The 40 best connected of its 41 neighbors, and the 79 relationships among them.");
  });

  it("is one neighbor where there is one", async () => {
    expect((await around("small-1")).standfirst.en).toBe("Its one neighbor, and the one relationship among them.");
  });
});

const tied = 8;

/** A hub with so many spokes, the first of which is tied to it eight times. */
function serveGreatStar(engine: Engine, spokes: number): Promise<App> {
  const again = Array.from({ length: tied - 1 }, (_, n) => `      - { to: hub, key: ${n + 2} }\n`).join("");
  const spoke = (_: unknown, n: number) =>
    `  s-${n}:\n    en: Spoke ${n}\n    TIED_TO:\n      - to: hub\n${n === 0 ? again : ""}`;
  return serve(engine, {
    "dataset.yaml": "id: great-star\ntitle: A great star\n",
    "things.yaml": `Thing:\n  hub: { en: Hub }\n${Array.from({ length: spokes }, spoke).join("")}`,
  });
}

/** Ties the hub to names, each tied to the one before, and to a document, as another than the seeds would add them. */
async function addOthers({ database }: Engine, names: readonly string[]): Promise<void> {
  const rows = names.map((id, n) => ({ id, before: names[n - 1] ?? "hub" }));
  await database.write(async (transaction) => {
    await transaction.run(
      "UNWIND $rows AS row MERGE (n:Entity {id: row.id}) SET n:Thing SET n.origin = 'another' SET n.nameEn = row.id",
      { rows },
    );
    for (const to of ["hub", "before"])
      await transaction.run(
        `UNWIND $rows AS row MATCH (a:Entity {id: row.id}) MATCH (b:Entity {id: row.to})
         CREATE (a)-[r:TIED_TO {id: row.id + '.' + row.to + '.' + $key}]->(b) SET r.origin = 'another'`,
        { rows: rows.map(({ id, before }) => ({ id, to: to === "hub" ? "hub" : before })), key: to },
      );
    await transaction.run(
      `MATCH (hub:Entity {id: 'hub'}) CREATE (n:Entity:Document {id: 'paper', origin: 'another'})
       CREATE (n)-[:TIED_TO {id: 'paper.hub', origin: 'another'}]->(hub)`,
    );
  });
}

const others = Array.from({ length: 300 }, (_, n) => `other-${n}`);

describeEachEngine("a data set too large to be drawn at once", (engine) => {
  // Thousands of names are loaded, beside other suites.
  vi.setConfig({ testTimeout: 120_000 });
  beforeEach(engine.empty);

  it("is drawn as far as there is room, and says how many of how many that is", async () => {
    const app = await serveGreatStar(engine, mostDrawn.entities);
    const { standfirst, subgraph } = await get(app, "/api/questions/everything", Answer);
    expect([subgraph.nodes.length, subgraph.relationships.length]).toEqual([6000, 5999]);
    expect(standfirst.en).toBe(
      "Too many to draw at once: these are 6,000 of 6,001 names, from the best connected on, and 5,999 of 6,007 relationships; where several of one type lead from one name to another, one is drawn.",
    );
  });

  it("is drawn with what another than the seeds put into the graph", async () => {
    const app = await serveGreatStar(engine, 6050);
    await addOthers(engine, others);
    const { standfirst, subgraph } = await get(app, "/api/questions/everything", Answer);
    const drawn = subgraph.nodes.map(({ id }) => id);
    expect(drawn).toEqual(expect.arrayContaining(others));
    expect([drawn.length, subgraph.relationships.length]).toEqual([6000, 6298]);
    expect(standfirst.en).toMatch(/^Too many .* 6,000 of 6,351 names, .* 6,298 of 6,657 relationships;/);
  });

  it("is not drawn whole where the seeds alone would be", async () => {
    const app = await serveGreatStar(engine, mostDrawn.entities - 1);
    const ask = async () => (await get(app, "/api/questions/everything", Answer)).standfirst.en;
    expect(await ask()).toMatch(/^All 6,000 names/);
    await addOthers(engine, others);
    expect(await ask()).toMatch(/ 6,000 of 6,300 names, /);
  });
});
