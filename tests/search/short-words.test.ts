/** What is kept of frequent words is what a scan would find. */
import { beforeAll, expect, it } from "vitest";
import { loadSeeds, readDataset } from "../../server/seed/index.ts";
import { normalizeQuery } from "../../server/search/normalize.ts";
import { search } from "../../server/search/search.ts";
import { mostKept, refreshShortWords, shortWordsOf } from "../../server/search/short-words.ts";
import { describeEachEngine } from "../support/engines.ts";

const words = ["m", "mo", "z", "zj", "張", "张", "張建", "芯", "6", "68", "ng", "o", "aa", "𠮷"];
const kept = "MATCH (w:ShortWord) RETURN w.id AS id ORDER BY id";

describeEachEngine("short words", (engine) => {
  beforeAll(async () => {
    await loadSeeds(engine.database, await readDataset("tests/datasets/names"));
  });
  const keep = (from: number) => engine.database.write((transaction) => refreshShortWords(transaction, from));
  const find = (query: string, limit = 10) => search(engine.database, { query, limit });

  it("none is kept of a graph in which none is frequent", async () => {
    expect(await engine.database.read(kept)).toEqual([]);
  });

  it("find the same entities in the same order, kept or not", async () => {
    for (const limit of [1, 3, 10, mostKept]) {
      await keep(10_000);
      const scanned = await Promise.all(words.map((word) => find(word, limit)));
      await keep(1);
      expect(await Promise.all(words.map((word) => find(word, limit)))).toEqual(scanned);
    }
    const ids = (await engine.database.read(kept)).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(["m", "mo", "zj", normalizeQuery("張建")]));
    expect(ids.every((id) => Array.from(String(id)).length <= 2)).toBe(true);
  });

  it("are answered from what is kept", async () => {
    await keep(1);
    await engine.database.write((transaction) =>
      transaction.run("MATCH (w:ShortWord {id: 'mo'}) SET w.ids = ['alamo'] SET w.ranks = [2]"),
    );
    expect((await find("mo")).map(({ node, match }) => [node.id, match])).toEqual([["alamo", "inside"]]);
    expect((await search(engine.database, { query: "mo", limit: 10, labels: ["Person"] }))[0]?.node.id).toBe("mo");
  });

  it("leave when they are no longer frequent", async () => {
    await keep(1);
    await keep(10_000);
    expect(await engine.database.read(kept)).toEqual([]);
  });
});

it("a word counts once for each entity, by the best of its keys", () => {
  const entity = (id: string, keys: string, degree = 0, last = 0) => ({ id, keys, degree, last });
  const found = shortWordsOf(
    [
      entity("within", "|xax|", 9),
      entity("paper", "|a|", 99, 1),
      entity("whole", "|aa|a|"),
      entity("start", "|xa|ax|", 3),
      entity("wide", "|ab|", 4),
    ],
    3,
  );
  expect(found.find(({ word }) => word === "a")).toEqual({
    word: "a",
    ids: ["whole", "wide", "start", "within", "paper"],
    ranks: [0, 1, 1, 2, 0],
  });
  expect(found.map(({ word }) => word).sort()).toEqual(["a", "b", "x"]);
});

it("a longer word is kept where so many names begin with it that nothing else would be shown", () => {
  const entity = (id: string, keys: string, degree: number) => ({ id, keys, degree, last: 0 });
  const namesakes = Array.from({ length: mostKept + 2 }, (_, index) => entity(`j${index}`, `|james${index}|`, index));
  const within = entity("within", "|xjames|", 999);
  const papers = namesakes.map((name) => ({ ...name, id: `paper-${name.id}`, keys: "|marie|", last: 1 }));
  const found = shortWordsOf([...namesakes, within, ...papers], 60);
  const james = found.find(({ word }) => word === "james");
  expect(james?.ids.slice(0, 2)).toEqual(["j51", "j50"]);
  expect(james?.ids).toHaveLength(mostKept);
  expect(new Set(james?.ranks)).toEqual(new Set([1]));
  const words = found.map(({ word }) => word);
  expect(words).toEqual(expect.arrayContaining(["jam", "jame"]));
  expect(words).not.toEqual(expect.arrayContaining(["mar"]));
  expect(words).not.toEqual(expect.arrayContaining(["xja"]));
  const few = shortWordsOf(namesakes.slice(0, mostKept - 1), 1).map(({ word }) => word);
  expect(few).toEqual(expect.arrayContaining(["ja"]));
  expect(few).not.toEqual(expect.arrayContaining(["jam"]));
});
