/** Claims, names and selections as plain text to take elsewhere: each claim with its date, its certainty and its places. */
import type { Observation } from "../../schema/api.ts";
import { type GraphNode, type GraphRelationship, type Properties, nameOf } from "../../schema/graph.ts";
import { type Language, languages, localizedProperty } from "../../schema/language.ts";
import { certaintyOf, citationsOf } from "../facts/claims.ts";
import type { Vocabulary } from "../store.ts";
import { formatDate, formatInterval } from "../strings/format.ts";
import { say } from "../strings/strings.ts";
import { between, bracket } from "./marks.ts";
import { type Naming, nameById } from "./names.ts";
import { gist, wordObservation, wordText } from "./wording.ts";

export interface CopyWording extends Naming {
  vocabulary: Vocabulary;
}

/** Every name of an entity, the one that is shown first. */
export function namesInWords(node: GraphNode, language: Language): string {
  const { aliases } = node.properties;
  const given = languages.map((each) => localizedProperty(node.properties, "name", each)?.text ?? "");
  const others = [...given, ...(Array.isArray(aliases) ? aliases.map(String) : [])];
  const shown = nameOf(node, language).text;
  const rest = [...new Set(others)].filter((name) => name !== "" && name !== shown);
  return rest.length === 0 ? shown : shown + bracket(rest.join(between(language)), language);
}

/** Where a claim was read: `“Title” (publisher), characters 120–164`, a document after another. */
export function citationsInWords(properties: Properties, wording: CopyWording): string {
  const { language, nodeOf } = wording;
  const places = new Map<string, string[]>();
  for (const { document, start, end } of citationsOf(properties)) {
    const place = say(language, "sources.positionShort", { start, end });
    places.set(document, [...(places.get(document) ?? []), place]);
  }
  const each = [...places].map(([id, at]) => {
    const { publisher } = nodeOf(id)?.properties ?? {};
    const title = nameById(id, wording);
    const by = typeof publisher === "string" ? bracket(publisher, language) : "";
    return say(language, "copy.citation", { title, by, at: at.join(language === "en" ? ", " : "、") });
  });
  return each.length === 0 ? say(language, "copy.noSource") : each.join(between(language));
}

/** A claim's words with when it held, how surely it is said, and where. */
function withEvidence(words: string, when: string | null, properties: Properties, wording: CopyWording): string {
  const { language } = wording;
  const certainty = say(language, `certainty.${certaintyOf(properties)}`);
  const { saidBy } = properties;
  const by = typeof saidBy === "string" ? [say(language, "inspector.saidBy", { name: nameById(saidBy, wording) })] : [];
  const about = [when ?? say(language, "date.none"), certainty, ...by].join(between(language));
  return say(language, "copy.claim", { words, about, sources: citationsInWords(properties, wording) });
}

/** A relationship as a sentence with its evidence. */
export function relationshipInWords(relationship: GraphRelationship, wording: CopyWording): string {
  const { language, vocabulary } = wording;
  const { type, start, end, properties } = relationship;
  const caption = vocabulary.relationships[type]?.caption[language] ?? type;
  const detail = gist(vocabulary, type, properties, language)?.text;
  const sentence = `${nameById(start, wording)} ${caption} ${nameById(end, wording)}`;
  const words = detail === undefined ? sentence : sentence + bracket(detail, language);
  return withEvidence(words, formatInterval(properties, language), properties, wording);
}

/** A figure of an entity with its evidence. */
export function observationInWords(observation: Observation, wording: CopyWording): string {
  const { language, vocabulary } = wording;
  const { properties, entity } = observation;
  const { measure, asOf } = properties;
  const of = nameById(entity, wording);
  const caption = typeof measure === "string" ? (vocabulary.measures[measure]?.caption[language] ?? measure) : "";
  const value = wordObservation(observation, vocabulary, language)?.text ?? "";
  const text = wordText(observation, language)?.text;
  const detail = text === undefined || text === value ? "" : bracket(text, language);
  const words = say(language, "copy.figure", { of, caption, value }) + detail;
  const when = formatInterval(properties, language) ?? (typeof asOf === "string" ? formatDate(asOf, language) : null);
  return withEvidence(words, when, properties, wording);
}
