import { describe, expect, it } from "vitest";
import { createLooks } from "../../../client/canvas/looks.ts";
import { sharedLooks } from "../../../client/canvas/shared-looks.ts";
import { onlyPoints } from "../../../client/canvas/seen.ts";
import { isVeiled } from "../../../client/canvas/spotlight.ts";
import { createExplorerStore } from "../../../client/store.ts";
import { openView, question, select } from "./support/view.ts";

const free = { ...question, answer: null, layout: "organic" } as const;

/** Looks at the support's view as if its lines were drawn in so many segments; 1 is how thousands are drawn. */
async function look(state: typeof question | typeof free, segments: number) {
  const graph = await openView(state);
  const store = createExplorerStore();
  store.setState(state);
  const looks = createLooks({ store, graph, measure: (text) => 7 * text.length, segments: () => segments });
  return { store, graph, looks };
}

describe("what is pointed at among thousands", () => {
  it("stands out with its neighbors, and the look of all else stays the very same", async () => {
    const { store, graph, looks } = await look(free, 1);
    const base = looks.base();
    store.setState({ hovered: { kind: "node", id: "biren" } });
    looks.point();
    const { apart } = looks.shown().appearance;
    expect([...(apart?.nodes ?? [])].sort()).toEqual(["biren", ...new Set(graph.neighbors("biren"))].sort());
    expect([...(apart?.relationships ?? [])].sort()).toEqual(graph.edges("biren").sort());
    expect(looks.base()).toBe(base);
  });

  it("leaves what does not stand out as it is, for a veil to dim it", async () => {
    const { store, looks } = await look(free, 1);
    const before = looks.base().appearance.node("dell").color;
    store.setState(select("biren"));
    looks.point();
    expect(looks.base().appearance.node("dell").color).toBe(before);
    expect(looks.shown().appearance.node("dell").color).not.toBe(before);
    expect(isVeiled(looks.shown().appearance)).toBe(true);
  });

  it("is veiled no more once nothing is pointed at", async () => {
    const { store, looks } = await look(free, 1);
    store.setState({ hovered: { kind: "node", id: "biren" } });
    looks.point();
    store.setState({ hovered: null });
    looks.point();
    expect(isVeiled(looks.shown().appearance)).toBe(false);
    expect(looks.shown().appearance.apart?.nodes.size).toBe(0);
  });

  it("is drawn with all else where few are drawn, and in columns, where a selection decides what is drawn", async () => {
    const few = await look(free, 24);
    const columns = await look(question, 1);
    expect([few.looks.standsApart(), columns.looks.standsApart()]).toEqual([false, false]);
    expect(few.looks.base()).toBe(few.looks.shown());
  });
});

describe("thousands of lines", () => {
  it("run straight, so that words stand along them as they are drawn", async () => {
    const { graph, looks } = await look(free, 1);
    const routes = graph.edges().map((id) => looks.shown().docks.lineOf(id));
    expect(routes.every(({ route, dockSource, dockTarget }) => route.bend + dockSource + dockTarget === 0)).toBe(true);
  });

  it("share one look where they look the same", () => {
    const share = sharedLooks();
    const look = { hidden: false, color: "#8F8B84", size: 1.1, pattern: "solid", zIndex: 1, type: "plain" } as const;
    const one = share(look);
    expect(one).toMatchObject(look);
    expect(share({ ...look })).toBe(one);
    expect(share({ ...look, pattern: "dashed" })).not.toBe(one);
  });
});

describe("a change of the view", () => {
  it("only points where nothing else that is seen has changed", () => {
    const hovered = { ...free, hovered: { kind: "node", id: "biren" } as const };
    expect(onlyPoints(hovered, free)).toBe(true);
    expect(onlyPoints({ ...hovered, busy: true }, free)).toBe(true);
    expect(onlyPoints({ ...hovered, revision: free.revision + 1 }, free)).toBe(false);
  });
});
