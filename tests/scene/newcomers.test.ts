import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Box, contains, overlaps, shift, strikes } from "../../scene/geometry.ts";
import { mirrored, sideOrder } from "../../scene/captions.ts";
import type { Newcomer } from "../../scene/layouts/newcomer-costs.ts";
import { placeBeside } from "../../scene/layouts/newcomers.ts";

const box: Box = { left: -7, right: 90, top: -9, bottom: 9 };
const upright: Box = { left: -49, right: 49, top: -26, bottom: 26 };
const boxes = { right: box, left: mirrored(box), below: upright, above: upright };
const stage: Box = { left: 0, top: 0, right: 1000, bottom: 640 };
const newcomers = (count: number): Newcomer[] =>
  Array.from({ length: count }, (_, i) => ({ id: `n${i}`, boxes, known: [] }));
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
        const covered = [...placed.values()].map((at) => shift(boxes[sideOrder(at, [hub])[0] ?? "right"], at));
        for (const [i, own] of covered.entries()) {
          for (const other of taken) expect(overlaps(own, other)).toBe(false);
          for (const other of covered.slice(i + 1)) expect(overlaps(own, other)).toBe(false);
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

  it("stand so that their lines to a hub between two columns strike hardly any name of each other", () => {
    const hub = { x: 420, y: 300 };
    const column = (x: number) => Array.from({ length: 12 }, (_, i) => ({ x, y: 60 + i * 46 }));
    const [before, after] = [column(180), column(640)];
    const taken = [
      shift({ left: -14, right: 14, top: -14, bottom: 14 }, hub),
      ...before.map((at) => shift(mirrored(box), at)),
      ...after.map((at) => shift(box, at)),
    ];
    const placed = placeBeside({
      hub,
      hubName: null,
      neighbors: after,
      taken,
      marks: [],
      lines: after.map((at) => [hub, at] as const),
      stage,
      newcomers: newcomers(20),
    });
    expect(placed.size).toBe(20);
    const covered = [...placed].map(([id, at]) => ({ id, box: shift(boxes[sideOrder(at, [hub])[0] ?? "right"], at) }));
    const struck = [...placed].flatMap(([id, at]) =>
      covered.filter((other) => other.id !== id && strikes(hub, at, other.box)).map((other) => `${id} ${other.id}`),
    );
    expect(struck.length).toBeLessThanOrEqual(3);
  });

  it("go beyond the usual rings only within the stage", () => {
    const hub = { x: 500, y: 320 };
    const placed = placeBeside({
      hub,
      hubName: null,
      neighbors: [],
      taken: [],
      marks: [],
      lines: [],
      stage,
      newcomers: newcomers(40),
    });
    for (const at of placed.values())
      expect(Math.hypot(at.x - hub.x, at.y - hub.y) <= 231 || contains(stage, at)).toBe(true);
  });
});
