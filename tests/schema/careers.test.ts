import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundsIn, sharedTime, strongest } from "../../schema/careers.ts";
import { type Bounds, boundsOf, type Interval } from "../../schema/date.ts";

/** Days of one week in March 2001; outside bounds there are two more weeks on either side. */
const days = Array.from({ length: 7 }, (_, day) => 20010301 + day);

interface World {
  start: number;
  end: number;
}

/** All that an interval of known bounds can have been. */
function worldsOf({ startEarliest = 0, startLatest = 0, endEarliest = 0, endLatest = 0 }: Bounds): World[] {
  return days
    .flatMap((start) => days.filter((end) => start <= end).map((end) => ({ start, end })))
    .filter(
      ({ start, end }) => startEarliest <= start && start <= startLatest && endEarliest <= end && end <= endLatest,
    );
}

const known: fc.Arbitrary<Bounds> = fc
  .tuple(fc.nat(6), fc.nat(6), fc.nat(6), fc.nat(6))
  .map(([a, b, c, d]) => ({
    startEarliest: 20010301 + Math.min(a, b),
    startLatest: 20010301 + Math.max(a, b),
    endEarliest: 20010301 + Math.min(c, d),
    endLatest: 20010301 + Math.max(c, d),
  }))
  .filter((bounds) => worldsOf(bounds).length > 0);

describe("the time that two stints share", () => {
  it("is as long, at least and at most, as in the worlds where they meet", () => {
    fc.assert(
      fc.property(known, known, (a, b) => {
        const lengths = worldsOf(a).flatMap((one) =>
          worldsOf(b).map((other) => Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start) + 1)),
        );
        const { answer, days } = sharedTime(a, b);
        const most = Math.max(...lengths);
        expect([answer === "no", days]).toEqual([
          most === 0,
          most === 0 ? undefined : { least: Math.min(...lengths), most },
        ]);
      }),
      { numRuns: 1000 },
    );
  });

  it("lies within its bounds in every world where they meet", () => {
    fc.assert(
      fc.property(known, known, (a, b) => {
        const { shared } = sharedTime(a, b);
        for (const one of worldsOf(a))
          for (const other of worldsOf(b)) {
            const [start, end] = [Math.max(one.start, other.start), Math.min(one.end, other.end)];
            if (start > end) continue;
            expect(shared?.startEarliest).toBeLessThanOrEqual(start);
            expect(shared?.startLatest).toBeGreaterThanOrEqual(start);
            expect(shared?.endEarliest).toBeLessThanOrEqual(end);
            expect(shared?.endLatest).toBeGreaterThanOrEqual(end);
          }
      }),
    );
  });

  it("is not limited where an end is not known", () => {
    expect(sharedTime(boundsOf({ start: "2006", end: "2010" }), boundsOf({ start: "2008" }))).toEqual({
      answer: "certain",
      shared: { startEarliest: 20080101, startLatest: 20081231, endEarliest: 20080101, endLatest: 20101231 },
      days: { least: 1, most: 1096 },
    });
    expect(sharedTime({}, {})).toEqual({ answer: "unknown", shared: {}, days: { least: 0 } });
  });
});

describe("what is still so", () => {
  const told = (interval: Interval, writtenAfter: string) =>
    boundsIn({ ...interval, ...boundsOf(interval, writtenAfter) });

  it("had begun by the day on which it is still so", () => {
    expect(told({ ongoing: true }, "2025-12-20")).toEqual({ startLatest: 20251220, endEarliest: 20251220 });
    const [a, b] = [told({ ongoing: true }, "2025-12-20"), told({ ongoing: true }, "2025-12-20")];
    expect(sharedTime(a, b).answer).toBe("certain");
  });

  it("had begun by the end of the month or year that is told", () => {
    expect(told({ ongoing: true }, "2025-12").startLatest).toBe(20251231);
    expect(told({ ongoing: true }, "2024-02").startLatest).toBe(20240229);
    expect(told({ ongoing: true }, "2025").startLatest).toBe(20251231);
  });

  it("keeps a start that is told", () => {
    expect(told({ start: "2012", ongoing: true }, "2025").startLatest).toBe(20121231);
  });
});

it("the strongest of several answers is no only where all are", () => {
  expect(strongest(["no", "unknown", "possible", "certain"])).toBe("certain");
  expect(strongest(["no", "unknown"])).toBe("unknown");
  expect(strongest(["no", "no"])).toBe("no");
});
