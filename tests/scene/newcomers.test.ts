import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Box, overlaps, shift } from "../../scene/geometry.ts";
import { mirrored, opensLeft } from "../../scene/captions.ts";
import { type Newcomer, placeBeside } from "../../scene/layouts/newcomers.ts";

const box: Box = { left: -7, right: 90, top: -9, bottom: 9 };
const stage: Box = { left: 0, top: 0, right: 1000, bottom: 640 };
const newcomers = (count: number): Newcomer[] =>
  Array.from({ length: count }, (_, i) => ({ id: `n${i}`, box, known: [] }));
const points = fc.record({ x: fc.integer({ min: 0, max: 1000 }), y: fc.integer({ min: 0, max: 640 }) });

const crowd = fc.record({
  hub: points,
  others: fc.array(points, { maxLength: 40 }),
  count: fc.integer({ min: 1, max: 12 }),
});

describe("newcomers", () => {
  it("never overlap what is placed, nor each other", () => {
    fc.assert(
      fc.property(crowd, ({ hub, others, count }) => {
        const taken = [hub, ...others].map((at) => shift(box, at));
        const placed = placeBeside({
          hub,
          hubName: null,
          neighbors: others,
          taken,
          marks: [],
          lines: others.map((at) => [hub, at] as const),
          stage,
          newcomers: newcomers(count),
        });
        const boxes = [...placed.values()].map((at) => shift(opensLeft(at, [hub]) ? mirrored(box) : box, at));
        for (const [i, own] of boxes.entries()) {
          for (const other of taken) expect(overlaps(own, other)).toBe(false);
          for (const other of boxes.slice(i + 1)) expect(overlaps(own, other)).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("find the same slots every time", () => {
    const input = {
      hub: { x: 400, y: 300 },
      hubName: null,
      neighbors: [{ x: 300, y: 300 }],
      taken: [],
      marks: [],
      lines: [],
      stage,
    };
    const place = () => [...placeBeside({ ...input, newcomers: newcomers(10) })];
    expect(place()).toEqual(place());
  });

  it("start away from the neighbors that are there", () => {
    const placed = placeBeside({
      hub: { x: 500, y: 300 },
      hubName: null,
      neighbors: [{ x: 300, y: 300 }],
      taken: [],
      marks: [],
      lines: [],
      stage,
      newcomers: newcomers(1),
    });
    expect(placed.get("n0")).toEqual({ x: expect.closeTo(554), y: expect.closeTo(300) });
  });

  it("all find a slot beside a hub of ten, and those of a packed stage are left out", () => {
    const around = Array.from({ length: 10 }, (_, i) => ({ x: 500 + 150 * Math.cos(i), y: 320 + 150 * Math.sin(i) }));
    const input = {
      hub: { x: 500, y: 320 },
      hubName: null,
      neighbors: around,
      marks: [],
      lines: [],
      stage,
      newcomers: newcomers(20),
    };
    expect(placeBeside({ ...input, taken: around.map((at) => shift(box, at)) }).size).toBe(20);
    expect(placeBeside({ ...input, taken: [stage] }).size).toBe(0);
  });

  it("keep off a disc that lies on their way", () => {
    const mark = { left: 440, right: 460, top: 290, bottom: 310 };
    const placed = placeBeside({
      hub: { x: 400, y: 300 },
      hubName: null,
      neighbors: [{ x: 300, y: 300 }],
      taken: [mark],
      marks: [mark],
      lines: [],
      stage,
      newcomers: newcomers(1),
    });
    const { x, y } = placed.get("n0") ?? { x: 0, y: 0 };
    const rise = Math.abs((y - 300) / (x - 400));
    expect(x < 400 || rise * 40 > 9).toBe(true);
  });
});
