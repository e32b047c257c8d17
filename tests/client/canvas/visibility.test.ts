import { describe, expect, it } from "vitest";
import { noFilters } from "../../../client/store.ts";
import { foldBelow, threadOf } from "../../../client/view/question-view.ts";
import { undrawn, visibleNodes, visibleRelationships } from "../../../client/view/visibility.ts";
import { edgeBetween, openView, question, select } from "./support/view.ts";

const phone = { ...question, stage: { width: foldBelow - 1, height: 520 } };

describe("threadOf", () => {
  it("is the origin a person came from, both, or neither", () => {
    expect(threadOf(question, "zhang-jianzhong")).toBe("nvidia");
    expect(threadOf(question, "chen-weiliang")).toBe("amd");
    expect(threadOf(question, "xu-lingjie")).toBe("both");
    expect(threadOf(question, "zhang-wen")).toBe("neither");
    expect(threadOf(question, "nvidia")).toBe("nvidia");
  });

  it("is nothing for what has no thread, nor in free exploration", () => {
    expect(threadOf(question, "biren")).toBeNull();
    expect(threadOf({ ...question, answer: null }, "zhang-jianzhong")).toBeNull();
  });
});

describe("what a question draws", () => {
  it("leaves out lines that jump the people", async () => {
    const graph = await openView();
    const lines = visibleRelationships(question, graph);
    expect(lines.has(edgeBetween(graph, "metax", "nvidia"))).toBe(false);
    expect(lines.has(edgeBetween(graph, "zhang-jianzhong", "musa"))).toBe(false);
    expect(lines.has(edgeBetween(graph, "zhang-jianzhong", "dell"))).toBe(true);
    expect(undrawn(question, graph)).toEqual({ nodes: 0, relationships: 4 });
  });

  it("draws them when asked, and when an end is selected", async () => {
    const graph = await openView();
    const jumping = edgeBetween(graph, "metax", "nvidia");
    expect(visibleRelationships({ ...question, ...select("metax") }, graph).has(jumping)).toBe(true);
    expect(undrawn({ ...question, showUndrawn: true }, graph)).toEqual({ nodes: 0, relationships: 0 });
  });

  it("draws all of them by forces", async () => {
    const graph = await openView();
    expect(visibleRelationships({ ...question, layout: "organic" }, graph).size).toBe(graph.size);
  });

  it("folds the outer columns away on a phone, and counts them", async () => {
    const graph = await openView(phone);
    const nodes = visibleNodes(phone, graph);
    expect([nodes.has("dell"), nodes.has("hkex"), nodes.has("nvidia"), nodes.has("biren")]).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect(undrawn(phone, graph).nodes).toBe(31);
    expect(visibleNodes({ ...phone, ...select("dell") }, graph).has("dell")).toBe(true);
  });
});

describe("filters", () => {
  it("hide a label's nodes with their lines, and keep dimmed ones", async () => {
    const graph = await openView();
    const hidden = { ...question, filters: { ...noFilters, labels: { Chip: "hide" as const } } };
    expect(visibleNodes(hidden, graph).has("chunxiao")).toBe(false);
    expect(visibleRelationships(hidden, graph).has(edgeBetween(graph, "moore-threads", "chunxiao"))).toBe(false);
    const dimmed = { ...question, filters: { ...noFilters, labels: { Chip: "dim" as const } } };
    expect(visibleNodes(dimmed, graph).has("chunxiao")).toBe(true);
  });

  it("hide the people of a thread, and no company", async () => {
    const graph = await openView();
    const nodes = visibleNodes({ ...question, filters: { ...noFilters, threads: { nvidia: "hide" } } }, graph);
    expect([nodes.has("zhang-yubo"), nodes.has("nvidia"), nodes.has("xu-lingjie")]).toEqual([false, true, true]);
  });

  it("hide lines of a type or a certainty", async () => {
    const graph = await openView();
    const planned = edgeBetween(graph, "biren", "hkex");
    const founded = edgeBetween(graph, "zhang-wen", "biren");
    const lines = visibleRelationships(
      { ...question, filters: { ...noFilters, types: { FOUNDED: "hide" }, certainties: { planned: "hide" } } },
      graph,
    );
    expect([lines.has(planned), lines.has(founded)]).toEqual([false, false]);
  });

  it("are apart from what is hidden by hand and from what has no place yet", async () => {
    const graph = await openView();
    graph.setNodeAttribute("dell", "placed", false);
    const nodes = visibleNodes({ ...question, hidden: new Set(["hp"]) }, graph);
    expect([nodes.has("dell"), nodes.has("hp")]).toEqual([false, false]);
  });
});

describe("what is drawn", () => {
  it("is worked out once for all who ask, also while the pointer moves and nodes are dragged", async () => {
    const graph = await openView();
    const free = { ...question, answer: null, layout: "organic" } as const;
    const nodes = visibleNodes(free, graph);
    const lines = visibleRelationships(free, graph);
    graph.mergeNodeAttributes("biren", { x: 7, y: 8 });
    const pointed = { ...free, hovered: { kind: "node", id: "biren" } as const };
    expect(visibleNodes(pointed, graph)).toBe(nodes);
    expect(visibleRelationships(pointed, graph)).toBe(lines);
  });

  it("is worked out anew when something has left, is filtered or is selected in columns", async () => {
    const graph = await openView();
    const before = visibleRelationships(question, graph).size;
    expect(visibleRelationships({ ...question, ...select("metax") }, graph).size).toBeGreaterThan(before);
    const filters = { ...noFilters, labels: { Person: "hide" } } as const;
    expect(visibleNodes({ ...question, filters }, graph).has("zhang-jianzhong")).toBe(false);
    graph.dropNode("biren");
    expect(visibleNodes(question, graph).has("biren")).toBe(false);
  });
});

describe("a filter that dims", () => {
  it("changes nothing of what is drawn, which is not looked for again", async () => {
    const graph = await openView();
    const dimmed = { ...question, filters: { ...noFilters, labels: { Person: "dim" } } } as const;
    expect(visibleNodes(dimmed, graph)).toBe(visibleNodes(question, graph));
    expect(visibleRelationships(dimmed, graph)).toBe(visibleRelationships(question, graph));
  });

  it("beside one that hides leaves hidden what that hides", async () => {
    const graph = await openView();
    const hides = { ...question, filters: { ...noFilters, labels: { Person: "hide" } } } as const;
    const both = { ...question, filters: { ...noFilters, labels: { Person: "hide", Company: "dim" } } } as const;
    expect(visibleNodes(both, graph)).toBe(visibleNodes(hides, graph));
    expect(visibleNodes(both, graph).has("zhang-jianzhong")).toBe(false);
  });
});
