import { describe, expect, it } from "vitest";
import { paleness } from "../../../client/canvas/line-look.ts";

describe("lines that lie over one another", () => {
  it("stay as they are while they are few", () => {
    expect(paleness(0)).toBe(0);
    expect(paleness(2000)).toBe(0);
  });

  it("are the paler the more there are, and never gone", () => {
    const shares = [2500, 5000, 10_000, 20_000, 30_000, 1_000_000].map(paleness);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares[0]).toBeGreaterThan(0);
    expect(shares.at(-1)).toBeLessThanOrEqual(0.6);
  });
});
