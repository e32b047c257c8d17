/** Partial dates and intervals: 2006, 2017-12, 2025-12-05; what they could mean, and whether two intervals meet. */
import { z } from "zod";

const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

function isPartialDate(text: string): boolean {
  const parts = /^([1-9]\d{3})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1)];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

const noDate = "is not a date: write a year (2006), a month (2017-12) or a day (2025-12-05), from the year 1000 on";

/** A year, a month or a day, as precise as the source gives it and never more. */
export const PartialDate = z.string(noDate).refine(isPartialDate, noDate);
export type PartialDate = z.infer<typeof PartialDate>;

/** The first and last day that a partial date could mean, as integers YYYYMMDD. */
export function daysOf(date: PartialDate): { earliest: number; latest: number } {
  const [year = 0, month, day] = date.split("-").map(Number);
  const number = (m: number, d: number) => year * 10_000 + m * 100 + d;
  if (month === undefined) return { earliest: number(1, 1), latest: number(12, 31) };
  if (day === undefined) return { earliest: number(month, 1), latest: number(month, daysIn(year, month)) };
  return { earliest: number(month, day), latest: number(month, day) };
}

/** The coarsest partial date whose first day it may be: 20250101 → 2025, 20251201 → 2025-12, 20251220 → 2025-12-20. */
export function dateFrom(firstDay: number): PartialDate {
  const [year, month, day] = [Math.floor(firstDay / 10_000), Math.floor(firstDay / 100) % 100, firstDay % 100];
  const two = (number: number) => String(number).padStart(2, "0");
  if (day !== 1) return `${year}-${two(month)}-${two(day)}`;
  return month === 1 ? String(year) : `${year}-${two(month)}`;
}

/** When something held. No `start`: unknown. No `end`: unknown, unless `ongoing`. A moment has `start` = `end`. */
export const Interval = z.object({
  start: PartialDate.optional(),
  end: PartialDate.optional(),
  ongoing: z.literal(true).optional(),
});
export type Interval = z.infer<typeof Interval>;

/** The four bounds of an interval as integers YYYYMMDD; a bound that is not known is left out. Ends are inclusive. */
export const Bounds = z.object({
  startEarliest: z.int().optional(),
  startLatest: z.int().optional(),
  endEarliest: z.int().optional(),
  endLatest: z.int().optional(),
});
export type Bounds = z.infer<typeof Bounds>;

/**
 * The bounds of an interval. What is `ongoing` had not ended on `writtenAfter`, the latest past day that its
 * document tells, so that day is its earliest end and a latest end is not known.
 */
export function boundsOf(interval: Interval, writtenAfter?: PartialDate): Bounds {
  const bounds: Bounds = {};
  if (interval.start !== undefined) {
    const { earliest, latest } = daysOf(interval.start);
    bounds.startEarliest = earliest;
    bounds.startLatest = latest;
  }
  if (interval.end !== undefined) {
    const { earliest, latest } = daysOf(interval.end);
    bounds.endEarliest = earliest;
    bounds.endLatest = latest;
  } else if (interval.ongoing && writtenAfter !== undefined) {
    bounds.endEarliest = daysOf(writtenAfter).earliest;
  }
  return bounds;
}

/** Whether two intervals share a day: whatever the days meant, perhaps, never, or not decided by what is known. */
export type Overlap = "certain" | "possible" | "no" | "unknown";

type Filled = Required<Bounds>;

/** An interval does not end before it starts, so each end also says something of the other. */
function decide(a: Filled, b: Filled): "certain" | "no" | undefined {
  const latestStart = ({ startLatest, endLatest }: Filled) => Math.min(startLatest, endLatest);
  const earliestEnd = ({ startEarliest, endEarliest }: Filled) => Math.max(startEarliest, endEarliest);
  if (latestStart(a) <= earliestEnd(b) && latestStart(b) <= earliestEnd(a)) return "certain";
  if (a.endLatest < b.startEarliest || b.endLatest < a.startEarliest) return "no";
  return undefined;
}

/** The bounds with the missing ones as far off as they can be: all that they leave open stays open. */
function leftOpen(bounds: Bounds): Filled {
  const { startEarliest = -Infinity, startLatest = Infinity, endEarliest = -Infinity, endLatest = Infinity } = bounds;
  return { startEarliest, startLatest, endEarliest, endLatest };
}

/** The bounds with the missing ones as they might turn out: the interval as long as can be, or close around a day. */
function fillings(bounds: Bounds, days: readonly number[]): Filled[] {
  const { startEarliest, startLatest, endEarliest, endLatest } = bounds;
  const known = leftOpen(bounds);
  const longest: Filled = {
    ...known,
    startLatest: startLatest ?? known.startEarliest,
    endEarliest: endEarliest ?? known.endLatest,
  };
  const around = (day: number): Filled => ({
    startEarliest: startEarliest ?? Math.min(day, known.startLatest, known.endLatest),
    startLatest: startLatest ?? Math.max(day, known.startEarliest),
    endEarliest: endEarliest ?? Math.min(day, known.endLatest),
    endLatest: endLatest ?? Math.max(day, known.startEarliest, known.endEarliest),
  });
  return [longest, ...days.map(around)];
}

/**
 * `certain` when the two share a day whatever their dates meant, `no` when they cannot, `possible` when the bounds
 * are known but too coarse to say, `unknown` when a bound is missing that could decide it.
 */
export function overlap(a: Bounds, b: Bounds): Overlap {
  const decided = decide(leftOpen(a), leftOpen(b));
  if (decided !== undefined) return decided;
  const days = [...Object.values(leftOpen(a)), ...Object.values(leftOpen(b)), -Infinity, Infinity];
  const fillingsOfB = fillings(b, days);
  const couldDecide = fillings(a, days).some((one) => fillingsOfB.some((other) => decide(one, other) !== undefined));
  return couldDecide ? "unknown" : "possible";
}
