/** A data set that says nothing but names and lines, served on both engines: what it opens with and what can be asked. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { Answer, DatasetSummary, PhraseAnswer, QuestionSummary } from "../../schema/api.ts";
import { createApp } from "../../server/app.ts";
import { leastDegreeOf, mostDrawn } from "../../server/questions/core.ts";
import { readQuestions } from "../../server/questions/index.ts";
import { loadSeeds, readDataset } from "../../server/seed/index.ts";
import { describeEachEngine } from "../support/engines.ts";
import { type App, get } from "./support.ts";

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
    const folder = mkdtempSync(join(tmpdir(), "alumnigraph-star-"));
    writeStar(folder);
    const dataset = await readDataset(folder);
    rmSync(folder, { recursive: true });
    await loadSeeds(engine.database, dataset);
    app = createApp({ database: engine.database, dataset, questions: await readQuestions() });
  });

  it("opens with the best connected, forty of its neighbors and what lies between them", async () => {
    const { headline, standfirst, subgraph, unanswered } = await get(app, "/api/first-view", Answer);
    expect(headline).toEqual({
      en: "What is around Hub?",
      "zh-Hant": "Hub 的周圍有什麼？",
      "zh-Hans": "Hub 的周围有什么？",
    });
    expect(standfirst.en).toBe("Its 40 best-connected neighbors, and the 50 relationships among them.");
    expect([subgraph.nodes.length, subgraph.relationships.length]).toEqual([41, 50]);
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
    expect(questions).toEqual(expect.arrayContaining(["around", "between", "everything", "known-of"]));
    for (const id of ["alumni-of", "investments", "happened-in", "claims-of", "figures-by-measure"])
      expect(questions).not.toContain(id);
    const { questions: offered } = await get(app, "/api/dataset", DatasetSummary);
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
});

describe("what can be drawn at once", () => {
  const entity = (id: string) => ({ id, label: "Thing", properties: {} });
  const tie = (start: string, end: string) => ({
    id: `${start}.${end}`,
    type: "TIED_TO",
    start,
    end,
    properties: {},
  });
  /** Spokes around a hub, and a chain of as many names with two relationships each. */
  const graph = (size: number) => {
    const numbers = Array.from({ length: size }, (_, n) => n);
    return {
      entities: [entity("hub"), ...numbers.flatMap((n) => [entity(`s-${n}`), entity(`c-${n}`)])],
      relationships: numbers.flatMap((n) => [tie(`s-${n}`, "hub"), tie(`c-${n}`, `c-${(n + 1) % size}`)]),
      observations: [],
    };
  };

  it("is all of a small graph", () => {
    expect(leastDegreeOf(graph(10))).toBe(0);
  });

  it("is of a large one what is connected so well that all of it has room", () => {
    const half = Math.floor(mostDrawn.entities / 2);
    expect(leastDegreeOf(graph(half - 1))).toBe(0);
    expect(leastDegreeOf(graph(half + 1))).toBe(2);
    expect(leastDegreeOf(graph(mostDrawn.entities + 1))).toBe(3);
  });
});
