/** Strings of the interface, filled: one formatter per string and language, made when first used. */
import { IntlMessageFormat } from "intl-messageformat";
import type { Language } from "../../schema/language.ts";
import { type Strings, en } from "./en.ts";
import type { MessageId, Values } from "./message.ts";
import { zhHans } from "./zh-Hans.ts";
import { zhHant } from "./zh-Hant.ts";

export const strings: Readonly<Record<Language, Strings>> = { en, "zh-Hant": zhHant, "zh-Hans": zhHans };

const formatters = new Map<string, IntlMessageFormat>();

/** `say("zh-Hant", "search.results", {count: 3})` → `3 筆結果` */
export function say(language: Language, id: MessageId, values?: Values): string {
  const text = strings[language][id];
  if (!text.includes("{")) return text;
  const key = `${language} ${id}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new IntlMessageFormat(text, language);
    formatters.set(key, formatter);
  }
  return String(formatter.format(values));
}
