import { beforeEach, describe, expect, it } from "vitest";
import { countFresh, expansionRows } from "../../client/view/expansion.ts";
import { kindOf } from "../../schema/api.ts";
import { mainLabel } from "../../schema/graph.ts";
import type { Explorer } from "../../client/explorer.ts";
import { keyOf } from "../../client/view/key.ts";
import { listed, visibleNodes, visibleRelationships } from "../../client/view/visibility.ts";
import { openView, question, select } from "./canvas/support/view.ts";
import { makeExplorer, serveFlorence } from "./support.ts";

const { api } = serveFlorence();
let explorer: Explorer;
const state = () => explorer.store.getState();
const key = () => keyOf(state(), explorer.graph);
const sum = (entries: readonly { count: number; undrawn?: number }[]) =>
  entries.reduce((total, { count, undrawn = 0 }) => total + count + undrawn, 0);

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

  it("explains the color of an origin from which nobody came alone", () => {
    const { answer } = explorer.store.getState();
    const { people = [], origins = [] } = answer?.columns ?? {};
    const all = Object.fromEntries(people.map((id) => [id, [...origins, "another-workshop"]]));
    explorer.store.setState({ answer: answer && { ...answer, origins: all } });
    expect(key().threads).toEqual([
      { key: "verrocchio-workshop", count: 0 },
      { key: "both", count: people.length },
    ]);
  });

  it("counts a kind on whatever its own filters hide, so that it can be brought back", () => {
    const { labels } = key();
    explorer.toggleFilter("labels", "Painter");
    explorer.toggleFilter("labels", "Painter");
    expect(key().labels).toEqual(labels);
  });

  it("counts of the other kinds what is still shown, and keeps entries that have nothing left", () => {
    const before = key();
    const [first] = before.types;
    for (const { key: type } of before.types.slice(1)) {
      explorer.toggleFilter("types", type);
      explorer.toggleFilter("types", type);
    }
    expect(sum(key().certainties)).toBe(first?.count);
    expect(key().certainties.map((entry) => entry.key)).toEqual(before.certainties.map((entry) => entry.key));
    expect(key().types).toEqual(before.types);
  });

  it("keeps only one of a kind in one step, and all of them at the second time", async () => {
    const among = key().labels.map((entry) => entry.key);
    const [kept = "", ...others] = among;
    explorer.toggleFilter("labels", kept);
    await explorer.keepOnly("labels", kept, among);
    expect(state().filters.labels[kept]).toBeUndefined();
    expect(Object.keys(state().filters.labels)).toEqual(others);
    const { nodes } = listed(state(), explorer.graph);
    expect([...nodes].every((id) => mainLabel(explorer.graph.getNodeAttribute(id, "node")) === kept)).toBe(true);
    await explorer.keepOnly("labels", kept, among);
    expect(state().filters.labels).toEqual({});
    explorer.undo();
    expect(Object.keys(state().filters.labels)).toEqual(others);
  });

  it("counts of lines those that a question draws, whatever is selected, and tells how many it does not", async () => {
    const graph = await openView();
    const left = graph.size - visibleRelationships(question, graph).size;
    expect(left).toBeGreaterThan(0);
    const { types, certainties } = keyOf(question, graph);
    for (const entries of [types, certainties])
      expect(entries.reduce((total, { undrawn = 0 }) => total + undrawn, 0)).toBe(left);
    for (const id of graph.nodes()) expect(keyOf({ ...question, ...select(id) }, graph).types).toEqual(types);
    const all = keyOf({ ...question, showUndrawn: true }, graph).types;
    expect(all).toEqual(types.map(({ key: type, count, undrawn = 0 }) => ({ key: type, count: count + undrawn })));
  });

  it("counts on a small screen what is drawn there", async () => {
    const small = { ...question, stage: { width: 360, height: 500 } };
    const graph = await openView(small);
    const drawn = visibleNodes(small, graph);
    expect(drawn.size).toBeLessThan(graph.order);
    expect(sum(keyOf(small, graph).labels)).toBe(drawn.size);
    expect(sum(keyOf({ ...small, showUndrawn: true }, graph).labels)).toBe(graph.order);
  });

  it("hides what only a hidden source says", () => {
    const [source] = key().documents;
    if (source === undefined) throw new Error("No source is cited.");
    const cited = (id: string): string[] =>
      [explorer.graph.getEdgeAttribute(id, "relationship").properties["citations"] ?? []].flat().map(String);
    explorer.toggleFilter("documents", source.key);
    explorer.toggleFilter("documents", source.key);
    const left = listed(explorer.store.getState(), explorer.graph).relationships;
    const only = explorer.graph.filterEdges((id) => cited(id).every((each) => each.startsWith(`${source.key}#`)));
    expect(only.length).toBeGreaterThan(0);
    expect(only.filter((id) => left.has(id) && cited(id).length > 0)).toEqual([]);
    explorer.undo();
    explorer.undo();
    expect(listed(explorer.store.getState(), explorer.graph).relationships.size).toBe(explorer.graph.size);
  });

  it("hides names with too few relationships, in one step", () => {
    explorer.setLeastDegree(3);
    const { nodes } = listed(explorer.store.getState(), explorer.graph);
    const few = explorer.graph.filterNodes((id) => explorer.graph.degree(id) < 3);
    expect(few.length).toBeGreaterThan(0);
    expect(few.filter((id) => nodes.has(id))).toEqual([]);
    expect(nodes.size).toBe(explorer.graph.order - few.length);
    explorer.resetFilters();
    expect(listed(explorer.store.getState(), explorer.graph).nodes.size).toBe(explorer.graph.order);
  });

  it("leaves out what was hidden by hand", () => {
    const before = sum(key().labels);
    explorer.hideNode("leonardo");
    expect(sum(key().labels)).toBe(before - 1);
  });
});

