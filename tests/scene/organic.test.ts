import { describe, expect, it } from "vitest";
import { overlaps, shift } from "../../scene/geometry.ts";
import { seededRandom } from "../../scene/random.ts";
import { type OrganicInput, layOrganic, stepsFor } from "../../scene/layouts/organic.ts";

function network(nodes: number, seed = 1): OrganicInput {
  const random = seededRandom(seed);
  const box = { left: -8, right: 70, top: -9, bottom: 9 };
  const ids = Array.from({ length: nodes }, (_, i) => `n${i}`);
  return {
    nodes: ids.map((id) => ({ id, radius: 7, box })),
    links: ids.slice(1).map((id, i) => ({ source: id, target: `n${Math.floor(random() * (i + 1))}` })),
    width: 1080,
    height: 640,
    margin: { top: 48, right: 120, bottom: 48, left: 60 },
  };
}

describe("a drawing by forces", () => {
  it("is the same for the same input, whatever its order", () => {
    const input = network(40);
    const turned = { ...input, nodes: [...input.nodes].reverse(), links: [...input.links].reverse() };
    expect(layOrganic(turned)).toEqual(layOrganic(input));
  });

  it("leaves no mark or name over another where there is room", () => {
    const positions = Object.values(layOrganic(network(50)));
    const boxes = positions.map((at) => shift({ left: -8, right: 8, top: -9, bottom: 9 }, at));
    for (const [i, own] of boxes.entries()) {
      for (const other of boxes.slice(i + 1)) expect(overlaps(own, other)).toBe(false);
    }
  });

  it("stays on the stage", () => {
    for (const { x, y } of Object.values(layOrganic(network(50)))) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(1080);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(640);
    }
  });

  it("leaves what is pinned where it is", () => {
    const pinned = { n3: { x: 333, y: 222 } };
    expect(layOrganic({ ...network(20), fixed: pinned })["n3"]).toEqual(pinned.n3);
  });

  it("places one node, two nodes and none", () => {
    expect(layOrganic(network(0))).toEqual({});
    const [only] = Object.values(layOrganic(network(1)));
    expect([only?.x, only?.y].every(Number.isFinite)).toBe(true);
    const pair = Object.values(layOrganic(network(2)));
    expect(Math.hypot((pair[0]?.x ?? 0) - (pair[1]?.x ?? 0), (pair[0]?.y ?? 0) - (pair[1]?.y ?? 0))).toBeGreaterThan(
      30,
    );
  });

  it("sets what no line joins in rows at the foot, below the rest", () => {
    const input = network(20);
    const alone = ["x1", "x2", "x3"].map((id) => ({ id, radius: 7, box: { left: -8, right: 70, top: -9, bottom: 9 } }));
    const positions = layOrganic({ ...input, nodes: [...alone, ...input.nodes] });
    const [first, second, third] = alone.map(({ id }) => positions[id]);
    expect(first?.y).toBe(second?.y);
    expect(third?.y).toBe(second?.y);
    expect((second?.x ?? 0) - (first?.x ?? 0)).toBeGreaterThan(78);
    const lowest = Math.max(...input.nodes.map(({ id }) => positions[id]?.y ?? 0));
    expect(first?.y).toBeGreaterThan(lowest);
  });

  it("stands upright on an upright stage", () => {
    const chain = network(9);
    const links = chain.nodes.slice(1).map(({ id }, i) => ({ source: `n${i}`, target: id }));
    const extent = (width: number, height: number) => {
      const all = Object.values(layOrganic({ ...chain, links, width, height }));
      const range = (values: number[]) => Math.max(...values) - Math.min(...values);
      return { x: range(all.map(({ x }) => x)), y: range(all.map(({ y }) => y)) };
    };
    const level = extent(1080, 640);
    const upright = extent(390, 560);
    expect(level.x).toBeGreaterThan(level.y);
    expect(upright.y).toBeGreaterThan(upright.x);
  });

  it("lets a few nodes use the stage", () => {
    const all = Object.values(layOrganic(network(8)));
    const wide = Math.max(...all.map(({ x }) => x)) - Math.min(...all.map(({ x }) => x));
    expect(wide).toBeGreaterThan(480);
  });

  it("takes fewer steps the larger it is", () => {
    expect(stepsFor(60)).toBe(600);
    expect(stepsFor(3000)).toBeLessThan(stepsFor(500));
    expect(stepsFor(100_000)).toBeGreaterThanOrEqual(30);
  });
});
