/** Languages of the interface and of names, and text that is given in several of them. */
import { z } from "zod";

export const languages = ["en", "zh-Hant", "zh-Hans"] as const;
export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;

/** Text in all three languages: what the interface and the vocabulary need. */
export const LocalizedText = z.strictObject({
  en: z.string().min(1),
  "zh-Hant": z.string().min(1),
  "zh-Hans": z.string().min(1),
});
export type LocalizedText = z.infer<typeof LocalizedText>;

/** The ending that a property's name takes for each language: `name` is stored as `nameEn`, `nameZhHant`, `nameZhHans`. */
export const languageSuffix = { en: "En", "zh-Hant": "ZhHant", "zh-Hans": "ZhHans" } as const satisfies Record<
  Language,
  string
>;

/** Which language to show when the wanted one is missing, best first. */
const fallbacks: Record<Language, readonly Language[]> = {
  en: ["en", "zh-Hans", "zh-Hant"],
  "zh-Hant": ["zh-Hant", "zh-Hans", "en"],
  "zh-Hans": ["zh-Hans", "zh-Hant", "en"],
};

/**
 * A localized property of a node or claim in the best language there is, with the language it is in.
 * `localizedProperty({titleEn: "CTO"}, "title", "zh-Hant")` → `{text: "CTO", language: "en"}`; undefined when in none.
 */
export function localizedProperty(
  properties: Readonly<Record<string, unknown>>,
  name: string,
  wanted: Language,
): { text: string; language: Language } | undefined {
  for (const language of fallbacks[wanted]) {
    const text = properties[name + languageSuffix[language]];
    if (typeof text === "string" && text !== "") return { text, language };
  }
  return undefined;
}
