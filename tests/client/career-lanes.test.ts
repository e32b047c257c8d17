/** What is said of a stint in its lane. */
import { beforeAll, expect, it } from "vitest";
import { lanesOf, wordsOf } from "../../client/panels/careers/lanes.ts";
import { readStrings } from "../../client/strings/strings.ts";
import { languages } from "../../schema/language.ts";
import { Vocabulary } from "../../schema/vocabulary.ts";

const all = (text: string) => ({ en: text, "zh-Hant": text, "zh-Hans": text });
const vocabulary = Vocabulary.parse({
  labels: { Person: { caption: all("Person"), plural: all("People"), family: "people", shape: "circle" } },
  relationships: {
    WORKED_AT: {
      caption: all("worked at"),
      inverse: all("employed"),
      start: ["Person"],
      end: ["Person"],
      role: "career",
      properties: {
        years: { form: "number", unit: "year", caption: all("Years") },
        yearsQualifier: {
          form: "choice",
          caption: all("Years are"),
          choices: { over: { en: "over", "zh-Hant": "超過", "zh-Hans": "超过" } },
        },
      },
    },
  },
  measures: {},
  units: {},
});

beforeAll(() => readStrings(...languages));

const node = (id: string) => ({ id, labels: ["Person"], properties: { nameEn: id, nameZhHant: id, nameZhHans: id } });
const labelsOf = (properties: Record<string, string | number>) => {
  const stint = { id: "s", type: "WORKED_AT", start: "ann", end: "firm", properties };
  const careers = { people: [node("ann")], organizations: [node("firm")], stints: [stint], documents: [] };
  return languages.map((language) =>
    lanesOf(careers, wordsOf(careers, language, vocabulary)).flatMap(({ stints }) => stints.map(({ label }) => label)),
  );
};

it("says that a stay was longer than its years, where the source does", () => {
  expect(labelsOf({ years: 10, yearsQualifier: "over" })).toEqual([
    ["firm (over 10 years)"],
    ["firm（超過 10 年）"],
    ["firm（超过 10 年）"],
  ]);
});

it("says the years alone where the source says no more", () => {
  expect(labelsOf({ years: 1 })).toEqual([["firm (1 year)"], ["firm（1 年）"], ["firm（1 年）"]]);
});
