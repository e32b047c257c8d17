import { describe, expect, it } from "vitest";
import { detourOf } from "../../../client/canvas/detours.ts";
import { controlPoints, pointAt } from "../../../scene/geometry.ts";

const row = (x: number, y: number) => ({ x, y, right: x + 80 });
const from = { x: 0, y: 100 };
const to = { x: 400, y: 100 };

describe("a long line in layers", () => {
  it("passes between the names of a layer on its way, and is the same from either end", () => {
    const layers = new Map([["middle", [row(160, 76), row(160, 100), row(160, 140)]]]);
    const there = detourOf(from, to, layers, 1);
    const back = detourOf(to, from, layers, 1);
    if (!there || !back) throw new Error("There is a layer between, so there is a detour.");
    for (const x of [160, 200, 240]) {
      const { y } = pointAt(controlPoints(from, to, there), x / 400);
      for (const name of [76, 100, 140]) expect(Math.abs(y - name)).toBeGreaterThan(7);
      expect(pointAt(controlPoints(to, from, back), 1 - x / 400).y).toBeCloseTo(y);
    }
  });

  it("needs no detour where no layer lies between", () => {
    expect(
      detourOf(
        from,
        to,
        new Map([
          ["own", [row(0, 100)]],
          ["other", [row(400, 100)]],
        ]),
        1,
      ),
    ).toBeNull();
  });
});
