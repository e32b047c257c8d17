/** Properties and figures of a claim in words, by the vocabulary. */
import type { Observation } from "../../schema/api.ts";
import type { Properties } from "../../schema/graph.ts";
import { type Language, localizedProperty } from "../../schema/language.ts";
import type { MeasureForm, PropertyForm } from "../../schema/vocabulary.ts";
import type { Vocabulary } from "../store.ts";
import { formatAmount, formatDate, formatMoney, formatNumber, formatRatio } from "../strings/format.ts";
import { say } from "../strings/strings.ts";
import { captioned } from "./marks.ts";

export interface Worded {
  text: string;
  language: Language;
}

/** A type as it reads from an end of a relationship: from its start, or back from where it ends. */
export function directedCaption(
  vocabulary: Vocabulary,
  type: string,
  direction: "out" | "in",
  language: Language,
): string {
  const form = vocabulary.relationships[type];
  // What follows a name in Chinese begins with 的; standing alone it does not.
  return form?.[direction === "out" ? "caption" : "inverse"][language].replace(/^的/, "") ?? type;
}

function wordProperty(name: string, form: PropertyForm, properties: Properties, language: Language): Worded | null {
  if (form.form === "text") return localizedProperty(properties, name, language) ?? null;
  const value = properties[name];
  const plain = (text: string): Worded => ({ text, language });
  if (typeof value === "boolean") return plain(say(language, value ? "value.yes" : "value.no"));
  if (typeof value === "number") return plain(wordAmount(value, form, properties, language));
  if (typeof value !== "string") return null;
  if (form.form === "date") return plain(formatDate(value, language));
  return plain(form.form === "choice" ? (form.choices?.[value]?.[language] ?? value) : value);
}

function wordAmount(value: number, { form, unit }: PropertyForm, { currency }: Properties, language: Language): string {
  if (unit !== undefined) return formatAmount(value, unit, language);
  if (form === "ratio") return formatRatio(value, language);
  return form === "money" && typeof currency === "string"
    ? formatMoney(value, currency, language)
    : formatNumber(value, language);
}

/** The properties of a claim or an entity in words, in the vocabulary's order. */
export function wordProperties(
  forms: Readonly<Record<string, PropertyForm>> | undefined,
  properties: Properties,
  language: Language,
): Array<{ name: string; caption: string; value: Worded }> {
  const moneyShown = Object.entries(forms ?? {}).some(([name, { form }]) => form === "money" && name in properties);
  const isNumber = (name: string) => typeof properties[name] === "number" && forms?.[name] !== undefined;
  return Object.entries(forms ?? {}).flatMap(([name, form]) => {
    if (name === "currency" && moneyShown) return [];
    if (name.endsWith(qualifying) && isNumber(name.slice(0, -qualifying.length))) return [];
    const value = wordProperty(name, form, properties, language);
    if (value === null) return [];
    const qualifier = isNumber(name) ? forms?.[name + qualifying] : undefined;
    const before = qualifier === undefined ? null : wordProperty(name + qualifying, qualifier, properties, language);
    const text = before === null ? value.text : `${before.text} ${value.text}`;
    return [{ name, caption: form.caption[language], value: { ...value, text } }];
  });
}

/** `over` for years is the property `yearsQualifier`. */
const qualifying = "Qualifier";

/**
 * The first words that tell apart claims of one type with one neighbor: a title, a role, a status; where its type has no
 * such property, the first that it has.
 */
export function gist(vocabulary: Vocabulary, type: string, properties: Properties, language: Language): Worded | null {
  const forms = Object.entries(vocabulary.relationships[type]?.properties ?? {});
  const told = forms.filter(([, { form }]) => form === "text" || form === "choice");
  const [first] = wordProperties(Object.fromEntries(told.length > 0 ? told.slice(0, 1) : forms), properties, language);
  if (first === undefined) return null;
  const { name, caption, value } = first;
  const form = vocabulary.relationships[type]?.properties?.[name]?.form;
  if (told.length > 0 || form === "string") return value;
  return { text: captioned(caption, value.text, language), language };
}

const qualifiers = ["over", "under", "about", "nearly"] as const;

function qualified(text: string, qualifier: unknown, language: Language): string {
  const known = qualifiers.find((each) => each === qualifier);
  return known === undefined ? text : say(language, `figure.${known}`, { value: text });
}

function wordNumber(
  value: number,
  form: MeasureForm["form"] | undefined,
  properties: Properties,
  vocabulary: Vocabulary,
  language: Language,
): string {
  const { currency, unit } = properties;
  if (typeof currency === "string") return formatMoney(value, currency, language);
  if (form === "ratio") return formatRatio(value, language);
  const number = formatNumber(value, language);
  if (typeof unit !== "string") return number;
  return `${number}\u{a0}${vocabulary.units[unit]?.[language] ?? unit}`;
}

/** A figure's value in words: money, a share, a quantity with its unit, a date or text. */
export function wordObservation(
  { properties }: Observation,
  vocabulary: Vocabulary,
  language: Language,
): Worded | null {
  const { value, measure, qualifier } = properties;
  const form = typeof measure === "string" ? vocabulary.measures[measure]?.form : undefined;
  if (typeof value === "number") {
    return {
      text: qualified(wordNumber(value, form, properties, vocabulary, language), qualifier, language),
      language,
    };
  }
  const date = typeof value === "string" ? value : properties["date"];
  if (typeof date === "string") return { text: qualified(formatDate(date, language), qualifier, language), language };
  return localizedProperty(properties, "text", language) ?? null;
}

/** What a figure says in words, beside or in place of a value. */
export const wordText = ({ properties }: Observation, language: Language): Worded | null =>
  localizedProperty(properties, "text", language) ?? null;
