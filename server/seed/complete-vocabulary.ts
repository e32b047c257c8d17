/** A whole vocabulary from a written one: captions from names, looks, and ends from the facts themselves. */
import type { SeedText } from "../../schema/fact.ts";
import type { SeedVocabulary } from "../../schema/seed-dataset.ts";
import type { LabelForm, PropertyForm, RelationshipForm, Vocabulary } from "../../schema/vocabulary.ts";
import { inAllLanguages } from "./compile-text.ts";
import { completeLooks } from "./label-looks.ts";
import { pluralOf, wordsOf } from "./names.ts";

/** The labels at which the relationships of each type start and end, as far as they were written. */
export type Ends = ReadonlyMap<string, { readonly start: ReadonlySet<string>; readonly end: ReadonlySet<string> }>;

export function completeVocabulary(written: SeedVocabulary, ends: Ends): Vocabulary {
  const labels = { ...completeLabels(written.labels) };
  const own = Object.keys(labels);
  labels[documentLabel] ??= documentForm;
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

/** That of what documents.yaml names; a vocabulary need not have it. */
const documentLabel = "Document";

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
  { caption: given, inverse, start, end, role, directed, descent, properties }: WrittenType,
  type: string,
  ends: { readonly start: ReadonlySet<string>; readonly end: ReadonlySet<string> } | undefined,
  labels: readonly string[],
): RelationshipForm {
  const caption = given ?? { en: type.toLowerCase().replaceAll("_", " ") };
  const occurring = (end: "start" | "end") => {
    const found = [...labels, documentLabel].filter((label) => ends?.[end].has(label));
    return found.length === 0 ? [...labels] : [...new Set(found)];
  };
  return {
    caption: inAllLanguages(caption),
    inverse: inAllLanguages(inverse ?? (directed ? backwards(caption) : caption)),
    start: start ?? occurring("start"),
    end: end ?? occurring("end"),
    role,
    directed,
    ...(descent !== undefined && { descent }),
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

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function mapped<From, To>(
  record: Readonly<Partial<Record<string, From>>>,
  change: (value: From, key: string) => To,
): Record<string, To> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([key, value]) => (value === undefined ? [] : [[key, change(value, key)]])),
  );
}
