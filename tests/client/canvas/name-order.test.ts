import { describe, expect, it } from "vitest";
import { inOrder, seenThrough } from "../../../client/canvas/name-order.ts";
import type { Appearance, NodeAppearance } from "../../../client/canvas/appearance-types.ts";
import { createGraph } from "../../../client/view/graph.ts";

/** Nodes by id: their rank, and how far right they lie. */
function view(nodes: Readonly<Record<string, readonly [rank: number, x: number]>>) {
  const graph = createGraph();
  for (const [id, [, x]] of Object.entries(nodes)) {
    const node = { id, labels: ["Entity"], properties: {} };
    graph.addNode(id, { node, x, y: 0, placed: true, pinned: false });
  }
  const look = (ranks: typeof nodes): Appearance => ({
    nodes: new Set(Object.keys(ranks)),
    relationships: new Set(),
    parallels: new Map(),
    focus: null,
    node: (id) => ({ rank: ranks[id]?.[0] }) as NodeAppearance,
    edge: () => {
      throw new Error("Names go by nodes alone.");
    },
  });
  return { graph, look, base: look(nodes) };
}

const stage = { left: 0, right: 100, top: -10, bottom: 10 };

describe("names", () => {
  it("are tried by rank, and by id where that is the same", () => {
    const { graph, base } = view({ b: [1, 0], a: [1, 0], c: [7, 0], d: [0, 0] });
    expect([...inOrder(base, graph)]).toEqual(["c", "a", "b", "d"]);
  });

  it("of nodes beyond the stage are passed over", () => {
    const { graph, base } = view({ far: [9, 400], near: [1, 50], edge: [0, 100] });
    expect([...inOrder(base, graph, stage)]).toEqual(["near", "edge"]);
  });

  it("of what stands apart come first, and once", () => {
    const { graph, look, base } = view({ hub: [9, 0], lit: [1, 0], other: [2, 0] });
    const shown = {
      ...look({ lit: [6001, 0] }),
      apart: { base, nodes: new Set(["lit"]), relationships: new Set<string>() },
    };
    expect([...inOrder(shown, graph)]).toEqual(["lit", "hub", "other"]);
  });
});

describe("the part of the graph on the stage", () => {
  it("follows the camera", () => {
    const toScreen = ({ x, y }: { x: number; y: number }) => ({ x: 2 * x - 40, y: 2 * y });
    expect(seenThrough({ toScreen, stage })).toEqual({ left: 20, right: 70, top: -5, bottom: 5 });
  });
});
