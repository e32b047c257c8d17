import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overlaps, shift } from "../../scene/geometry.ts";
import { type Descent, descentsOf, isDescent, yearsOf } from "../../scene/layouts/generations.ts";
import { type LayeredInput, layLayered } from "../../scene/layouts/layered.ts";
import type { LayeredNode } from "../../scene/layouts/layered-node.ts";
import type { Properties } from "../../schema/graph.ts";
import type { Role } from "../../schema/vocabulary.ts";

const node = (id: string, year?: number, width = 90): LayeredNode => ({
  id,
  name: id,
  box: { left: -8, right: width, top: -8, bottom: 8 },
  ...(year === undefined ? {} : { year }),
});
const descent = (source: string, target: string): Descent => ({ source, target, weight: 1 });
const input = (nodes: readonly LayeredNode[], descents: readonly Descent[]): LayeredInput => ({
  nodes,
  descents,
  width: 1100,
  height: 600,
  row: 24,
  gap: 60,
});

/** A thousand people who founded a few companies that made something, and some who did nothing. */
const many = input(
  [
    ...Array.from({ length: 900 }, (_, i) => node(`p${i}`, undefined, 40 + (i % 60))),
    ...Array.from({ length: 90 }, (_, i) => node(`c${i}`, 1990 + (i % 30))),
    ...Array.from({ length: 40 }, (_, i) => node(`k${i}`)),
    ...Array.from({ length: 30 }, (_, i) => node(`z${i}`)),
  ],
  [
    ...Array.from({ length: 900 }, (_, i) => descent(`p${i}`, `c${(i * i) % 90}`)),
    ...Array.from({ length: 40 }, (_, i) => descent(`c${i}`, `k${i}`)),
    descent("k0", "p0"),
  ],
);

/** Any descents among a few dozen nodes, circles included. */
const anyInput = fc
  .tuple(fc.integer({ min: 1, max: 24 }), fc.array(fc.tuple(fc.nat(23), fc.nat(23)), { maxLength: 40 }))
  .map(([count, pairs]) =>
    input(
      Array.from({ length: count }, (_, i) => node(`n${i}`, i % 3 === 0 ? 2000 + (i % 5) : undefined, 40 + 7 * i)),
      pairs.filter(([a, b]) => a < count && b < count && a !== b).map(([a, b]) => descent(`n${a}`, `n${b}`)),
    ),
  );

