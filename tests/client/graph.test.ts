import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createGraph, mergeSubgraph, restoreGraph, snapshotGraph } from "../../client/graph.ts";
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
