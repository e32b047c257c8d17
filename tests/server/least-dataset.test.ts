/** A data set that says nothing but names and lines, served on both engines: what it opens with and what can be asked. */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { Answer, DatasetSummary, PhraseAnswer, QuestionSummary } from "../../schema/api.ts";
import { createApp } from "../../server/app.ts";
import { findBackbone, mostNames } from "../../server/questions/backbone.ts";
import { findCore, mostDrawn } from "../../server/questions/core.ts";
import { readQuestions } from "../../server/questions/index.ts";
import { loadSeeds, readDataset } from "../../server/seed/index.ts";
import { describeEachEngine, type Engine } from "../support/engines.ts";
import { type App, get } from "./support.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const spokes = 70;

/** A hub with seventy spokes of which the first eleven are joined in a chain, and one name that stands alone. */
function writeStar(folder: string): void {
  const spoke = (n: number) =>
    `  s-${n}:\n    en: Spoke ${n}\n    TIED_TO:\n      - to: hub\n${n < 10 ? `      - to: s-${n + 1}\n` : ""}`;
  const files = {
    "dataset.yaml": "id: star\ntitle: A star\n",
    "vocabulary.yaml": "labels: { Thing: Thing }\nrelationships: { TIED_TO: tied to }\n",
    "things.yaml": `Thing:\n  hub: { en: Hub }\n  alone: { en: Alone }\n${Array.from({ length: spokes }, (_, n) => spoke(n)).join("")}`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

describeEachEngine("a data set of names and lines alone", (engine) => {
  let app: App;
  beforeAll(async () => {
    const folder = temporaryFolder("star");
    writeStar(folder);
    const dataset = await readDataset(folder);
    rmSync(folder, { recursive: true });
    await loadSeeds(engine.database, dataset);
    app = createApp({ database: engine.database, dataset, questions: await readQuestions() });
  });

  it("opens with the best connected and what joins them, and says what is passed over", async () => {
    const { headline, standfirst, subgraph, table, unanswered } = await get(app, "/api/first-view", Answer);
    expect(headline).toEqual({
      en: "How do the best-connected names hang together?",
      "zh-Hant": "相連最廣的名稱之間如何相連？",
      "zh-Hans": "相连最广的名称之间如何相连？",
    });
    expect(standfirst.en).toBe(
      "30 of 72 names, from the best connected on, and 39 relationships between them. What would crowd the drawing is passed over.",
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
function writeHubs(folder: string): void {
  const spoke = (hub: string, n: number, more = "") =>
    `  ${hub}-${n}:\n    en: ${hub} ${n}\n    TIED_TO:\n      - to: ${hub}\n${more}`;
  const small = Array.from({ length: 40 }, (_, n) => spoke("small", n));
  const large = Array.from({ length: 41 }, (_, n) => {
    if (n === 40) return spoke("large", n, [2, 3, 4, 5].map((key) => `      - { to: large, key: ${key} }\n`).join(""));
    return spoke("large", n, n < 39 ? `      - to: large-${n + 1}\n` : "");
  });
  const files = {
    "dataset.yaml": "id: hubs\ntitle: Two hubs\n",
    "vocabulary.yaml": "labels: { Thing: Thing }\nrelationships: { TIED_TO: tied to }\n",
    "things.yaml": `Thing:\n  small: { en: Small }\n  large: { en: Large }\n${small.join("")}${large.join("")}`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

describeEachEngine("what is around a name", (engine) => {
  let app: App;
  beforeAll(async () => {
    const folder = temporaryFolder("hubs");
    writeHubs(folder);
    const dataset = await readDataset(folder);
    rmSync(folder, { recursive: true });
    await loadSeeds(engine.database, dataset);
    app = createApp({ database: engine.database, dataset, questions: await readQuestions() });
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
function writeGreatStar(folder: string, spokes: number): void {
  const again = Array.from({ length: tied - 1 }, (_, n) => `      - { to: hub, key: ${n + 2} }\n`).join("");
  const spoke = (_: unknown, n: number) =>
    `  s-${n}:\n    en: Spoke ${n}\n    TIED_TO:\n      - to: hub\n${n === 0 ? again : ""}`;
  const files = {
    "dataset.yaml": "id: great-star\ntitle: A great star\n",
    "vocabulary.yaml": "labels: { Thing: Thing }\nrelationships: { TIED_TO: tied to }\n",
    "things.yaml": `Thing:\n  hub: { en: Hub }\n${Array.from({ length: spokes }, spoke).join("")}`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

async function serveGreatStar({ database }: Engine, spokes: number): Promise<App> {
  const folder = temporaryFolder("star");
  writeGreatStar(folder, spokes);
  const dataset = await readDataset(folder);
  rmSync(folder, { recursive: true });
  await loadSeeds(database, dataset);
  return createApp({ database, dataset, questions: await readQuestions() });
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

const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);
const tie = (start: string, end: string, more: { type?: string; key?: number } = {}) => {
  const { type = "TIED_TO", key = 1 } = more;
  return { id: `${start}.${type}.${end}.${key}`, type, start, end };
};
type Tie = ReturnType<typeof tie>;
const graph = (relationships: readonly Tie[], alone: readonly string[] = []) => {
  const ids = new Set([...relationships.flatMap(({ start, end }) => [start, end]), ...alone]);
  return { names: [...ids].sort(), lines: relationships.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
};
const ring = (size: number) => numbers(size).map((n) => tie(`r-${n}`, `r-${(n + 1) % size}`));
const star = (leaves: number, hub = "hub") => numbers(leaves).map((n) => tie(hub, `${hub}-${n}`));

describe("what can be drawn at once", () => {
  const linesOf = (whole: ReturnType<typeof graph>) => findCore(whole).drawn.flatMap(({ from, to }) => from.concat(to));

  it("is all of a small graph", () => {
    expect(findCore(graph(ring(mostDrawn.entities)))).toMatchObject({ drawn: [], figures: { leftOut: 0 } });
  });

  it("is of a ring one piece", () => {
    const whole = graph(ring(mostDrawn.entities + 100));
    expect(findCore(whole).drawn).toHaveLength(mostDrawn.entities);
    expect(linesOf(whole)).toHaveLength(mostDrawn.entities - 1);
    expect(findCore(whole).figures).toEqual({
      namesInAll: mostDrawn.entities + 100,
      namesLeftOut: 100,
      relationshipsInAll: mostDrawn.entities + 100,
      leftOut: 201,
      parallels: 0,
    });
  });

  it("is of a hub as many of its neighbors as there is room for", () => {
    const whole = graph(star(mostDrawn.entities + 1000));
    expect(findCore(whole).drawn[0]).toEqual({ id: "hub", from: [], to: [] });
    expect(linesOf(whole)).toHaveLength(mostDrawn.entities - 1);
  });

  it("goes on with another piece where one is drawn as a whole, and ends with names that stand alone", () => {
    const whole = graph(
      [...star(4000, "great"), ...star(1500, "small")],
      numbers(1000).map((n) => `alone-${n}`),
    );
    expect(linesOf(whole)).toHaveLength(5500);
    expect(
      findCore(whole)
        .drawn.slice(5502)
        .map(({ id }) => id.slice(0, 6)),
    ).toEqual(numbers(498).map(() => "alone-"));
  });

  it("counts neighbors, not relationships", () => {
    const parallel = numbers(9000).map((key) => tie("one", "other", { key }));
    const whole = graph([...parallel, ...ring(7000), ...star(3)]);
    expect(findCore(whole).drawn.slice(0, 2)).toMatchObject([{ id: "hub" }, { id: "hub-0" }]);
  });

  it("spends no room on what leads from one name to another again, but for another type and the way back", () => {
    const parallel = numbers(mostDrawn.relationships).map((key) => tie("one", "other", { key }));
    const whole = graph([...parallel, tie("other", "one"), tie("one", "other", { type: "OWES" })]);
    expect(linesOf(whole).sort()).toEqual(["one.OWES.other.1", "one.TIED_TO.other.0", "other.TIED_TO.one.1"]);
    expect(findCore(whole).figures).toMatchObject({ namesLeftOut: 0, parallels: mostDrawn.relationships - 1 });
  });

  it("holds no more relationships than there is room for", () => {
    const whole = graph(numbers(300).flatMap((a) => numbers(a).map((b) => tie(`n-${a}`, `n-${b}`))));
    expect(findCore(whole).drawn).toHaveLength(219);
    expect(linesOf(whole)).toHaveLength((219 * 218) / 2);
  });

  it("passes over a name with more relationships than there is room for, and goes on with others", () => {
    const among = numbers(230).flatMap((a) => numbers(a).map((b) => tie(`n-${a}`, `n-${b}`)));
    const whole = graph([...among, ...numbers(5000).map((n) => tie("n-0", `one-${n}`))]);
    expect(findCore(whole).drawn).toHaveLength(219 + 129);
    expect(linesOf(whole)).toHaveLength(mostDrawn.relationships);
  });
});

describe("the best connected and what joins them", () => {
  const shape = (whole: ReturnType<typeof graph>) => {
    const { drawn, figures } = findBackbone(whole);
    const lines = new Map(whole.lines.map((line) => [line.id, line]));
    const touching = new Map<string, number>();
    for (const id of drawn.flatMap(({ from, to }) => [...from, ...to]))
      for (const end of [lines.get(id)?.start ?? "", lines.get(id)?.end ?? ""])
        touching.set(end, (touching.get(end) ?? 0) + 1);
    return { ids: drawn.map(({ id }) => id), touching, lines: figures.relationshipsInAll, figures };
  };
  const clique = (size: number, name: string) =>
    numbers(size).flatMap((a) => numbers(a).map((b) => tie(`${name}-${a}`, `${name}-${b}`)));

  it("begin with the best connected", () => {
    expect(shape(graph([...star(9, "great"), ...star(5, "small")])).ids[0]).toBe("great");
  });

  it("are no star where there is more than a star", () => {
    const hubs = numbers(8).flatMap((n) => star(100, `hub-${n}`));
    const { ids, touching } = shape(graph([...hubs, ...numbers(7).map((n) => tie(`hub-${n}`, `hub-${n + 1}`))]));
    expect(ids).toHaveLength(41);
    expect(ids).toEqual(expect.arrayContaining(numbers(8).map((n) => `hub-${n}`)));
    expect(Math.max(...touching.values())).toBeLessThanOrEqual(7);
  });

  it("lead out of a tangle rather than into it", () => {
    const tail = numbers(60).map((n) => tie(n === 0 ? "k-0" : `t-${n - 1}`, `t-${n}`));
    const { ids, figures } = shape(graph([...clique(60, "k"), ...tail]));
    expect(ids).toHaveLength(mostNames);
    expect(figures.namesInAll).toBe(120);
    expect(ids.filter((id) => id.startsWith("k"))).toHaveLength(4);
  });

  it("are a readable part of a tangle where there is nothing else", () => {
    const { drawn } = findBackbone(graph(clique(60, "k")));
    expect(drawn.length).toBeGreaterThan(4);
    expect(drawn.flatMap(({ from, to }) => [...from, ...to]).length).toBeLessThanOrEqual(3 * drawn.length);
  });

  it("are of many small pieces as many as there is room for, and none that stands alone", () => {
    const pairs = numbers(40).map((n) => tie(`a-${n}`, `b-${n}`));
    const { ids } = shape(graph(pairs, ["alone"]));
    expect(ids).toHaveLength(mostNames);
    expect(ids).not.toContain("alone");
  });

  it("are nobody where nothing is connected", () => {
    expect(findBackbone(graph([], ["one", "other"])).drawn).toEqual([]);
  });

  it("do not depend on the order in which the graph is written", () => {
    const lines = [...clique(9, "k"), ...star(30, "k-3"), ...star(30, "k-5")];
    const there = findBackbone(graph(lines));
    expect(findBackbone(graph(lines.toReversed()))).toEqual(there);
  });
});
