/** A whole vocabulary from a written one: captions from names, looks, and ends from the facts themselves. */
import type { SeedText } from "../../schema/fact.ts";
import type { SeedVocabulary } from "../../schema/seed-dataset.ts";
import type { LabelForm, PropertyForm, RelationshipForm, Vocabulary } from "../../schema/vocabulary.ts";
import { inAllLanguages } from "./compile-text.ts";
import { completeLooks } from "./label-looks.ts";

/** The labels at which the relationships of each type start and end, as far as they were written. */
export type Ends = ReadonlyMap<string, { readonly start: ReadonlySet<string>; readonly end: ReadonlySet<string> }>;

export function completeVocabulary(written: SeedVocabulary, ends: Ends): Vocabulary {
  const labels = { ...completeLabels(written.labels) };
  const own = Object.keys(labels);
  labels["Document"] ??= documentForm;
  return {
    labels,
    relationships: mapped(written.relationships, (form, type) => completeType(form, type, ends.get(type), own)),
    measures: mapped(written.measures, ({ caption, ...form }, id) => ({
      ...form,
      caption: inAllLanguages(caption ?? { en: sentence(id.replaceAll("-", " ")) }),
    })),
    units: mapped(written.units, inAllLanguages),
  };
}

/** For a data set that says nothing of documents. */
const documentForm: LabelForm = {
  caption: { en: "Document", "zh-Hant": "文件", "zh-Hans": "文档" },
  plural: { en: "Documents", "zh-Hant": "文件", "zh-Hans": "文档" },
  family: "context",
  shape: "bar-hollow",
};

function completeLabels(written: SeedVocabulary["labels"]): Vocabulary["labels"] {
  const looks = completeLooks(written);
  return mapped(written, ({ caption: given, plural, properties, also }, label): LabelForm => {
    const caption = given ?? { en: sentence(wordsOf(label)) };
    return {
      caption: inAllLanguages(caption),
      plural: inAllLanguages(plural ?? (caption.en === undefined ? caption : { ...caption, en: pluralOf(caption.en) })),
      ...(also === undefined ? {} : { also }),
      ...looks(label),
      ...completeProperties(properties),
    };
  });
}

type WrittenType = SeedVocabulary["relationships"][string];

function completeType(
  { caption: given, inverse, start, end, role, directed, properties }: WrittenType,
  type: string,
  ends: { readonly start: ReadonlySet<string>; readonly end: ReadonlySet<string> } | undefined,
  labels: readonly string[],
): RelationshipForm {
  const caption = given ?? { en: type.toLowerCase().replaceAll("_", " ") };
  const occurring = (end: "start" | "end") => {
    const found = labels.filter((label) => ends?.[end].has(label));
    return found.length === 0 ? [...labels] : found;
  };
  return {
    caption: inAllLanguages(caption),
    inverse: inAllLanguages(inverse ?? (directed ? backwards(caption) : caption)),
    start: start ?? occurring("start"),
    end: end ?? occurring("end"),
    role,
    directed,
    ...completeProperties(properties),
  };
}

/** Nobody can tell *employed* from *worked at*: an arrow says that it reads the other way. */
const backwards = (caption: SeedText): SeedText => mapped(caption, (words) => `← ${words}`);

function completeProperties(written: WrittenType["properties"]): { properties?: Record<string, PropertyForm> } {
  if (written === undefined) return {};
  const properties = mapped(written, ({ caption, choices, ...form }, name): PropertyForm => ({
    ...form,
    caption: inAllLanguages(caption ?? { en: sentence(wordsOf(name)) }),
    ...(choices === undefined ? {} : { choices: mapped(choices, inAllLanguages) }),
  }));
  return { properties };
}

/** `TvShow` → `tv show`, `IPAddress` → `IP address`. */
function wordsOf(name: string): string {
  const words = name.split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/);
  return words.map((word) => (/^[A-Z]{2,}\d*$/.test(word) ? word : word.toLowerCase())).join(" ");
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** The usual plural of an English word; other words stay as they are. */
export function pluralOf(word: string): string {
  if (/(^|\s)person$/i.test(word)) return word.replace(/erson$/i, "eople");
  if (/[^aeiou\s]y$/i.test(word)) return `${word.slice(0, -1)}ies`;
  if (/(?:s|x|z|ch|sh)$/i.test(word)) return `${word}es`;
  return /[a-z]$/i.test(word) ? `${word}s` : word;
}

function mapped<From, To>(
  record: Readonly<Partial<Record<string, From>>>,
  change: (value: From, key: string) => To,
): Record<string, To> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([key, value]) => (value === undefined ? [] : [[key, change(value, key)]])),
  );
}
