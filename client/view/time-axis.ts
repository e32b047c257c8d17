/** The axis of the time slider: the range and granularity of the dates on screen, and how many claims each year dates. Pure. */
import { datedOf } from "../../schema/as-of.ts";
import type { Properties } from "../../schema/graph.ts";

/** The step of the slider: as fine as the dates are. */
export type TimeUnit = "year" | "month" | "day";

export interface TimeAxis {
  unit: TimeUnit;
  /** First and last position, in units; see `positionOf`. */
  first: number;
  last: number;
  /** Today's position. */
  today: number;
  /** Dated claims by year, from the first year to the last. */
  years: { year: number; claims: number }[];
  dated: number;
}

/** Fewer than this share of finer dates do not make the slider finer. */
const shareThatCounts = 0.25;
/** A range of so many years is walked day by day where days are told. */
const yearsOfDays = 3;

const dayNumber = (days: number) =>
  Date.UTC(Math.floor(days / 10_000), (Math.floor(days / 100) % 100) - 1, days % 100) / 86_400_000;

/** The position of a day (YYYYMMDD): years, months or days counted from the year 0, or from 1970 for days. */
export function positionOf(days: number, unit: TimeUnit): number {
  const year = Math.floor(days / 10_000);
  if (unit === "year") return year;
  return unit === "month" ? year * 12 + (Math.floor(days / 100) % 100) - 1 : dayNumber(days);
}

const two = (value: number) => String(value).padStart(2, "0");

/** The partial date of a position: `dateAt(2020, "year")` → `2020`. */
export function dateAt(position: number, unit: TimeUnit): string {
  if (unit === "year") return String(position);
  if (unit === "month") return `${Math.floor(position / 12)}-${two((position % 12) + 1)}`;
  return new Date(position * 86_400_000).toISOString().slice(0, 10);
}

/** How far a page key goes. */
export const pageOf: Readonly<Record<TimeUnit, number>> = { year: 5, month: 12, day: 30 };

/** Null where nothing on screen is dated. */
export function axisOf(claims: readonly Properties[], today: number): TimeAxis | null {
  const days: number[] = [];
  const precision = { year: 0, month: 0, day: 0 };
  const perYear = new Map<number, number>();
  let dated = 0;
  for (const properties of claims) {
    const { startEarliest, endEarliest, endLatest, ongoing } = datedOf(properties);
    const told = [startEarliest, endLatest ?? (ongoing ? undefined : endEarliest)].filter((day) => day !== undefined);
    const [begun] = told;
    if (begun === undefined) continue;
    dated += 1;
    days.push(...told);
    const year = Math.floor(begun / 10_000);
    perYear.set(year, (perYear.get(year) ?? 0) + 1);
    for (const date of [properties["start"], properties["end"]]) {
      if (typeof date === "string") precision[date.length <= 4 ? "year" : date.length <= 7 ? "month" : "day"] += 1;
    }
  }
  if (days.length === 0) return null;
  const [earliest, latest] = [Math.min(...days), Math.max(...days, today)];
  const years = Math.floor(latest / 10_000) - Math.floor(earliest / 10_000) + 1;
  const unit = unitOf(precision, years);
  const firstYear = Math.floor(earliest / 10_000);
  return {
    unit,
    first: positionOf(firstYear * 10_000 + 101, unit),
    last: positionOf(latest, unit),
    today: positionOf(today, unit),
    years: Array.from({ length: years }, (_, i) => ({ year: firstYear + i, claims: perYear.get(firstYear + i) ?? 0 })),
    dated,
  };
}

function unitOf({ year, month, day }: Record<TimeUnit, number>, years: number): TimeUnit {
  const all = Math.max(1, year + month + day);
  if (day / all >= shareThatCounts && years <= yearsOfDays) return "day";
  return (month + day) / all >= shareThatCounts ? "month" : "year";
}
