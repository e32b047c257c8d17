import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Columns, columnNames } from "../../schema/api.ts";
import {
  type ColumnLink,
  type ColumnStage,
  isDrawnBetween,
  limitColumns,
  placeColumns,
} from "../../scene/layouts/columns.ts";
import { orderColumns } from "../../scene/layouts/order-columns.ts";
import { keepApart } from "../../scene/layouts/column-rows.ts";

const names = (letter: string, count: number) => Array.from({ length: count }, (_, i) => `${letter}${i}`);

/** Columns of the given sizes, with lines that the numbers choose. */
function answer(sizes: readonly [number, number, number, number, number], picks: readonly number[]) {
  const [elsewhere, origins, people, destinations, ties] = ["e", "o", "p", "d", "t"].map((letter, i) =>
    names(letter, sizes[i] ?? 0),
  ) as [string[], string[], string[], string[], string[]];
  const columns: Columns = { elsewhere, origins, people, destinations, ties };
  let next = 0;
  const pick = (from: string[]) => from[(picks[next++ % picks.length] ?? 0) % from.length];
  const links: ColumnLink[] = [];
  const join = (source: string, target: string | undefined, role: ColumnLink["role"]) => {
    if (target !== undefined) links.push({ source, target, role });
  };
  for (const person of people) {
    join(person, pick(origins), "career");
    join(person, pick(destinations), (picks[next++ % picks.length] ?? 0) % 2 ? "founding" : "career");
    if ((picks[next++ % picks.length] ?? 0) % 3 === 0) join(person, pick(destinations), "career");
  }
  for (const id of elsewhere) join(pick(people) ?? id, id, "career");
  for (const id of ties) join(pick(destinations) ?? id, id, "making");
  return { columns, links };
}

const answers = fc
  .tuple(
    fc.tuple(fc.nat(12), fc.nat(2), fc.nat(14), fc.nat(6), fc.nat(12)),
    fc.array(fc.nat(1000), { minLength: 40, maxLength: 40 }),
  )
  .map(([sizes, picks]) => answer(sizes, picks));

const stage: ColumnStage = {
  width: 1100,
  height: 640,
  top: 40,
  bottom: 20,
  folded: false,
  namesAbove: false,
  leastRow: 17,
  labelWidth: (id) => 40 + id.length * 8,
  radius: () => 8,
};

