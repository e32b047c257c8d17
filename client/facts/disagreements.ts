/** What of the view the disagreements of the data set concern. Pure. */
import type { Answer, RelationshipClaim } from "../../schema/api.ts";
import type { Claim } from "./claims.ts";

/** The question whose answer they are. */
export const disagreementsQuestion = "disagreements";

/** The claims that an answer holds, each with the name at its end. */
export function claimsOf({ subgraph, observations }: Answer): Claim[] {
  const nodes = new Map(subgraph.nodes.map((node) => [node.id, node]));
  const relationships = subgraph.relationships.flatMap((relationship): RelationshipClaim[] => {
    const neighbor = nodes.get(relationship.end);
    return neighbor === undefined ? [] : [{ relationship, neighbor }];
  });
  return [
    ...relationships.map((claim): Claim => ({ kind: "relationship", claim })),
    ...observations.map((claim): Claim => ({ kind: "observation", claim })),
  ];
}

/** Ids of the nodes and relationships that claims are about. */
export function concerned(claims: readonly Claim[]): { nodes: string[]; relationships: string[] } {
  const relationships = claims.flatMap((claim) => (claim.kind === "relationship" ? [claim.claim.relationship] : []));
  const figures = claims.flatMap((claim) => (claim.kind === "observation" ? [claim.claim.entity] : []));
  const ends = relationships.flatMap(({ start, end }) => [start, end]);
  return { nodes: [...new Set([...ends, ...figures])], relationships: relationships.map(({ id }) => id) };
}

const known = new WeakMap<Answer, { nodes: ReadonlySet<string>; relationships: ReadonlySet<string> }>();

/** All nodes and relationships on which sources disagree; worked out once. */
export function disputed(answer: Answer): { nodes: ReadonlySet<string>; relationships: ReadonlySet<string> } {
  const before = known.get(answer);
  if (before !== undefined) return before;
  const { nodes, relationships } = concerned(claimsOf(answer));
  const now = { nodes: new Set(nodes), relationships: new Set(relationships) };
  known.set(answer, now);
  return now;
}