describe("layers", () => {
  it("stand from the earlier generation to the later", () => {
    const { points: places } = layLayered(
      input(
        ["a", "b", "c", "d"].map((id) => node(id)),
        [descent("c", "a"), descent("a", "d"), descent("c", "d")],
      ),
    );
    expect(["c", "a", "d"].map((id) => places[id]?.x)).toEqual(
      ["c", "a", "d"].map((id) => places[id]?.x ?? 0).toSorted((one, other) => one - other),
    );
  });

  it("of very many stand from the earlier generation to the later, too", () => {
    const { points, guides } = layLayered(many);
    // The one line that closes a circle runs the other way, from a fourth generation.
    const forward = many.descents.filter(({ source, target }) => (points[source]?.x ?? 0) < (points[target]?.x ?? 0));
    expect(forward).toHaveLength(many.descents.length - 1);
    expect(guides?.kind === "layered" && guides.layers).toHaveLength(4);
  });

  it("of very many are the same whatever the order of the input", () => {
    const turned = { ...many, nodes: many.nodes.toReversed(), descents: many.descents.toReversed() };
    expect(layLayered(turned)).toEqual(layLayered(many));
  });

  it("of very many place every node, none over another's mark or name", () => {
    const { points } = layLayered(many);
    expect(Object.keys(points)).toHaveLength(many.nodes.length);
    const boxes = many.nodes.map(({ id, box }) => shift(box, points[id] ?? { x: 0, y: 0 }));
    const over = boxes.filter((one, i) => boxes.slice(i + 1).some((other) => overlaps(one, other)));
    expect(over).toEqual([]);
  });

  it("place every node, none over another's mark or name", () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const { points: places } = layLayered(given);
        expect(Object.keys(places).toSorted()).toEqual(given.nodes.map(({ id }) => id).toSorted());
        for (const a of given.nodes) {
          for (const b of given.nodes) {
            const [one, other] = [places[a.id], places[b.id]];
            if (a.id >= b.id || !one || !other) continue;
            const apart =
              Math.abs(one.y - other.y) >= 16 ||
              one.x + a.box.right <= other.x - 8 ||
              other.x + b.box.right <= one.x - 8;
            expect(apart, `${a.id} and ${b.id}`).toBe(true);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it("are the same in whatever order nodes and descents come", () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const turned = { ...given, nodes: given.nodes.toReversed(), descents: given.descents.toReversed() };
        expect(layLayered(turned)).toEqual(layLayered(given));
      }),
      { numRuns: 30 },
    );
  });

  it("have heights that no text decides", () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const joined = new Set(given.descents.flatMap(({ source, target }) => [source, target]));
        const wide = {
          ...given,
          nodes: given.nodes.map(({ box, ...rest }) => ({ ...rest, box: { ...box, right: 150 } })),
        };
        const heights = (laid: LayeredInput) =>
          Object.entries(layLayered(laid).points)
            .filter(([id]) => joined.has(id))
            .map(([id, { y }]) => [id, y]);
        expect(joined.size === given.nodes.length ? heights(wide) : []).toEqual(
          joined.size === given.nodes.length ? heights(given) : [],
        );
      }),
      { numRuns: 30 },
    );
  });

  it("order what has the same lines by year, then by name, and what has no year last", () => {
    const made = [node("z"), node("b", 2021), node("d", 2019), node("a", 2021)];
    const { points: places } = layLayered(
      input(
        [node("maker"), ...made],
        made.map(({ id }) => descent("maker", id)),
      ),
    );
    expect(made.map(({ id }) => id).toSorted((a, b) => (places[a]?.y ?? 0) - (places[b]?.y ?? 0))).toEqual([
      "d",
      "a",
      "b",
      "z",
    ]);
  });

  it("tell where each generation stands, over its first row", () => {
    const { points, guides } = layLayered(
      input([node("a"), node("b"), node("c")], [descent("a", "b"), descent("b", "c")]),
    );
    if (guides?.kind !== "layered") throw new Error("Layers have guides.");
    expect(guides.layers).toEqual(["a", "b", "c"].map((id) => points[id]?.x));
    expect(guides.y).toBeLessThan(points["a"]?.y ?? 0);
  });

  describe("of hundreds", () => {
    const made = Array.from({ length: 300 }, (_, i) => `made-${i}`);
    const founders = ["one", "two", "three"];
    const many = (width = 90) =>
      layLayered(
        input(
          [...founders, ...made].map((id) => node(id, undefined, width)),
          made.map((id, i) => descent(founders[i % 3] ?? "", id)),
        ),
      );

    it("stand in several columns, so that the whole is not much taller than the stage is flat", () => {
      const { points } = many();
      const places = Object.values(points);
      const wide = Math.max(...places.map(({ x }) => x)) - Math.min(...places.map(({ x }) => x));
      const high = Math.max(...places.map(({ y }) => y)) - Math.min(...places.map(({ y }) => y));
      expect(new Set(made.map((id) => points[id]?.x)).size).toBeGreaterThan(4);
      expect(high / wide).toBeLessThan(1);
    });

    it("keep all rows apart, and every generation after the one before", () => {
      const { points, guides } = many();
      for (const [i, id] of made.entries()) {
        const one = points[id];
        for (const other of made.slice(i + 1).map((each) => points[each]))
          expect(one?.x !== other?.x || Math.abs((one?.y ?? 0) - (other?.y ?? 0)) >= 23.9).toBe(true);
        expect(one?.x).toBeGreaterThan(points["one"]?.x ?? Infinity);
      }
      expect(guides).toMatchObject({ kind: "layered", layers: [points["one"]?.x, expect.any(Number)] });
    });

    it("tell where each column stands, and which are the first of a generation", () => {
      const { points, guides } = many();
      if (guides?.kind !== "layered") throw new Error("Layers have guides.");
      const columns = new Set(Object.values(points).map(({ x }) => x));
      expect(guides.further.length).toBeGreaterThan(3);
      expect(new Set([...guides.layers, ...guides.further])).toEqual(columns);
      expect(guides.layers.length + guides.further.length).toBe(columns.size);
    });

    it("have heights that no text decides", () => {
      const heights = (width: number) => Object.values(many(width).points).map(({ y }) => y);
      expect(heights(150)).toEqual(heights(60));
    });
  });

  it("leave what is pinned where it is, and set at the foot what nothing joins", () => {
    const given = input([node("a"), node("b"), node("alone")], [descent("a", "b")]);
    const { points: places } = layLayered({ ...given, fixed: { b: { x: 7, y: 9 } } });
    expect(places["b"]).toEqual({ x: 7, y: 9 });
    expect(places["alone"]?.y).toBeGreaterThan(places["a"]?.y ?? Infinity);
  });
});

