import { describe, expect, it } from "vitest";
import {
  frameOf,
  fromPicture,
  isPartly,
  pictureSize,
  scalingOf,
  toPicture,
} from "../../../client/canvas/overview-scale.ts";

const whole = { left: -400, right: 3600, top: 100, bottom: 2100 };

describe("the whole drawing in small", () => {
  const scaling = scalingOf(whole);

  it("has all of it, in its middle", () => {
    const [first, last] = [
      toPicture(scaling, { x: whole.left, y: whole.top }),
      toPicture(scaling, { x: whole.right, y: whole.bottom }),
    ];
    expect(first.x + last.x).toBeCloseTo(pictureSize.width);
    expect(first.y + last.y).toBeCloseTo(scaling.height, 0);
    expect(Math.min(first.x, first.y)).toBeGreaterThan(0);
  });

  it("is no higher than it may be for what is high", () => {
    expect(scalingOf({ left: 0, right: 10, top: 0, bottom: 5000 }).height).toBe(pictureSize.most);
  });

  it("leads back to the place that is pointed at", () => {
    const back = fromPicture(scaling, toPicture(scaling, { x: 1234, y: 567 }));
    expect(back.x).toBeCloseTo(1234);
    expect(back.y).toBeCloseTo(567);
  });

  it("frames what is seen of it, and no more than itself", () => {
    const seen = frameOf(scaling, { left: 1600, right: 9000, top: -9000, bottom: 1100 });
    expect(seen.left).toBeCloseTo(pictureSize.width / 2);
    expect(seen).toMatchObject({ right: pictureSize.width, top: 0 });
  });

  it("is wanted while something of it lies out of sight", () => {
    expect(isPartly(whole, { ...whole, right: 3000 })).toBe(true);
    expect(isPartly(whole, { left: -500, right: 4000, top: 0, bottom: 2200 })).toBe(false);
  });
});
