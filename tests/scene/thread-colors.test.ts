import { describe, expect, it } from "vitest";
import { tokens } from "../../scene/colors.ts";
import { contrast, difference, visions } from "./vision.ts";

describe.each(["light", "dark", "print"] as const)("the colors of threads in the %s palette", (palette) => {
  const { bg, threads, both, quiet, accent } = tokens[palette];
  const all = [...threads, both, quiet];

  it("have a contrast of at least 3 : 1 with the ground", () => {
    for (const color of all) expect([color, contrast(color, bg) >= 3]).toEqual([color, true]);
  });

  it.each(visions)("are apart from each other, from several origins and from none, to %s eyes", (vision) => {
    for (const [i, one] of all.entries())
      for (const other of all.slice(i + 1))
        expect([one, other, difference(one, other, vision) >= 16]).toEqual([one, other, true]);
  });

  it("are none that stands for what is selected", () => {
    for (const color of threads) expect([color, difference(color, accent) >= 20]).toEqual([color, true]);
  });
});
