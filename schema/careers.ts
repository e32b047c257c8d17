/** Careers and their overlaps: stints at organizations, and who was at one of them at the same time. */
import { z } from "zod";
import { type Bounds, Bounds as BoundsForm, dateFrom, daysOf, overlap } from "./date.ts";
import { Certainty } from "./fact.ts";
import { GraphNode, GraphRelationship, type Properties, Subgraph } from "./graph.ts";
import { LocalizedText } from "./language.ts";

/** In the order in which answers are listed. */
export const overlapAnswers = ["certain", "possible", "unknown", "no"] as const;
export const OverlapAnswer = z.enum(overlapAnswers);
export type OverlapAnswer = z.infer<typeof OverlapAnswer>;

/** What two people were together: colleagues or fellow students. */
export const careerRoles = ["career", "education"] as const;
export const CareerRole = z.enum(careerRoles);
export type CareerRole = z.infer<typeof CareerRole>;

/** A length in days, ends included: at least and, where that is known, at most. */
export const DaysTogether = z.object({ least: z.int(), most: z.int().optional() });
export type DaysTogether = z.infer<typeof DaysTogether>;

/** Two stints at one organization compared. */
export const Meeting = z.object({
  answer: OverlapAnswer,
  /** Ids of the relationships, the first person's first. */
  stints: z.tuple([z.string(), z.string()]),
  /** The time that they share, if they share any; left out where the answer is no. */
  shared: BoundsForm.optional(),
  days: DaysTogether.optional(),
  /** The weaker certainty of the two. */
  certainty: Certainty,
  /** A year of one of them comes from its document's context. */
  inferred: z.boolean(),
  /** One of them has a rival, with which it cannot hold. */
  disputed: z.boolean(),
});
export type Meeting = z.infer<typeof Meeting>;

/** Two people at one organization: derived from their stints there, and said by no document. */
export const CareerOverlap = z.object({
  id: z.string(),
  organization: z.string(),
  role: CareerRole,
  people: z.tuple([z.string(), z.string()]),
  /** The strongest answer among the meetings: `no` only where all are no. */
  answer: OverlapAnswer,
  /** Each stint of the one with each of the other, the strongest first; no more than a few. */
  meetings: z.array(Meeting).min(1),
  /** How many pairs of stints were compared. */
  compared: z.int(),
  /** What the strongest meeting says, as a sentence. */
  words: LocalizedText,
});
export type CareerOverlap = z.infer<typeof CareerOverlap>;

export const Overlaps = z.object({
  /** The people asked for. One: with everybody; several: with each other. */
  ids: z.array(z.string()),
  /** A page, first by answer, then by time. */
  overlaps: z.array(CareerOverlap),
  /** All pairs of people at an organization, by answer, whatever the page or the filter. */
  counts: z.record(OverlapAnswer, z.int()),
  /** The people, the organizations and the stints of this page. */
  subgraph: Subgraph,
  documents: z.array(GraphNode),
  nextCursor: z.string().nullable(),
  /** False where the organizations have more stints than were compared. */
  complete: z.boolean(),
});
export type Overlaps = z.infer<typeof Overlaps>;

/** The stints of some people, and what they founded, in order of time. */
export const Careers = z.object({
  people: z.array(GraphNode),
  organizations: z.array(GraphNode),
  stints: z.array(GraphRelationship),
  documents: z.array(GraphNode),
});
export type Careers = z.infer<typeof Careers>;

const boundNames = ["startEarliest", "startLatest", "endEarliest", "endLatest"] as const;

/**
 * When a claim of some properties held. What was still so on a day had begun by then, so an ongoing stint whose start
 * is not told has a latest start; a first of a month or a year may stand for all of it.
 */
export function boundsIn(properties: Properties): Bounds {
  const bounds: Bounds = {};
  for (const name of boundNames) {
    const value = properties[name];
    if (typeof value === "number") bounds[name] = value;
  }
  const { startLatest, endEarliest } = bounds;
  if (properties["ongoing"] === true && startLatest === undefined && endEarliest !== undefined)
    bounds.startLatest = daysOf(dateFrom(endEarliest)).latest;
  return bounds;
}

const dayOf = (date: number) =>
  Date.UTC(Math.floor(date / 10_000), (Math.floor(date / 100) % 100) - 1, date % 100) / 86_400_000;

/** A start is no later than the latest end, an end no earlier than the earliest start. */
function closed({ startEarliest, startLatest, endEarliest, endLatest }: Bounds) {
  return {
    startEarliest: startEarliest ?? -Infinity,
    startLatest: Math.min(startLatest ?? Infinity, endLatest ?? Infinity),
    endEarliest: Math.max(endEarliest ?? -Infinity, startEarliest ?? -Infinity),
    endLatest: endLatest ?? Infinity,
  };
}

/**
 * The time that two intervals share: the bounds of its start and its end as far as they are known, and its length.
 * Nothing but the answer where they share none.
 */
export function sharedTime(a: Bounds, b: Bounds): { answer: OverlapAnswer; shared?: Bounds; days?: DaysTogether } {
  const answer = overlap(a, b);
  if (answer === "no") return { answer };
  const [one, other] = [closed(a), closed(b)];
  const bounds = {
    startEarliest: Math.max(one.startEarliest, other.startEarliest),
    startLatest: Math.max(one.startLatest, other.startLatest),
    endEarliest: Math.min(one.endEarliest, other.endEarliest),
    endLatest: Math.min(one.endLatest, other.endLatest),
  };
  const shared: Bounds = {};
  for (const name of boundNames) if (Number.isFinite(bounds[name])) shared[name] = bounds[name];
  return { answer, shared, days: lengthOf(answer, bounds) };
}

function lengthOf(answer: OverlapAnswer, bounds: Required<Bounds>): DaysTogether {
  const days = (from: number, to: number) => dayOf(to) - dayOf(from) + 1;
  const { startEarliest, startLatest, endEarliest, endLatest } = bounds;
  const isKnown = Number.isFinite(startLatest) && Number.isFinite(endEarliest);
  const least = answer !== "certain" ? 0 : isKnown ? Math.max(1, days(startLatest, endEarliest)) : 1;
  const isLimited = Number.isFinite(startEarliest) && Number.isFinite(endLatest);
  return isLimited ? { least, most: days(startEarliest, endLatest) } : { least };
}

/** The strongest of several answers: `no` only where all are. */
export function strongest(answers: readonly OverlapAnswer[]): OverlapAnswer {
  return overlapAnswers.find((answer) => answers.includes(answer)) ?? "unknown";
}
