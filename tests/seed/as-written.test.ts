/** What is text stays as it was written, by the place where it stands and the form that its property has there. */
import { describe, expect, it } from "vitest";
import { readDataset } from "../../server/seed/index.ts";
import { folderOf } from "../support/temporary-folder.ts";
import { faultsOf } from "./folders.ts";

const dataset = "id: shelf\ntitle: 1984\n";

async function propertiesOf(files: Readonly<Record<string, string>>) {
  const { rows } = await readDataset(folderOf({ "dataset.yaml": dataset, ...files }));
  return Object.fromEntries([...rows.entities, ...rows.relationships].map(({ id, properties }) => [id, properties]));
}

/** Keys that mean text somewhere in a data set's files. */
const textElsewhere = ["title", "unit", "start", "published", "headline", "measure", "publisher", "caption", "file"];

describe("a number", () => {
  it("stays one under a property's name that is text in another place", async () => {
    const properties = textElsewhere.map((name) => `${name}: number`).join(", ");
    const values = textElsewhere.map((name, index) => `${name}: ${index + 1}`).join(", ");
    const numbers = Object.fromEntries(textElsewhere.map((name, index) => [name, index + 1]));
    const found = await propertiesOf({
      "vocabulary.yaml": `labels:\n  Book: { properties: { ${properties} } }\n`,
      "all.yaml": `Book:\n  emma: { en: Emma, ${values} }\n`,
    });
    expect(found["emma"]).toMatchObject(numbers);
  });

  it("stays one on a relationship under such a name, and is a date at its start", async () => {
    const found = await propertiesOf({
      "vocabulary.yaml":
        "labels: { Book: Book }\nrelationships:\n  CITES: { properties: { unit: number, title: number, published: number } }\n",
      "all.yaml":
        "Book:\n  a: { en: 360, CITES: [{ to: b, unit: 7, title: 8, published: 9, start: 1990 }] }\n  b: { en: B }\n",
    });
    expect(found["a.cites.b"]).toMatchObject({ unit: 7, title: 8, published: 9, start: "1990" });
    expect(found["a"]).toMatchObject({ nameEn: "360" });
  });

  it("is text or a number by what its own label or type has under the name", async () => {
    const found = await propertiesOf({
      "vocabulary.yaml":
        "labels:\n  Book: { properties: { code: string } }\n  Shelf: Shelf\nrelationships:\n  STANDS_ON: { properties: { code: number } }\n",
      "all.yaml": "Book:\n  a: { en: A, code: 0070, STANDS_ON: [{ to: s, code: 12 }] }\nShelf:\n  s: { en: S }\n",
    });
    expect([found["a"]?.["code"], found["a.stands-on.s"]?.["code"]]).toEqual(["0070", 12]);
  });

  it("is text wherever words belong", async () => {
    const { title, description, firstQuestion, vocabulary, rows } = await readDataset(
      folderOf({
        "dataset.yaml":
          "id: shelf\ntitle: 1984\ndescription: { en: 2001 }\nfirstQuestion: { question: all-of, parameters: { kind: 7 }, headline: 42 }\n",
        "vocabulary.yaml": [
          "labels:",
          "  Book: 1Q84",
          "  Year: 365",
          "  Day: { caption: 24, plural: 48, also: [7], properties: { part: { form: choice, caption: 1, choices: { 1: 2 } } } }",
          "relationships: { CITES: 3 }",
          "measures: { width: { form: quantity, caption: 4, also: [5] } }",
          "units: { mm: 6 }",
        ].join("\n"),
        "all.yaml":
          "Day:\n  d:\n    en: 9\n    short: { zh-Hant: 8 }\n    zh-Hant: 88\n    aliases: [007, null]\n    part: 1\n    figures: [{ measure: width, value: 3, unit: mm, note: 2, saidBy: 4 }]\n",
      }),
    );
    expect([title.en, description.en, firstQuestion.parameters["kind"], firstQuestion.headline?.en]).toEqual([
      "1984",
      "2001",
      "7",
      "42",
    ]);
    expect(vocabulary).toMatchObject({
      labels: {
        Year: { caption: { en: "365" } },
        Day: {
          caption: { en: "24" },
          plural: { en: "48" },
          also: ["7"],
          properties: { part: { caption: { en: "1" }, choices: { 1: { en: "2" } } } },
        },
      },
      relationships: { CITES: { caption: { en: "3" } } },
      measures: { width: { caption: { en: "4" }, also: ["5"] } },
      units: { mm: { en: "6" } },
    });
    expect(rows.entities[0]?.properties).toMatchObject({ nameEn: "9", aliases: ["007", "null"], part: "1" });
    expect(rows.observations[0]?.properties).toMatchObject({ value: 3, saidBy: "4" });
  });

  it("of one anchor is text where it is used as a date, and a number where it is used as one", async () => {
    const found = await propertiesOf({
      "vocabulary.yaml": "labels: { Book: Book }\nrelationships: { CITES: { properties: { page: number } } }\n",
      "all.yaml":
        "Book:\n  a:\n    en: A\n    CITES: [{ to: b, page: &year 1990, start: *year }]\n  b: { en: *year }\n",
    });
    expect(found["a.cites.b"]).toMatchObject({ page: 1990, start: "1990" });
    expect(found["b"]).toMatchObject({ nameEn: "1990" });
  });
});

describe("an anchor", () => {
  const vocabulary = "labels: { Book: Book }\nrelationships: { CITES: { properties: { page: number } } }\n";

  it("is used as often as one likes", async () => {
    const books = Array.from({ length: 300 }, (_, n) => `  b-${n}: { en: *name, CITES: [*claim] }\n`);
    const found = await propertiesOf({
      "vocabulary.yaml": vocabulary,
      "all.yaml": `Book:\n  a: { en: &name Same, CITES: [&claim { to: z, page: 3 }] }\n  z: { en: Z }\n${books.join("")}`,
    });
    expect(found["b-299.cites.z"]).toMatchObject({ page: 3 });
  });

  it("means the nearest one before it, where there are two of a name", async () => {
    const found = await propertiesOf({
      "vocabulary.yaml": vocabulary,
      "all.yaml": "Book:\n  a: { en: &n One }\n  b: { en: *n }\n  c: { en: &n Two }\n  d: { en: *n }\n",
    });
    expect([found["b"]?.["nameEn"], found["d"]?.["nameEn"]]).toEqual(["One", "Two"]);
  });

  it("that points into itself is told", async () => {
    const { problems } = await faultsOf({
      "dataset.yaml": dataset,
      "vocabulary.yaml": vocabulary,
      "all.yaml": "Book:\n  a: &a\n    en: A\n    CITES: *a\n",
    });
    expect(problems).toMatchObject([{ line: 4, message: expect.stringContaining("points to what it stands in") }]);
  });

  it("of lists that make more than memory holds is told where it becomes too much", async () => {
    const lines = Array.from({ length: 12 }, (_, n) => {
      const those = Array.from({ length: 10 }, () => (n === 0 ? "x" : `*l${n - 1}`));
      return `  a-${n}: { en: A, aliases: &l${n} [${those.join(", ")}] }\n`;
    });
    const { problems } = await faultsOf({
      "dataset.yaml": dataset,
      "vocabulary.yaml": vocabulary,
      "all.yaml": `Book:\n${lines.join("")}`,
    });
    expect(problems).toMatchObject([{ line: 7, message: expect.stringContaining("more than 1000000 values") }]);
  });
});
