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

export function fallsInto(claim: Claim, period: Period, mode: QuestionForm["falls"]): Falls {
  const bounds = boundsIn(propertiesOf(claim));
  if (claim.kind === "observation" || mode === "any") return holds(bounds, period, propertiesOf(claim));
  const earliest = bounds.startEarliest ?? 0;
  // What still held on a day, or had ended by then, did not begin later.
  const latest = bounds.startLatest ?? bounds.endLatest ?? bounds.endEarliest ?? Infinity;
  if (latest < period.first || earliest > period.last) return "no";
  return earliest >= period.first && latest <= period.last ? "yes" : "unknown";
}

function holds(bounds: Bounds, period: Period, { ongoing }: Properties): Falls {
  const { endEarliest = 0 } = bounds;
  if (ongoing === true && endEarliest >= period.first && endEarliest <= period.last) return "yes";
  const meets = overlap(bounds, {
    startEarliest: period.first,
    startLatest: period.first,
    endEarliest: period.last,
    endLatest: period.last,
  });
  return meets === "certain" ? "yes" : meets === "no" ? "no" : "unknown";
}

const bounds = ["startEarliest", "startLatest", "endEarliest", "endLatest"] as const;

/** A claim's own bounds; a figure's day, or the date that it is, where it has no period. */
function boundsIn(properties: Properties): Bounds {
  const own = Object.fromEntries(
    bounds.flatMap((name) => (typeof properties[name] === "number" ? [[name, properties[name]]] : [])),
  ) as Bounds;
  const day = PartialDate.safeParse(properties["date"] ?? properties["asOf"]);
  if (!day.success || own.startEarliest !== undefined) return own;
  const { earliest, latest } = daysOf(day.data);
  return { startEarliest: earliest, startLatest: latest, endEarliest: earliest, endLatest: latest };
}
