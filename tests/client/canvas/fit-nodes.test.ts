import { describe, expect, it } from "vitest";
import { placeThatShows } from "../../../client/canvas/fit-nodes.ts";

const stage = { width: 1000, height: 600 };

describe("the camera that shows some nodes alone", () => {
  it("stands amid them, and far enough for all", () => {
    const place = placeThatShows(
      [
        { x: 0, y: 0 },
        { x: 2960, y: 100 },
      ],
      stage,
      0,
    );
    expect(place).toEqual({ x: 1480, y: 50, ratio: 4 });
  });

  it("goes no nearer to one than leaves its surroundings in sight", () => {
    expect(placeThatShows([{ x: 70, y: 80 }], stage, 0)?.ratio).toBe(0.5);
  });

  it("keeps to what a panel leaves of the stage", () => {
    const place = placeThatShows([{ x: 70, y: 80 }], stage, 200);
    // The middle of the free part lies 100 pixels of the screen above that of the stage.
    expect(place).toEqual({ x: 70, y: 130, ratio: 0.5 });
  });

  it("stays where it is when there are none", () => {
    expect(placeThatShows([], stage, 0)).toBe(null);
  });

  it("is found for ten thousand", () => {
    const many = Array.from({ length: 200_000 }, (_, i) => ({ x: i / 1000, y: 0 }));
    expect(placeThatShows(many, stage, 0)?.x).toBeCloseTo(100, 0);
  });
});
