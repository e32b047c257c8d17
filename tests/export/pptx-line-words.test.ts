import { describe, expect, it } from "vitest";
import { overlaps } from "../../scene/geometry.ts";
import { isAtOwn, isClearOf } from "../../scene/line-places.ts";
import { type SheetText, textBox } from "../../scene/sheet/forms.ts";
import { wordsOnConnectors } from "../../scene/writers/pptx/line-words.ts";

const straight = (id: string, end: string, from: [number, number], to: [number, number]) => ({
  relationship: { id, type: "WORKED_AT", start: "ada", end, properties: {} },
  glued: {
    from: { shape: 2, site: 0, x: from[0], y: from[1] },
    to: { shape: 3, site: 0, x: to[0], y: to[1] },
    way: { form: "straight" } as const,
  },
});

const words = (id: string, x: number, y: number): SheetText => ({
  role: "relationship",
  id,
  text: id,
  size: 12,
  weight: 500,
  face: "sans",
  language: "en",
  color: "#000000",
  x,
  y,
  width: 90,
});

const joined = [
  straight("first", "society", [100, 100], [500, 240]),
  straight("second", "society", [100, 108], [500, 240]),
  straight("third", "society", [100, 116], [500, 248]),
  straight("other", "college", [100, 100], [500, 60]),
];
const [bundle, other] = [joined.slice(0, 3), joined.slice(3)];
const pathOf = ({ glued: { from, to } }: (typeof joined)[number]) => [from, to];
// Where the lines bowed on screen, far from their connectors.
const texts = [words("first", 260, 80), words("second", 260, 170), words("third", 260, 260), words("other", 260, 86)];

describe("what lines say on a slide", () => {
  const placed = wordsOnConnectors({ texts, nodes: [], pixel: 1 }, joined);
  const boxOf = (id: string) => placed.filter((text) => text.id === id).map(textBox);

  it("stands where their connectors run", () => {
    const own = bundle.filter((line) =>
      boxOf(line.relationship.id).some((box) => isAtOwn(box, pathOf(line), other.map(pathOf))),
    );
    expect(own.length).toBeGreaterThan(0);
    expect(other.map((line) => boxOf("other").map((box) => isAtOwn(box, pathOf(line), bundle.map(pathOf))))).toEqual([
      [true],
    ]);
  });

  it("is told of each of several lines between two names, one below the other and on no other line", () => {
    const boxes = ["first", "second", "third"].flatMap(boxOf);
    expect(boxes).toHaveLength(3);
    expect(new Set(boxes.map(({ left, right }) => (left + right) / 2)).size).toBe(1);
    expect(boxes.filter((box, i) => boxes.slice(0, i).some((before) => overlaps(box, before)))).toEqual([]);
    expect(boxes.filter((box) => !isClearOf(box, other.map(pathOf)))).toEqual([]);
  });

  it("is left out where a name leaves it no room", () => {
    const name: SheetText = { ...words("ada", 60, 270), role: "node", width: 500, size: 320 };
    const left = wordsOnConnectors({ texts: [name, ...texts.slice(0, 1)], nodes: [], pixel: 1 }, joined);
    expect(left.map(({ id }) => id)).toEqual(["ada"]);
  });
});
