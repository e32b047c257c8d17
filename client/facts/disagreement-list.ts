/** All disagreements of the data set, by what they are about. Pure. */
import type { Answer } from "../../schema/api.ts";
import { type Language, languages, localizedProperty } from "../../schema/language.ts";
import { type Claim, type Disagreement, claimId, rivalsOf } from "./claims.ts";
import { claimsOf, concerned } from "./disagreements.ts";

const propertiesOf = (claim: Claim) =>
  claim.kind === "relationship" ? claim.claim.relationship.properties : claim.claim.properties;

/** A claim that takes part in several disagreements names their topics one after the other. */
const topicsOf = (claim: Claim, language: Language): Array<NonNullable<Disagreement["topic"]>> => {
  const all = localizedProperty(propertiesOf(claim), "rivalTopic", language);
  if (all === undefined) return [];
  return all.text
    .split(/；|;\s/)
    .map((text) => ({ text: text.trim(), language: all.language }))
    .filter(({ text }) => text !== "");
};

/** Claims that cannot hold together, by topic, in the order of the topics' names; without a topic, by who contradicts whom. */
export function disagreementsIn(answer: Answer, language: Language): Disagreement[] {
  const claims = claimsOf(answer);
  const byTopic = new Map<string, Disagreement>();
  const untold = new Map<string, Claim>();
  for (const claim of claims) {
    const topics = topicsOf(claim, language);
    if (topics.length === 0) untold.set(claimId(claim), claim);
    for (const topic of topics) {
      const group = byTopic.get(topic.text) ?? { topic, claims: [] };
      group.claims.push(claim);
      byTopic.set(topic.text, group);
    }
  }
  const { compare } = new Intl.Collator(language);
  const told = [...byTopic.values()].toSorted((a, b) => compare(a.topic?.text ?? "", b.topic?.text ?? ""));
  return [...told, ...contradicting(untold)].filter((group) => group.claims.length > 1);
}

function contradicting(claims: ReadonlyMap<string, Claim>): Disagreement[] {
  const seen = new Set<string>();
  return [...claims.keys()].flatMap((id) => {
    if (seen.has(id)) return [];
    const reached = new Set([id]);
    for (const each of reached) {
      const claim = claims.get(each);
      for (const rival of claim === undefined ? [] : rivalsOf(propertiesOf(claim)))
        if (claims.has(rival)) reached.add(rival);
    }
    for (const each of reached) seen.add(each);
    return [{ topic: null, claims: [...reached].flatMap((each) => claims.get(each) ?? []) }];
  });
}

/** All words by which a disagreement is found: topic and names in every language. */
export function wordsOf({ claims }: Disagreement, answer: Answer): string {
  const named = new Set(concerned(claims).nodes);
  const nodes = answer.subgraph.nodes.filter(({ id }) => named.has(id));
  const topics = languages.flatMap((language) => claims.flatMap((claim) => topicsOf(claim, language)));
  const names = languages.flatMap((language) =>
    nodes.flatMap(({ properties }) => localizedProperty(properties, "name", language) ?? []),
  );
  return [...topics, ...names].map(({ text }) => text).join("\n");
}
