import * as fc from "fast-check";
import { changesOf } from "../../client/view/graph-changes.ts";
import { describe, expect, it } from "vitest";
import { createGraph, mergeSubgraph } from "../../client/view/graph.ts";
import { restoreGraph, snapshotGraph } from "../../client/view/graph-snapshot.ts";
import type { Subgraph } from "../../schema/graph.ts";

const id = fc.constantFrom("a", "b", "c", "d", "e", "f");
const subgraphs = fc
  .record({ ids: fc.uniqueArray(id), ends: fc.array(fc.tuple(id, id)) })
  .map(({ ids, ends }): Subgraph => {
    const nodes = ids.map((each) => ({ id: each, labels: ["Entity", "Person"], properties: {} }));
    const relationships = ends
      .filter(([start, end]) => ids.includes(start) && ids.includes(end))
      .map(([start, end]) => ({ id: `${start}.knows.${end}`, type: "KNOWS", start, end, properties: {} }));
    return { nodes, relationships };
  });

describe("mergeSubgraph", () => {
  it("adds what is new and says which nodes are", () => {
    const graph = createGraph();
    fc.assert(
      fc.property(subgraphs, (subgraph) => {
        graph.clear();
        expect(mergeSubgraph(graph, subgraph)).toEqual(subgraph.nodes.map((node) => node.id));
        expect(graph.nodes().toSorted()).toEqual(subgraph.nodes.map((node) => node.id).toSorted());
      }),
    );
  });

  it("adds nothing the second time", () => {
    fc.assert(
      fc.property(subgraphs, (subgraph) => {
        const graph = createGraph();
        mergeSubgraph(graph, subgraph);
        const before = [graph.order, graph.size];
        expect(mergeSubgraph(graph, subgraph)).toEqual([]);
        expect([graph.order, graph.size]).toEqual(before);
      }),
    );
  });

  it("leaves what is there in its place", () => {
    const graph = createGraph();
    const node = { id: "a", labels: ["Person"], properties: {} };
    mergeSubgraph(graph, { nodes: [node], relationships: [] });
    graph.mergeNodeAttributes("a", { x: 7, y: 8, placed: true });
    mergeSubgraph(graph, { nodes: [node], relationships: [] });
    expect(graph.getNodeAttributes("a")).toMatchObject({ x: 7, y: 8, placed: true });
  });

  it("passes over a relationship whose end is not on screen", () => {
    const graph = createGraph();
    const nodes = [{ id: "a", labels: [], properties: {} }];
    mergeSubgraph(graph, { nodes, relationships: [{ id: "r", type: "T", start: "a", end: "z", properties: {} }] });
    expect(graph.size).toBe(0);
  });
});

describe("restoreGraph", () => {
  it("puts back exactly what was remembered, whatever came between", () => {
    fc.assert(
      fc.property(subgraphs, subgraphs, (first, second) => {
        const graph = createGraph();
        mergeSubgraph(graph, first);
        graph.forEachNode((node) => graph.mergeNodeAttributes(node, { x: node.charCodeAt(0), placed: true }));
        const before = snapshotGraph(graph);
        graph.clear();
        mergeSubgraph(graph, second);
        restoreGraph(graph, before);
        expect(snapshotGraph(graph)).toEqual(before);
      }),
    );
  });
});

describe("snapshots", () => {
  const nodes = ["a", "b"].map((id) => ({ id, labels: ["Entity"], properties: {} }));
  const drawn = () => {
    const graph = createGraph();
    mergeSubgraph(graph, { nodes, relationships: [{ id: "r", type: "T", start: "a", end: "b", properties: {} }] });
    return graph;
  };

  it("of a graph that has not changed are one", () => {
    const graph = drawn();
    const first = snapshotGraph(graph);
    expect(snapshotGraph(graph, first)).toBe(first);
  });

  it("share what stayed, and nothing that changed", () => {
    const graph = drawn();
    const first = snapshotGraph(graph);
    graph.mergeNodeAttributes("a", { x: 5 });
    const second = snapshotGraph(graph, first);
    expect(second.nodes.get("a")).toMatchObject({ x: 5 });
    expect(first.nodes.get("a")).toMatchObject({ x: 0 });
    expect(second.nodes.get("b")).toBe(first.nodes.get("b"));
    expect(second.relationships).toBe(first.relationships);
  });

  it("stay as they are when what they brought back is moved", () => {
    const graph = drawn();
    const first = snapshotGraph(graph);
    graph.dropNode("a");
    restoreGraph(graph, first);
    graph.mergeNodeAttributes("a", { x: 5 });
    expect(first.nodes.get("a")).toMatchObject({ x: 0 });
  });

  it("put back over the graph as it is change nothing", () => {
    const graph = drawn();
    const first = snapshotGraph(graph);
    const before = { ...changesOf(graph) };
    restoreGraph(graph, first);
    expect(changesOf(graph)).toEqual(before);
  });
});

describe("what is shown of a graph", () => {
  it("has changed when something is placed, and not when it is moved", () => {
    const graph = createGraph();
    graph.addNode("a", { node: { id: "a", labels: [], properties: {} }, x: 0, y: 0, placed: false, pinned: false });
    const { shown } = changesOf(graph);
    graph.mergeNodeAttributes("a", { x: 1, y: 2 });
    expect(changesOf(graph).shown).toBe(shown);
    graph.mergeNodeAttributes("a", { placed: true });
    expect(changesOf(graph).shown).not.toBe(shown);
  });
});
