/** What stands there with nothing after it counts as left out, in every file. */
import { expect, it } from "vitest";
import { readDataset } from "../../server/seed/index.ts";
import { folderOf } from "../support/temporary-folder.ts";
import { toldOf } from "./folders.ts";

const entity = "Person:\n  ann:\n    en: Ann\n";
const files = {
  "dataset.yaml": "id: pair\ntitle: A pair\n",
  "vocabulary.yaml": "labels:\n  Person:\nrelationships:\n  KNOWS:\n",
  "all.yaml": `${entity}    KNOWS:\n      - to: bob\n  bob: { en: Bob }\n`,
};

it.each<[string, keyof typeof files | "documents.yaml" | "rivals.yaml", string]>([
  ["description", "dataset.yaml", "description:\n"],
  ["firstQuestion", "dataset.yaml", "firstQuestion:\n"],
  ["questions", "dataset.yaml", "questions:\n"],
  ["units", "vocabulary.yaml", "units:\n"],
  ["measures", "vocabulary.yaml", "measures:\n"],
  ["the file of documents", "documents.yaml", "# none yet\n"],
  ["the file of documents in braces", "documents.yaml", "{}\n"],
  ["the file of rivals", "rivals.yaml", "# none yet\n"],
])("%s", async (_, file, text) => {
  const before = await readDataset(folderOf(files));
  const { folder: _folder, ...after } = await readDataset(
    folderOf({ ...files, [file]: (file in files ? files[file as keyof typeof files] : "") + text }),
  );
  expect(after).toEqual({ ...before, folder: undefined });
});

it.each([
  ["relationships", "labels:\n  Person:\nrelationships:\n", "labels:\n  Person:\n"],
  [
    "what a label may have",
    "labels:\n  Person:\n    properties:\n    also:\n    plural:\n    caption:\n    family:\n    shape:\n",
    "labels:\n  Person: {}\n",
  ],
  [
    "what a type may have",
    "labels:\n  Person:\nrelationships:\n  KNOWS:\n    properties:\n    start:\n    end:\n    role:\n    directed:\n    inverse:\n    caption:\n",
    "labels:\n  Person:\nrelationships:\n  KNOWS: {}\n",
  ],
  [
    "what a property may have",
    "labels:\n  Person: { properties: { age: { form: number, choices: , caption:  } } }\n",
    "labels:\n  Person: { properties: { age: { form: number } } }\n",
  ],
  [
    "what a measure may have",
    "labels:\n  Person:\nmeasures:\n  height: { form: quantity, caption: , also:  }\n",
    "labels:\n  Person:\nmeasures:\n  height: { form: quantity }\n",
  ],
])("%s in a vocabulary", async (_, vocabulary, without) => {
  const read = async (text: string) =>
    (await readDataset(folderOf({ ...files, "vocabulary.yaml": text, "all.yaml": entity }))).vocabulary;
  expect(await read(vocabulary)).toEqual(await read(without));
});

it.each(["aliases", "short", "figures", "KNOWS", "zh-Hant", "age", "born"])("%s of an entity", async (key) => {
  const vocabulary = "labels:\n  Person: { properties: { age: number, born: date } }\nrelationships:\n  KNOWS:\n";
  const { rows } = await readDataset(
    folderOf({ ...files, "vocabulary.yaml": vocabulary, "all.yaml": `${entity}    ${key}:\n` }),
  );
  expect(rows.entities[0]?.properties).toEqual({ nameEn: "Ann", origin: "seeds", search: expect.any(String) });
});

it.each(["start", "end", "sources", "key", "certainty", "ongoing", "note"])("%s of a claim", async (key) => {
  const { rows } = await readDataset(
    folderOf({ ...files, "all.yaml": files["all.yaml"].replace("to: bob\n", `to: bob\n        ${key}:\n`) }),
  );
  expect(rows.relationships[0]?.properties).toEqual({ certainty: "stated", origin: "seeds" });
});

it("what has to be there is missing when it is empty, and told at its own line", async () => {
  expect(await toldOf({ ...files, "all.yaml": `${entity}    KNOWS:\n      - start: 1999\n        to:\n` })).toEqual([
    "all.yaml:6 to is missing → Write to: with text.",
  ]);
  expect(await toldOf({ ...files, "vocabulary.yaml": "relationships:\n  KNOWS:\nlabels:\n" })).toEqual([
    expect.stringMatching(/^vocabulary\.yaml:3 labels is missing → /),
  ]);
  expect(await toldOf({ ...files, "all.yaml": "Person:\n  ann:\n    en:\n" })).toEqual([
    expect.stringMatching(/^all\.yaml:2 ann has no name → /),
  ]);
});

it("a property that is declared without its form is told with the forms that there are", async () => {
  const vocabulary = "labels:\n  Person:\n    properties:\n      age:\nrelationships:\n  KNOWS:\n";
  expect(await toldOf({ ...files, "vocabulary.yaml": vocabulary })).toEqual([
    expect.stringMatching(/^vocabulary\.yaml:4 form is missing → Write one of text, string, number/),
  ]);
});
