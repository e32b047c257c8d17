import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { controlPoints, isInside, linesCross, pointAt, strikes } from "../../scene/geometry.ts";
import { hash, seededRandom, shuffled } from "../../scene/random.ts";

describe("curves", () => {
  const from = { x: 0, y: 0 };
  const to = { x: 200, y: 100 };

  it("begin and end at their ends", () => {
    for (const kind of ["arc", "s", "bracket", "via"] as const) {
      const points = controlPoints(from, to, { kind, bend: kind === "arc" || kind === "via" ? 0.3 : 20, fan: 0 });
      expect(pointAt(points, 0)).toEqual(from);
      expect(pointAt(points, 1)).toEqual(to);
    }
  });

  it("leave and arrive level between columns, and stay level past longer names", () => {
    const plain = controlPoints(from, to, { kind: "s", bend: 0, fan: 0 });
    const level = controlPoints(from, to, { kind: "s", bend: 150, fan: 0 });
    expect([plain[1].y, plain[2].y]).toEqual([0, 100]);
    expect(pointAt(level, 0.3).y / pointAt(level, 0.3).x).toBeLessThan(pointAt(plain, 0.3).y / pointAt(plain, 0.3).x);
  });

  it("are mirrored when their ends are exchanged between columns", () => {
    const there = controlPoints(from, to, { kind: "s", bend: 120, fan: 0 });
    const back = controlPoints(to, from, { kind: "s", bend: 120, fan: 0 });
    expect(pointAt(back, 0.25)).toEqual({
      x: expect.closeTo(pointAt(there, 0.75).x),
      y: expect.closeTo(pointAt(there, 0.75).y),
    });
  });

  it("run straight without a bend, and beside each other with a fan", () => {
    const straight = controlPoints(from, to, { kind: "arc", bend: 0, fan: 0 });
    expect(pointAt(straight, 0.5)).toEqual({ x: expect.closeTo(100), y: expect.closeTo(50) });
    const beside = controlPoints(from, to, { kind: "s", bend: 0, fan: 5 });
    expect(beside[0].y).toBe(5);
  });
});

describe("straight lines", () => {
  it("cross only between their ends", () => {
    const across = [
      { x: 0, y: 0 },
      { x: 10, y: 10 },
    ] as const;
    expect(
      linesCross(across, [
        { x: 0, y: 10 },
        { x: 10, y: 0 },
      ]),
    ).toBe(true);
    expect(
      linesCross(across, [
        { x: 10, y: 10 },
        { x: 20, y: 0 },
      ]),
    ).toBe(false);
  });

  it("strike a box that they pass through", () => {
    const box = { left: 4, right: 6, top: 4, bottom: 6 };
    expect(strikes({ x: 0, y: 0 }, { x: 10, y: 10 }, box)).toBe(true);
    expect(strikes({ x: 0, y: 0 }, { x: 10, y: 1 }, box)).toBe(false);
    expect(strikes({ x: 0, y: 0 }, { x: 3, y: 3 }, box)).toBe(false);
  });
});

describe("random numbers", () => {
  it("depend on the seed alone", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const [a, b] = [seededRandom(seed), seededRandom(seed)];
        for (let i = 0; i < 20; i++) {
          const value = a();
          expect(value).toBe(b());
          expect(value >= 0 && value < 1).toBe(true);
        }
      }),
    );
  });

  it("shuffle without losing or adding", () => {
    expect(shuffled([1, 2, 3, 4, 5], seededRandom(hash("x"))).sort()).toEqual([1, 2, 3, 4, 5]);
  });
});

describe("a polygon", () => {
  const square = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 10, y: 10 },
    { x: 0, y: 10 },
  ];

  it("holds the points that no line parts from its inside, whichever way round it is drawn", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -5, max: 15, noNaN: true }),
        fc.double({ min: -5, max: 15, noNaN: true }),
        (x, y) => {
          fc.pre(![0, 10].includes(x) && ![0, 10].includes(y));
          const expected = x > 0 && x < 10 && y > 0 && y < 10;
          expect(isInside({ x, y }, square)).toBe(expected);
          expect(isInside({ x, y }, square.toReversed())).toBe(expected);
        },
      ),
    );
  });

  it("holds nothing where it has no extent", () => {
    expect(isInside({ x: 0, y: 0 }, [])).toBe(false);
    expect(
      isInside({ x: 1, y: 1 }, [
        { x: 0, y: 0 },
        { x: 5, y: 5 },
      ]),
    ).toBe(false);
  });
});
