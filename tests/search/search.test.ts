/** Search as a person types: any script, ranked, and saying which name matched. */
import { beforeAll, expect, it } from "vitest";
import { loadSeeds, readDataset } from "../../server/seed/index.ts";
import { search } from "../../server/search/search.ts";
import { describeEachEngine } from "../support/engines.ts";

describeEachEngine("search", (engine) => {
  beforeAll(async () => {
    await loadSeeds(engine.database, await readDataset("tests/datasets/names"));
  });

  const find = (query: string, limit = 10, labels?: string[]) => search(engine.database, { query, limit, labels });
  const ids = async (query: string, limit?: number, labels?: string[]) =>
    (await find(query, limit, labels)).map(({ node }) => node.id);

  it.each([
    ["張建中", "張建中"],
    ["张建中", "张建中"],
    ["zhang jianzhong", "Zhang Jianzhong"],
    ["zhāng jiànzhōng", "Zhang Jianzhong"],
    ["ZhangJianZhong", "Zhang Jianzhong"],
    ["jianzhong zhang", "張建中"],
    ["zjz", "張建中"],
    ["James Zhang", "James Zhang"],
  ])(
    "張建中, 张建中, zhang jianzhong, zhāng jiànzhōng, zjz and James Zhang find one person, and say which name matched (%s)",
    async (query, matched) => {
      expect((await find(query))[0]).toMatchObject({ node: { id: "zhang-jianzhong" }, match: "exact", matched });
    },
  );

  it("reads surnames as surnames", async () => {
    expect(await ids("shan weijian")).toEqual(["shan-weijian"]);
    expect(await ids("zengchao")).toEqual(["zeng-chao"]);
  });

  it("finds by alias, by former name, by ticker with or without its exchange", async () => {
    expect(await find("老張")).toMatchObject([{ node: { id: "zhang-jianzhong" }, matched: "老張" }]);
    expect(await find("moer xincheng")).toMatchObject([
      { node: { id: "moore-threads" }, matched: "摩爾芯城", match: "exact" },
    ]);
    expect(await find("688795")).toMatchObject([
      { node: { id: "moore-threads" }, matched: "688795.SH", match: "prefix" },
    ]);
    expect(await find("688795.sh")).toMatchObject([{ match: "exact" }]);
    expect(await find("ＭＯＯＲＥ")).toMatchObject([{ node: { id: "moore-threads" }, match: "prefix" }]);
  });

  it("ranks whole names before beginnings before what lies within, and the well-connected first", async () => {
    // Mo is a whole name; Moore Threads and Moments begin so, and the first has more relationships; Alamo has it within.
    expect((await find("mo")).map(({ node, match }) => `${node.id} ${match}`)).toEqual([
      "mo exact",
      "moore-threads prefix",
      "moments prefix",
      "alamo inside",
      "notes-on-mo prefix",
    ]);
  });

  it("puts documents last", async () => {
    expect((await ids("mo")).at(-1)).toBe("notes-on-mo");
  });

  it("keeps to the labels that are asked for, and to the limit", async () => {
    expect(await ids("mo", 10, ["Person"])).toEqual(["mo"]);
    expect(await ids("mo", 10, ["Person", "Document"])).toEqual(["mo", "notes-on-mo"]);
    expect(await ids("mo", 2)).toEqual(["mo", "moore-threads"]);
    expect(await ids("mo", 10, ["Nobody"])).toEqual([]);
  });

  it("answers one letter and one character", async () => {
    expect(await ids("z")).toContain("zhang-jianzhong");
    expect(await ids("張")).toEqual(["zhang-jianzhong"]);
  });

  it.each(["", "  ", "|", "%", "'", "…", "\\"])("finds nothing for %j, and does not fail", async (query) => {
    expect(await find(query)).toEqual([]);
  });

  it.each(["' OR 1=1 //", ".*", "mo|re", "a\\u0000b"])("takes %j for letters, not for a pattern", async (query) => {
    await expect(find(query)).resolves.toBeInstanceOf(Array);
  });

  it("never sends the search key, and finds no figures", async () => {
    const hits = await find("o", 50);
    expect(hits.every(({ node }) => !("search" in node.properties))).toBe(true);
    expect(hits.every(({ node }) => node.labels.includes("Entity"))).toBe(true);
  });
});
