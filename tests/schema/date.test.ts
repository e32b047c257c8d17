import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Bounds,
  boundsOf,
  dateFrom,
  daysOf,
  type Interval,
  overlap,
  type Overlap,
  PartialDate,
} from "../../schema/date.ts";

const pad = (number: number) => String(number).padStart(2, "0");

/** Days that JavaScript's own calendar knows, as it writes them. */
const day = fc
  .date({ min: new Date("1000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const partialDate = day.chain((text) => fc.constantFrom(text, text.slice(0, 7), text.slice(0, 4)));

const asInteger = (text: string) => Number(text.replaceAll("-", ""));

describe("a partial date", () => {
  it("is any day of the calendar, its month and its year", () => {
    fc.assert(
      fc.property(partialDate, (text) => {
        expect(PartialDate.safeParse(text).success).toBe(true);
      }),
    );
  });

  it("is no day that the calendar lacks", () => {
    const numbers = fc.record({
      year: fc.integer({ min: 1000, max: 9999 }),
      month: fc.integer({ min: 0, max: 13 }),
      day: fc.integer({ min: 0, max: 32 }),
    });
    fc.assert(
      fc.property(numbers, ({ year, month, day }) => {
        const text = `${year}-${pad(month)}-${pad(day)}`;
        const date = new Date(text);
        const exists = !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
        expect(PartialDate.safeParse(text).success).toBe(exists);
      }),
    );
  });

  it.each(["2024-02-29", "2000-02-29", "2006", "2017-12"])("is %s", (text) => {
    expect(PartialDate.parse(text)).toBe(text);
  });

  it.each([
    "2023-02-29",
    "1900-02-29",
    "2100-02-29",
    "2024-04-31",
    "2024-13",
    "2024-00",
    "24",
    "0999",
    "2024-1",
    "2024/01",
    "2024-01-01T00:00",
    " 2024",
    "",
    "２０２４",
  ])("is not %j", (text) => {
    expect(PartialDate.safeParse(text).success).toBe(false);
  });
});

describe("daysOf", () => {
  it("begins and ends on days that the date could mean, and the days beside them it could not", () => {
    fc.assert(
      fc.property(partialDate, (text) => {
        const { earliest, latest } = daysOf(text);
        expect(written(earliest).startsWith(text)).toBe(true);
        expect(written(latest).startsWith(text)).toBe(true);
        expect(beside(earliest, -1).startsWith(text)).toBe(false);
        expect(beside(latest, 1).startsWith(text)).toBe(false);
      }),
    );
  });

  it("of a day is that day alone", () => {
    fc.assert(
      fc.property(day, (text) => {
        expect(daysOf(text)).toEqual({ earliest: asInteger(text), latest: asInteger(text) });
      }),
    );
  });

  const written = (integer: number) =>
    `${Math.floor(integer / 10_000)}-${pad(Math.floor(integer / 100) % 100)}-${pad(integer % 100)}`;

  function beside(integer: number, days: number): string {
    const date = new Date(`${written(integer)}T00:00:00Z`);
    date.setUTCDate(date.getUTCDate() + days);
    return date.toISOString().slice(0, 10);
  }
});

describe("dateFrom", () => {
  it.each(["2025", "2025-12", "2025-12-20"])("is %s again for the first day of it", (date) => {
    expect(dateFrom(daysOf(date).earliest)).toBe(date);
  });
});

describe("boundsOf", () => {
  const interval: fc.Arbitrary<Interval> = fc.record(
    { start: partialDate, end: partialDate, ongoing: fc.constant(true) },
    { requiredKeys: [] },
  );

  it("knows of each end what its date says, and of a missing end nothing", () => {
    fc.assert(
      fc.property(interval, (interval) => {
        const start = interval.start === undefined ? undefined : daysOf(interval.start);
        const end = interval.end === undefined ? undefined : daysOf(interval.end);
        expect({
          startEarliest: undefined,
          startLatest: undefined,
          endEarliest: undefined,
          endLatest: undefined,
          ...boundsOf(interval),
        }).toEqual({
          startEarliest: start?.earliest,
          startLatest: start?.latest,
          endEarliest: end?.earliest,
          endLatest: end?.latest,
        });
      }),
    );
  });

  it("leaves out what is not known", () => {
    expect(boundsOf({})).toEqual({});
    expect(Object.keys(boundsOf({ start: "2006" }))).toEqual(["startEarliest", "startLatest"]);
  });

  it("takes the document's last day for the earliest end of what is ongoing, and leaves its latest out", () => {
    fc.assert(
      fc.property(partialDate, partialDate, (start, writtenAfter) => {
        const bounds = boundsOf({ start, ongoing: true }, writtenAfter);
        expect(bounds).toEqual({
          startEarliest: daysOf(start).earliest,
          startLatest: daysOf(start).latest,
          endEarliest: daysOf(writtenAfter).earliest,
        });
      }),
    );
  });

  it("prefers an end that is given to the document's last day", () => {
    expect(boundsOf({ end: "2010", ongoing: true }, "2024-01-01")).toEqual({
      endEarliest: 2010_01_01,
      endLatest: 2010_12_31,
    });
  });
});

/**
 * Overlap by brute force. Days are 0 … 6, of which known bounds take 1 … 5, so that the outermost stand for any day
 * before or after. A world says on which day an interval really began and ended; a filling gives each missing bound a day.
 */
describe("overlap", () => {
  const days = [0, 1, 2, 3, 4, 5, 6];

  interface World {
    start: number;
    end: number;
  }
  type Filled = Required<Bounds>;

  const worlds: World[] = days.flatMap((start) => days.filter((end) => start <= end).map((end) => ({ start, end })));
  const meets = (a: World, b: World) =>
    days.some((day) => a.start <= day && day <= a.end && b.start <= day && day <= b.end);

  /** For each world, the set of worlds that meet it, as bits. */
  const meeting = worlds.map((a) => setOf((b) => meets(a, b)));

  function setOf(condition: (world: World) => boolean): number {
    return worlds.reduce((set, world, index) => (condition(world) ? set | (1 << index) : set), 0);
  }

  const worldsOf = (bounds: Filled) =>
    setOf(
      ({ start, end }) =>
        bounds.startEarliest <= start &&
        start <= bounds.startLatest &&
        bounds.endEarliest <= end &&
        end <= bounds.endLatest,
    );

  /** The sets of worlds that an interval can stand for, one for each way to fill its missing bounds that has any. */
  function fillings({ startEarliest, startLatest, endEarliest, endLatest }: Bounds): number[] {
    const choices = (bound: number | undefined) => (bound === undefined ? days : [bound]);
    const sets = choices(startEarliest).flatMap((startEarliest) =>
      choices(startLatest).flatMap((startLatest) =>
        choices(endEarliest).flatMap((endEarliest) =>
          choices(endLatest).map((endLatest) => worldsOf({ startEarliest, startLatest, endEarliest, endLatest })),
        ),
      ),
    );
    return [...new Set(sets)].filter((set) => set !== 0);
  }

  function decide(a: number, b: number): "certain" | "no" | undefined {
    const ofA = worlds.flatMap((_, index) => (a & (1 << index) ? [meeting[index] ?? 0] : []));
    if (ofA.every((met) => (met & b) === b)) return "certain";
    if (ofA.every((met) => (met & b) === 0)) return "no";
    return undefined;
  }

  function bruteForce(a: Bounds, b: Bounds): Overlap {
    const ofB = fillings(b);
    const answers = new Set(fillings(a).flatMap((one) => ofB.map((other) => decide(one, other))));
    if (answers.size === 1) return [...answers][0] ?? "possible";
    return answers.has("certain") || answers.has("no") ? "unknown" : "possible";
  }

  const bound = fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined });

  /** Any bounds that some interval could have. */
  const anyBounds: fc.Arbitrary<Bounds> = fc
    .record({ startEarliest: bound, startLatest: bound, endEarliest: bound, endLatest: bound })
    .filter((bounds) => fillings(bounds).length > 0);

  /** Bounds as boundsOf makes them: both of an end or none, but for what is ongoing. */
  const end = fc.option(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 3 })), { nil: undefined });
  const dateBounds: fc.Arbitrary<Bounds> = fc
    .tuple(end, end, fc.boolean())
    .map(([start, end, ongoing]) => ({
      startEarliest: start?.[0],
      startLatest: start && Math.min(5, start[0] + start[1]),
      endEarliest: end?.[0],
      endLatest: end && !ongoing ? Math.min(5, end[0] + end[1]) : undefined,
    }))
    .filter((bounds) => fillings(bounds).length > 0);

  it("answers as brute force does, whatever bounds are known", () => {
    fc.assert(
      fc.property(anyBounds, anyBounds, (a, b) => {
        expect(overlap(a, b)).toBe(bruteForce(a, b));
      }),
      { numRuns: 500 },
    );
  });

  it("answers as brute force does for bounds that dates give", () => {
    fc.assert(
      fc.property(dateBounds, dateBounds, (a, b) => {
        expect(overlap(a, b)).toBe(bruteForce(a, b));
      }),
      { numRuns: 500 },
    );
  });

  it("is the same both ways", () => {
    fc.assert(
      fc.property(anyBounds, anyBounds, (a, b) => {
        expect(overlap(a, b)).toBe(overlap(b, a));
      }),
    );
  });

  it.each<[Interval, Interval, Overlap]>([
    [{ start: "2006", end: "2010" }, { start: "2008", end: "2012" }, "certain"],
    [{ start: "2006", end: "2010" }, { start: "2010", end: "2012" }, "possible"],
    [{ start: "2006", end: "2010-12-31" }, { start: "2010-12-31", end: "2012" }, "certain"],
    [{ start: "2006", end: "2010" }, { start: "2011", end: "2012" }, "no"],
    [{ start: "2010", end: "2010" }, { start: "2010", end: "2010" }, "possible"],
    [{ start: "2006", end: "2010" }, { start: "2008" }, "certain"],
    [{ start: "2006", end: "2010" }, { start: "2005" }, "unknown"],
    [{ start: "2006", end: "2010" }, { end: "2005" }, "no"],
    [{ start: "2006", end: "2010" }, {}, "unknown"],
    [{}, {}, "unknown"],
    [{ start: "2006", ongoing: true }, { start: "2008", end: "2012" }, "certain"],
    [{ start: "2023", ongoing: true }, { start: "2025", end: "2026" }, "unknown"],
  ])("of %o and %o is %s", (a, b, expected) => {
    expect(overlap(boundsOf(a, "2024-06-01"), boundsOf(b, "2024-06-01"))).toBe(expected);
  });
});
