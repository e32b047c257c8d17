import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Bar, byFirstDay, drawLanes, type Lane, type LaneStint } from "../../scene/careers.ts";
import { boundsOf, type Interval } from "../../schema/date.ts";

const options = { width: 900, names: 120, undated: 180, measure: (text: string) => text.length * 7 };

function stint(id: string, interval: Interval, more: Partial<LaneStint> = {}): LaneStint {
  const bounds = boundsOf(interval, "2025-06-15");
  return { id, organization: "o", label: "Org", bounds, ongoing: interval.ongoing === true, moment: false, ...more };
}
const draw = (...stints: LaneStint[]) => drawLanes([{ id: "p", stints }], options);
function bar(id: string, ...stints: LaneStint[]): Bar {
  const found = draw(...stints).lanes[0]?.bars.find((each) => each.id === id);
  if (found === undefined) throw new Error(`There is no bar ${id}.`);
  return found;
}

describe("a bar", () => {
  it("is solid between what is sure and fades over years that are only known as such", () => {
    const drawing = draw(stint("a", { start: "2006", end: "2010" }));
    const [x0, x1, x2, x3] = drawing.lanes[0]?.bars[0]?.x ?? [];
    const at = (year: number) => drawing.xOf(year * 10_000 + 101);
    expect([x0, x1, x2, x3].map((x) => Math.round(x ?? 0))).toEqual(
      [at(2006), drawing.xOf(20061231), at(2010) + 0.5, drawing.xOf(20101231) + 0.5].map(Math.round),
    );
  });

  it("ends open where no end is told, and is marked where it is still so", () => {
    const other = stint("z", { start: "2000", end: "2024" });
    expect(bar("a", stint("a", { start: "2006" }), other)).toMatchObject({ openEnd: true, ongoing: false });
    const still = bar("b", stint("b", { start: "2006", ongoing: true }), other);
    expect(still).toMatchObject({ openEnd: false, ongoing: true });
    expect(still.x[2]).toBeCloseTo(draw(stint("b", { start: "2006", ongoing: true }), other).xOf(20250615) + 0.5);
  });

  it("begins open where no start is told", () => {
    const drawn = bar("a", stint("a", { end: "2017" }), stint("z", { start: "2000", end: "2024" }));
    expect(drawn.openStart).toBe(true);
    expect(drawn.x[1] - drawn.x[0]).toBeGreaterThan(10);
  });

  it("has its label inside where it fits, else beside it and never outside the axis", () => {
    expect(bar("a", stint("a", { start: "2006", end: "2010" })).label.inside).toBe(true);
    const long = "An organization of a very long name";
    const late = bar(
      "b",
      stint("b", { start: "2023", end: "2023-06" }, { label: long }),
      stint("z", { start: "2000" }),
    );
    expect(late.label.inside).toBe(false);
    expect(late.label.x + long.length * 7).toBeLessThanOrEqual(options.width - options.undated);
  });
});

it("what has no date stands beside the axis", () => {
  const drawing = draw(stint("a", {}), stint("b", { start: "2001", end: "2005" }));
  const undated = drawing.lanes[0]?.bars.find(({ id }) => id === "a");
  expect(undated?.kind).toBe("undated");
  expect(undated?.x[0]).toBeGreaterThanOrEqual(drawing.undated.from);
  expect(undated?.x[3]).toBeLessThanOrEqual(drawing.undated.to);
});

it("people come in the order of their first day, those without one last", () => {
  const lane = (id: string, interval: Interval): Lane => ({ id, stints: [stint(id, interval)] });
  const lanes = [lane("none", {}), lane("late", { start: "2010" }), lane("early", { end: "2003" })];
  expect(byFirstDay(lanes).map(({ id }) => id)).toEqual(["early", "late", "none"]);
});

const date = fc.integer({ min: 1980, max: 2025 }).map(String);
const interval: fc.Arbitrary<Interval> = fc.oneof(
  fc.constant({}),
  date.map((start) => ({ start })),
  date.map((end) => ({ end })),
  date.map((start) => ({ start, ongoing: true as const })),
  fc.tuple(date, date).map(([a, b]) => (a < b ? { start: a, end: b } : { start: b, end: a })),
);

it("no two bars of a lane meet, labels included, and each runs from left to right", () => {
  const label = fc.string({ minLength: 1, maxLength: 24 });
  fc.assert(
    fc.property(fc.array(fc.tuple(interval, label, fc.boolean()), { maxLength: 8 }), (stints) => {
      const drawing = draw(
        ...stints.map(([interval, label, moment], index) => stint(`s${index}`, interval, { label, moment })),
      );
      const bars = drawing.lanes[0]?.bars ?? [];
      for (const { x } of bars) expect([...x].sort((a, b) => a - b)).toEqual([...x]);
      const boxes = bars.map(({ x, y, label }) => ({
        y,
        left: Math.min(x[0], label.x),
        right: Math.max(x[3], label.inside ? 0 : label.x + label.text.length * 7),
      }));
      for (const [index, a] of boxes.entries())
        for (const b of boxes.slice(index + 1))
          expect(a.y !== b.y || a.right <= b.left + 0.01 || b.right <= a.left + 0.01).toBe(true);
    }),
  );
});

describe("the axis", () => {
  it("tells the year of any place, first and last days among them", () => {
    const { xOf, yearAt, years } = draw(stint("a", { start: "2006", end: "2010" }));
    expect(years).toEqual({ first: 2006, last: 2010 });
    for (const day of [20060101, 20070630, 20101231]) expect(yearAt(xOf(day) + 0.01)).toBe(Math.floor(day / 10_000));
  });
});
