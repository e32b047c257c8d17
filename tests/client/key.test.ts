import { beforeEach, describe, expect, it } from "vitest";
import { countFresh, expansionRows } from "../../client/expansion.ts";
import type { Explorer } from "../../client/explorer.ts";
import { keyOf } from "../../client/key.ts";
import { makeExplorer, serveFlorence } from "./support.ts";

const { api } = serveFlorence();
let explorer: Explorer;
const key = () => keyOf(explorer.store.getState(), explorer.graph);
const sum = (entries: readonly { count: number }[]) => entries.reduce((total, { count }) => total + count, 0);

beforeEach(async () => {
  explorer = makeExplorer(api);
  await explorer.start();
});

describe("the key", () => {
  it("counts every person's thread, every label and every line once", () => {
    const { threads, labels, certainties, types } = key();
    expect(sum(threads)).toBe(explorer.store.getState().answer?.columns?.people.length);
    expect(sum(labels)).toBe(explorer.graph.order);
    expect(sum(certainties)).toBe(explorer.graph.size);
    expect(sum(types)).toBe(explorer.graph.size);
  });

  it("counts on whatever is filtered, so that it can be brought back", () => {
    const before = key();
    explorer.toggleFilter("labels", "Painter");
    explorer.toggleFilter("labels", "Painter");
    expect(key()).toEqual(before);
  });

  it("leaves out what was hidden by hand", () => {
    const before = sum(key().labels);
    explorer.hideNode("leonardo");
    expect(sum(key().labels)).toBe(before - 1);
  });
});

describe("the preview of an expansion", () => {
  it("counts what is not on screen, of each kind and in all", async () => {
    const counts = await explorer.previewExpansion("leonardo");
    if (counts === null) throw new Error("There are no counts.");
    const { hidden } = explorer.store.getState();
    const shown = explorer.graph.neighbors("leonardo").length;
    expect(countFresh(explorer.graph, hidden, "leonardo", counts)).toBe(counts.total - shown);
    await explorer.expandNode("leonardo");
    expect(countFresh(explorer.graph, hidden, "leonardo", counts)).toBe(0);
    expect(expansionRows(explorer.graph, hidden, "leonardo", counts).every(({ fresh }) => fresh === 0)).toBe(true);
  });

  it("counts a hidden neighbor as not on screen", async () => {
    await explorer.expandNode("leonardo");
    const counts = await explorer.previewExpansion("leonardo");
    if (counts === null) throw new Error("There are no counts.");
    expect(countFresh(explorer.graph, new Set(["verrocchio"]), "leonardo", counts)).toBe(1);
    const rows = expansionRows(explorer.graph, new Set(["verrocchio"]), "leonardo", counts);
    expect(rows[0]).toMatchObject({ type: "TAUGHT", direction: "in", fresh: 1 });
  });
});
