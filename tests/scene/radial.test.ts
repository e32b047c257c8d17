import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LaidNode } from "../../scene/layouts/laid.ts";
import { type RadialInput, layRadial } from "../../scene/layouts/radial.ts";
import { growTree } from "../../scene/layouts/radial-tree.ts";

const node = (id: string, width = 90, rank = 0): LaidNode => ({
  id,
  rank,
  box: { left: -9, right: width, top: -9, bottom: 9 },
});
const input = (nodes: readonly LaidNode[], links: RadialInput["links"], around: readonly string[]): RadialInput => ({
  nodes,
  links,
  around,
  width: 1100,
  height: 640,
  row: 22,
});
const link = (source: string, target: string) => ({ source, target });

/** Any links among up to a hundred nodes, circles and loose ends included, around one or two of them. */
const anyInput = fc
  .tuple(
    fc.array(fc.integer({ min: 20, max: 190 }), { minLength: 1, maxLength: 100 }),
    fc.array(fc.tuple(fc.nat(99), fc.nat(99)), { maxLength: 160 }),
    fc.uniqueArray(fc.nat(99), { maxLength: 2 }),
  )
  .map(([widths, pairs, around]) =>
    input(
      widths.map((width, i) => node(`n${i}`, width, i % 7)),
      pairs.filter(([a, b]) => a < widths.length && b < widths.length).map(([a, b]) => link(`n${a}`, `n${b}`)),
      around.filter((i) => i < widths.length).map((i) => `n${i}`),
    ),
  );

const ringsOf = (given: RadialInput) => {
  const { points, guides } = layRadial(given);
  if (guides?.kind !== "radial") throw new Error("Rings have guides.");
  return { points, ...guides };
};

/** Where a name lies: outward of its mark. */
function nameBox({ box }: LaidNode, { x, y }: { x: number; y: number }, middle: number) {
  const isLeft = x < middle;
  return {
    left: isLeft ? x - box.right : x + box.left,
    right: isLeft ? x - box.left : x + box.right,
    top: y + box.top,
    bottom: y + box.bottom,
  };
}

describe("rings", () => {
  it("are the same in whatever order nodes, links and the middle come", () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const turned = {
          ...given,
          nodes: given.nodes.toReversed(),
          links: given.links.toReversed().map(({ source, target }) => link(target, source)),
          around: given.around.toReversed(),
        };
        expect(layRadial(turned)).toEqual(layRadial(given));
      }),
      { numRuns: 40 },
    );
  });

  it("put no name over a mark or another name", () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const { points, at } = ringsOf(given);
        const tree = growTree(given.nodes, given.links, given.around);
        const outside = given.nodes.filter(
          ({ id }) => given.around.length > 0 && tree.levels.slice(1).flat().includes(id),
        );
        const boxes = outside.map((each) => nameBox(each, points[each.id] ?? { x: 0, y: 0 }, at.x));
        for (const [i, a] of boxes.entries()) {
          for (const b of boxes.slice(i + 1)) {
            const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
            expect(apart).toBe(true);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it("hold what is so many steps away, each on its own and beyond the ring before", () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        if (given.around.length === 0) return;
        const { points, at, rings } = ringsOf(given);
        const { levels } = growTree(given.nodes, given.links, given.around);
        expect(rings).toHaveLength(levels.length - 1);
        const how = (id: string, ring: number) => {
          const { rx, ry } = rings[ring] ?? { rx: 1, ry: 1 };
          const { x, y } = points[id] ?? at;
          return Math.hypot((x - at.x) / rx, (y - at.y) / ry);
        };
        for (const [k, level] of levels.slice(1).entries()) {
          for (const id of level) {
            expect(how(id, k)).toBeGreaterThan(0.999);
            expect(k + 1 < rings.length ? how(id, k + 1) : 0).toBeLessThan(1);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it("leave what is pinned where it is, and set under them what no way leads to", () => {
    const given = input(
      ["a", "b", "c", "loose"].map((id) => node(id)),
      [link("a", "b"), link("a", "c")],
      ["a"],
    );
    const { points, unreached, at, rings } = ringsOf({ ...given, fixed: { b: { x: 7, y: 9 } } });
    expect(points["b"]).toEqual({ x: 7, y: 9 });
    expect(points["loose"]?.y).toBeGreaterThan(at.y + (rings.at(-1)?.ry ?? 0));
    expect(unreached?.y).toBeLessThan(points["loose"]?.y ?? 0);
  });

  it("keep what is reached through a node together", () => {
    const spokes = ["p", "q", "r", "s"];
    const leaves = spokes.flatMap((spoke) => ["1", "2", "3"].map((i) => [spoke, `${spoke}${i}`] as const));
    const given = input(
      ["m", ...spokes, ...leaves.map(([, leaf]) => leaf)].map((id) => node(id)),
      [...spokes.map((spoke) => link("m", spoke)), ...leaves.map(([spoke, leaf]) => link(spoke, leaf))],
      ["m"],
    );
    const { points, at } = ringsOf(given);
    const angle = (id: string) => Math.atan2((points[id]?.y ?? 0) - at.y, (points[id]?.x ?? 0) - at.x);
    const around = leaves.map(([, leaf]) => leaf).toSorted((a, b) => angle(a) - angle(b));
    const changes = around.filter((leaf, i) => leaf[0] !== (around.at(i - 1) ?? "")[0]);
    expect(changes).toHaveLength(spokes.length);
  });

  it("have fewer crossings than sectors in order of id", () => {
    // A path around the middle, whose ids are far from their order along it.
    const order = [0, 5, 2, 7, 4, 1, 6, 3, 8];
    const ids = order.map((i) => `n${i}`);
    const given = input(
      ["m", ...ids].map((id) => node(id)),
      [...ids.map((id) => link("m", id)), ...ids.slice(1).map((id, i) => link(ids[i] ?? "", id))],
      ["m"],
    );
    const { points, at } = ringsOf(given);
    const angle = (id: string) => Math.atan2((points[id]?.y ?? 0) - at.y, (points[id]?.x ?? 0) - at.x);
    const around = ids.toSorted((a, b) => angle(a) - angle(b));
    const far = ids.slice(1).map((id, i) => {
      const steps = Math.abs(around.indexOf(id) - around.indexOf(ids[i] ?? ""));
      return Math.min(steps, ids.length - steps);
    });
    expect(far.reduce((sum, each) => sum + each, 0)).toBeLessThan(20);
  });

  it("of three hundred names lie flat enough to be seen as a whole", () => {
    const inner = Array.from({ length: 12 }, (_, i) => `a${i}`);
    const outer = Array.from({ length: 288 }, (_, i) => `b${i}`);
    const given = input(
      ["hub", ...inner, ...outer].map((id) => node(id, 140)),
      [...inner.map((id) => link("hub", id)), ...outer.map((id, i) => link(`a${i % 12}`, id))],
      ["hub"],
    );
    const { rings } = ringsOf(given);
    const last = rings.at(-1);
    const needed = Math.max((2 * (last?.rx ?? 0)) / given.width, (2 * (last?.ry ?? 0)) / given.height);
    expect(needed).toBeLessThan(1.1);
  });
});
