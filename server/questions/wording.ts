/** Words of a question and its answer: ICU messages filled with names and figures, in each language. */
import { IntlMessageFormat } from "intl-messageformat";
import type { GraphNode } from "../../schema/graph.ts";
import { nameOf } from "../../schema/graph.ts";
import { type Language, languages, type LocalizedText } from "../../schema/language.ts";

export type Figures = Record<string, number>;
/** What fills a message: the same figures in each language, and words of that language. */
export type Words = Readonly<Record<string, LocalizedText>>;

/** Fills a message in every language. */
export function word(message: LocalizedText, words: Words, figures: Figures = {}): LocalizedText {
  return inEachLanguage((language) => {
    const own = Object.fromEntries(Object.entries(words).map(([name, text]) => [name, text[language]]));
    const format = new IntlMessageFormat(message[language], language, undefined, { ignoreTag: true });
    return tidy(String(format.format({ ...figures, ...own })), language);
  });
}

/** Throws a SyntaxError where the message cannot be read, and names what it asks to be filled with. */
export function blanksOf(message: string, language: Language): string[] {
  const blanks = new Set<string>();
  const visit = (elements: readonly unknown[]): void => {
    for (const element of elements) {
      if (typeof element !== "object" || element === null) continue;
      if ("value" in element && typeof element.value === "string" && "type" in element && element.type !== literal)
        blanks.add(element.value);
      if ("options" in element && typeof element.options === "object" && element.options !== null) {
        for (const option of Object.values(element.options)) if (hasElements(option)) visit(option.value);
      }
    }
  };
  visit(new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst());
  return [...blanks];
}

const literal = 0;
const hasElements = (option: unknown): option is { value: unknown[] } =>
  typeof option === "object" && option !== null && "value" in option && Array.isArray(option.value);

/** Names joined by "or": `NVIDIA or AMD`, `輝達或 AMD`. */
export function namesOf(nodes: readonly GraphNode[]): LocalizedText {
  return inEachLanguage((language) => {
    const names = nodes.map((node) => nameOf(node, language).text);
    return new Intl.ListFormat(language, { type: "disjunction" }).format(names);
  });
}

/** Names joined by "and". */
export function listOf(nodes: readonly GraphNode[]): LocalizedText {
  return inEachLanguage((language) => {
    const names = nodes.map((node) => nameOf(node, language).text);
    return new Intl.ListFormat(language, { type: "conjunction" }).format(names);
  });
}

/** What is added where some of those asked about are told of and some are not. */
export const notKnown: LocalizedText = {
  en: "Not known here for {names}.",
  "zh-Hant": "{names}則沒有這方面的記載。",
  "zh-Hans": "{names}则没有这方面的记载。",
};

/** What is added where some of the claims have no date that would tell. */
export const notDecided: LocalizedText = {
  en: "Whether {count, plural, one {one more claim falls} other {# more claims fall}} into this time is not known, about {names}.",
  "zh-Hant": "另有 {count} 項記載的日期不足以判斷是否在這段時間內，涉及{names}。",
  "zh-Hans": "另有 {count} 项记载的日期不足以判断是否在这段时间内，涉及{names}。",
};

/** What is added where not all of an answer is drawn and its own words do not say so. */
export const notAllDrawn: LocalizedText = {
  en: "{count, plural, one {One of these claims is} other {# of these claims are}} not drawn.",
  "zh-Hant": "這些記載中有 {count, number} 項未畫出。",
  "zh-Hans": "这些记载中有 {count, number} 项未画出。",
};

/** The same of people in columns, who are counted in the sentence before it. */
export const notAllPeopleDrawn: LocalizedText = {
  en: "{count, plural, one {One of these people is} other {# of these people are}} not drawn.",
  "zh-Hant": "這些人中有 {count, number} 人未畫出。",
  "zh-Hans": "这些人中有 {count, number} 人未画出。",
};

/** A word that is the same in all languages. */
export const same = (text: string): LocalizedText => inEachLanguage(() => text);

export function inEachLanguage(text: (language: Language) => string): LocalizedText {
  const [en, hant, hans] = languages.map(text);
  return { en: en ?? "", "zh-Hant": hant ?? "", "zh-Hans": hans ?? "" };
}

/** Line breaks of the declaration become spaces; in Chinese a space stands between Han and Latin, and nowhere else. */
function tidy(text: string, language: Language): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  if (language === "en") return line;
  return line
    .replaceAll(/(?<=[\p{Script=Han}，。；：、？！]) (?=[\p{Script=Han}，。；：、？！])/gu, "")
    .replaceAll(/(?<=[，。；：、？！]) | (?=[，。；：、？！])/gu, "")
    .replaceAll(/(?<=\p{Script=Han})(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=\p{Script=Han})/gu, " ");
}
