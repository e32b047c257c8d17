/** Which claims fall into a period, as far as their dates tell. */
import { describe, expect, it } from "vitest";
import { boundsOf, type Interval } from "../../schema/date.ts";
import type { Properties } from "../../schema/graph.ts";
import { fallsInto, periodOf } from "../../server/questions/period.ts";
import type { Claim } from "../../server/questions/rows.ts";

const year = { first: 20240101, last: 20241231 };
const claim = (properties: Properties): Claim => ({
  kind: "observation",
  id: "a",
  observation: { id: "a", entity: "a", properties },
});
const dated = (interval: Interval, writtenAfter?: string) =>
  claim({ ...interval, ...boundsOf(interval, writtenAfter) });

describe("a period", () => {
  it("is a date, or two", () => {
    expect(periodOf(["2024-02"])).toEqual({ first: 20240201, last: 20240229 });
    expect(periodOf(["2023", "2024-06"])).toEqual({ first: 20230101, last: 20240630 });
    expect(periodOf(["2024", "2023"])).toBeNull();
  });
});

describe("a claim falls into a period when it began then", () => {
  it.each([
    ["on a day of it", dated({ start: "2024-05-06" }), "yes"],
    ["in it, and goes on", dated({ start: "2024" }, "2026-01"), "yes"],
    ["before it", dated({ start: "2023", ongoing: true }, "2025-01"), "no"],
    ["after it", dated({ start: "2025-01-01" }), "no"],
    ["and of that nothing is known", claim({}), "unknown"],
    ["but had ended before it", dated({ end: "2020" }), "no"],
    ["but still held only later", dated({ ongoing: true }, "2025-03-01"), "unknown"],
    ["but still held before it", dated({ ongoing: true }, "2022-03-01"), "no"],
  ])("%s", (_, given, answer) => {
    expect(fallsInto(given, year, "start")).toBe(answer);
  });

  it("unless the date is too coarse to say", () => {
    expect(fallsInto(dated({ start: "2024" }), { first: 20240101, last: 20240630 }, "start")).toBe("unknown");
  });
});

describe("what joins something that did not exist before a period's end", () => {
  const founded = claim({ noEarlier: 20250101 });

  it.each(["start", "within", "any"] as const)("does not fall into it (%s)", (mode) => {
    expect(fallsInto(founded, year, mode)).toBe("no");
  });

  it("is not known in a later one, without a date of its own", () => {
    expect(fallsInto(founded, { first: 20250101, last: 20251231 }, "start")).toBe("unknown");
  });
});

describe("a figure falls within a period", () => {
  it.each([
    ["when its own lies in it", dated({ start: "2024-01", end: "2024-06" }), "yes"],
    ["when it is of the same year", dated({ start: "2024", end: "2024" }), "yes"],
    ["when its day does", claim({ asOf: "2024-06" }), "yes"],
    ["when it is a date of it", claim({ date: "2024-06" }), "yes"],
    ["not when it is of more years", dated({ start: "2022", end: "2024" }), "no"],
    ["not when it is of another", claim({ asOf: "2025" }), "no"],
    ["not known when it has no date", claim({}), "unknown"],
    ["when it still held on a day of it", dated({ ongoing: true }, "2024-03-01"), "yes"],
  ])("%s", (_, given, answer) => {
    expect(fallsInto(given, year, "within")).toBe(answer);
  });
});

describe("what held at some time of a period", () => {
  it.each([
    ["is what spans it", dated({ start: "2020", end: "2026" }), "yes"],
    ["is not what ended before", dated({ start: "2020", end: "2023" }), "no"],
    ["is not known without a date", claim({}), "unknown"],
  ])("%s", (_, given, answer) => {
    expect(fallsInto(given, year, "any")).toBe(answer);
  });
});
