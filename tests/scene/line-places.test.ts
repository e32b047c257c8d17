import { describe, expect, it } from "vitest";
import { controlPoints, overlaps } from "../../scene/geometry.ts";
import { isAtOwn, middlePlaces, pathOf } from "../../scene/line-places.ts";

const from = { x: 0, y: 0 };
const arc = (to: { x: number; y: number }, bend = 0) => pathOf(controlPoints(from, to, { kind: "arc", bend, fan: 0 }));

describe("places for words in the middle of a line", () => {
  it("lie on a steep line, and above or below a level one", () => {
    const [on] = middlePlaces(arc({ x: 20, y: 300 }), 60, 14);
    expect([on?.left, on?.top]).toEqual([expect.closeTo(-20, 0), expect.closeTo(143, 0)]);
    const [above, below] = middlePlaces(arc({ x: 300, y: 0 }), 60, 14);
    expect(above?.bottom).toBeLessThan(0);
    expect(below?.top).toBeGreaterThan(0);
  });

  it("lie on a slanting line that is long, where words beside it would touch it with a corner alone", () => {
    const [on] = middlePlaces(arc({ x: 400, y: 120 }), 180, 14);
    expect(on).toMatchObject({ top: expect.closeTo(53, 0), bottom: expect.closeTo(67, 0) });
  });

  it("touch their line wherever they stand", () => {
    for (const path of [arc({ x: 400, y: 60 }, 0.3), arc({ x: 300, y: 0 }, -0.2), arc({ x: 90, y: 200 }, 0.5)]) {
      const places = middlePlaces(path, 80, 14);
      expect(places.length).toBeGreaterThan(8);
      expect(places.filter((box) => !isAtOwn(box, path, []))).toEqual([]);
    }
  });
});

describe("words of a line", () => {
  it("are not at it where they are as near to another", () => {
    const path = arc({ x: 300, y: 0 });
    const [above, below] = middlePlaces(path, 60, 14);
    const upper = path.map(({ x, y }) => ({ x, y: y - 8 }));
    expect(above && isAtOwn(above, path, [upper])).toBe(false);
    expect(below && isAtOwn(below, path, [upper])).toBe(true);
    expect(above && isAtOwn(above, upper, [path])).toBe(false);
  });

  it("are not at it where they are far from it", () => {
    const path = arc({ x: 300, y: 0 });
    expect(isAtOwn({ left: 100, right: 160, top: -40, bottom: -26 }, path, [])).toBe(false);
  });

  it("stand left and right of two steep lines that run close together", () => {
    const path = arc({ x: 120, y: 160 });
    const other = path.map(({ x, y }) => ({ x: x + 12, y }));
    const first = middlePlaces(path, 60, 14).find((box) => isAtOwn(box, path, [other]));
    const second = middlePlaces(other, 60, 14).find((box) => isAtOwn(box, other, [path]));
    expect(first?.right).toBeLessThan(second?.left ?? 0);
  });

  it("find room each on its own of several bowed lines between two names", () => {
    const paths = [-0.3, -0.1, 0.1, 0.3].map((bend) => arc({ x: 420, y: 60 }, bend));
    const boxes = paths.map((path) =>
      middlePlaces(path, 130, 14).find((box) =>
        isAtOwn(
          box,
          path,
          paths.filter((other) => other !== path),
        ),
      ),
    );
    for (const [i, box] of boxes.entries()) {
      expect(box).toBeDefined();
      expect(boxes.slice(0, i).some((other) => box && other && overlaps(box, other))).toBe(false);
    }
  });
});
