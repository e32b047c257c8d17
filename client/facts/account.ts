/** What is known of an entity in brief: what is said of it above all, by which documents, and what is missing. Pure. */
import type { EntityDetail, RelationshipClaim } from "../../schema/api.ts";
import type { GraphNode, Properties } from "../../schema/graph.ts";
import type { Role } from "../../schema/vocabulary.ts";
import {
  type Certainty,
  certaintyOf,
  citationsOf,
  citedDocuments,
  inOrderOfTime,
  isDated,
  rivalsOf,
} from "./claims.ts";
import type { Vocabulary } from "../store.ts";

/** What matters most of an entity, first. */
const weight: readonly Role[] = ["founding", "career", "making", "listing", "lineage", "contribution", "education"];

export interface BriefPart {
  type: string;
  /** Whether the entity is the start of these relationships. */
  outgoing: boolean;
  /** Distinct neighbors, the latest first. */
  nodes: GraphNode[];
}

/** So many kinds of relationship make a summary line. */
const mostParts = 3;
/** So many names of each; one more stands there itself rather than as *and 1 more*. */
const mostNames = 3;

/** How many of so many names are written out. */
export const namesShown = (count: number): number => (count <= mostNames + 1 ? count : mostNames);

/** What documents state of an entity above all, by type and direction; what is told otherwise than as stated is left to its own place. */
export function briefOf({ node, claims }: EntityDetail, vocabulary: Vocabulary): BriefPart[] {
  const parts = new Map<string, BriefPart & { rank: number }>();
  for (const { relationship, neighbor } of inOrderOfTime(claims, {}).toReversed()) {
    const { type, start, properties } = relationship;
    const rank = weight.indexOf(vocabulary.relationships[type]?.role ?? "other");
    if (rank < 0 || certaintyOf(properties) !== "stated") continue;
    const outgoing = start === node.id;
    const key = `${type} ${outgoing}`;
    const part = parts.get(key) ?? { type, outgoing, nodes: [], rank };
    if (!part.nodes.some(({ id }) => id === neighbor.id)) part.nodes.push(neighbor);
    parts.set(key, part);
  }
  return [...parts.values()]
    .toSorted((a, b) => a.rank - b.rank || Number(b.outgoing) - Number(a.outgoing))
    .slice(0, mostParts)
    .map(({ type, outgoing, nodes }) => ({ type, outgoing, nodes }));
}

const everyClaim = ({ claims, observations }: EntityDetail): Properties[] => [
  ...claims.map(({ relationship }) => relationship.properties),
  ...observations.map(({ properties }) => properties),
];

export interface CitedDocument {
  id: string;
  /** Absent where the document itself is not known. */
  document: GraphNode | undefined;
  /** How many facts and figures rest on it. */
  claims: number;
  /** … by how surely they are said. */
  certainties: ReadonlyMap<Certainty, number>;
}

/** The documents that tell of an entity, those first on which most rests. */
export function documentsOf(detail: EntityDetail): CitedDocument[] {
  const found = new Map<string, Map<Certainty, number>>();
  for (const properties of everyClaim(detail)) {
    for (const id of citedDocuments(citationsOf(properties))) {
      const counts = found.get(id) ?? new Map<Certainty, number>();
      counts.set(certaintyOf(properties), (counts.get(certaintyOf(properties)) ?? 0) + 1);
      found.set(id, counts);
    }
  }
  return [...found]
    .map(([id, certainties]) => ({
      id,
      document: detail.documents.find((each) => each.id === id),
      claims: [...certainties.values()].reduce((sum, count) => sum + count, 0),
      certainties,
    }))
    .toSorted((a, b) => b.claims - a.claims || (a.id < b.id ? -1 : 1));
}

/** How much of some claims is told. */
export interface Told {
  all: number;
  /** With a beginning, an end, or a day on which it held. */
  dated: number;
  /** With its beginning and its end, or still so. */
  bounded: number;
  /** With a citation. */
  sourced: number;
  /** On which the documents disagree. */
  disputed: number;
  undated: RelationshipClaim[];
}

function tell(all: readonly Properties[], undated: RelationshipClaim[]): Told {
  const has = (test: (properties: Properties) => boolean) => all.filter(test).length;
  return {
    all: all.length,
    dated: has((each) => isDated(each) || typeof each["asOf"] === "string"),
    bounded: has(
      ({ start, end, ongoing }) => typeof start === "string" && (typeof end === "string" || ongoing === true),
    ),
    sourced: has((each) => citationsOf(each).length > 0),
    disputed: has((each) => rivalsOf(each).length > 0),
    undated,
  };
}

const undatedOf = (claims: readonly RelationshipClaim[]) =>
  claims.filter(({ relationship }) => !isDated(relationship.properties));

/** How much of what is known of an entity is dated and sourced. */
export const toldOf = (detail: EntityDetail): Told => tell(everyClaim(detail), undatedOf(detail.claims));

/** How much of a person's posts and studies is dated and sourced; null for what has none. */
export function careerToldOf({ node, claims }: EntityDetail, vocabulary: Vocabulary): Told | null {
  const stints = claims.filter(({ relationship: { type, start } }) => {
    const role = vocabulary.relationships[type]?.role;
    return start === node.id && (role === "career" || role === "education");
  });
  if (stints.length === 0) return null;
  return tell(
    stints.map(({ relationship }) => relationship.properties),
    undatedOf(stints),
  );
}
