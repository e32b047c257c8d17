import { describe, expect, it } from "vitest";
import { cornerOf } from "../../../client/canvas/badges.ts";

const node = { x: 100, y: 100 };
const above = { left: 60, right: 140, top: 70, bottom: 96 };
const onTheLeft = { left: 20, right: 96, top: 88, bottom: 112 };

describe("the sign of what the sources disagree on, beside a name's mark", () => {
  it("stands above on the left", () => {
    expect(cornerOf(node, 10, [])).toEqual({ x: 90, y: 90 });
  });

  it("stands below where the name stands above", () => {
    expect(cornerOf(node, 10, [above])).toEqual({ x: 90, y: 110 });
  });

  it("stands on the right where the name stands on the left", () => {
    expect(cornerOf(node, 10, [onTheLeft])).toEqual({ x: 110, y: 90 });
  });

  it("stands above on the left where words are all around", () => {
    expect(cornerOf(node, 10, [above, onTheLeft, { left: 60, right: 140, top: 60, bottom: 140 }])).toEqual({
      x: 90,
      y: 90,
    });
  });
});
