import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstYearsOf } from "../../scene/layouts/first-years.ts";
import { type TimelineInput, type TimelineNode, layTimeline } from "../../scene/layouts/timeline.ts";
import type { GraphNode, GraphRelationship, Properties } from "../../schema/graph.ts";
import type { Role } from "../../schema/vocabulary.ts";

const node = (id: string, year?: number, width = 90, rank = 0): TimelineNode => ({
  id,
  rank,
  box: { left: -9, right: width, top: -9, bottom: 9 },
  ...(year === undefined ? {} : { year }),
});
const input = (
  nodes: readonly TimelineNode[],
  links: TimelineInput["links"] = [],
  { width, height } = { width: 1100, height: 640 },
): TimelineInput => ({ nodes, links, width, height, row: 22 });

const anyInput = fc
  .tuple(
    fc.array(fc.tuple(fc.option(fc.integer({ min: 1990, max: 2026 })), fc.integer({ min: 20, max: 190 })), {
      minLength: 1,
      maxLength: 120,
    }),
    fc.array(fc.tuple(fc.nat(119), fc.nat(119)), { maxLength: 150 }),
    fc.constantFrom({ width: 1100, height: 640 }, { width: 360, height: 480 }),
  )
  .map(([rows, pairs, stage]) =>
    input(
      rows.map(([year, width], i) => node(`n${i}`, year ?? undefined, width, i % 5)),
      pairs
        .filter(([a, b]) => a < rows.length && b < rows.length)
        .map(([a, b]) => ({ source: `n${a}`, target: `n${b}` })),
      stage,
    ),
  );

const laid = (given: TimelineInput) => {
  const { points, guides } = layTimeline(given);
  if (guides?.kind !== "timeline") throw new Error("Years have guides.");
  return { points, ...guides };
};

describe("by time", () => {
  it("is the same in whatever order nodes and links come", () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const turned = { ...given, nodes: given.nodes.toReversed(), links: given.links.toReversed() };
        expect(layTimeline(turned)).toEqual(layTimeline(given));
      }),
      { numRuns: 40 },
    );
  });

  it("puts every year in its place on the axis, and nothing in between", () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const { points, x, first, perYear } = laid(given);
        for (const { id, year } of given.nodes) {
          expect(points[id]?.x).toBeCloseTo(
            year === undefined ? (points[id]?.x ?? NaN) : x + (year - first) * perYear,
            6,
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  it("puts no mark or name over another", () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const { points } = laid(given);
        for (const [i, a] of given.nodes.entries()) {
          for (const b of given.nodes.slice(i + 1)) {
            const [one, other] = [points[a.id], points[b.id]];
            const apart =
              one &&
              other &&
              (Math.abs(one.y - other.y) >= 18 ||
                one.x + a.box.right <= other.x + b.box.left ||
                other.x + b.box.right <= one.x + a.box.left);
            expect(apart, `${a.id} and ${b.id}`).toBe(true);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it("puts what has no year before the first, and says where", () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const { points, x, undated } = laid(given);
        const without = given.nodes.filter(({ year }) => year === undefined);
        expect(undated === null).toBe(without.length === 0);
        for (const { id, box } of without) {
          expect((points[id]?.x ?? 0) + box.left).toBeGreaterThanOrEqual(undated ?? Infinity);
          expect(given.nodes.length === without.length || (points[id]?.x ?? 0) + box.right < x).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("is as wide as the stage where the names of each year make it high", () => {
    const nodes = Array.from({ length: 3_000 }, (_, i) => node(`n${i}`, 2010 + (i % 10)));
    const points = Object.values(layTimeline(input(nodes)).points);
    const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
    const [wide, high] = [xs, ys].map((all) => Math.max(...all) - Math.min(...all)) as [number, number];
    expect(high).toBeGreaterThan(1_500);
    expect(wide / high).toBeGreaterThan(1.4);
    expect(wide / high).toBeLessThan(1.9);
  });

  it("leaves what is pinned where it is", () => {
    const given = input([node("a", 2001), node("b", 2002)]);
    expect(layTimeline({ ...given, fixed: { b: { x: 7, y: 9 } } }).points["b"]).toEqual({ x: 7, y: 9 });
  });

  it("sets what is linked near each other", () => {
    const years = [2001, 2004, 2007, 2010];
    const chains = ["p", "q", "r"].map((chain) => years.map((year) => node(`${chain}${year}`, year, 30)));
    const links = chains.flatMap((chain) =>
      chain.slice(1).map(({ id }, i) => ({ source: chain[i]?.id ?? "", target: id })),
    );
    const { points } = laid(input(chains.flat(), links));
    for (const chain of chains) expect(new Set(chain.map(({ id }) => points[id]?.y)).size).toBe(1);
  });
});

const form = (role: Role) => {
  const text = { en: "x", "zh-Hant": "x", "zh-Hans": "x" };
  return { caption: text, inverse: text, start: ["A"], end: ["A"], role, directed: true };
};
const text = { en: "x", "zh-Hant": "x", "zh-Hans": "x" };
const vocabulary = {
  labels: {
    Event: {
      caption: text,
      plural: text,
      family: "context" as const,
      shape: "circle" as const,
      properties: { held: { form: "date" as const, caption: text }, note: { form: "string" as const, caption: text } },
    },
  },
  relationships: { WORKS: form("career"), FOUNDED: form("founding"), BASED: form("lineage") },
};
const thing = (id: string, label = "Thing", properties: Properties = {}): GraphNode => ({
  id,
  labels: ["Entity", label],
  properties,
});
const line = (start: string, type: string, end: string, properties: Properties): GraphRelationship => ({
  id: `${start}.${type}.${end}`,
  type,
  start,
  end,
  properties,
});
const years = (nodes: readonly GraphNode[], ...lines: GraphRelationship[]) =>
  Object.fromEntries(firstYearsOf(nodes, lines, vocabulary));

describe("the first year of a thing", () => {
  it("is that in which it is told to have begun, before its own date and any relationship", () => {
    const firm = thing("firm", "Event", { beganIn: "2018-03", held: "2011" });
    const lines = [line("ann", "FOUNDED", "firm", { start: "2019" }), line("ann", "WORKS", "firm", { start: "2016" })];
    expect(years([firm], ...lines)["firm"]).toBe(2018);
  });

  it("is that of its own date before any other", () => {
    const party = thing("party", "Event", { held: "2011-05", note: "1999" });
    expect(years([party], line("ann", "WORKS", "party", { start: "2001" }))["party"]).toBe(2011);
  });

  it("is that of its founding before an earlier job there", () => {
    const lines = [
      line("ann", "WORKS", "firm", { start: "2001" }),
      line("ben", "FOUNDED", "firm", { start: "2006-02" }),
    ];
    expect(years([thing("firm")], ...lines)).toEqual({ ann: 2001, ben: 2006, firm: 2006 });
  });

  it("is that of its first dated relationship for want of both; an end tells it where no start is known", () => {
    expect(
      years([], line("ann", "WORKS", "firm", { end: "2004" }), line("ann", "WORKS", "other", { start: "2009" })),
    ).toEqual({ ann: 2004, firm: 2004, other: 2009 });
  });

  it("is never read from reckoned bounds, nor from what is derived", () => {
    expect(
      years(
        [],
        line("ann", "WORKS", "firm", { ongoing: true, endEarliest: 20260101 }),
        line("ann", "BASED", "ben", { derived: true, start: "2001" }),
      ),
    ).toEqual({});
  });
});
