import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CaptionRequest, opensLeft, placeCaptions, sidesFor } from "../../scene/captions.ts";
import { boxAround, overlaps } from "../../scene/geometry.ts";

const stage = { left: 0, top: 0, right: 800, bottom: 600 };

const request = (id: string, x: number, y: number, more: Partial<CaptionRequest> = {}): CaptionRequest => ({
  id,
  x,
  y,
  radius: 7,
  width: 80,
  height: 16,
  gap: 6,
  sides: sidesFor(undefined, undefined),
  forced: false,
  ...more,
});
const marksOf = (requests: readonly CaptionRequest[]) =>
  new Map(requests.map(({ id, x, y, radius }) => [id, boxAround({ x, y }, radius * 2, radius * 2)]));

const crowds = fc
  .array(
    fc.record({
      x: fc.integer({ min: 0, max: 800 }),
      y: fc.integer({ min: 0, max: 600 }),
      width: fc.integer({ min: 10, max: 180 }),
    }),
    {
      maxLength: 80,
    },
  )
  .map((nodes) => nodes.map(({ x, y, width }, i) => request(`n${i}`, x, y, { width })));

describe("names", () => {
  it("never lie over one another or over another node", () => {
    fc.assert(
      fc.property(crowds, (requests) => {
        const marks = marksOf(requests);
        const placed = placeCaptions(requests, marks, stage);
        for (const [i, { id, box }] of placed.entries()) {
          for (const other of placed.slice(i + 1)) expect(overlaps(box, other.box)).toBe(false);
          const struck = [...marks].filter(([node, mark]) => node !== id && overlaps(box, mark));
          expect(struck).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("go to the most important first", () => {
    const requests = [request("first", 100, 100), request("second", 110, 100, { sides: ["right"] })];
    expect(placeCaptions(requests, new Map(), stage).map(({ id }) => id)).toEqual(["first"]);
  });

  it("are drawn for what is selected whatever they hit", () => {
    const requests = [
      request("one", 100, 100, { sides: ["right"] }),
      request("two", 104, 102, { sides: ["right"], forced: true }),
    ];
    expect(placeCaptions(requests, marksOf(requests), stage).map(({ id }) => id)).toContain("two");
  });

  it("stay inside the stage when they stand above or below", () => {
    const [placed] = placeCaptions([request("edge", 790, 300, { sides: ["above"] })], new Map(), stage);
    expect(placed?.box.right).toBeLessThanOrEqual(stage.right);
  });

  it("keep the side they had, and only the fixed one in columns", () => {
    expect(sidesFor(undefined, "below")).toEqual(["below", "right", "left", "above"]);
    expect(sidesFor("left", "below")).toEqual(["left"]);
  });

  it("turn left where all lines come from the right", () => {
    const at = { x: 100, y: 100 };
    expect(opensLeft(at, [{ x: 200, y: 50 }])).toBe(true);
    expect(
      opensLeft(at, [
        { x: 200, y: 50 },
        { x: 20, y: 50 },
      ]),
    ).toBe(false);
    expect(opensLeft(at, [])).toBe(false);
  });
});
