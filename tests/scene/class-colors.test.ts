import { describe, expect, it } from "vitest";
import { classColors, hues, rampColor } from "../../scene/class-colors.ts";
import { tokens } from "../../scene/colors.ts";
import { contrast, difference, visions } from "./vision.ts";

const palettes = ["light", "dark", "print"] as const;
const pairs = (colors: readonly string[]) =>
  colors.flatMap((one, i) => colors.slice(i + 1).map((other) => [one, other] as const));

describe("how far colors are apart", () => {
  it.each([
    ["#FFFFFF", "#000000", 100],
    ["#FF0000", "#00FF00", 86.61],
    ["#0000FF", "#FF00FF", 32.36],
  ])("is as CIEDE2000 has it for %s and %s", (one, other, wanted) => {
    expect(difference(one, other)).toBeCloseTo(wanted, 0);
  });

  it("is less between red and green for those who lack one of their receptors", () => {
    const seen = (vision: "normal" | "deutan") => difference("#A04000", "#4C7000", vision);
    expect(seen("deutan")).toBeLessThan(seen("normal") / 2);
  });
});

describe.each(palettes)("the colors of classes in the %s palette", (palette) => {
  const { categories, ramp, lineRamp } = classColors[palette];
  const { bg, quiet, ink2 } = tokens[palette];

  it("have a contrast of at least 3 : 1 with the ground", () => {
    for (const color of [...categories, ...ramp, ...lineRamp])
      expect([color, contrast(color, bg)]).toSatisfy(([, ratio]) => Number(ratio) >= 3);
  });

  it.each(visions)("are apart, and from those of other and missing values, to %s eyes", (vision) => {
    // On paper the colors for what is missing and other are darker than on screen.
    const least = palette === "print" ? 7 : 13.5;
    const apart = [...pairs([...categories, quiet]), ...categories.map((color) => [color, ink2] as const)];
    for (const [one, other] of apart)
      expect([one, other, difference(one, other, vision) >= least]).toEqual([one, other, true]);
  });

  it.each(visions.flatMap((vision) => [["marks", vision, ramp] as const, ["lines", vision, lineRamp] as const]))(
    "grow step by step along the ramp of %s, away from the missing, to %s eyes",
    (_of, vision, ramp) => {
      for (const [i, color] of ramp.slice(1).entries())
        expect([color, difference(color, ramp[i] ?? "", vision) >= 7]).toEqual([color, true]);
      const fromGround = ramp.map((color) => contrast(color, bg));
      expect(fromGround).toEqual(fromGround.toSorted((a, b) => a - b));
      for (const color of ramp) expect([color, difference(color, quiet, vision) >= 7]).toEqual([color, true]);
    },
  );
});

describe.each(palettes)("the colors to choose from in the %s palette", (palette) => {
  const all = Object.values(hues[palette]);

  it("have a contrast of at least 3 : 1 with the ground, and with that of panels", () => {
    const { bg, surface } = tokens[palette];
    for (const color of all)
      for (const ground of [bg, surface])
        expect([color, contrast(color, ground)]).toSatisfy(([, ratio]) => Number(ratio) >= 3);
  });

  it.each(visions)("are apart to %s eyes", (vision) => {
    for (const [one, other] of pairs(all))
      expect([one, other, difference(one, other, vision) >= 11]).toEqual([one, other, true]);
  });
});

describe("the ramp", () => {
  it("keeps its ends for any number of classes", () => {
    const { ramp } = classColors.light;
    for (const count of [2, 3, 4, 5])
      expect([rampColor(ramp, 0, count), rampColor(ramp, count - 1, count)]).toEqual([ramp[0], ramp.at(-1)]);
  });
});
