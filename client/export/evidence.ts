/** What is known of a relationship, in words: who did what, when, how certain, and where it was read. */
import type { Untold } from "../../scene/review.ts";
import type { Evidence } from "../../scene/scene.ts";
import { type GraphNode, type GraphRelationship, isDerived, nameOf } from "../../schema/graph.ts";
import { type Language, localizedProperty } from "../../schema/language.ts";
import { certaintyOf, citationsOf } from "../facts/claims.ts";
import { bundledIn } from "../view/groups.ts";
import type { Vocabulary } from "../store.ts";
import { formatInterval } from "../strings/format.ts";
import { say } from "../strings/strings.ts";
import { isDisputed } from "../view/question-view.ts";
import { wordProperties } from "../words/wording.ts";

/** What words are made from. */
export interface Wording {
  language: Language;
  vocabulary: Vocabulary;
  /** Any entity that is known, documents among them. */
  nodeOf: (id: string) => GraphNode | undefined;
  /** What is not said of a claim that lacks it. */
  untold: readonly Untold[];
}

/** A document's name and who published it. */
export function wordDocument(id: string, { language, nodeOf }: Pick<Wording, "language" | "nodeOf">) {
  const document = nodeOf(id);
  if (document === undefined) return { text: id, language };
  const name = nameOf(document, language);
  const { publisher } = document.properties;
  const by = typeof publisher === "string" ? (language === "en" ? ` (${publisher})` : `（${publisher}）`) : "";
  return { text: name.text + by, language: name.language };
}

function saidBy(value: unknown, { language, nodeOf }: Wording): string[] {
  if (typeof value !== "string") return [];
  const node = nodeOf(value);
  return [say(language, "inspector.saidBy", { name: node === undefined ? value : nameOf(node, language).text })];
}

/** What an overlap is derived from, and how sure that is. */
function derivedDetails(properties: GraphRelationship["properties"], language: Language): string {
  const words = localizedProperty(properties, "words", language);
  return [say(language, "overlap.kind"), ...(words === undefined ? [] : [words.text])].join(
    language === "en" ? "; " : "；",
  );
}

export function wordEvidence(relationship: GraphRelationship, wording: Wording): Evidence {
  const { language, vocabulary, nodeOf, untold } = wording;
  const { type, start, end, properties } = relationship;
  const form = vocabulary.relationships[type];
  const nameById = (id: string) => {
    const node = nodeOf(id);
    return node === undefined ? id : nameOf(node, language).text;
  };
  const count = bundledIn(relationship).length;
  if (count > 0) {
    const sentence = say(language, "group.bundleBetween", { count, a: nameById(start), b: nameById(end) });
    return { sentence, details: say(language, "group.bundleKind"), citations: [] };
  }
  if (isDerived(relationship)) {
    const sentence = `${nameById(start)} ${say(language, "overlap.caption")} ${nameById(end)}`;
    return { sentence, details: derivedDetails(properties, language), citations: [] };
  }
  const certainty = certaintyOf(properties);
  const when = formatInterval(properties, language) ?? (untold.includes("undated") ? null : say(language, "date.none"));
  const comma = language === "en" ? ", " : "，";
  const colon = language === "en" ? ": " : "：";
  const details = [
    ...wordProperties(form?.properties, properties, language).map(
      ({ caption, value }) => `${caption}${colon}${value.text}`,
    ),
    ...(when === null ? [] : [when]),
    ...(properties["inferred"] === true ? [say(language, "inspector.inferred")] : []),
    ...(certainty === "stated" && untold.includes("uncited") ? [] : [say(language, `certainty.${certainty}`)]),
    ...saidBy(properties["saidBy"], wording),
    ...(isDisputed(relationship) ? [say(language, "rivals.mark")] : []),
  ];
  const citations = citationsOf(properties).map(({ document, start, end }) => ({
    document,
    text: `${wordDocument(document, wording).text}${comma}${say(language, "sources.positionShort", { start, end })}`,
  }));
  const caption = form?.caption[language] ?? type;
  return {
    sentence: `${nameById(start)} ${caption} ${nameById(end)}`,
    details: details.join(language === "en" ? "; " : "；"),
    citations,
  };
}
