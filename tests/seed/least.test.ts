/** Data sets that say as little as they may: other people's graphs, as a script would write them. */
import { describe, expect, it } from "vitest";
import { readDataset } from "../../server/seed/index.ts";
import { folderOf } from "../support/temporary-folder.ts";
import { faultsOf } from "./folders.ts";

const least = {
  "dataset.yaml": "id: my-graph\ntitle: Who stands near whom\n",
  "vocabulary.yaml":
    "labels:\n  Character: Character\n  TvShow:\nrelationships:\n  APPEARS_NEAR: { caption: appears near, directed: false }\n  SEEN_IN:\n",
  "all.yaml":
    "Character:\n  arya:\n    en: Arya\n    APPEARS_NEAR:\n      - to: jon\n    SEEN_IN:\n      - to: show\n  jon: { zh-Hant: 瓊恩 }\nTvShow:\n  show: { en: 1e3 }\n",
};

const same = (text: string) => ({ en: text, "zh-Hant": text, "zh-Hans": text });

describe("a data set that says little", () => {
  it("has words in every language, a look for each label, and ends as they occur", async () => {
    const { title, description, vocabulary } = await readDataset(folderOf(least));
    expect([title, description]).toEqual([same("Who stands near whom"), same("Who stands near whom")]);
    expect(vocabulary.labels).toMatchObject({
      Character: { caption: same("Character"), plural: same("Characters"), family: "people", shape: "circle" },
      TvShow: { caption: same("Tv show"), plural: same("Tv shows"), family: "made" },
      Document: { caption: { en: "Document", "zh-Hant": "文件", "zh-Hans": "文档" } },
    });
    expect(vocabulary.relationships).toEqual({
      APPEARS_NEAR: {
        caption: same("appears near"),
        inverse: same("appears near"),
        start: ["Character"],
        end: ["Character"],
        role: "other",
        directed: false,
      },
      SEEN_IN: {
        caption: same("seen in"),
        inverse: same("← seen in"),
        start: ["Character"],
        end: ["TvShow"],
        role: "other",
        directed: true,
      },
    });
  });

  it("needs no document, no English name, and takes a name as it is written", async () => {
    const { rows } = await readDataset(folderOf(least));
    expect(rows.entities.map(({ id, properties }) => [id, properties["nameEn"], properties["nameZhHans"]])).toEqual([
      ["arya", "Arya", undefined],
      ["jon", undefined, "琼恩"],
      ["show", "1e3", undefined],
    ]);
    expect(rows.relationships.map(({ properties }) => properties)).toEqual([
      { certainty: "stated", origin: "seeds" },
      { certainty: "stated", origin: "seeds" },
    ]);
  });

  it("opens with all of it where that is little, else with the best connected", async () => {
    const star = Array.from({ length: 100 }, (_, n) => `  n-${n}:\n    en: N ${n}\n    SEEN_IN: [{ to: show }]\n`);
    const [small, large] = await Promise.all([
      readDataset(folderOf(least)),
      readDataset(folderOf({ ...least, "more.yaml": `Character:\n${star.join("")}` })),
    ]);
    expect(small.firstQuestion).toEqual({ question: "everything", parameters: {} });
    expect(large.firstQuestion).toEqual({ question: "best-connected", parameters: {} });
    expect(large.questions).toEqual([
      { question: "everything", parameters: {} },
      { question: "all-of", parameters: { kind: "Character" } },
      { question: "all-of", parameters: { kind: "TvShow" } },
    ]);
  });

  it("opens with all of it where many names stand alone", async () => {
    const alone = Array.from({ length: 100 }, (_, n) => `  n-${n}: { en: N ${n} }\n`);
    const { firstQuestion } = await readDataset(folderOf({ ...least, "all.yaml": `Character:\n${alone.join("")}` }));
    expect(firstQuestion).toEqual({ question: "everything", parameters: {} });
  });

  it("keeps ids that YAML would take for something else", async () => {
    const odd = "Character:\n  null: { en: Null }\n  true: { en: Yes, APPEARS_NEAR: [{ to: null }] }\n";
    const { rows } = await readDataset(folderOf({ ...least, "odd.yaml": odd }));
    expect(rows.relationships.map(({ id }) => id)).toContain("true.appears-near.null");
  });

  it("keeps ids apart that are one number to YAML", async () => {
    const odd = "Character:\n  7e1234: { en: One }\n  3e9999: { en: Other }\n";
    const { rows } = await readDataset(folderOf({ ...least, "odd.yaml": odd }));
    expect(rows.entities.map(({ id }) => id)).toEqual(expect.arrayContaining(["7e1234", "3e9999"]));
  });

  it("finds by itself that relationships end at documents", async () => {
    const { vocabulary, rows } = await readDataset(
      folderOf({
        ...least,
        "documents.yaml": "saga: { title: Saga, en: Saga, publisher: Some, language: en, characters: 100 }\n",
        "vocabulary.yaml": `${least["vocabulary.yaml"]}  TOLD_IN:\n  READ_IN: { start: [Character], end: [Document] }\n`,
        "all.yaml":
          "Character:\n  arya: { en: Arya, TOLD_IN: [{ to: saga, sources: [] }, { to: show, sources: [] }] }\nTvShow:\n  show: { en: Show }\n",
      }),
    );
    expect(vocabulary.relationships["TOLD_IN"]).toMatchObject({ start: ["Character"], end: ["TvShow", "Document"] });
    expect(vocabulary.relationships["READ_IN"]).toMatchObject({ end: ["Document"] });
    expect(rows.relationships.map(({ id }) => id)).toEqual(["arya.told-in.saga", "arya.told-in.show"]);
  });

  it("says so where it holds no entity at all", async () => {
    const { "all.yaml": _, ...rest } = least;
    expect((await faultsOf(rest)).message).toMatch(/vocabulary\.yaml:1:1 there is no entity .* → Write a file/);
  });
});

