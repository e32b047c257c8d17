import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type GridInput, type GridNode, layGrid } from "../../scene/layouts/grid.ts";

const node = (id: string, label: string, rank = 0, width = 90): GridNode => ({
  id,
  label,
  rank,
  box: { left: -9, right: width, top: -9, bottom: 9 },
});
const input = (nodes: readonly GridNode[], more: Partial<GridInput> = {}): GridInput => ({
  nodes,
  labels: ["Person", "Company", "Chip"],
  width: 1100,
  height: 600,
  row: 22,
  ...more,
});

const anyNodes = fc
  .array(
    fc.tuple(fc.constantFrom("Chip", "Company", "Other", "Person"), fc.nat(5), fc.integer({ min: 20, max: 190 })),
    {
      minLength: 1,
      maxLength: 60,
    },
  )
  .map((rows) => rows.map(([label, rank, width], i) => node(`n${i}`, label, rank, width)));
const anyStage = fc.constantFrom({ width: 1100, height: 600 }, { width: 360, height: 480 });

describe("the grid", () => {
  it("is the same in whatever order nodes come", () => {
    fc.assert(
      fc.property(
        anyNodes.chain((nodes) =>
          fc.tuple(fc.constant(nodes), fc.shuffledSubarray(nodes, { minLength: nodes.length })),
        ),
        anyStage,
        ([nodes, shuffled], stage) => {
          expect(layGrid(input(shuffled, stage))).toEqual(layGrid(input(nodes, stage)));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("puts no mark or name over another", () => {
    fc.assert(
      fc.property(anyNodes, anyStage, (nodes, stage) => {
        const { points } = layGrid(input(nodes, stage));
        for (const a of nodes) {
          for (const b of nodes) {
            const [one, other] = [points[a.id], points[b.id]];
            if (a.id >= b.id || !one || !other) continue;
            const apart =
              Math.abs(one.y - other.y) >= 18 || one.x + a.box.right < other.x - 9 || other.x + b.box.right < one.x - 9;
            expect(apart, `${a.id} and ${b.id}`).toBe(true);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it("has a heading for each label, over the first of its nodes, in the order of the vocabulary", () => {
    fc.assert(
      fc.property(anyNodes, (nodes) => {
        const { points, guides } = layGrid(input(nodes));
        const heads = guides?.kind === "grid" ? guides.blocks : [];
        const order = ["Person", "Company", "Chip", "Other"];
        expect(heads.map(({ label }) => label)).toEqual(order.filter((label) => nodes.some((n) => n.label === label)));
        for (const { label, x, y } of heads) {
          const members = nodes.filter((each) => each.label === label).map(({ id }) => points[id]);
          expect(members.every((point) => point && point.x >= x && point.y > y)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("reads down the columns by rank, then by id", () => {
    const nodes = [node("c", "Chip", 1), node("a", "Chip", 1), node("b", "Chip", 7)];
    const { points } = layGrid(input(nodes));
    const read = nodes.toSorted((a, b) => {
      const [one, other] = [points[a.id], points[b.id]];
      return (one?.x ?? 0) - (other?.x ?? 0) || (one?.y ?? 0) - (other?.y ?? 0);
    });
    expect(read.map(({ id }) => id)).toEqual(["b", "a", "c"]);
  });

  it("leaves what is pinned where it is", () => {
    const { points } = layGrid(input([node("a", "Chip"), node("b", "Chip")], { fixed: { b: { x: 7, y: 9 } } }));
    expect(points["b"]).toEqual({ x: 7, y: 9 });
  });

  it("keeps room for each heading where thousands are seen smaller than it", () => {
    const labels = ["Person", "Company", "Chip", "Other"];
    const nodes = Array.from({ length: 6_000 }, (_, i) =>
      node(`n${i}`, labels[i % 30 === 0 ? 2 : i % 7 === 0 ? 1 : 0] ?? ""),
    );
    const { points, guides } = layGrid(input(nodes));
    const [xs, ys] = [Object.values(points).map(({ x }) => x), Object.values(points).map(({ y }) => y)];
    const zoom = Math.min(
      1100 / (Math.max(...xs) - Math.min(...xs) + 90),
      600 / (Math.max(...ys) - Math.min(...ys) + 18),
    );
    expect(zoom).toBeLessThan(0.25);
    const heads = guides?.kind === "grid" ? guides.blocks : [];
    expect(heads).toHaveLength(3);
    for (const { x, y } of heads) {
      // A heading is some 100 pixels wide and 14 high on the stage, and stands right over its block.
      const taken = { left: x, right: x + 100 / zoom, top: y + 17 - 30 / zoom, bottom: y + 17 };
      const over = nodes.filter(({ id, box }) => {
        const { x: at, y: level } = points[id] ?? { x: 0, y: 0 };
        return at > taken.left + box.left && at < taken.right && level > taken.top && level < taken.bottom;
      });
      expect(over).toEqual([]);
    }
    const rows = heads.map(({ y }) => Math.round(y));
    const beside = heads.flatMap((a, i) =>
      heads.slice(i + 1).filter((b) => rows[i] === Math.round(b.y) && Math.abs(a.x - b.x) * zoom < 100),
    );
    expect(beside).toEqual([]);
  });

  it("makes room for large marks", () => {
    const large = (id: string): GridNode => ({
      ...node(id, "Chip"),
      box: { left: -20, right: 90, top: -20, bottom: 20 },
    });
    const { points } = layGrid(input([large("a"), large("b")], { width: 200 }));
    expect(Math.abs((points["a"]?.y ?? 0) - (points["b"]?.y ?? 0))).toBeGreaterThan(40);
  });
});
