import { beforeEach, describe, expect, it } from "vitest";
import type { Explorer } from "../../client/explorer.ts";
import { linkedView } from "../../client/explorer/linked-view.ts";
import { keyOf } from "../../client/view/key.ts";
import { writeLink } from "../../client/permalink.ts";
import { axisOf, dateAt, positionOf } from "../../client/view/time-axis.ts";
import { timesIn, visibleNodes, visibleRelationships } from "../../client/view/visibility.ts";
import { daysOfPeriod, datedOf, presenceOf } from "../../schema/as-of.ts";
import { makeExplorer, positionsOf, serveFlorence, settled } from "./support.ts";

const { api } = serveFlorence();
let explorer: Explorer;
const state = () => explorer.store.getState();
const lines = () => visibleRelationships(state(), explorer.graph);
const asOf = (date: string, undated = true) => explorer.setTime({ from: date, to: date, undated });
const presences = (period: { from?: string; to?: string }) =>
  new Map(
    explorer.graph.mapEdges((id, { relationship }) => [
      id,
      presenceOf(datedOf(relationship.properties), daysOfPeriod(period), 20260101),
    ]),
  );

beforeEach(async () => {
  explorer = makeExplorer(api);
  await explorer.start();
  await explorer.openFreeView();
  await explorer.showNode("leonardo");
  await explorer.expandNode("leonardo");
  await settled(explorer);
});

describe("looking at a time", () => {
  it("moves nothing, hides what is still to come, and keeps what is over", () => {
    const before = positionsOf(explorer);
    asOf("1475");
    const then = presences({ from: "1475", to: "1475" });
    expect([...then.values()]).toContain("future");
    expect([...lines()].toSorted()).toEqual(
      [...then].flatMap(([id, presence]) => (presence === "future" ? [] : [id])).toSorted(),
    );
    expect(positionsOf(explorer)).toEqual(before);
  });

  it("shows a node while any of its lines is drawn", () => {
    asOf("1475", false);
    const drawn = lines();
    const ends = new Set([...drawn].flatMap((id) => explorer.graph.extremities(id)));
    expect(visibleNodes(state(), explorer.graph)).toEqual(ends);
    expect(ends.size).toBeLessThan(explorer.graph.order);
  });

  it("counts in the key what is drawn then", () => {
    asOf("1475", false);
    const { types } = keyOf(state(), explorer.graph);
    expect(types.reduce((sum, { count }) => sum + count, 0)).toBe(lines().size);
  });

  it("counts nothing anew where a step ends at the time that was passed last", () => {
    explorer.passTime({ from: "1480", to: "1480", undated: true });
    const [counted, drawn] = [keyOf(state(), explorer.graph), lines()];
    explorer.setTime(state().time);
    expect(keyOf(state(), explorer.graph)).toBe(counted);
    expect(lines()).toBe(drawn);
  });

  it("counts anew what a later expansion brings", async () => {
    asOf("1480");
    const counted = keyOf(state(), explorer.graph);
    const before = explorer.graph.size;
    for (const id of explorer.graph.nodes()) await explorer.expandNode(id);
    await settled(explorer);
    expect(explorer.graph.size).toBeGreaterThan(before);
    const sum = ({ types }: typeof counted) => types.reduce((total, { count }) => total + count, 0);
    expect(sum(keyOf(state(), explorer.graph))).toBe(lines().size);
    expect(sum(keyOf(state(), explorer.graph))).toBeGreaterThan(sum(counted));
  });

  it("can be undone and redone, and selects nothing that is not drawn", () => {
    const hidden = explorer.graph.filterNodes((id) => {
      asOf("1475", false);
      return !visibleNodes(state(), explorer.graph).has(id);
    })[0];
    if (hidden === undefined) throw new Error("Some painter has only later claims.");
    explorer.setTime(null);
    explorer.select({ kind: "node", id: hidden });
    asOf("1475", false);
    expect(state().selected).toBeNull();
    explorer.undo();
    expect(state().time).toBeNull();
    explorer.redo();
    expect(state().time).toEqual({ from: "1475", to: "1475", undated: false });
  });

  it("is no step while it passes", () => {
    const before = state().revision;
    explorer.passTime({ from: "1480", to: "1480", undated: true });
    expect(state().revision).toBe(before);
    explorer.setTime({ from: "1490", to: "1490", undated: true });
    explorer.undo();
    expect(state().time).toBeNull();
  });

  it("goes into the link and comes back with it", async () => {
    explorer.setTime({ from: "1470", to: "1480-06", undated: false });
    const link = writeLink(linkedView(explorer));
    expect(link).toContain("time=1470..1480-06-undated");
    const other = makeExplorer(api);
    await other.start(link);
    expect(other.store.getState().time).toEqual(state().time);
    expect(visibleNodes(other.store.getState(), other.graph)).toEqual(visibleNodes(state(), explorer.graph));
  });

  it("asks the server for neighbors of that time", async () => {
    const all = await explorer.previewExpansion("leonardo");
    asOf("1475", false);
    const then = await explorer.previewExpansion("leonardo");
    expect(then?.total).toBeLessThan(all?.total ?? 0);
    await explorer.openFreeView();
    await explorer.showNode("leonardo");
    await explorer.expandNode("leonardo");
    expect(explorer.graph.order - 1).toBe(then?.total);
  });

  it("is worked out once for one state", () => {
    asOf("1475");
    expect(timesIn(state(), explorer.graph)).toBe(timesIn(state(), explorer.graph));
  });
});

describe("the axis", () => {
  const claim = (start: string, startEarliest: number, end?: string, endLatest?: number) => ({
    start,
    startEarliest,
    ...(end === undefined || endLatest === undefined ? {} : { end, endLatest }),
  });

  it("steps as finely as the dates are told, and reaches until today", () => {
    const years = [claim("2001", 20010101), claim("2010", 20100101), claim("2012", 20120101), claim("2015", 20150101)];
    expect(axisOf(years, 20260115)).toMatchObject({ unit: "year", first: 2001, last: 2026, dated: 4 });
    const months = [...years, claim("2020-06", 20200601), claim("2021-02", 20210201)];
    expect(axisOf(months, 20260115)).toMatchObject({ unit: "month", first: 2001 * 12, last: 2026 * 12 });
    expect(axisOf([claim("2025-12-05", 20251205)], 20260115)?.unit).toBe("day");
  });

  it("has a bar for each year, and nothing to show where nothing is dated", () => {
    const { years } =
      axisOf([claim("2019", 20190101), claim("2019", 20190101), claim("2021", 20210101)], 20210601) ?? {};
    expect(years).toEqual([
      { year: 2019, claims: 2 },
      { year: 2020, claims: 0 },
      { year: 2021, claims: 1 },
    ]);
    expect(axisOf([{ title: "CTO" }], 20260115)).toBeNull();
  });

  it.each([
    ["year", 20240229, "2024"],
    ["month", 20240229, "2024-02"],
    ["day", 20240229, "2024-02-29"],
  ] as const)("leads from a day to its %s and back", (unit, day, date) => {
    expect(dateAt(positionOf(day, unit), unit)).toBe(date);
  });
});
