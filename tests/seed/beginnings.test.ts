/** What is known of when things began that say nothing of it themselves. */
import { expect, it } from "vitest";
import { readDataset } from "../../server/seed/index.ts";
import { folderOf } from "../support/temporary-folder.ts";

const vocabulary = `labels:
  Company: {}
  Chip: {}
relationships:
  MADE: { role: making }
  RIVALS: { role: rivalry }
measures:
  founded: { form: date, begins: true }
`;
const company = (id: string, founded: string | null, made: string) => `  ${id}:
    en: ${id}
    MADE: [{ to: ${made} }]
${founded === null ? "" : `    figures: [{ measure: founded, value: ${founded} }]\n`}`;

async function boundOf(...companies: string[]): Promise<unknown> {
  const all = `Company:\n${companies.join("")}Chip:\n  chip:\n    en: Chip\n    RIVALS: [{ to: other }]\n  other:\n    en: Other\n`;
  const { rows } = await readDataset(
    folderOf({ "dataset.yaml": "id: mine\ntitle: Mine\n", "vocabulary.yaml": vocabulary, "all.yaml": all }),
  );
  return rows.relationships.find(({ type }) => type === "RIVALS")?.properties["noEarlier"];
}

it("an entity says when it began, the earliest where its sources disagree, as precisely as that one", async () => {
  const figures = "{ measure: founded, value: 2020-09 }, { measure: founded, key: later, value: 2020-06 }";
  const firm = `Company:\n  firm:\n    en: Firm\n    figures: [${figures}]\n  other:\n    en: Other\nChip: {}\n`;
  const { rows } = await readDataset(
    folderOf({ "dataset.yaml": "id: mine\ntitle: Mine\n", "vocabulary.yaml": vocabulary, "all.yaml": firm }),
  );
  expect(rows.entities.map(({ id, properties }) => [id, properties["beganIn"]])).toEqual([
    ["firm", "2020-06"],
    ["other", undefined],
  ]);
});

it("a beginning that was only planned or thought is none", async () => {
  const figures =
    "{ measure: founded, value: 2019, certainty: planned }, { measure: founded, key: done, value: 2021-03 }";
  const firm = `Company:\n  firm:\n    en: Firm\n    figures: [${figures}]\nChip: {}\n`;
  const { rows } = await readDataset(
    folderOf({ "dataset.yaml": "id: mine\ntitle: Mine\n", "vocabulary.yaml": vocabulary, "all.yaml": firm }),
  );
  expect(rows.entities[0]?.properties["beganIn"]).toBe("2021-03");
});

it("what was made is no older than its maker", async () => {
  expect(await boundOf(company("one", "2019", "chip"))).toBe(20190101);
});

it("of several makers the oldest tells", async () => {
  expect(await boundOf(company("one", "2019", "chip"), company("two", "2012-03", "chip"))).toBe(20120301);
});

it("a maker of which nothing is known leaves it open", async () => {
  expect(await boundOf(company("one", "2019", "chip"), company("two", null, "chip"))).toBeUndefined();
});
