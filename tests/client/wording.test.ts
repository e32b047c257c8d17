import { describe, expect, it } from "vitest";
import type { Vocabulary } from "../../client/store.ts";
import { wordDetails } from "../../client/words/details.ts";
import { gist, wordObservation, wordProperties } from "../../client/words/wording.ts";
import type { Properties } from "../../schema/graph.ts";
import type { Language } from "../../schema/language.ts";
import type { MeasureForm, PropertyForm } from "../../schema/vocabulary.ts";

const text = (words: string) => ({ en: words, "zh-Hant": words, "zh-Hans": words });
const properties: Record<string, PropertyForm> = {
  title: { form: "text", caption: text("Title") },
  status: {
    form: "choice",
    caption: text("Stage"),
    choices: { filed: { en: "filed", "zh-Hant": "已遞件", "zh-Hans": "已递表" } },
  },
  amount: { form: "money", caption: text("Amount") },
  rise: { form: "ratio", caption: text("Rise") },
  currency: { form: "string", caption: text("Currency") },
  since: { form: "date", caption: text("Since") },
  listed: { form: "boolean", caption: text("Listed") },
};
const measure = (form: MeasureForm["form"]): MeasureForm => ({ caption: text("Measure"), form });
const vocabulary: Vocabulary = {
  labels: {},
  relationships: {
    WORKED_AT: {
      caption: text("worked at"),
      inverse: text("employed"),
      start: ["P"],
      end: ["C"],
      role: "career",
      directed: true,
      properties,
    },
  },
  measures: {
    revenue: measure("money"),
    share: measure("ratio"),
    units: measure("quantity"),
    founded: measure("date"),
    note: measure("text"),
  },
  units: { cards: { en: "cards", "zh-Hant": "張卡", "zh-Hans": "张卡" } },
};

const say = (observation: Properties, language: Language = "en") =>
  wordObservation({ id: "f", entity: "e", properties: observation }, vocabulary, language)?.text;

describe("properties", () => {
  const all = {
    titleEn: "CTO",
    titleZhHant: "技術長",
    status: "filed",
    amount: 2e9,
    rise: 4.6878,
    currency: "HKD",
    since: "2020-06",
    listed: true,
  };
  const worded = (language: Language) =>
    wordProperties(properties, all, language).map(({ name, value }) => [name, value.text]);

  it("are said in the reader's language, money with its currency", () => {
    expect(worded("en")).toEqual([
      ["title", "CTO"],
      ["status", "filed"],
      ["amount", "HK$2bn"],
      ["rise", "468.78%"],
      ["since", "Jun 2020"],
      ["listed", "yes"],
    ]);
    expect(worded("zh-Hant")).toEqual([
      ["title", "技術長"],
      ["status", "已遞件"],
      ["amount", "20億港元"],
      ["rise", "468.78%"],
      ["since", "2020年6月"],
      ["listed", "是"],
    ]);
  });

  it("tell in which language a text is when the wanted one is missing", () => {
    expect(wordProperties(properties, { titleEn: "CTO" }, "zh-Hans")[0]?.value).toEqual({
      text: "CTO",
      language: "en",
    });
  });

  it("tell a number with its unit and what qualifies it, and alone with its caption", () => {
    const stay: Record<string, PropertyForm> = {
      years: { form: "number", unit: "year", caption: text("Years") },
      yearsQualifier: {
        form: "choice",
        caption: text("Years are"),
        choices: { over: { en: "over", "zh-Hant": "超過", "zh-Hans": "超过" } },
      },
      age: { form: "number", caption: text("Age") },
    };
    const details = (language: Language, given: Properties) => wordDetails(stay, given, language);
    expect(details("en", { years: 10, yearsQualifier: "over", age: 17 })).toEqual(["over 10 years", "Age: 17"]);
    expect(details("en", { years: 1 })).toEqual(["1 year"]);
    expect(details("zh-Hant", { years: 10, yearsQualifier: "over", age: 17 })).toEqual(["超過 10 年", "Age：17"]);
    expect(details("zh-Hans", { years: 10, yearsQualifier: "over" })).toEqual(["超过 10年"]);
  });

  it("have a gist: the first text or choice", () => {
    expect(gist(vocabulary, "WORKED_AT", { titleEn: "CTO" }, "en")?.text).toBe("CTO");
    expect(gist(vocabulary, "WORKED_AT", {}, "en")).toBeNull();
    expect(gist(vocabulary, "UNKNOWN", { titleEn: "CTO" }, "en")).toBeNull();
  });

  it("have where a type declares neither the first property that is there, a number with its caption", () => {
    const plain = structuredClone(vocabulary);
    const caption = { en: "Times", "zh-Hant": "次數", "zh-Hans": "次数" };
    const form = plain.relationships["WORKED_AT"];
    if (form === undefined) throw new Error("There is no such type.");
    form.properties = { carrier: { form: "string", caption }, weight: { form: "number", caption } };
    expect(gist(plain, "WORKED_AT", { weight: 1200 }, "en")?.text).toBe("Times: 1,200");
    expect(gist(plain, "WORKED_AT", { weight: 12 }, "zh-Hant")?.text).toBe("次數：12");
    expect(gist(plain, "WORKED_AT", { weight: 12, carrier: "Qantas" }, "en")?.text).toBe("Qantas");
    expect(gist(plain, "WORKED_AT", {}, "en")).toBeNull();
  });
});

describe("figures", () => {
  it.each<[Properties, string]>([
    [{ measure: "revenue", value: 702_100_000, currency: "CNY" }, "RMB 702.1m"],
    [{ measure: "share", value: 0.41, qualifier: "over" }, "over 41%"],
    [{ measure: "units", value: 10_000, unit: "cards", qualifier: "nearly" }, "nearly 10,000\u{a0}cards"],
    [{ measure: "founded", date: "2020-09" }, "Sept 2020"],
    [{ measure: "note", textEn: "5 of 7 executives" }, "5 of 7 executives"],
  ])("%j reads %s", (observation, words) => {
    expect(say(observation)).toBe(words);
  });

  it("keep 億 and 萬 apart", () => {
    expect(say({ measure: "revenue", value: 702_100_000, currency: "CNY" }, "zh-Hant")).toBe("7.021億元人民幣");
    expect(say({ measure: "units", value: 10_000, unit: "cards" }, "zh-Hans")).toBe("1万\u{a0}张卡");
  });
});
