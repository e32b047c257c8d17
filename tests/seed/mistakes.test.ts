/** What someone does wrong who turns a graph into a data set for the first time: each is told with file, line and remedy. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Refused } from "../../server/errors.ts";
import { readDataset } from "../../server/seed/index.ts";
import { folderOf } from "../support/temporary-folder.ts";
import { toldOf } from "./folders.ts";

const dataset = "id: my-graph\ntitle: Mine\n";
const vocabulary =
  "labels:\n  Person: { properties: { nick: string, born: date } }\nrelationships:\n  KNOWS: { properties: { weight: number } }\n";
const all =
  "Person:\n  ann:\n    en: Ann\n    KNOWS:\n      - { to: bob, weight: 3 }\n  bob:\n    en: Bob\n    nick: Bo\n";
const base = { "dataset.yaml": dataset, "vocabulary.yaml": vocabulary, "all.yaml": all };

it("nothing is wrong to begin with", async () => {
  expect((await readDataset(folderOf(base))).rows.relationships).toHaveLength(1);
});

it("a measure that is no date begins nothing", async () => {
  const measures = `${vocabulary}measures: { height: { form: quantity, begins: true } }\n`;
  expect(await toldOf({ ...base, "vocabulary.yaml": measures })).toEqual([
    expect.stringMatching(/^vocabulary\.yaml:5 the measure height is no date, .* → Take begins away\./),
  ]);
});

describe("in a file of entities", () => {
  it.each<[what: string, replace: string, by: string, ...told: RegExp[]]>([
    ["an id in capitals", "ann:", "Ann_Lee:", /^all\.yaml:2 "Ann_Lee" is not an id → Did you mean ann-lee\?/],
    ["an id with accents", "ann:", "José Ruiz:", /^all\.yaml:2 "José Ruiz" is not an id → Did you mean jose-ruiz\?/],
    ["an id that is a number", "ann:", "17:", /^all\.yaml:2 "17" is not an id → Did you mean node-17\?/],
    ["an end that is not there", "to: bob", "to: bop", /^all\.yaml:5 there is no entity bop → Did you mean bob\?/],
    ["an end by its name", "to: bob", "to: Bob", /^all\.yaml:5 to "Bob" is not an id → Did you mean bob\?/],
    ["an end under another word", "to: bob", "target: bob", /^all\.yaml:5 to is missing → Write to:/],
    [
      "an end in place of a relationship",
      "- { to: bob, weight: 3 }",
      "- bob",
      /^all\.yaml:5 "bob" .* → Write \{ to: bob \}/,
    ],
    [
      "an end in place of a list",
      "KNOWS:\n      - { to: bob, weight: 3 }",
      "KNOWS: bob",
      /^all\.yaml:4 KNOWS is not a list → .*- to: bob/,
    ],
    ["a thirteenth month", "weight: 3", "start: 2020-13", /^all\.yaml:5 start "2020-13" is not a date → .*2017-12/],
    [
      "a date with slashes",
      "weight: 3",
      "start: 1/2/2020",
      /^all\.yaml:5 start "1\/2\/2020" is not a date → .*2025-12-05/,
    ],
    ["a date too early", "weight: 3", "start: 800", /^all\.yaml:5 start "800" is not a date → .*from the year 1000 on/],
    ["a property's date too early", "nick: Bo", "born: 800", /^all\.yaml:8 born "800" .* → .*the form string/],
    ["tabs", "    en: Ann", "\ten: Ann", /^all\.yaml:3 .* tab .* → Write two spaces/],
    [
      "a label in another case",
      "Person:",
      "person:",
      /^all\.yaml:2 the label person of ann is unknown → Did you mean Person\?/,
      /^all\.yaml:6 the label person of bob is unknown/,
    ],
    [
      "a label in the plural",
      "Person:",
      "Persons:",
      /^all\.yaml:2 the label Persons of ann .* → Did you mean Person\?/,
      /^all\.yaml:6 the label Persons of bob/,
    ],
    [
      "a type in another case",
      "KNOWS:",
      "knows:",
      /^all\.yaml:4 Person ann has no property knows → Did you mean KNOWS\?/,
    ],
    [
      "a certainty misspelt",
      "weight: 3",
      "certainty: reporte",
      /^all\.yaml:5 certainty "reporte" .* → Did you mean reported\?/,
    ],
    [
      "an unknown source",
      "weight: 3",
      "sources: [wiki#1-3]",
      /^all\.yaml:5 wiki#1-3 cites an unknown document → .*documents\.yaml/,
    ],
    [
      "a source without its place",
      "weight: 3",
      "sources: [wiki]",
      /^all\.yaml:5 sources "wiki" is not a citation → Write document-id#start-end/,
    ],
    [
      "a number in quotes",
      "weight: 3",
      'weight: "3"',
      /^all\.yaml:5 weight "3" of KNOWS of ann is not a number → Write digits/,
    ],
    [
      "no number",
      "weight: 3",
      "weight: .nan",
      /^all\.yaml:5 weight "\.nan" of KNOWS of ann is not a number → Write digits/,
    ],
    ["a number without an end", "weight: 3", "weight: -.inf", /^all\.yaml:5 weight "-\.inf" .* is not a number/],
    ["a number with a comma", "weight: 3", "weight: 1,000", /^all\.yaml:5 .* no property 000 → .*without separators/],
    ["a name under name", "en: Ann", "name: Ann", /^all\.yaml:2 ann has no name → Write en:/],
    ["a name with a colon", "en: Ann", "en: Ann: the first", /^all\.yaml:3 .* colon .* → Put the value in quotes/],
    ["a name with a hash", "en: Ann", "en: #1 Ann", /^all\.yaml:2 ann has no name → .*quotes .*#/],
    ["a name with an at sign", "en: Ann", "en: @ann", /^all\.yaml:3 .* → Put the value in quotes/],
    ["a name with a star", "en: Ann", "en: *ann", /^all\.yaml:3 .* → .*quotes/],
    [
      "a name with half its words in quotes",
      "en: Ann",
      'en: "Ann" Lee',
      /^all\.yaml:3 .* → Put the whole value in quotes/,
    ],
    [
      "a path of Windows in quotes",
      "en: Ann",
      String.raw`en: "C:\people\ann"`,
      /^all\.yaml:3 .*backslash.* → Write \\\\ for each/,
    ],
    ["a full-width colon", "en: Ann", "en： Ann", /^all\.yaml:3 .*full-width.* → Write : and a blank/],
    [
      "blanks that are none",
      "    en: Ann",
      "\u{a0}\u{a0}\u{a0}\u{a0}en: Ann",
      /^all\.yaml:3 .*blank.* → Indent by plain spaces/,
    ],
    ["a relationship to itself", "to: bob", "to: ann", /^all\.yaml:5 .* to itself → .*leave the relationship out/],
    ["a zero byte", "Ann", "A\0nn", /^all\.yaml:3 .*zero byte → Save the file as text in UTF-8/],
    [
      "two documents in one",
      "  bob:",
      "---\nPerson:\n  bob:",
      /^all\.yaml:6 .*second document.* → Take the line --- out/,
    ],
  ])("%s", async (_, replace, by, ...told) => {
    expect(all).toContain(replace);
    expect(await toldOf({ ...base, "all.yaml": all.replace(replace, () => by) })).toEqual(
      told.map((each) => expect.stringMatching(each)),
    );
  });

  it("entities without a label over them are told by themselves, and nothing follows from it", async () => {
    expect(await toldOf({ ...base, "all.yaml": "ann:\n  en: Ann\nbob:\n  en: Bob\n" })).toEqual([
      expect.stringMatching(/^all\.yaml:2 en of ann is no entity.* → Write label, id and entity/),
      expect.stringMatching(/^all\.yaml:4 en of bob is no entity.* → Write label, id and entity/),
    ]);
  });

  it("an id that two files give", async () => {
    expect(await toldOf({ ...base, "more.yaml": "Person:\n  ann: { en: Again }\n" })).toEqual([
      expect.stringMatching(/^more\.yaml:2 the id ann stands already in .*all\.yaml:2 → .*another id/),
    ]);
  });
});

describe("in the vocabulary", () => {
  it.each<[what: string, replace: string, by: string, told: RegExp]>([
    [
      "a label that is no word",
      "Person:",
      "Tv Show:",
      /^vocabulary\.yaml:2 "Tv Show" is not a label → Write PascalCase/,
    ],
    [
      "a type in small letters",
      "KNOWS:",
      "knows:",
      /^vocabulary\.yaml:4 "knows" is not a relationship type → Write UPPER_SNAKE/,
    ],
    [
      "a property with an underscore",
      "born:",
      "birth_date:",
      /^vocabulary\.yaml:2 "birth_date" is not a property → Write camelCase/,
    ],
    [
      "a form that there is not",
      "number",
      "integer",
      /^vocabulary\.yaml:4 form "integer" is not one of its choices → .*number/,
    ],
  ])("%s", async (_, replace, by, told) => {
    expect(await toldOf({ ...base, "vocabulary.yaml": vocabulary.replace(replace, by) })).toEqual([
      expect.stringMatching(told),
    ]);
  });
});

describe("in a question's parameters", () => {
  const withParameters = (text: string) =>
    `${dataset}firstQuestion:\n  question: all-of\n  parameters:\n    kind: ${text}\n`;

  it.each<[what: string, text: string, told: RegExp]>([
    [
      "names under one",
      "{ of: x }",
      /^dataset\.yaml:6 kind has a form .* → Write text, or a list \(each item after a hyphen\)\.$/,
    ],
    ["a list within a list", "[x, [y]]", /^dataset\.yaml:6 kind is not text → Write text\.$/],
    ["nothing in a list", "[x, ]\n    other: [null]", /^dataset\.yaml:7 other is not text → Write text\.$/],
  ])("%s", async (_, text, told) => {
    expect(await toldOf({ ...base, "dataset.yaml": withParameters(text) })).toEqual([expect.stringMatching(told)]);
  });

  it("nothing leaves the blank open", async () => {
    const { firstQuestion } = await readDataset(folderOf({ ...base, "dataset.yaml": withParameters("") }));
    expect(firstQuestion.parameters).toEqual({});
  });
});

it("a list in place of a figure's value is told what it may be", async () => {
  const measures = "measures: { height: { form: quantity } }\nunits: { m: metre }\n";
  const figure = "    figures: [{ measure: height, value: [3], unit: m }]\n";
  expect(await toldOf({ ...base, "vocabulary.yaml": vocabulary + measures, "all.yaml": all + figure })).toEqual([
    expect.stringMatching(/^all\.yaml:9 value has a form .* → Write a number, or a year \(2006\), a month/),
  ]);
});

describe("a file that is no YAML in UTF-8", () => {
  it.each<[what: string, content: Buffer, told: RegExp]>([
    ["in UTF-16", Buffer.from(`\u{feff}${all}`, "utf16le"), /^all\.yaml:1 .*UTF-16 → Save the file/],
    [
      "in Latin-1",
      Buffer.from(all.replace("Bob", "José"), "latin1"),
      /^all\.yaml:7 .*not written in UTF-8 → Save the file/,
    ],
    ["packed", Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8]), /^all\.yaml:1 .* → .*unpack/],
  ])("%s", async (_, content, told) => {
    expect(await toldOf({ ...base, "all.yaml": content })).toEqual([expect.stringMatching(told)]);
  });

  it("is taken with a byte order mark and with the line ends of Windows", async () => {
    const windows = Object.fromEntries(
      Object.entries(base).map(([name, text]) => [name, `\u{feff}${text.replaceAll("\n", "\r\n")}`]),
    );
    expect((await readDataset(folderOf(windows))).rows).toEqual((await readDataset(folderOf(base))).rows);
  });
});

describe("a file in the wrong place", () => {
  const { "all.yaml": _, ...without } = base;

  it.each(["questions/all.yaml", "all.csv", "all.json", "all.yaml.txt"])("%s is named as not read", async (name) => {
    expect(await toldOf({ ...without, [name]: all })).toEqual([
      expect.stringMatching(
        new RegExp(`^vocabulary\\.yaml:1 there is no entity .* → .*${name.replaceAll(".", "\\.")} was not read`),
      ),
    ]);
  });

  it.each(["people/all.yaml", "ALL.YAML", "all.yml"])("%s is read", async (name) => {
    expect((await readDataset(folderOf({ ...without, [name]: all }))).rows.entities).toHaveLength(2);
  });

  it.each([
    ["vocabulary.yaml", "vocabulary.yml", vocabulary],
    ["dataset.yaml", "Dataset.yaml", dataset],
    ["documents.yaml", "documents.yml", ""],
    ["rivals.yaml", "Rivals.yaml", ""],
  ])("%s under another name, %s", async (name, written, text) => {
    const files: Record<string, string> = { ...base, [written]: text };
    delete files[name];
    expect(await toldOf(files)).toEqual([
      expect.stringMatching(
        new RegExp(`^${name}:1 this file is missing, and there is .*${written} → Rename it to ${name}`),
      ),
    ]);
  });

  it.each(["vocabulary.yml", "Dataset.yaml", "documents.YAML", "rivals.yml"])(
    "%s beside the file that it is meant for is told by itself",
    async (written) => {
      const name = written.toLowerCase().replace(/yml$/, "yaml");
      const files: Record<string, string> = { "documents.yaml": "", "rivals.yaml": "", ...base, [written]: vocabulary };
      expect(await toldOf(files)).toEqual([
        expect.stringMatching(new RegExp(`^${written}:1 there is ${name} besides, .* → .*remove this one`)),
      ]);
    },
  );

  it.each([".git/config.yaml", ".idea/deeper/all.yaml", "people/.old/all.yml", ".all.yaml"])(
    "hidden ones are not read: %s",
    async (name) => {
      const hidden = folderOf({ ...base, [name]: "Nonsense: [" });
      expect((await readDataset(hidden)).rows).toEqual((await readDataset(folderOf(base))).rows);
    },
  );

  it("a whole data set one folder further down", async () => {
    const deeper = Object.fromEntries(Object.entries(base).map(([name, text]) => [`mine/${name}`, text]));
    expect(await toldOf(deeper)).toEqual(
      ["dataset.yaml", "vocabulary.yaml"].map((name) =>
        expect.stringMatching(new RegExp(`^${name}:1 .* there is .*mine/${name} → Name the folder .*mine,`)),
      ),
    );
  });

  it("an empty folder is told what it needs", async () => {
    expect(await toldOf({})).toEqual([
      expect.stringMatching(/^dataset\.yaml:1 this file is missing → Write it with two lines/),
      expect.stringMatching(/^vocabulary\.yaml:1 this file is missing → Write it with labels:/),
    ]);
  });

  it.each(["", "# none yet\n", "---\n"])(
    "a file that has to be there and is empty is told what it needs: %j",
    async (text) => {
      expect(await toldOf({ ...base, "dataset.yaml": text })).toEqual([
        expect.stringMatching(/^dataset\.yaml:\d this file is empty → Write it with two lines/),
      ]);
      expect(await toldOf({ ...base, "vocabulary.yaml": text })).toEqual([
        expect.stringMatching(/^vocabulary\.yaml:\d this file is empty → Write it with labels:/),
      ]);
    },
  );

  it("a packed folder is refused, and to be unpacked", async () => {
    const file = join(folderOf({}), "my-graph.zip");
    writeFileSync(file, "PK");
    const error: unknown = await readDataset(file).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Refused);
    expect(error).toMatchObject({
      message: expect.stringContaining("is a file"),
      remedy: expect.stringMatching(/^Unpack it/),
    });
  });
});
