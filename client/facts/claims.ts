/** What a claim carries: certainty, citations, rivals, and its place in time. */
import type { Observation, RelationshipClaim } from "../../schema/api.ts";
import { daysOf } from "../../schema/date.ts";
import { Certainty, parseCitation } from "../../schema/fact.ts";
import type { Properties } from "../../schema/graph.ts";
import { byStrength } from "../../schema/strength.ts";
import type { Language } from "../../schema/language.ts";

export type { Certainty };

const textsOf = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.filter((each): each is string => typeof each === "string")
    : typeof value === "string"
      ? [value]
      : [];

export const certaintyOf = ({ certainty }: Properties): Certainty =>
  Certainty.options.find((each) => each === certainty) ?? "stated";

export interface Cited {
  document: string;
  start: number;
  end: number;
}

/** Where a claim was read. */
export const citationsOf = ({ citations }: Properties): Cited[] => textsOf(citations).map(parseCitation);

/** The documents among citations, each once: several passages of one article are one source. */
export const citedDocuments = (citations: readonly Cited[]): string[] => [
  ...new Set(citations.map(({ document }) => document)),
];

export const rivalsOf = ({ rivals }: Properties): string[] => textsOf(rivals);

export const isDated = ({ start, end, ongoing }: Properties): boolean =>
  typeof start === "string" || typeof end === "string" || ongoing === true;

/** Undated claims come last; a figure that only tells its day has no bounds. */
function timeOf({ startEarliest, startLatest, endEarliest, endLatest, asOf }: Properties): number {
  const known = [startEarliest, startLatest, endEarliest, endLatest].find((bound) => typeof bound === "number");
  if (typeof known === "number") return known;
  return typeof asOf === "string" ? daysOf(asOf).earliest : Infinity;
}

export const byTime = (a: Properties, b: Properties) => (timeOf(a) === timeOf(b) ? 0 : timeOf(a) - timeOf(b));

/** In order of time; among equals the strongest first, then as the server gave them. */
export function inOrderOfTime(
  claims: readonly RelationshipClaim[],
  types: Parameters<typeof byStrength>[0],
): RelationshipClaim[] {
  const stronger = byStrength(types);
  return claims.toSorted(
    ({ relationship: a }, { relationship: b }) => byTime(a.properties, b.properties) || stronger(a, b),
  );
}

/** A claim, whether a relationship or a figure, as rivals are compared. */
export type Claim = { kind: "relationship"; claim: RelationshipClaim } | { kind: "observation"; claim: Observation };

export const propertiesOf = (claim: Claim): Properties =>
  claim.kind === "relationship" ? claim.claim.relationship.properties : claim.claim.properties;
export const claimId = (claim: Claim): string =>
  claim.kind === "relationship" ? claim.claim.relationship.id : claim.claim.id;

export interface Disagreement {
  topic: { text: string; language: Language } | null;
  claims: Claim[];
}
