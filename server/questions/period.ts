/** Which of an answer's rows fall into a period, as far as their dates tell. */
import { type Bounds, daysOf, overlap, PartialDate } from "../../schema/date.ts";
import type { Properties } from "../../schema/graph.ts";
import type { QuestionForm } from "../../schema/question.ts";
import { type Claim, type FoundRow, propertiesOf } from "./rows.ts";

/** First and last day, as integers YYYYMMDD. */
export interface Period {
  readonly first: number;
  readonly last: number;
}

/** What a query gets as `$periodFirst` and `$periodLast` where a period was left open. */
export const anyTime = { periodFirst: 0, periodLast: 99_999_999 };

/** `periodOf(["2024", "2025-06"])` → from the first day of 2024 to the last of June 2025; null when it ends before it starts. */
export function periodOf(dates: readonly PartialDate[]): Period | null {
  const [from = "", to = from] = dates;
  const period = { first: daysOf(from).earliest, last: daysOf(to).latest };
  return period.first <= period.last ? period : null;
}

export type Falls = "yes" | "no" | "unknown";

/** The rows that fall into the period, and those of which that is not known. A row without a claim has no time. */
export function inPeriod(
  rows: readonly FoundRow[],
  period: Period,
  mode: QuestionForm["falls"],
): { falling: FoundRow[]; undecided: FoundRow[] } {
  const judged = rows.map((row) => ({ row, falls: falls(row, period, mode) }));
  const those = (wanted: Falls) => judged.flatMap(({ row, falls: answer }) => (answer === wanted ? [row] : []));
  return { falling: those("yes"), undecided: those("unknown") };
}

function falls({ parts }: FoundRow, period: Period, mode: QuestionForm["falls"]): Falls {
  const [claim] = ["relationship", "observation"].flatMap((name) => parts.get(name)?.claims ?? []);
  return claim === undefined ? "unknown" : fallsInto(claim, period, mode);
}

export const fallsInto = (claim: Claim, period: Period, mode: QuestionForm["falls"]): Falls =>
  propertiesFallInto(propertiesOf(claim), period, mode);

export function propertiesFallInto(properties: Properties, period: Period, mode: QuestionForm["falls"]): Falls {
  const bounds = boundsIn(properties);
  const { noEarlier } = properties;
  // Before both that it joins existed it cannot have begun.
  if (bounds.startEarliest === undefined && typeof noEarlier === "number" && noEarlier > period.last) return "no";
  if (mode !== "start" && heldOnItsDay(bounds, period, properties)) return "yes";
  if (mode === "any") return held(bounds, period);
  const { startEarliest = 0, startLatest, endEarliest, endLatest } = bounds;
  // What still held on a day, or had ended by then, did not begin later.
  const latest = startLatest ?? endLatest ?? endEarliest ?? Infinity;
  if (latest < period.first || startEarliest > period.last) return "no";
  if (mode === "start") return startEarliest >= period.first && latest <= period.last ? "yes" : "unknown";
  if (endEarliest !== undefined && endEarliest > period.last) return "no";
  return startEarliest >= period.first && (endLatest ?? Infinity) <= period.last ? "yes" : "unknown";
}

/** What is said to go on held on the latest day that its documents tell. */
const heldOnItsDay = ({ endEarliest = 0 }: Bounds, { first, last }: Period, { ongoing }: Properties) =>
  ongoing === true && endEarliest >= first && endEarliest <= last;

function held(bounds: Bounds, { first, last }: Period): Falls {
  const meets = overlap(bounds, { startEarliest: first, startLatest: first, endEarliest: last, endLatest: last });
  return meets === "certain" ? "yes" : meets === "no" ? "no" : "unknown";
}

const bounds = ["startEarliest", "startLatest", "endEarliest", "endLatest"] as const;

/** A claim's own bounds; a figure's day, or the date that it is, where it has no period. */
export function boundsIn(properties: Properties): Bounds {
  const own = Object.fromEntries(
    bounds.flatMap((name) => (typeof properties[name] === "number" ? [[name, properties[name]]] : [])),
  ) as Bounds;
  const day = PartialDate.safeParse(properties["date"] ?? properties["asOf"]);
  if (!day.success || own.startEarliest !== undefined) return own;
  const { earliest, latest } = daysOf(day.data);
  return { startEarliest: earliest, startLatest: latest, endEarliest: earliest, endLatest: latest };
}
