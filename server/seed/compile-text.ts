/** Text by language as properties: `title: {zh-Hant: 總裁}` → `titleZhHant`, and `titleZhHans` converted from it. */
import type { SeedText } from "../../schema/fact.ts";
import {
  type Language,
  languages,
  languageSuffix,
  localizedProperty,
  type LocalizedText,
} from "../../schema/language.ts";
import { own, type PropertyForm } from "../../schema/vocabulary.ts";
import { toSimplified } from "../search/chinese.ts";

export function localized(name: string, text: SeedText): Record<string, string | undefined> {
  const traditional = text["zh-Hant"];
  const simplified = text["zh-Hans"] ?? (traditional === undefined ? undefined : toSimplified(traditional));
  const all = { ...text, "zh-Hans": simplified };
  return Object.fromEntries(languages.map((language) => [name + languageSuffix[language], all[language]]));
}

/** The values of a label's or type's own properties, as they are stored. */
export function ownProperties(
  values: Readonly<Record<string, unknown>>,
  forms: Readonly<Record<string, PropertyForm>> = {},
): Record<string, unknown> {
  const stored = Object.entries(forms)
    .filter(([name]) => own(values, name) !== undefined)
    .map(([name, { form }]) =>
      form === "text" ? localized(name, values[name] as SeedText) : { [name]: values[name] },
    );
  return Object.assign({}, ...stored) as Record<string, unknown>;
}

/** Words for every language from those that are given; simplified Chinese is converted where only traditional is. */
export function inAllLanguages(text: SeedText): LocalizedText {
  const given = localized("", text);
  const inLanguage = (language: Language) => localizedProperty(given, "", language)?.text ?? "";
  return { en: inLanguage("en"), "zh-Hant": inLanguage("zh-Hant"), "zh-Hans": inLanguage("zh-Hans") };
}
