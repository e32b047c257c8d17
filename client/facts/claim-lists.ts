/** What is claimed of an entity, made ready to be read: grouped, counted, rivals side by side, figures that can be compared. */
import type { EntityDetail, NeighborCount, Observation, RelationshipClaim } from "../../schema/api.ts";
import type { GraphNode } from "../../schema/graph.ts";
import { type Language, localizedProperty } from "../../schema/language.ts";
import {
  type Claim,
  type Disagreement,
  byTime,
  citationsOf,
  citedDocuments,
  claimId,
  isDated,
  propertiesOf,
  rivalsOf,
} from "./claims.ts";

/** How many claims stand in one list before they are grouped by type. */
export const longestList = 8;

export interface ClaimGroup {
  type: string;
  /** Whether the entity is the start of these relationships. */
  outgoing: boolean;
  claims: RelationshipClaim[];
}

/**
 * Claims by type and, where the type has one, direction, in the order in which each first comes; null while one list is
 * short enough.
 */
export function groupClaims(
  claims: readonly RelationshipClaim[],
  id: string,
  isDirected: (type: string) => boolean = () => true,
): ClaimGroup[] | null {
  if (claims.length <= longestList) return null;
  const groups = new Map<string, ClaimGroup>();
  for (const claim of claims) {
    const { type, start } = claim.relationship;
    const outgoing = start === id || !isDirected(type);
    const key = `${type} ${outgoing}`;
    const group = groups.get(key) ?? { type, outgoing, claims: [] };
    group.claims.push(claim);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/**
 * How many claims a group of an entity has in all, by the counts of its neighbors' kinds; undefined where these count
 * some twice, as a neighbor of two labels is of two kinds.
 */
export function countAll(
  { type, outgoing }: ClaimGroup,
  counts: readonly NeighborCount[],
  degree: unknown,
  isDirected: boolean,
): number | undefined {
  const sum = (counted: readonly NeighborCount[]) =>
    counted.reduce((total, { relationships }) => total + relationships, 0);
  if (sum(counts) !== degree) return undefined;
  const direction = outgoing ? "out" : "in";
  return sum(counts.filter((counted) => counted.type === type && (!isDirected || counted.direction === direction)));
}

/** How many rows of facts stand open when an entity has more than that: the rest is folded under its headings. */
export const openRows = 12;

/** Which groups of several begin open, from the first on; all where everything is soon read. */
export function openGroups(groups: readonly ClaimGroup[], rows = openRows): ReadonlySet<ClaimGroup> {
  const all = groups.reduce((sum, { claims }) => sum + claims.length, 0);
  if (all <= rows * 2) return new Set(groups);
  const open = new Set<ClaimGroup>();
  let used = 0;
  for (const group of groups.filter(({ claims }) => claims.length > 1)) {
    used += group.claims.length;
    if (used > rows && open.size > 0) break;
    open.add(group);
  }
  return open;
}

/** How many facts there are, how many carry a date, and from how many documents they come. */
export function summarize({ claims, observations }: EntityDetail): { facts: number; dated: number; documents: number } {
  const all = [...claims.map((claim) => claim.relationship.properties), ...observations.map((each) => each.properties)];
  const dated = all.filter((properties) => isDated(properties) || typeof properties["asOf"] === "string").length;
  const documents = citedDocuments(all.flatMap(citationsOf));
  return { facts: all.length, dated, documents: documents.length };
}

/** Claims that cannot hold together, each with all of its rivals that are at hand. `about` keeps those with one claim. */
export function disagreements(detail: EntityDetail, language: Language, about?: string): Disagreement[] {
  const all: Claim[] = [
    ...[...detail.claims, ...detail.rivals.relationships].map((claim): Claim => ({ kind: "relationship", claim })),
    ...[...detail.observations, ...detail.rivals.observations].map((claim): Claim => ({ kind: "observation", claim })),
  ];
  const byId = new Map(all.map((claim) => [claimId(claim), claim]));
  const found: Disagreement[] = [];
  const told = new Set<string>();
  for (const claim of byId.values()) {
    if (told.has(claimId(claim))) continue;
    const together = reach(claimId(claim), byId);
    if (together.length < 2) continue;
    for (const each of together) told.add(claimId(each));
    if (about !== undefined && !together.some((each) => claimId(each) === about)) continue;
    found.push({ topic: localizedProperty(propertiesOf(claim), "rivalTopic", language) ?? null, claims: together });
  }
  return found;
}

/** All claims that are joined to one by rivalry, step by step. */
function reach(from: string, byId: ReadonlyMap<string, Claim>): Claim[] {
  const reached = new Set([from]);
  for (const id of reached) {
    const claim = byId.get(id);
    for (const rival of claim === undefined ? [] : rivalsOf(propertiesOf(claim)))
      if (byId.has(rival)) reached.add(rival);
  }
  return [...reached].flatMap((id) => byId.get(id) ?? []);
}

export interface Series {
  measure: string;
  observations: Observation[];
}

/** Figures that can be compared: at least two dated numbers of one measure, unit, currency and scope, in order of time. */
export function comparableSeries(observations: readonly Observation[]): Series[] {
  const series = new Map<string, Series>();
  for (const observation of observations) {
    const { measure, value, unit, currency, asOf, textEn, textZhHant } = observation.properties;
    if (typeof measure !== "string" || typeof value !== "number") continue;
    if (!isDated(observation.properties) && asOf === undefined) continue;
    // Words beside a number say what it counts: a share of the world is none of a country.
    const key = JSON.stringify([measure, unit, currency, textEn, textZhHant]);
    const same = series.get(key) ?? { measure, observations: [] };
    same.observations.push(observation);
    series.set(key, same);
  }
  return [...series.values()]
    .filter((each) => each.observations.length >= 2)
    .map(({ measure, observations: found }) => ({
      measure,
      observations: found.toSorted((a, b) => byTime(a.properties, b.properties)),
    }));
}

/** A document's length in code points, where it is told. */
export const lengthOf = (document: GraphNode | undefined): number | null => {
  const characters = document?.properties["characters"];
  return typeof characters === "number" ? characters : null;
};
