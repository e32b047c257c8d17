import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Dated, Period, datedOf, daysOfPeriod, presenceOf } from "../../schema/as-of.ts";
import { type Interval, boundsOf, daysOf, overlap } from "../../schema/date.ts";

const today = 20260201;
const at = (interval: Interval, period: Period, writtenAfter?: string) =>
  presenceOf(
    { ...boundsOf(interval, writtenAfter), ...(interval.ongoing ? { ongoing: true } : {}) },
    daysOfPeriod(period),
    today,
  );
const asOf = (date: string): Period => ({ from: date, to: date });

const date = fc
  .tuple(
    fc.integer({ min: 2001, max: 2006 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.nat(2),
  )
  .map(([year, month, day, parts]) =>
    [String(year), String(month).padStart(2, "0"), String(day).padStart(2, "0")].slice(0, parts + 1).join("-"),
  );
const interval = fc
  .record({ start: date, end: date }, { requiredKeys: [] })
  .filter(({ start, end }) => start === undefined || end === undefined || daysOf(start).latest <= daysOf(end).earliest);
const period = fc
  .record({ from: date, to: date }, { requiredKeys: [] })
  .filter((each) => Period.safeParse(each).success);

describe("a claim at a time", () => {
  it.each<[string, Interval, string, string]>([
    ["holds between its ends", { start: "2006", end: "2017-12" }, "2010", "certain"],
    ["may have begun in the year that is given", { start: "2006", end: "2017" }, "2006-03", "possible"],
    ["holds in a year in which it began", { start: "2006-05", end: "2017" }, "2006", "certain"],
    ["is over after its end", { start: "2006", end: "2017" }, "2018-01", "past"],
    ["is still to come before its start", { start: "2006", end: "2017" }, "2005", "future"],
    ["is not known to hold where no end is given", { start: "2006" }, "2010", "unknown"],
    ["is still to come before its start, also where no end is given", { start: "2006" }, "2005-12-31", "future"],
    ["is over after its end, also where no start is given", { end: "2006" }, "2007", "past"],
    ["is a moment on its own day", { start: "2020-06-05", end: "2020-06-05" }, "2020-06-05", "certain"],
    ["is undated without a date", {}, "2010", "undated"],
  ])("%s", (_what, given, when, presence) => {
    expect(at(given, asOf(when))).toBe(presence);
  });

  it("that has no start is still to come before what it joins began, whatever else is not known", () => {
    const founded = { noEarlier: 20200901 };
    const today = 20260201;
    const then = (claim: Dated, date: string) => presenceOf(claim, daysOfPeriod(asOf(date)), today);
    expect(then(founded, "2010")).toBe("future");
    expect(then(founded, "2020-09")).toBe("undated");
    const ongoing = { ...founded, ongoing: true as const, endEarliest: 20251220 };
    expect(then(ongoing, "2010")).toBe("future");
    expect(then(ongoing, "2021")).toBe("unknown");
  });

  it("that is ongoing holds until its document was written, may hold until today, and is not known beyond", () => {
    const given: Interval = { start: "2020", ongoing: true };
    expect(at(given, asOf("2025-11"), "2025-12-05")).toBe("certain");
    expect(at(given, asOf("2026-01"), "2025-12-05")).toBe("possible");
    expect(at(given, asOf("2027"), "2025-12-05")).toBe("unknown");
    expect(at(given, asOf("2019"), "2025-12-05")).toBe("future");
  });

  it("agrees with what intervals say of each other", () => {
    fc.assert(
      fc.property(interval, period, (claim, when) => {
        const { first, last } = daysOfPeriod(when);
        const days = { startEarliest: first, startLatest: first, endEarliest: last, endLatest: last };
        const presence = at(claim, when);
        const expected = overlap(boundsOf(claim), days);
        const isUndated = claim.start === undefined && claim.end === undefined;
        const said = presence === "past" || presence === "future" ? "no" : presence;
        expect(said).toBe(isUndated ? "undated" : expected);
      }),
      { numRuns: 2000 },
    );
  });

  it("is read from properties whatever else they hold", () => {
    expect(datedOf({ title: "CTO", startEarliest: 20060101, endLatest: "2017", ongoing: false })).toEqual({
      startEarliest: 20060101,
    });
  });
});

describe("a period", () => {
  it("means all days of its ends, and goes on for ever where an end is open", () => {
    expect(daysOfPeriod({ from: "2020", to: "2021-02" })).toEqual({ first: 20200101, last: 20210228 });
    expect(daysOfPeriod({ to: "2021-02-03" })).toEqual({ first: 0, last: 20210203 });
    expect(daysOfPeriod({})).toEqual({ first: 0, last: 99999999 });
  });

  it("cannot end before it begins", () => {
    expect(Period.safeParse({ from: "2021-02", to: "2020" }).success).toBe(false);
    expect(Period.safeParse({ from: "2020-06", to: "2020" }).success).toBe(true);
  });
});
