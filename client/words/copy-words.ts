/** Claims, names and selections as plain text to take elsewhere: each claim with its date, its certainty and its places. */
import type { Observation } from "../../schema/api.ts";
import { type GraphNode, type GraphRelationship, type Properties, nameOf } from "../../schema/graph.ts";
import { type Language, languages, localizedProperty } from "../../schema/language.ts";
import { certaintyOf, citationsOf } from "../facts/claims.ts";
import type { Vocabulary } from "../store.ts";
import { formatDate, formatInterval } from "../strings/format.ts";
import { say } from "../strings/strings.ts";
import { gist, wordObservation, wordText } from "./wording.ts";

export interface CopyWording {
  language: Language;
  vocabulary: Vocabulary;
  /** A node or a document by its id, where it is known. */
  nodeOf: (id: string) => GraphNode | undefined;
}

const between: Record<Language, string> = { en: "; ", "zh-Hant": "；", "zh-Hans": "；" };
const bracket = (text: string, language: Language) => (language === "en" ? ` (${text})` : `（${text}）`);

/** Every name of an entity, the one that is shown first. */
export function namesInWords(node: GraphNode, language: Language): string {
  const { aliases } = node.properties;
  const given = languages.map((each) => localizedProperty(node.properties, "name", each)?.text ?? "");
  const others = [...given, ...(Array.isArray(aliases) ? aliases.map(String) : [])];
  const shown = nameOf(node, language).text;
  const rest = [...new Set(others)].filter((name) => name !== "" && name !== shown);
  return rest.length === 0 ? shown : shown + bracket(rest.join(between[language]), language);
}

/** Where a claim was read: `“Title” (publisher), characters 120–164`, a document after another. */
export function citationsInWords(properties: Properties, { language, nodeOf }: CopyWording): string {
  const places = new Map<string, string[]>();
  for (const { document, start, end } of citationsOf(properties)) {
    const place = say(language, "sources.positionShort", { start, end });
    places.set(document, [...(places.get(document) ?? []), place]);
  }
  const each = [...places].map(([id, at]) => {
    const document = nodeOf(id);
    const { publisher } = document?.properties ?? {};
    const title = document === undefined ? id : nameOf(document, language).text;
    const by = typeof publisher === "string" ? bracket(publisher, language) : "";
    return say(language, "copy.citation", { title, by, at: at.join(language === "en" ? ", " : "、") });
  });
  return each.length === 0 ? say(language, "copy.noSource") : each.join(between[language]);
}

/** A claim's words with when it held, how surely it is said, and where. */
function withEvidence(words: string, when: string | null, properties: Properties, wording: CopyWording): string {
  const { language, nodeOf } = wording;
  const certainty = say(language, `certainty.${certaintyOf(properties)}`);
  const { saidBy } = properties;
  const speaker = typeof saidBy === "string" ? nodeOf(saidBy) : undefined;
  const name = speaker === undefined ? saidBy : nameOf(speaker, language).text;
  const by = typeof name === "string" ? [say(language, "inspector.saidBy", { name })] : [];
  const about = [when ?? say(language, "date.none"), certainty, ...by].join(between[language]);
  return say(language, "copy.claim", { words, about, sources: citationsInWords(properties, wording) });
}

/** A relationship as a sentence with its evidence. */
export function relationshipInWords(relationship: GraphRelationship, wording: CopyWording): string {
  const { language, vocabulary, nodeOf } = wording;
  const { type, start, end, properties } = relationship;
  const name = (id: string) => {
    const node = nodeOf(id);
    return node === undefined ? id : nameOf(node, language).text;
  };
  const caption = vocabulary.relationships[type]?.caption[language] ?? type;
  const detail = gist(vocabulary, type, properties, language)?.text;
  const words = `${name(start)} ${caption} ${name(end)}${detail === undefined ? "" : bracket(detail, language)}`;
  return withEvidence(words, formatInterval(properties, language), properties, wording);
}

/** A figure of an entity with its evidence. */
export function observationInWords(observation: Observation, wording: CopyWording): string {
  const { language, vocabulary, nodeOf } = wording;
  const { properties, entity } = observation;
  const { measure, asOf } = properties;
  const node = nodeOf(entity);
  const of = node === undefined ? entity : nameOf(node, language).text;
  const caption = typeof measure === "string" ? (vocabulary.measures[measure]?.caption[language] ?? measure) : "";
  const value = wordObservation(observation, vocabulary, language)?.text ?? "";
  const text = wordText(observation, language)?.text;
  const detail = text === undefined || text === value ? "" : bracket(text, language);
  const words = say(language, "copy.figure", { of, caption, value }) + detail;
  const when = formatInterval(properties, language) ?? (typeof asOf === "string" ? formatDate(asOf, language) : null);
  return withEvidence(words, when, properties, wording);
}
