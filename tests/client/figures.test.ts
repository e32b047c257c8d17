import { describe, expect, it } from "vitest";
import { firstGroups, groupFigures, isCounted } from "../../client/facts/figures.ts";
import type { Observation } from "../../schema/api.ts";
import type { Properties } from "../../schema/graph.ts";

const figure = (id: string, properties: Properties): Observation => ({ id, entity: "maker", properties });
const revenue = (id: string, value: number, year: number) =>
  figure(id, { measure: "revenue", value, currency: "CNY", start: `${year}`, startEarliest: year * 10_000 + 101 });

describe("figures", () => {
  it("are counted, or told in words", () => {
    expect(isCounted(figure("a", { value: 0 }))).toBe(true);
    expect(isCounted(figure("b", { date: "2020-06" }))).toBe(true);
    expect(isCounted(figure("c", { textEn: "a lot" }))).toBe(false);
  });

  it("stand by measure in the vocabulary's order, each in order of time", () => {
    const groups = groupFigures(
      [
        revenue("late", 3, 2024),
        figure("odd", { measure: "unheard-of", value: 1 }),
        figure("then", { measure: "founded", date: "2020-06" }),
        figure("undated", { measure: "revenue", value: 9, currency: "CNY" }),
        figure("day", { measure: "revenue", value: 2, currency: "CNY", asOf: "2023-05" }),
        revenue("early", 1, 2022),
      ],
      ["founded", "revenue"],
    );
    expect(groups.map(({ measure, observations }) => [measure, observations.map(({ id }) => id)])).toEqual([
      ["founded", ["then"]],
      ["revenue", ["early", "day", "late", "undated"]],
      ["unheard-of", ["odd"]],
    ]);
  });

  it("have bars where they can be compared, measured by the largest", () => {
    const [group] = groupFigures(
      [revenue("a", 1, 2022), revenue("b", 4, 2023), figure("c", { measure: "revenue", value: 8 })],
      [],
    );
    expect([...(group?.most ?? [])]).toEqual([
      ["a", 4],
      ["b", 4],
    ]);
  });

  it("show their first groups while these fit, and at least one", () => {
    const groups = groupFigures(
      [revenue("a", 1, 2022), revenue("b", 2, 2023), revenue("c", 3, 2024), figure("d", { measure: "age", value: 5 })],
      ["revenue", "age"],
    );
    expect(firstGroups(groups, 4)).toHaveLength(2);
    expect(firstGroups(groups, 3)).toHaveLength(1);
    expect(firstGroups(groups, 1)).toHaveLength(1);
  });
});