describe("columns", () => {
  it("give the same order for the same answer, whatever the order of ids and lines", () => {
    fc.assert(
      fc.property(answers, ({ columns, links }) => {
        const first = orderColumns(columns, links);
        const turned = Object.fromEntries(columnNames.map((name) => [name, [...columns[name]].reverse()])) as Columns;
        const second = orderColumns(turned, [...links].reverse());
        expect([...second.height].sort()).toEqual([...first.height].sort());
      }),
      { numRuns: 25 },
    );
  });

  it("keep every row of a column apart from the next, however many there are", () => {
    fc.assert(
      fc.property(answers, ({ columns, links }) => {
        const rows = orderColumns(columns, links);
        const placed = placeColumns(columns, rows, stage);
        for (const name of columnNames) {
          const heights = columns[name].flatMap((id) => placed.get(id)?.y ?? []).sort((a, b) => a - b);
          for (let i = 1; i < heights.length; i++) {
            expect((heights[i] ?? 0) - (heights[i - 1] ?? 0)).toBeGreaterThanOrEqual(stage.leastRow - 1e-6);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it("place everything inside unit height", () => {
    fc.assert(
      fc.property(answers, ({ columns, links }) => {
        for (const height of orderColumns(columns, links).height.values()) {
          expect(height).toBeGreaterThanOrEqual(-1e-9);
          expect(height).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("change x with the text, and never the order", () => {
    const { columns, links } = answer([8, 2, 12, 4, 8], [3, 7, 1, 9, 4, 2, 8]);
    const rows = orderColumns(columns, links);
    const narrow = placeColumns(columns, rows, stage);
    const wide = placeColumns(columns, rows, { ...stage, labelWidth: () => 180 });
    for (const [id, { y }] of narrow) expect(wide.get(id)?.y).toBe(y);
    expect(wide.get("e0")?.x).not.toBe(narrow.get("e0")?.x);
  });

  it("leave the outer columns room for their widest names", () => {
    const { columns, links } = answer([5, 2, 8, 3, 5], [3, 7, 1, 9, 4, 2, 8]);
    const placed = placeColumns(columns, orderColumns(columns, links), { ...stage, labelWidth: () => 150 });
    expect(placed.get("e0")?.x).toBeGreaterThanOrEqual(150 + 30);
    expect(placed.get("t0")?.x).toBeLessThanOrEqual(stage.width - 150 - 30);
  });

  it("stand from left to right in the question's direction, on a desk and on a phone", () => {
    const { columns, links } = answer([5, 2, 8, 3, 5], [3, 7, 1, 9, 4, 2, 8]);
    const rows = orderColumns(columns, links);
    const desk = placeColumns(columns, rows, stage);
    const x = (id: string) => desk.get(id)?.x ?? NaN;
    expect([x("e0"), x("o0"), x("p0"), x("d0"), x("t0")]).toEqual(
      [x("e0"), x("o0"), x("p0"), x("d0"), x("t0")].sort((a, b) => a - b),
    );
    const phone = placeColumns(columns, rows, {
      ...stage,
      width: 360,
      height: 520,
      folded: true,
      namesAbove: true,
      leastRow: 23,
    });
    expect(phone.get("o0")?.x).toBeLessThan(phone.get("p0")?.x ?? 0);
    expect(phone.get("p0")?.x).toBeLessThan(phone.get("d0")?.x ?? 0);
    expect(phone.get("d0")?.x).toBeLessThan(360);
  });

  it("group people by what they founded", () => {
    const columns: Columns = {
      elsewhere: [],
      origins: ["o"],
      people: names("p", 6),
      destinations: ["d0", "d1"],
      ties: [],
    };
    const links: ColumnLink[] = columns.people.flatMap((id, i) => [
      { source: id, target: "o", role: "career" as const },
      { source: id, target: `d${i % 2}`, role: "founding" as const },
    ]);
    const { height } = orderColumns(columns, links);
    const order = [...columns.people].sort((a, b) => (height.get(a) ?? 0) - (height.get(b) ?? 0));
    const groups = order.map((id) => Number(id.slice(1)) % 2);
    expect(groups).toEqual([...groups].sort((a, b) => (groups[0] === 0 ? a - b : b - a)));
    const steps = order.slice(1).map((id, i) => (height.get(id) ?? 0) - (height.get(order[i] ?? "") ?? 0));
    expect(steps[2]).toBeCloseTo((steps[0] ?? 0) * 1.55, 6);
  });

  it("put the origin with more people on top", () => {
    const columns: Columns = {
      elsewhere: [],
      origins: ["few", "many"],
      people: names("p", 5),
      destinations: ["d"],
      ties: [],
    };
    const links: ColumnLink[] = columns.people.flatMap((id, i) => [
      { source: id, target: i === 0 ? "few" : "many", role: "career" as const },
      { source: id, target: "d", role: "founding" as const },
    ]);
    const { height } = orderColumns(columns, links);
    expect(height.get("many")).toBeLessThan(height.get("few") ?? 0);
  });

  it("keep the strongest of an overfull outer column, and hold the rest below it", () => {
    const { columns, links } = answer([0, 1, 6, 2, 60], [3, 7, 1, 9, 4, 2, 8]);
    const strong: ColumnLink[] = [
      { source: "d0", target: "t59", role: "making" },
      { source: "d1", target: "t59", role: "making" },
    ];
    const { kept, beyond } = limitColumns(columns, [...links, ...strong]);
    expect(kept.ties).toContain("t59");
    expect(kept.ties.length + beyond.ties.length).toBe(60);
    const placed = placeColumns(columns, orderColumns(columns, [...links, ...strong]), stage);
    const foot = Math.max(...kept.ties.map((id) => placed.get(id)?.y ?? 0));
    for (const id of beyond.ties) expect(placed.get(id)?.y).toBeGreaterThan(foot);
  });

  it("do not draw lines that jump the people", () => {
    expect(isDrawnBetween("elsewhere", "people")).toBe(true);
    expect(isDrawnBetween("people", "origins")).toBe(true);
    expect(isDrawnBetween("destinations", "origins")).toBe(false);
    expect(isDrawnBetween("people", "ties")).toBe(false);
    expect(isDrawnBetween("elsewhere", "ties")).toBe(false);
  });
});

describe("rows kept apart", () => {
  it("stay in order, inside, and as far apart as they fit", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -0.5, max: 1.5, noNaN: true }), { maxLength: 40 }),
        fc.double({ min: 0, max: 0.2, noNaN: true }),
        (heights, distance) => {
          const wanted = [...heights].sort((a, b) => a - b);
          const placed = keepApart(wanted, distance);
          const apart = Math.min(distance, 1 / Math.max(wanted.length - 1, 1));
          for (const [i, at] of placed.entries()) {
            expect(at).toBeGreaterThanOrEqual(-1e-9);
            expect(at).toBeLessThanOrEqual(1 + 1e-9);
            expect(at - (placed[i - 1] ?? -Infinity)).toBeGreaterThanOrEqual(apart - 1e-9);
          }
        },
      ),
    );
  });

  it("move nothing that is apart already", () => {
    expect(keepApart([0.1, 0.4, 0.9], 0.2)).toEqual([0.1, 0.4, 0.9].map((at) => expect.closeTo(at, 9)));
  });
});
