/** Words of answers, in three languages. */
import { describe, expect, it } from "vitest";
import type { GraphNode } from "../../schema/graph.ts";
import { blanksOf, namesOf, word } from "../../server/questions/wording.ts";

const node = (id: string, properties: GraphNode["properties"]): GraphNode => ({ id, labels: ["Entity"], properties });
const nvidia = node("nvidia", { nameEn: "NVIDIA", nameZhHant: "輝達", nameZhHans: "英伟达" });
const amd = node("amd", { nameEn: "AMD" });

describe("names", () => {
  it("are joined by or, in each language, and fall back to another language or the id", () => {
    expect(namesOf([nvidia])).toEqual({ en: "NVIDIA", "zh-Hant": "輝達", "zh-Hans": "英伟达" });
    expect(namesOf([nvidia, amd])).toEqual({ en: "NVIDIA or AMD", "zh-Hant": "輝達或AMD", "zh-Hans": "英伟达或AMD" });
    expect(namesOf([nvidia, amd, node("x", {})]).en).toBe("NVIDIA, AMD, or x");
  });
});

describe("messages", () => {
  const same = (text: string) => ({ en: text, "zh-Hant": text, "zh-Hans": text });

  it("are filled with names and figures", () => {
    const message = {
      en: "{count, plural, one {one maker} other {# makers}} from {company}",
      "zh-Hant": "{company}的 {count} 家",
      "zh-Hans": "{company}的 {count} 家",
    };
    expect(word(message, { company: namesOf([nvidia]) }, { count: 1 }).en).toBe("one maker from NVIDIA");
    expect(word(message, { company: namesOf([amd]) }, { count: 3 })).toEqual({
      en: "3 makers from AMD",
      "zh-Hant": "AMD 的 3 家",
      "zh-Hans": "AMD 的 3 家",
    });
  });

  it("in Chinese have a space between Han and Latin, and none between Han or beside a mark", () => {
    expect(word(same("關於{name}，共\n  {n} 人 。其中 沒有"), { name: same("AMD或Intel") }, { n: 12 })["zh-Hant"]).toBe(
      "關於 AMD 或 Intel，共 12 人。其中沒有",
    );
  });

  it("in English keep their words apart however the file is broken into lines", () => {
    expect(word(same("one\n   two {n}"), {}, { n: 12 }).en).toBe("one two 12");
  });

  it("show names as they are, braces and angles too", () => {
    expect(word(same("{name}!"), { name: same("<b>{x}</b>") }).en).toBe("<b>{x}</b>!");
  });

  it("say which blanks they have, those inside a plural too", () => {
    expect(blanksOf("{a} {b, plural, one {{c}} other {# {d, select, x {{e}} other {}}}}", "en").sort()).toEqual([
      "a",
      "b",
      "c",
      "d",
      "e",
    ]);
    expect(() => blanksOf("{a", "en")).toThrow(SyntaxError);
  });
});
