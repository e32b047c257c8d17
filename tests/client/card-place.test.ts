import { describe, expect, it } from "vitest";
import { type Box, overlaps } from "../../scene/geometry.ts";
import { placeCard, placeMenu } from "../../client/panels/stage/card-place.ts";

const stage = { left: 0, right: 1000, top: 0, bottom: 600 };
const size = { width: 300, height: 160 };

/** A mark with its name on the right, the pointer on the mark. */
const subjectAt = (x: number, y: number) => ({
  subject: [
    { left: x - 12, right: x + 12, top: y - 12, bottom: y + 12 },
    { left: x + 16, right: x + 140, top: y - 9, bottom: y + 9 },
  ],
  pointer: { x, y },
});

const boxOf = (at: { x: number; y: number } | null): Box | null =>
  at && { left: at.x, right: at.x + size.width, top: at.y, bottom: at.y + size.height };

describe("the card beside what the pointer rests on", () => {
  it("stands after the name where there is room", () => {
    expect(placeCard({ ...size, ...subjectAt(200, 300), stage })).toEqual({ x: 350, y: 276 });
  });

  it("stands before the mark where the stage ends after the name", () => {
    expect(placeCard({ ...size, ...subjectAt(800, 300), stage })?.x).toBeLessThan(800 - 300);
  });

  it("never covers the name, the mark or the pointer, and stays on the stage", () => {
    const faults: string[] = [];
    for (let x = 20; x < 1000; x += 35)
      for (let y = 20; y < 600; y += 35) {
        const about = subjectAt(x, y);
        const box = boxOf(placeCard({ ...size, ...about, stage }));
        const tip = { left: x - 6, right: x + 6, top: y - 6, bottom: y + 6 };
        const isFree =
          box === null ||
          (![...about.subject, tip].some((other) => overlaps(box, other)) &&
            box.left >= 0 &&
            box.right <= stage.right &&
            box.top >= 0 &&
            box.bottom <= stage.bottom);
        if (!isFree) faults.push(`${x},${y}`);
      }
    expect(faults).toEqual([]);
  });

  it("stands under a line rather than along it", () => {
    expect(placeCard({ ...size, subject: [], pointer: { x: 400, y: 200 }, stage })?.y).toBeGreaterThan(200);
  });

  it("is left out where it has no room", () => {
    const narrow = { ...stage, right: 330, bottom: 170 };
    expect(placeCard({ ...size, ...subjectAt(100, 80), stage: narrow })).toBe(null);
  });
});

describe("the menu that is asked for by keys", () => {
  const window = { width: 1000, height: 600 };
  const menu = { width: 220, height: 400 };
  const name = (x: number, y: number): Box => ({ left: x - 12, right: x + 140, top: y - 12, bottom: y + 12 });

  it("stands right after the name, or before its mark where there is no room", () => {
    expect(placeMenu(menu, name(300, 100), window)).toEqual({ x: 450, y: 88 });
    expect(placeMenu(menu, name(800, 100), window)).toEqual({ x: 800 - 12 - 10 - 220, y: 88 });
  });

  it("stays in the window and off the name", () => {
    for (let x = 0; x <= 860; x += 43) {
      for (let y = 20; y <= 580; y += 56) {
        const at = placeMenu(menu, name(x, y), window);
        const box = { left: at.x, right: at.x + menu.width, top: at.y, bottom: at.y + menu.height };
        expect(overlaps(box, name(x, y))).toBe(false);
        expect([box.left >= 8, box.right <= 992, box.top >= 8, box.bottom <= 592]).toEqual([true, true, true, true]);
      }
    }
  });
});
