import { describe, expect, it } from "vitest";
import { clearestOf, detourOf } from "../../../client/canvas/detours.ts";
import { layWords, screenLine } from "../../../client/canvas/words.ts";
import { contains, controlPoints, pointAt } from "../../../scene/geometry.ts";
import { curveOf } from "../../../scene/lines.ts";
import { drawnOf, measure, openView, question } from "./support/view.ts";

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

  it("is bent past a name that it strikes, by no more than it must be, and else left as it is", () => {
    const own = [row(-80, 100), row(-80, 124)];
    const layers = new Map([
      ["own", own],
      ["middle", [row(160, 100), row(160, 150)]],
    ]);
    const usual = { kind: "via", bend: 0, fan: 0 } as const;
    const route = clearestOf(from, to, usual, layers, 1);
    for (const x of [153, 180, 210, 240]) {
      const { y } = pointAt(controlPoints(from, to, route), x / 400);
      for (const name of [100, 150]) expect(Math.abs(y - name)).toBeGreaterThan(7.4);
      expect(Math.abs(y - 100)).toBeLessThan(40);
    }
    expect(clearestOf(from, to, usual, new Map([["own", own]]), 1)).toBe(usual);
  });
});

describe("lines in layers", () => {
  it.each(["en", "zh-Hant"] as const)(
    "strike at most two foreign names of the alumni question in %s",
    async (language) => {
      const state = { ...question, layout: "layered" as const, language };
      const graph = await openView(state);
      const drawn = drawnOf(state, graph);
      const { appearance } = drawn;
      const { names } = layWords(drawn, measure, new Map(), null);
      expect(names).toHaveLength(graph.order);
      const struck = [...appearance.relationships].flatMap((id) => {
        const curve = curveOf(screenLine(drawn, id));
        const points = Array.from({ length: 80 }, (_, i) => pointAt(curve, (i + 0.5) / 80));
        return names
          .filter(({ id: name }) => !graph.extremities(id).includes(name))
          .filter(({ box }) =>
            points.some((point) => contains({ ...box, top: box.top + 3, bottom: box.bottom - 3 }, point)),
          )
          .map(({ id: name }) => `${id} through ${name}`);
      });
      expect(struck.slice(2)).toEqual([]);
    },
  );
});
