import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CaptionRequest, opensLeft, placeCaptions, sideOrder } from "../../scene/captions.ts";
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
  sides: ["right", "left", "below", "above"],
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

  it("have a little air between them side by side", () => {
    fc.assert(
      fc.property(crowds, (requests) => {
        const placed = placeCaptions(requests, marksOf(requests), stage);
        for (const a of placed) {
          for (const b of placed) {
            if (a.id === b.id || b.box.top >= a.box.bottom || a.box.top >= b.box.bottom) continue;
            expect(Math.max(b.box.left - a.box.right, a.box.left - b.box.right)).toBeGreaterThanOrEqual(4);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("go to the most important first", () => {
    const requests = [request("first", 100, 100), request("second", 110, 100, { sides: ["right"] })];
    expect(placeCaptions(requests, new Map(), stage).map(({ id }) => id)).toEqual(["first"]);
  });

  it("stand on a side where the stage shows them whole, and are cut only where there is none", () => {
    const nearEdge = request("near", 40, 300, { width: 200, sides: ["left", "right"] });
    expect(placeCaptions([nearEdge], new Map(), stage).map(({ side }) => side)).toEqual(["right"]);
    const oneSided = request("one-sided", 40, 300, { width: 200, sides: ["left"] });
    expect(placeCaptions([oneSided], new Map(), stage).map(({ side }) => side)).toEqual(["left"]);
  });

  it("are drawn for what is selected whatever they hit", () => {
    const requests = [
      request("one", 100, 100, { sides: ["right"] }),
      request("two", 104, 102, { sides: ["right"], forced: true }),
    ];
    expect(placeCaptions(requests, marksOf(requests), stage).map(({ id }) => id)).toContain("two");
  });

  it("of what stands out lie over faint nodes, and those of faint nodes over neither", () => {
    const requests = [
      request("bright", 100, 100, { sides: ["right"] }),
      request("faint", 150, 100, { sides: ["right"] }),
      request("behind", 220, 100, { sides: ["left"] }),
    ];
    const faint = new Set(["faint", "behind"]);
    const names = placeCaptions(requests, marksOf(requests), stage, faint).map(({ id }) => id);
    expect(names).toEqual(["bright"]);
    expect(placeCaptions(requests, marksOf(requests), stage).map(({ id }) => id)).not.toContain("bright");
  });

  it("are those of nodes in sight, with none at the edge for what lies beyond it", () => {
    const beyond = [request("left", -300, 300), request("above", 400, -12), request("right", 812, 100)];
    const requests = [...beyond, request("half", -4, 500)];
    expect(placeCaptions(requests, marksOf(requests), stage).map(({ id }) => id)).toEqual(["half"]);
  });

  it("stay inside the stage when they stand above or below", () => {
    const [placed] = placeCaptions([request("edge", 790, 300, { sides: ["above"] })], new Map(), stage);
    expect(placed?.box.right).toBeLessThanOrEqual(stage.right);
  });

  it("stand where the fewest lines leave", () => {
    const at = { x: 100, y: 100 };
    expect(sideOrder(at, [])[0]).toBe("right");
    expect(sideOrder(at, [{ x: 200, y: 110 }])[0]).toBe("left");
    expect(opensLeft(at, [{ x: 200, y: 110 }])).toBe(true);
    expect(opensLeft(at, [{ x: 0, y: 110 }])).toBe(false);
    expect(
      sideOrder(at, [
        { x: 200, y: 100 },
        { x: 0, y: 100 },
        { x: 100, y: 0 },
      ])[0],
    ).toBe("below");
  });

  it("keep the side they had where that is as good", () => {
    expect(sideOrder({ x: 0, y: 0 }, [], "left")[0]).toBe("left");
    expect(sideOrder({ x: 0, y: 0 }, [{ x: -50, y: 0 }], "left")[0]).toBe("right");
  });
});
