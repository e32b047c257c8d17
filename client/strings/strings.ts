/** Strings of the interface, filled: one formatter per string and language, made when first used. */
import { IntlMessageFormat } from "intl-messageformat";
import type { Language } from "../../schema/language.ts";
import type { Strings } from "./en.ts";
import type { MessageId, Values } from "./message.ts";

const readers: Readonly<Record<Language, () => Promise<Strings>>> = {
  en: async () => (await import("./en.ts")).en,
  "zh-Hant": async () => (await import("./zh-Hant.ts")).zhHant,
  "zh-Hans": async () => (await import("./zh-Hans.ts")).zhHans,
};

const laterReaders: typeof readers = {
  en: async () => (await import("./later/en.ts")).later,
  "zh-Hant": async () => (await import("./later/zh-Hant.ts")).later,
  "zh-Hans": async () => (await import("./later/zh-Hans.ts")).later,
};

/** Whether the words that the first view does without are wanted. */
let wantsLater = false;

const known = new Map<Language, Strings>();
const formatters = new Map<string, IntlMessageFormat>();

/** Whether the strings of a language have been read. */
export const isKnown = (language: Language): boolean => known.has(language);

/** Reads the strings of languages, once; rejects where they cannot be had. */
export async function readStrings(...languages: readonly Language[]): Promise<void> {
  const read = async (language: Language) => {
    const [first, later] = await Promise.all([readers[language](), wantsLater ? laterReaders[language]() : null]);
    // They may have been asked for meanwhile.
    known.set(language, { ...first, ...(later ?? (wantsLater ? await laterReaders[language]() : null)) });
  };
  await Promise.all(languages.filter((language) => !isKnown(language)).map(read));
}

/** Reads what is said behind a click, in the languages known now and in those read from now on. */
export async function readLaterStrings(): Promise<void> {
  if (wantsLater) return;
  const add = async ([language, strings]: [Language, Strings]) =>
    void known.set(language, { ...strings, ...(await laterReaders[language]()) });
  await Promise.all([...known].map(add));
  wantsLater = true;
  // A language that was read meanwhile lacks them.
  await Promise.all([...known].filter(([, strings]) => !("story.add" in strings)).map(add));
}

/** A panel's code once its words are there too. */
export async function withWords<T>(code: Promise<T>): Promise<T> {
  const [read] = await Promise.all([code, readLaterStrings()]);
  return read;
}

/** `say("zh-Hant", "search.results", {count: 3})` → `3 筆結果`; the language must have been read. */
export function say(language: Language, id: MessageId, values?: Values): string {
  const text = known.get(language)?.[id];
  if (text === undefined) throw new Error(`${id} is asked for in ${language} before readStrings("${language}").`);
  // The build leaves messages with blanks as they are parsed, so that no parser goes with the page.
  if (typeof text === "string" && !text.includes("{")) return text;
  const key = `${language} ${id}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new IntlMessageFormat(text, language);
    formatters.set(key, formatter);
  }
  return String(formatter.format(values));
}
