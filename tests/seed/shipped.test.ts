/** The data set that is shipped: loadable, sourced, read alike from both engines. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Converter } from "opencc-js/t2cn";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { Answer, DatasetSummary, Vocabulary } from "../../schema/api.ts";
import { LocalizedText } from "../../schema/language.ts";
import { type Dataset, loadSeeds, readDataset } from "../../server/seed/index.ts";
import { createApp } from "../../server/app.ts";
import { readQuestions } from "../../server/questions/index.ts";
import { describeEachEngine } from "../support/engines.ts";
import { labelCounts, observationCount, rivalCount, typeCounts } from "./shipped-counts.ts";

/** The maker itself writes 昇 in simplified Chinese too. */
const keepsItsCharacter = "昇腾";

const folder = join(import.meta.dirname, "../../seeds");
let dataset: Dataset;
beforeAll(async () => {
  dataset = await readDataset(folder);
});

describe("the shipped words", () => {
  it("are given in all three languages", async () => {
    const read = async (file: string): Promise<unknown> => parse(await readFile(join(folder, file), "utf8"));
    expect(Vocabulary.safeParse(await read("vocabulary.yaml")).error?.issues ?? []).toEqual([]);
    const { title, description } = (await read("dataset.yaml")) as Record<string, unknown>;
    for (const words of [title, description]) expect(LocalizedText.safeParse(words).success).toBe(true);
  });
});

describe("the shipped facts", () => {
  it("each cite a document", () => {
    const claims = [...dataset.rows.relationships, ...dataset.rows.observations];
    const bare = claims.filter(({ properties }) => !Array.isArray(properties["citations"]));
    expect(claims.length).toBeGreaterThan(250);
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  it("have not become fewer by label, by type, as figures or as rivals", () => {
    const { entities, relationships, observations } = dataset.rows;
    const count = (of: readonly string[], key: string) => of.filter((other) => other === key).length;
    const labels = entities.map(({ label }) => label);
    const types = relationships.map(({ type }) => type);
    const rivals = [...relationships, ...observations].filter(({ properties }) => "rivals" in properties);
    const fewer = [
      ...Object.entries(labelCounts).filter(([label, least]) => count(labels, label) < least),
      ...Object.entries(typeCounts).filter(([type, least]) => count(types, type) < least),
    ];
    expect(fewer).toEqual([]);
    expect(observations.length).toBeGreaterThanOrEqual(observationCount);
    expect(rivals.length).toBeGreaterThanOrEqual(rivalCount);
  });

  it("give every person a name in all three languages", () => {
    const people = dataset.rows.entities.filter(({ label }) => label === "Person");
    const nameless = people.filter(({ properties }) =>
      ["nameEn", "nameZhHant", "nameZhHans"].some((name) => typeof properties[name] !== "string"),
    );
    expect(people.length).toBeGreaterThan(15);
    expect(nameless.map(({ id }) => id)).toEqual([]);
  });

  it("write simplified Chinese in simplified characters", () => {
    const simplify = Converter({ from: "t", to: "cn" });
    const rows = [...dataset.rows.entities, ...dataset.rows.relationships, ...dataset.rows.observations];
    const texts = rows.flatMap(({ properties }) =>
      Object.entries(properties).flatMap(([name, value]) =>
        name.endsWith("ZhHans") && typeof value === "string" ? [value] : [],
      ),
    );
    const written = texts.map((text) => text.replaceAll(keepsItsCharacter, ""));
    expect(written.filter((text) => simplify(text) !== text)).toEqual([]);
  });
});

/** What the first engine answered, by address, for the second to be held to. */
const answers = new Map<string, string>();

describeEachEngine("the shipped data set", (engine) => {
  let app: ReturnType<typeof createApp>;
  beforeAll(async () => {
    await loadSeeds(engine.database, dataset);
    app = createApp({ database: engine.database, dataset, questions: await readQuestions(folder) });
  }, 60_000);

  const body = async (path: string) => (await app.request(path)).text();

  it("answers each question that it offers", async () => {
    const { firstQuestion, questions } = DatasetSummary.parse(JSON.parse(await body("/api/dataset")));
    for (const { question, parameters } of [firstQuestion, ...questions]) {
      const blanks = new URLSearchParams(
        Object.entries(parameters).map(([name, ids]): [string, string] => [name, ids.join(",")]),
      );
      const answer = Answer.parse(JSON.parse(await body(`/api/questions/${question}?${blanks}`)));
      expect([question, answer.subgraph.nodes.length]).not.toEqual([question, 0]);
    }
  });

  it("tells of every entity what the other engine tells", { timeout: 120_000 }, async () => {
    for (const { id } of dataset.rows.entities) {
      const path = `/api/nodes/${id}`;
      const told = await body(path);
      expect(JSON.parse(told)).toHaveProperty("node.id", id);
      expect([path, told]).toEqual([path, answers.get(path) ?? told]);
      answers.set(path, told);
    }
  });
});
