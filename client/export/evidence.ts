/** What is known of a relationship, in words: who did what, when, how certain, and where it was read. */
import type { Untold } from "../../scene/review.ts";
import type { Evidence, SceneLine } from "../../scene/scene.ts";
import { type GraphRelationship, isDerived, nameOf } from "../../schema/graph.ts";
import { type Language, localizedProperty } from "../../schema/language.ts";
import { countSign } from "../canvas/line-captions.ts";
import { certaintyOf, citationsOf } from "../facts/claims.ts";
import { bundledIn } from "../view/groups.ts";
import type { Vocabulary } from "../store.ts";
import { formatInterval } from "../strings/format.ts";
import { say } from "../strings/strings.ts";
import { isDisputed } from "../view/question-view.ts";
import { between, bracket, captioned } from "../words/marks.ts";
import { type Naming, nameById } from "../words/names.ts";
import { wordProperties } from "../words/wording.ts";

/** What words are made from. */
export interface Wording extends Naming {
  vocabulary: Vocabulary;
  /** What is not said of a claim that lacks it. */
  untold: readonly Untold[];
}

/** A document's name and who published it. */
export function wordDocument(id: string, { language, nodeOf }: Naming) {
  const document = nodeOf(id);
  if (document === undefined) return { text: id, language };
  const name = nameOf(document, language);
  const { publisher } = document.properties;
  const by = typeof publisher === "string" ? bracket(publisher, language) : "";
  return { text: name.text + by, language: name.language };
}

function saidBy(value: unknown, wording: Wording): string[] {
  if (typeof value !== "string") return [];
  return [say(wording.language, "inspector.saidBy", { name: nameById(value, wording) })];
}

/** What an overlap is derived from, and how sure that is. */
function derivedDetails(properties: GraphRelationship["properties"], language: Language): string {
  const words = localizedProperty(properties, "words", language);
  return [say(language, "overlap.kind"), ...(words === undefined ? [] : [words.text])].join(between(language));
}

export function wordSentence({ type, start, end }: GraphRelationship, wording: Wording): string {
  const caption = wording.vocabulary.relationships[type]?.caption[wording.language] ?? type;
  return `${nameById(start, wording)} ${caption} ${nameById(end, wording)}`;
}

/** What is known of a line: of the one relationship, or how many it stands for and what is known of each. */
export function wordClaims(
  claims: readonly GraphRelationship[],
  wording: Wording,
): Pick<SceneLine, "evidence" | "parallels"> {
  const parallels = claims.map((claim) => ({ id: claim.id, evidence: wordEvidence(claim, wording) }));
  const [first, ...others] = parallels;
  const [claim] = claims;
  if (first === undefined || claim === undefined) throw new Error("A line is asked for without a relationship.");
  if (others.length === 0) return { evidence: first.evidence };
  const evidence = {
    sentence: `${wordSentence(claim, wording)} ${countSign(claims.length)}`,
    details: parallels.map((each) => each.evidence.details).join(between(wording.language)),
    citations: parallels.flatMap((each) => each.evidence.citations),
  };
  return { evidence, parallels };
}

export function wordEvidence(relationship: GraphRelationship, wording: Wording): Evidence {
  const { language, vocabulary, untold } = wording;
  const { type, start, end, properties } = relationship;
  const form = vocabulary.relationships[type];
  const [one, other] = [nameById(start, wording), nameById(end, wording)];
  const count = bundledIn(relationship).length;
  if (count > 0) {
    const sentence = say(language, "group.bundleBetween", { count, a: one, b: other });
    return { sentence, details: say(language, "group.bundleKind"), citations: [] };
  }
  if (isDerived(relationship)) {
    const sentence = `${one} ${say(language, "overlap.caption")} ${other}`;
    return { sentence, details: derivedDetails(properties, language), citations: [] };
  }
  const certainty = certaintyOf(properties);
  const when = formatInterval(properties, language) ?? (untold.includes("undated") ? null : say(language, "date.none"));
  const comma = language === "en" ? ", " : "，";
  const details = [
    ...wordProperties(form?.properties, properties, language).map(({ caption, value }) =>
      captioned(caption, value.text, language),
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
  return {
    sentence: wordSentence(relationship, wording),
    details: details.join(between(language)),
    citations,
  };
}