describe("the preview of an expansion", () => {
  const screen = (hidden?: ReadonlySet<string>) => {
    const { hidden: byHand, time } = explorer.store.getState();
    return { graph: explorer.graph, hidden: hidden ?? byHand, time };
  };

  it("counts what is not on screen, of each kind and in all", async () => {
    const counts = await explorer.previewExpansion("leonardo");
    if (counts === null) throw new Error("There are no counts.");
    const shown = explorer.graph.neighbors("leonardo").length;
    expect(countFresh(screen(), "leonardo", counts)).toBe(counts.total - shown);
    await explorer.expandNode("leonardo");
    expect(countFresh(screen(), "leonardo", counts)).toBe(0);
    expect(expansionRows(screen(), "leonardo", counts, state().vocabulary).every(({ fresh }) => fresh === 0)).toBe(
      true,
    );
  });

  it("counts a hidden neighbor as not on screen", async () => {
    await explorer.expandNode("leonardo");
    const counts = await explorer.previewExpansion("leonardo");
    if (counts === null) throw new Error("There are no counts.");
    expect(countFresh(screen(new Set(["verrocchio"])), "leonardo", counts)).toBe(1);
    const rows = expansionRows(screen(new Set(["verrocchio"])), "leonardo", counts, state().vocabulary);
    expect(rows[0]).toMatchObject({ type: "TAUGHT", direction: "in", certainty: "stated", fresh: 1 });
  });

  it("says of every choice of kinds how many an expansion then brings", async () => {
    await explorer.openFreeView();
    await explorer.showNode("leonardo");
    const counts = await explorer.previewExpansion("leonardo");
    const kinds = counts?.counts.map(kindOf) ?? [];
    expect(kinds.length).toBeGreaterThan(3);
    for (const without of [kinds.slice(0, 1), kinds.slice(1), kinds.slice(0, 3), kinds]) {
      const chosen = await explorer.previewExpansion("leonardo", without);
      if (chosen === null) throw new Error("There are no counts.");
      const promised = countFresh(screen(), "leonardo", chosen, without);
      const before = explorer.graph.order;
      await explorer.expandNode("leonardo", { withoutKinds: without, most: 100 });
      expect(explorer.graph.order - before).toBe(promised);
      expect(countFresh(screen(), "leonardo", chosen, without)).toBe(0);
      if (promised > 0) explorer.undo();
    }
  });

  it("at a time does not take for brought what no relationship joins then", async () => {
    await explorer.expandNode("leonardo");
    explorer.setTime({ from: "1470", to: "1470", undated: false });
    const counts = await explorer.previewExpansion("leonardo");
    if (counts === null) throw new Error("There are no counts.");
    expect(counts.total).toBeGreaterThan(0);
    explorer.hideNodes(explorer.graph.neighbors("leonardo"));
    expect(countFresh(screen(), "leonardo", counts)).toBe(counts.total);
    expect(countFresh(screen(new Set()), "leonardo", counts)).toBe(0);
  });
});
