/** What a claim says of a given time: whether it holds then, may hold, is over, is still to come, or is not dated. */
import { z } from "zod";
import { type Bounds, PartialDate, daysOf } from "./date.ts";

/** A time to look at: a date (both alike), from one to another, or open at an end. Each end means all of its days. */
export const Period = z
  .object({ from: PartialDate.optional(), to: PartialDate.optional() })
  .refine(
    ({ from, to }) => from === undefined || to === undefined || daysOf(from).earliest <= daysOf(to).latest,
    "ends before it begins: exchange `from` and `to`",
  );
export type Period = z.infer<typeof Period>;

/** First and last day as integers YYYYMMDD. */
export interface Days {
  first: number;
  last: number;
}

const [dawn, doom] = [0, 99_999_999];

export const daysOfPeriod = ({ from, to }: Period): Days => ({
  first: from === undefined ? dawn : daysOf(from).earliest,
  last: to === undefined ? doom : daysOf(to).latest,
});

/** Whether a period leaves nothing out. */
export const isAllTime = ({ from, to }: Period): boolean => from === undefined && to === undefined;

/**
 * `certain`: on some day of the period, whatever its dates mean. `possible`: its dates are too coarse to say, or it was
 * last said to hold before the period begins. `unknown`: a date that would decide is missing. `past`: it had ended
 * before. `future`: it had not begun. `undated`: it carries no date at all.
 */
export const presences = ["certain", "possible", "unknown", "undated", "past", "future"] as const;
export type Presence = (typeof presences)[number];

/** Whether something with this presence is shown: what is past stays, as a ghost. */
export const isShownThen = (presence: Presence, undated: boolean): boolean =>
  presence === "undated" ? undated : presence !== "future";

/** What of a claim's properties tells its time. */
export interface Dated extends Bounds {
  ongoing?: true | undefined;
  /** The first day on which both that it joins may have existed, where no start is known. */
  noEarlier?: number | undefined;
}

const isBound = (value: unknown): value is number => typeof value === "number";

/** The dates among a claim's properties; whatever else is there is passed over. */
export function datedOf(properties: Readonly<Record<string, unknown>>): Dated {
  const { startEarliest, startLatest, endEarliest, endLatest, ongoing, noEarlier } = properties;
  return {
    ...(isBound(startEarliest) ? { startEarliest } : {}),
    ...(isBound(startLatest) ? { startLatest } : {}),
    ...(isBound(endEarliest) ? { endEarliest } : {}),
    ...(isBound(endLatest) ? { endLatest } : {}),
    ...(ongoing === true ? { ongoing } : {}),
    ...(isBound(noEarlier) ? { noEarlier } : {}),
  };
}

/**
 * A claim at a time. What is ongoing is possible from the last day on which it was said to hold until `today`
 * (YYYYMMDD), and unknown beyond.
 */
export function presenceOf(claim: Dated, { first, last }: Days, today: number): Presence {
  const { startEarliest, startLatest, endEarliest, endLatest, ongoing, noEarlier } = claim;
  // Asked of each line on screen while a slider moves: without lists, which cost more than all the rest.
  const hasStart = startEarliest !== undefined && startLatest !== undefined;
  const hasEnd = endEarliest !== undefined && endLatest !== undefined;
  if (endLatest !== undefined && endLatest < first) return "past";
  const earliest = startEarliest ?? noEarlier;
  if (earliest !== undefined && earliest > last) return "future";
  if ((startEarliest ?? startLatest ?? endEarliest ?? endLatest) === undefined) return "undated";
  const latestStart = Math.min(startLatest ?? Infinity, endLatest ?? Infinity);
  const earliestEnd = Math.max(startEarliest ?? -Infinity, endEarliest ?? -Infinity);
  if (latestStart <= last && first <= earliestEnd) return "certain";
  if (ongoing === true && startLatest !== undefined)
    return first <= today || latestStart > last ? "possible" : "unknown";
  return hasStart && hasEnd ? "possible" : "unknown";
}
