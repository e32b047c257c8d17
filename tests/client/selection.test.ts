import { beforeEach, describe, expect, it } from "vitest";
import { groupCommonGround } from "../../client/facts/common-ground.ts";
import type { Explorer } from "../../client/explorer.ts";
import { selectionOf } from "../../client/store.ts";
import { visibleNodes } from "../../client/view/visibility.ts";
import { makeExplorer, serveFlorence } from "./support.ts";

const { api } = serveFlorence();
let explorer: Explorer;
const state = () => explorer.store.getState();
const ids = () => [...(selectionOf(state())?.ids ?? [])];

beforeEach(async () => {
  explorer = makeExplorer(api);
  await explorer.start();
});

describe("selecting several", () => {
  it("adds and takes out one at a time; the lead is the one added last", () => {
    explorer.select({ kind: "node", id: "leonardo" });
    explorer.toggleSelected({ kind: "node", id: "perugino" });
    expect(ids()).toEqual(["leonardo", "perugino"]);
    expect(state().selected?.id).toBe("perugino");
    explorer.toggleSelected({ kind: "node", id: "perugino" });
    expect(ids()).toEqual(["leonardo"]);
    explorer.toggleSelected({ kind: "node", id: "leonardo" });
    expect(selectionOf(state())).toBeNull();
  });

  it("is of one kind: a relationship begins anew", () => {
    explorer.selectMany("node", ["leonardo", "perugino"]);
    const line = explorer.graph.edges()[0] ?? "";
    explorer.toggleSelected({ kind: "relationship", id: line });
    expect(selectionOf(state())).toMatchObject({ kind: "relationship", lead: line });
    expect(ids()).toEqual([line]);
  });

  it("passes over what is not on screen, and an ordinary choice replaces it", () => {
    explorer.selectMany("node", ["leonardo", "nobody", "perugino"], "leonardo");
    expect([ids(), state().selected?.id]).toEqual([["leonardo", "perugino"], "leonardo"]);
    explorer.select({ kind: "node", id: "leonardo" });
    expect(ids()).toEqual(["leonardo"]);
  });

  it("takes all that is drawn, the others, or the neighbors too", () => {
    const drawn = [...visibleNodes(state(), explorer.graph)].toSorted();
    explorer.selectAll();
    expect(ids().toSorted()).toEqual(drawn);
    explorer.select({ kind: "node", id: "leonardo" });
    explorer.invertSelection();
    expect(ids()).toHaveLength(drawn.length - 1);
    expect(ids()).not.toContain("leonardo");
    explorer.select({ kind: "node", id: "leonardo" });
    explorer.selectNeighbors();
    const neighbors = explorer.graph.neighbors("leonardo").filter((id) => drawn.includes(id));
    expect(ids().toSorted()).toEqual(["leonardo", ...neighbors].toSorted());
    expect(state().selected?.id).toBe("leonardo");
  });

  it("hides them in one step, which undo takes back", () => {
    explorer.hideNodes(["leonardo", "perugino"]);
    expect([...state().hidden]).toEqual(["leonardo", "perugino"]);
    explorer.undo();
    expect(state().hidden.size).toBe(0);
  });
});

describe("common ground", () => {
  it("stands under each way in which two or more share it", async () => {
    const ground = await explorer.findCommonGround(["leonardo", "perugino", "verrocchio"]);
    if (ground === null) throw new Error("The server did not say.");
    const groups = groupCommonGround(ground, state().vocabulary);
    expect(groups.length).toBeGreaterThan(0);
    for (const { things } of groups) {
      const counts = things.map(({ by }) => by.length);
      expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    }
  });
});
