import { beforeEach, describe, expect, it } from "vitest";
import { linkedView } from "../../client/explorer/linked-view.ts";
import type { Explorer } from "../../client/explorer.ts";
import { drawnNetwork, usesMeasures } from "../../client/measures/drawn-network.ts";
import { withMeasures } from "../../client/measures/measure.ts";
import { writeLink } from "../../client/permalink.ts";
import { scaleOf, valueKey } from "../../client/style/engine.ts";
import { classEntries } from "../../client/style/key.ts";
import { keyOf } from "../../client/view/key.ts";
import { visibleNodes } from "../../client/view/visibility.ts";
import { measureNetwork } from "../../scene/network-measures.ts";
import { makeExplorer, serveFlorence } from "./support.ts";

const { api } = serveFlorence();
let explorer: Explorer;
const state = () => explorer.store.getState();
const drawn = (each = explorer) => [...visibleNodes(each.store.getState(), each.graph)].toSorted();
/** As the page does whenever what is measured has changed. */
const measure = (each = explorer) => each.tellMeasures(measureNetwork(drawnNetwork(each.store.getState(), each.graph)));

beforeEach(async () => {
  explorer = makeExplorer(api);
  await explorer.start();
  await explorer.expandNode("ghirlandaio");
  await explorer.setRange("degree", { from: 0, without: true });
  await explorer.setRange("degree", null);
  await measure();
});

const degreeOf = (id: string) => state().measures?.get(id)?.degree ?? -1;

describe("a filter by a measure", () => {
  it("of a range hides what lies beyond", async () => {
    const before = drawn();
    await explorer.setRange("degree", { from: 3, without: true });
    expect(drawn()).toEqual(before.filter((id) => degreeOf(id) >= 3));
    expect(drawn().length).toBeLessThan(before.length);
  });

  it("of a class hides and dims as any other entry of the key, and is undone", async () => {
    const before = drawn();
    const scale = scaleOf(state(), explorer.graph, "community");
    const [entry] = scale === null ? [] : classEntries(state(), explorer.graph, scale);
    if (entry === undefined) throw new Error("There is no community.");
    explorer.toggleFilter(entry.filter.kind, entry.filter.key);
    expect(drawn()).toEqual(before);
    explorer.toggleFilter(entry.filter.kind, entry.filter.key);
    expect(drawn()).toHaveLength(before.length - entry.count);
    explorer.undo();
    explorer.undo();
    expect(drawn()).toEqual(before);
  });

  it("changes nothing of the measures that it goes by, so that it comes to rest", async () => {
    const before = state().measures;
    await explorer.setRange("degree", { from: 3, without: true });
    await measure();
    const once = drawn();
    expect(state().measures).toEqual(before);
    await measure();
    expect(drawn()).toEqual(once);
  });

  it("hides nothing before the measures are known", async () => {
    const before = drawn();
    await explorer.setRange("betweenness", { from: 0.9, without: false });
    explorer.store.setState({ measures: null });
    expect(drawn()).toEqual(before);
    await measure();
    expect(drawn().length).toBeLessThan(3);
  });

  it("lets counts follow what is left", async () => {
    const people = () => keyOf(state(), explorer.graph).labels.map(({ key, count }) => [key, count] as const);
    const before = people();
    await explorer.setRange("degree", { from: 4, without: true });
    const among = (label: string) =>
      drawn().filter((id) => explorer.graph.getNodeAttribute(id, "node").labels.includes(label)).length;
    expect(people()).not.toEqual(before);
    for (const [label, count] of people()) expect(count).toBe(among(label));
  });

  it("is in the link, which hides the same once the measures are known there", async () => {
    await explorer.setRange("pagerank", { from: 0.05, without: true });
    const scale = scaleOf(state(), explorer.graph, "community");
    const each = scale?.classes[0];
    if (each === undefined) throw new Error("There is no community.");
    for (const _ of ["dim", "hide"]) explorer.toggleFilter("values", valueKey("community", each));
    const link = writeLink(linkedView(explorer));
    const other = makeExplorer(api);
    await other.start(link);
    expect(usesMeasures(other.store.getState())).toBe(true);
    await measure(other);
    expect(drawn(other)).toEqual(drawn());
    expect(writeLink(linkedView(other))).toBe(link);
  });

  it("is worked out where there is no page", async () => {
    await explorer.setRange("degree", { from: 3, without: true });
    const wanted = drawn();
    const bare = await withMeasures({ ...state(), measures: null }, explorer.graph);
    expect([...visibleNodes(bare, explorer.graph)].toSorted()).toEqual(wanted);
  });
});
