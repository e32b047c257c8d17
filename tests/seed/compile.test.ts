/** Facts as they stand in the database: names in three languages, bounds, rivals, citations. */
import { describe, expect, it } from "vitest";
import { readDataset } from "../../server/seed/index.ts";
import { citationsOf } from "../../server/seed/citations.ts";
import { type Edit, edited, florence } from "./edited.ts";

const rowsOf = async (folder: string) => (await readDataset(folder)).rows;
const byId = <T extends { id: string }>(rows: readonly T[], id: string) => rows.find((row) => row.id === id);

describe("compiled facts", () => {
  it("a claim carries its sources, certainty, dates as written and their bounds", async () => {
    const { relationships } = await rowsOf(florence);
    expect(byId(relationships, "leonardo.worked-in.verrocchio-workshop")).toEqual({
      id: "leonardo.worked-in.verrocchio-workshop",
      type: "WORKED_IN",
      start: "leonardo",
      end: "verrocchio-workshop",
      properties: {
        titleEn: "Apprentice",
        titleZhHant: "學徒",
        titleZhHans: "学徒",
        citations: ["notes-for-tests#80-140"],
        certainty: "stated",
        start: "1466",
        end: "1477",
        inferred: true,
        startEarliest: 14660101,
        startLatest: 14661231,
        endEarliest: 14770101,
        endLatest: 14771231,
        origin: "seeds",
      },
    });
  });

  it("what is ongoing had not ended when the latest of its documents was written", async () => {
    const later = edited(
      {
        file: "documents.yaml",
        replace: "writtenAfter: 1498",
        by: "writtenAfter: 1498-03\nlater-notes:\n  title: Later\n  en: Later\n  publisher: P\n  language: en\n  characters: 10\n  writtenAfter: 1499-05",
      },
      {
        file: "people.yaml",
        replace: "sources: [notes-for-tests#140-200]",
        by: "sources: [later-notes#0-3, notes-for-tests#140-200]",
      },
    );
    const { relationships } = await rowsOf(later);
    expect(byId(relationships, "leonardo.ran.leonardo-workshop")?.properties).toMatchObject({
      ongoing: true,
      endEarliest: 14990501,
    });
    expect(byId(relationships, "leonardo.ran.leonardo-workshop")?.properties).not.toHaveProperty("endLatest");
    expect(byId(relationships, "perugino.ran.perugino-workshop")?.properties).toMatchObject({ endEarliest: 14980301 });
  });

  it("what joins something of a known beginning, and has no start, is known to be no earlier", async () => {
    const begins = { file: "vocabulary.yaml", replace: "    form: date", by: "    form: date\n    begins: true" };
    const started = {
      file: "people.yaml",
      replace: "- to: baptism-of-christ",
      by: "- to: baptism-of-christ\n        start: 1476",
    };
    const bound = async (...edits: Edit[]) =>
      byId((await rowsOf(edited(...edits))).relationships, "leonardo.made.baptism-of-christ")?.properties["noEarlier"];
    // Its sources give 1475 and 1478.
    expect(await bound(begins)).toBe(14750101);
    expect(await bound(begins, started)).toBeUndefined();
    const ended = (year: number) => ({ ...started, by: `- to: baptism-of-christ\n        end: ${year}` });
    expect(await bound(begins, ended(1470))).toBeUndefined();
    expect(await bound(begins, ended(1480))).toBe(14750101);
    expect(await bound()).toBeUndefined();
  });

  it("rivals know one another and what they disagree about", async () => {
    const { observations } = await rowsOf(florence);
    expect(byId(observations, "baptism-of-christ.figure.completed")).toMatchObject({
      entity: "baptism-of-christ",
      properties: {
        measure: "completed",
        date: "1475",
        qualifier: "about",
        rivals: ["baptism-of-christ.figure.completed.later"],
        rivalTopicEn: "When the Baptism was completed",
        rivalTopicZhHans: "《基督受洗》何时完成",
      },
    });
    expect(byId(observations, "baptism-of-christ.figure.completed.later")?.properties).toMatchObject({
      certainty: "opinion",
      rivals: ["baptism-of-christ.figure.completed"],
    });
  });

  it("figures keep numbers as numbers and words by language", async () => {
    const { observations } = await rowsOf(florence);
    expect(byId(observations, "ghirlandaio-workshop.figure.apprentice-wage")?.properties).toMatchObject({
      value: 24,
      unit: "florins",
      startEarliest: 14880401,
    });
    expect(byId(observations, "leonardo-workshop.figure.standing")?.properties).toMatchObject({
      textEn: "under the Duke's protection",
      textZhHant: "受公爵庇護",
      textZhHans: "受公爵庇护",
    });
  });

  it("a document is an entity with its title, language and length", async () => {
    const { entities } = await rowsOf(florence);
    expect(byId(entities, "notes-for-tests")).toMatchObject({
      label: "Document",
      properties: {
        nameEn: "Notes for tests",
        nameZhHans: "测试用笔记",
        title: "Notes for tests",
        publisher: "Alumnigraph",
        language: "en",
        characters: 2000,
        writtenAfter: "1498",
        origin: "seeds",
      },
    });
  });

  it("a short form stands beside the name, converted like it", async () => {
    const folder = edited({
      file: "people.yaml",
      replace: "    zh-Hant: 佩魯吉諾",
      by: "    zh-Hant: 佩魯吉諾\n    short: { en: Perugino, zh-Hant: 佩魯 }",
    });
    expect(byId((await rowsOf(folder)).entities, "perugino")?.properties).toMatchObject({
      nameEn: "Pietro Perugino",
      shortEn: "Perugino",
      shortZhHant: "佩魯",
      shortZhHans: "佩鲁",
    });
  });

  it("a name keeps its own words in the other script", async () => {
    const folder = edited({ file: "people.yaml", replace: "    zh-Hant: 佩魯吉諾", by: "    zh-Hant: 輝達的軟體" });
    expect(byId((await rowsOf(folder)).entities, "perugino")?.properties["nameZhHans"]).toBe("辉达的软体");
  });

  it("text that looks like a number keeps every digit", async () => {
    const folder = edited(
      {
        file: "vocabulary.yaml",
        replace: "    role: other\n",
        by: "    role: listing\n    properties:\n      ticker: { form: string, caption: { en: a, zh-Hant: b, zh-Hans: c } }\n",
      },
      {
        file: "works.yaml",
        replace: "{ to: florence, sources: [notes-for-tests#740-760] }",
        by: "{ to: florence, ticker: 09903, sources: [notes-for-tests#740-760] }",
      },
      { file: "works.yaml", replace: "    en: Florence", by: "    en: 360" },
    );
    const { entities, relationships } = await rowsOf(folder);
    expect(byId(relationships, "verrocchio-workshop.stood-in.florence")?.properties["ticker"]).toBe("09903");
    expect(byId(entities, "verrocchio-workshop")?.properties["tickers"]).toEqual(["09903"]);
    expect(byId(entities, "verrocchio-workshop")?.properties["search"]).toContain("|09903|");
    expect(byId(entities, "florence")?.properties["nameEn"]).toBe("360");
  });

  it("the version changes with the facts and with the words, and not with their order", async () => {
    const version = async (folder: string) => (await readDataset(folder)).version;
    const before = await version(florence);
    expect(await version(edited())).toBe(before);
    expect(await version(edited({ file: "people.yaml", replace: "start: 1466", by: "start: 1467" }))).not.toBe(before);
    expect(
      await version(edited({ file: "vocabulary.yaml", replace: "en: worked in", by: "en: was employed in" })),
    ).not.toBe(before);
    const moved = edited(
      {
        file: "works.yaml",
        replace:
          "City:\n  florence:\n    en: Florence\n    zh-Hant: 佛羅倫斯\n    zh-Hans: 佛罗伦萨\n    aliases: [Firenze]\n",
        by: "",
      },
      {
        file: "cities.yaml",
        by: "City:\n  florence:\n    en: Florence\n    zh-Hant: 佛羅倫斯\n    zh-Hans: 佛罗伦萨\n    aliases: [Firenze]\n",
      },
    );
    expect(await version(moved)).toBe(before);
  });
});

describe("citationsOf", () => {
  it("counts code points and finds every occurrence", () => {
    expect(citationsOf("notes", "𠮷田 and 𠮷田", "𠮷田").map(({ citation }) => citation)).toEqual([
      "notes#0-2",
      "notes#7-9",
    ]);
    expect(citationsOf("notes", "aaa", "aa").map(({ citation }) => citation)).toEqual(["notes#0-2", "notes#1-3"]);
    expect(citationsOf("notes", "abc", "d")).toEqual([]);
  });
});
