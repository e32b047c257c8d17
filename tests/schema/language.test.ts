import { describe, expect, it } from "vitest";
import { mainLabel, nameOf } from "../../schema/graph.ts";
import { localizedProperty } from "../../schema/language.ts";

const names = { nameEn: "NVIDIA", nameZhHant: "輝達", nameZhHans: "英伟达" };

describe("a name", () => {
  it.each([
    ["en", "NVIDIA"],
    ["zh-Hant", "輝達"],
    ["zh-Hans", "英伟达"],
  ] as const)("is shown in %s where there is one", (language, text) => {
    expect(nameOf({ id: "nvidia", properties: names }, language)).toEqual({ text, language });
  });

  it("falls back to the other Chinese before English", () => {
    expect(localizedProperty({ nameEn: "NVIDIA", nameZhHant: "輝達" }, "name", "zh-Hans")).toEqual({
      text: "輝達",
      language: "zh-Hant",
    });
  });

  it("says which language it fell back to", () => {
    expect(localizedProperty({ titleEn: "CTO" }, "title", "zh-Hant")).toEqual({ text: "CTO", language: "en" });
  });

  it("passes over empty text", () => {
    expect(localizedProperty({ nameEn: "", nameZhHans: "英伟达" }, "name", "en")?.text).toBe("英伟达");
  });

  it("is the id where the node has none", () => {
    expect(nameOf({ id: "nvidia", properties: {} }, "en").text).toBe("nvidia");
  });
});

describe("the main label", () => {
  it("is the same in whatever order an engine gives labels", () => {
    expect(mainLabel({ labels: ["Entity", "Person"] })).toBe("Person");
    expect(mainLabel({ labels: ["Person", "Entity"] })).toBe("Person");
  });
});
