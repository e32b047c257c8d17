/**
 * Chooses the claims that a walk goes along, and says how good they are: by the weakest of them, then by whether the
 * dates of two people at one organization agree.
 */
import { type OverlapAnswer, boundsIn, overlapAnswers, sharedTime } from "../../schema/careers.ts";
import { Certainty } from "../../schema/fact.ts";
import type { RankedPath } from "../../schema/api.ts";
import type { GraphRelationship } from "../../schema/graph.ts";

export interface Judging {
  /** Relationship types by which people are at organizations, each role apart: colleagues are no fellow students. */
  readonly together: readonly (readonly string[])[];
  /** What two people at one organization must be; undefined: anything. */
  readonly dates?: "certain" | "possible" | undefined;
}

/** Certainty first, then whether a year is inferred: the lower the better. */
function scoreOf({ properties }: GraphRelationship): number {
  const certainty = Certainty.catch("stated").parse(properties["certainty"]);
  return Certainty.options.indexOf(certainty) * 2 + (properties["inferred"] === true ? 1 : 0);
}

/** Whether two people were at an organization at the same time; null where a walk does not pass so. */
function meetingAt(
  node: string,
  before: GraphRelationship,
  after: GraphRelationship,
  { together }: Judging,
): OverlapAnswer | null {
  if (before.end !== node || after.end !== node || before.start === after.start) return null;
  if (!together.some((types) => types.includes(before.type) && types.includes(after.type))) return null;
  return sharedTime(boundsIn(before.properties), boundsIn(after.properties)).answer;
}

const placeOf = (answer: OverlapAnswer | null) => (answer === null ? 0 : overlapAnswers.indexOf(answer));

interface Choice {
  readonly relationship: GraphRelationship;
  /** The weakest time so far, and the choice before. */
  readonly time: number;
  readonly before?: Choice;
}

/** The claims with which a walk is best, no weaker than `score`; null where the dates that must agree do not. */
function choose(
  nodes: readonly string[],
  hops: readonly (readonly GraphRelationship[])[],
  score: number,
  judging: Judging,
): GraphRelationship[] | null {
  const worst = judging.dates === undefined ? Infinity : placeOf(judging.dates);
  let choices: Choice[] = (hops[0] ?? [])
    .filter((relationship) => scoreOf(relationship) <= score)
    .map((relationship) => ({ relationship, time: 0 }));
  for (const [index, hop] of hops.entries()) {
    if (index === 0) continue;
    choices = hop.flatMap((relationship): Choice[] => {
      if (scoreOf(relationship) > score) return [];
      let best: Choice | undefined;
      for (const before of choices) {
        const meeting = placeOf(meetingAt(nodes[index] ?? "", before.relationship, relationship, judging));
        if (meeting > worst) continue;
        const time = Math.max(before.time, meeting);
        if (best === undefined || time < best.time) best = { relationship, time, before };
      }
      return best === undefined ? [] : [best];
    });
  }
  const least = Math.min(...choices.map(({ time }) => time));
  const chosen: GraphRelationship[] = [];
  for (let at = choices.find(({ time }) => time === least); at !== undefined; at = at.before)
    chosen.unshift(at.relationship);
  return chosen.length === hops.length ? chosen : null;
}

/** A path with what it is ranked by. */
export interface Judged {
  readonly path: RankedPath;
  readonly rank: readonly number[];
}

/** The best way to go along a walk; null where a hop has no claim or the dates that must agree do not. */
export function judge(
  nodes: string[],
  hops: readonly (readonly GraphRelationship[])[],
  judging: Judging,
): Judged | null {
  const sorted = hops.map((hop) => hop.toSorted((a, b) => scoreOf(a) - scoreOf(b) || (a.id < b.id ? -1 : 1)));
  const scores = [...new Set(sorted.flat().map(scoreOf))].sort((a, b) => a - b);
  for (const score of scores) {
    const chosen = choose(nodes, sorted, score, judging);
    if (chosen !== null) return describe(nodes, chosen, judging);
  }
  return null;
}

function describe(nodes: string[], chosen: readonly GraphRelationship[], judging: Judging): Judged {
  const score = Math.max(...chosen.map(scoreOf));
  const meetings = chosen.slice(1).flatMap((after, index) => {
    const [before, node] = [chosen[index], nodes[index + 1]];
    if (before === undefined || node === undefined) return [];
    const answer = meetingAt(node, before, after, judging);
    return answer === null ? [] : [{ node, answer }];
  });
  return {
    path: {
      nodes,
      relationships: chosen.map(({ id }) => id),
      certainty: Certainty.options[Math.floor(score / 2)] ?? "stated",
      inferred: chosen.some(({ properties }) => properties["inferred"] === true),
      meetings,
    },
    rank: [chosen.length, score, Math.max(0, ...meetings.map(({ answer }) => placeOf(answer)))],
  };
}

/** Shorter, better proven and more plausible in time first; then in the order of the ids of their nodes. */
export function byRank(a: Judged, b: Judged): number {
  for (const [index, value] of a.rank.entries()) {
    const difference = value - (b.rank[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.path.nodes.join(" ") < b.path.nodes.join(" ") ? -1 : 1;
}