const form = (role: Role, directed = true) => {
  const text = { en: "x", "zh-Hant": "x", "zh-Hans": "x" };
  return { caption: text, inverse: text, start: ["A"], end: ["A"], role, directed };
};
const vocabulary = {
  relationships: {
    WORKS: form("career"),
    FOUNDED: form("founding"),
    MADE: form("making"),
    SUCCEEDED: form("lineage"),
    RIVALS: form("rivalry", false),
    SUPPORTS: { ...form("lineage"), descent: false },
    SPLIT_OFF: { ...form("other"), descent: true },
  },
};
const line = (start: string, type: string, end: string, properties: Properties = {}) => ({
  start,
  type,
  end,
  properties,
});
const orderOf = (...lines: ReturnType<typeof line>[]) =>
  descentsOf(lines, vocabulary).map(({ source, target }) => `${source} ${target}`);

describe("generations", () => {
  it("put founders before ventures, makers before what they made, and predecessors before successors", () => {
    expect(
      orderOf(line("ann", "FOUNDED", "firm"), line("firm", "MADE", "two"), line("two", "SUCCEEDED", "one")),
    ).toEqual(["ann firm", "firm two", "one two"]);
  });

  it("put an employer before those who went on to found something or to be elsewhere", () => {
    expect(orderOf(line("ann", "WORKS", "old"), line("ann", "FOUNDED", "firm"))).toEqual(["old ann", "ann firm"]);
    expect(orderOf(line("ann", "WORKS", "old"), line("ann", "WORKS", "new", { ongoing: true }))).toEqual([
      "old ann",
      "ann new",
    ]);
    expect(orderOf(line("ann", "WORKS", "firm"))).toEqual(["ann firm"]);
  });

  it("are told by founding, making and succession, not by work or by what something supports", () => {
    const told = (type: string) => isDescent(type, vocabulary);
    expect(["FOUNDED", "MADE", "SUCCEEDED", "SPLIT_OFF"].map(told)).toEqual([true, true, true, true]);
    expect(["WORKS", "RIVALS", "SUPPORTS", "UNKNOWN"].map(told)).toEqual([false, false, false, false]);
  });

  it("put what something was split off from before it", () => {
    expect(orderOf(line("young", "SPLIT_OFF", "old"))).toEqual(["old young"]);
  });

  it("learn nothing from rivals but where to hang what nothing else joins", () => {
    expect(orderOf(line("a", "MADE", "b"), line("b", "RIVALS", "a"))).toEqual(["a b"]);
    expect(orderOf(line("a", "MADE", "b"), line("c", "RIVALS", "b"))).toEqual(["a b", "b c"]);
  });

  it("take a node's year from who founded or made it, before anything else", () => {
    const years = yearsOf(
      [
        line("ann", "FOUNDED", "firm", { start: "2020-06", startEarliest: 20200601 }),
        line("ben", "FOUNDED", "firm", { start: "2020", startEarliest: 20200101 }),
        line("two", "SUCCEEDED", "one", { start: "2023", startEarliest: 20230101 }),
        line("ann", "WORKS", "old", { start: "1999", startEarliest: 19990101 }),
      ],
      vocabulary,
    );
    expect(Object.fromEntries(years)).toEqual({ firm: 2020, two: 2023 });
  });
});