describe("a large file", () => {
  const name = "a name long enough for such a file to be parsed in pieces, as a file of many entities is";
  const entity = (n: number, more = "") =>
    `  n-${n}:\n    en: "${n} ${name}"\n    APPEARS_NEAR:\n      - { to: n-${n + 1}${more} }\n`;
  const count = 3000;
  const text = (change: (n: number) => string) =>
    `Character:\n${Array.from({ length: count }, (_, n) => change(n)).join("")}  n-${count}: { en: last }\n`;

  it("holds the same as many small ones", async () => {
    const small = Array.from({ length: 10 }, (_, file) => {
      const those = Array.from({ length: count / 10 }, (_, n) => entity(file * (count / 10) + n)).join("");
      return [`part-${file}.yaml`, `Character:\n${those}`];
    });
    const [large, parts] = await Promise.all([
      readDataset(folderOf({ ...least, "more.yaml": text((n) => entity(n)) })),
      readDataset(
        folderOf({ ...least, ...Object.fromEntries(small), "end.yaml": `Character:\n  n-${count}: { en: last }\n` }),
      ),
    ]);
    expect(large.rows).toEqual(parts.rows);
  });

  it("tells a fault in the middle at its own line", async () => {
    const { problems } = await faultsOf({
      ...least,
      "more.yaml": text((n) => entity(n, n === 2000 ? ", wieght: 3" : "")),
    });
    expect(problems).toMatchObject([{ line: 2 + 2000 * 4 + 3, message: expect.stringContaining("wieght") }]);
  });

  it("tells an id that stands twice in it, pieces apart", async () => {
    const { problems } = await faultsOf({
      ...least,
      "more.yaml": text((n) => entity(n)) + '  n-7:\n    en: "again"\n',
    });
    expect(problems).toMatchObject([
      { line: count * 4 + 3, message: `"n-7" stands twice in the same place, first at line ${2 + 7 * 4}` },
    ]);
  });

  it("stops at the fiftieth fault and says that there may be more", async () => {
    const error = await faultsOf({ ...least, "more.yaml": text((n) => entity(n, ", wieght: 3")) });
    expect(error.problems).toHaveLength(50);
    expect(error.remedy).toContain("what comes after them was not looked at");
  });
});
