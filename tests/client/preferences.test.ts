import { describe, expect, it } from "vitest";
import { languageOf } from "../../client/page/preferences.ts";

describe("the language of a first visit", () => {
  it.each([
    [["zh-TW", "en"], "zh-Hant"],
    [["zh-HK"], "zh-Hant"],
    [["zh-Hant"], "zh-Hant"],
    [["zh-Hant-CN"], "zh-Hant"],
    [["zh-CN"], "zh-Hans"],
    [["zh-SG"], "zh-Hans"],
    [["zh-Hans-HK"], "zh-Hans"],
    [["zh"], "zh-Hans"],
    [["en-GB", "zh-TW"], "en"],
    [["fr-FR", "zh-TW"], "zh-Hant"],
    [["fr-FR"], "en"],
    [[], "en"],
  ])("%j asks for %s", (wanted, language) => {
    expect(languageOf(wanted)).toBe(language);
  });
});
