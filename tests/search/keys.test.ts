/** The keys of an entity: every way to type one of its names. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keysOf, matchedName, typedAs, patternsOf, searchProperty } from "../../server/search/keys.ts";
import { normalizeQuery } from "../../server/search/normalize.ts";

const keys = (name: string, isPerson = true) => keysOf({ nameZhHant: name }, isPerson).map(({ key }) => key);

describe("keysOf", () => {
  it("gives a name in either script, its pinyin, the surname last, and initials", () => {
    expect(keys("張建中")).toEqual(["张建中", "zhangjianzhong", "zjz", "jianzhongzhang", "jzz"]);
  });

  it.each([
    ["單偉建", "shanweijian", "swj"],
    ["曾超", "zengchao", "zc"],
    ["仇肖莘", "qiuxiaoshen", "qxs"],
    ["解磊", "xielei", "xl"],
    ["區海", "ouhai", "oh"],
    ["歐陽鋒", "fengouyang", "foy"],
  ])("reads the surname of %s as a surname", (name, full, initials) => {
    expect(keys(name)).toEqual(expect.arrayContaining([full, initials]));
  });

  it("keeps the other reading of a surname too, and reads no surname into other names", () => {
    expect(keys("單偉建")).toContain("danweijian");
    expect(keys("單片機", false)).toContain("danpianji");
    expect(keys("單片機", false)).not.toContain("shanpianji");
  });

  it("reads words as words: 長江 chang, 重慶 chong, 銀行 hang", () => {
    expect(keys("長江存儲", false)).toContain("changjiangcunchu");
    expect(keys("重慶", false)).toContain("chongqing");
    expect(keys("銀行", false)).toContain("yinhang");
  });

  it("finds ü however it is typed", () => {
    for (const typed of ["lǚ bù", "lü bu", "lv bu", "lu bu", "lyu bu"])
      expect(keys("呂布")).toContain(normalizeQuery(typed));
  });

  it("keeps Latin letters and digits among the Chinese", () => {
    expect(keys("摩爾線程 S80", false)).toEqual(["摩尔线程s80", "moerxianchengs80", "mexcs80"]);
  });

  it("every name, alias and ticker finds its entity, typed in whole or in part", () => {
    const word = fc.string({
      unit: fc.constantFrom("張", "建", "呂", "單", "樂", "a", "É", "ß", "9", " ", "-", "·", "Ｘ", "ü"),
      minLength: 1,
    });
    const properties = fc.record({
      nameEn: word,
      nameZhHant: word,
      aliases: fc.array(word, { minLength: 1 }),
      tickers: fc.array(word, { minLength: 1 }),
    });
    fc.assert(
      fc.property(properties, fc.boolean(), fc.nat(), fc.nat(), (entity, isPerson, from, length) => {
        const search = searchProperty(entity, isPerson);
        for (const name of [entity.nameEn, entity.nameZhHant, ...entity.aliases, ...entity.tickers]) {
          const normalized = normalizeQuery(name);
          if (normalized === "") continue;
          expect(search).toContain(patternsOf(normalized).exact);
          expect(matchedName(entity, typedAs(name))?.match).toBe("exact");
          const characters = Array.from(normalized);
          const part = characters
            .slice(from % characters.length)
            .slice(0, 1 + (length % characters.length))
            .join("");
          expect(search).toContain(part);
          expect(matchedName(entity, typedAs(part))).toBeDefined();
        }
        for (const { key } of keysOf(entity, isPerson)) expect(matchedName(entity, typedAs(key))).toBeDefined();
      }),
    );
  });
});

describe("matchedName", () => {
  const zhang = {
    nameEn: "Zhang Jianzhong",
    nameZhHant: "張建中",
    nameZhHans: "张建中",
    aliases: ["James Zhang", "中國黃仁勳"],
    tickers: ["688795.SH"],
  };

  it.each([
    ["張建中", "exact", "張建中"],
    ["张建中", "exact", "张建中"],
    ["zjz", "exact", "張建中"],
    ["zhāng jiànzhōng", "exact", "Zhang Jianzhong"],
    ["James Zhang", "exact", "James Zhang"],
    ["james", "prefix", "James Zhang"],
    ["建中", "inside", "張建中"],
    ["中国黄", "prefix", "中國黃仁勳"],
    ["zghr", "prefix", "中國黃仁勳"],
    ["688795", "prefix", "688795.SH"],
    ["688795sh", "exact", "688795.SH"],
  ])("%s is %s of %s", (query, match, name) => {
    expect(matchedName(zhang, typedAs(query))).toEqual({ match, name });
  });

  it("is nothing for what stands in no name, and for a query without letters", () => {
    expect(matchedName(zhang, typedAs("nvidia"))).toBeUndefined();
    expect(matchedName(zhang, typedAs(" - "))).toBeUndefined();
  });
});
