import { describe, expect, it } from "vitest";
import { createAppearance } from "../../../client/canvas/appearance.ts";
import { createGlide } from "../../../client/canvas/glide.ts";
import { createLeaving } from "../../../client/canvas/leaving.ts";
import { type ExplorerGraph, createGraph, dropNodes } from "../../../client/view/graph.ts";
import { bundle } from "../../../client/view/groups.ts";
import { tokens } from "../../../client/page/theme.ts";
import { openView, question } from "./support/view.ts";

/** A glide over a graph whose nodes have all been drawn once, and its clock. */
async function drawn() {
  const graph = await openView();
  const clock = { time: 0 };
  const glide = createGlide(
    () => clock.time,
    () => false,
  );
  const all = new Set(graph.nodes());
  glide.notice(graph, all, null);
  return { graph, clock, glide, all };
}

const xOf = (graph: ExplorerGraph, id: string) => graph.getNodeAttribute(id, "x");

/** Biren on its way to a place 100 pixels to the right, at half its time. */
async function halfWay() {
  const all = await drawn();
  const { graph, clock, glide } = all;
  const before = xOf(graph, "biren");
  const moveTo = (x: number) => {
    glide.remember(graph, () => true);
    graph.mergeNodeAttributes("biren", { x });
    glide.notice(graph, all.all, null);
  };
  moveTo(before + 100);
  const began = glide.pointOf(graph, "biren").x;
  clock.time = 80;
  return { graph, glide, before, began, moveTo, shown: glide.pointOf(graph, "biren").x };
}

/** A group with members, as grouping puts it on screen. */
function addGroup(graph: ExplorerGraph, members: readonly string[]): void {
  const node = { id: "group:own:1", labels: [], properties: { members: [...members] } };
  graph.addNode(node.id, { node, x: 500, y: 500, placed: true, pinned: false });
  graph.setAttribute("hasGroups", true);
  bundle(graph);
}

describe("a step that is undone", () => {
  it("moves from where everything is drawn", async () => {
    const { before, began, shown } = await halfWay();
    expect(began).toBe(before);
    expect(shown).toBeGreaterThan(before);
    expect(shown).toBeLessThan(before + 100);
  });

  it("goes on from half-way when the next follows while it moves", async () => {
    const { graph, glide, before, moveTo, shown } = await halfWay();
    moveTo(before);
    expect(glide.pointOf(graph, "biren").x).toBe(shown);
  });

  it("stops what it finds where it belongs", async () => {
    const { glide, moveTo, shown } = await halfWay();
    moveTo(shown);
    expect(glide.isGliding("biren")).toBe(false);
  });
});

describe("a group that opens", () => {
  it("gives up its members where it stood", async () => {
    const { graph, glide } = await drawn();
    const members = ["zhang-wen", "zhang-yubo"];
    addGroup(graph, members);
    glide.notice(graph, new Set(graph.nodes().filter((id) => !members.includes(id))), null);
    glide.remember(graph, () => true);
    graph.dropNode("group:own:1");
    bundle(graph);
    glide.notice(graph, new Set(graph.nodes()), null);
    expect(members.map((id) => glide.pointOf(graph, id))).toEqual([
      { x: 500, y: 500 },
      { x: 500, y: 500 },
    ]);
  });
});

/** Draws what leaves and gives back where circles are and how faint. */
function circlesOf(leaving: ReturnType<typeof createLeaving>) {
  const circles: { x: number; y: number; alpha: number }[] = [];
  const nothing = () => {};
  const context = {
    globalAlpha: 1,
    arc: (x: number, y: number) => circles.push({ x, y, alpha: context.globalAlpha }),
    beginPath: nothing,
    closePath: nothing,
    fill: nothing,
    stroke: nothing,
    moveTo: nothing,
    lineTo: nothing,
  };
  const lens = { toScreen: (point: { x: number; y: number }) => point, scale: 1, marks: 1 };
  leaving.draw(
    context as unknown as CanvasRenderingContext2D,
    { ...lens, stage: { left: 0, top: 0, right: 900, bottom: 600 } },
    tokens.light,
  );
  return circles;
}

async function kept(isStill = false) {
  const graph = await openView();
  const clock = { time: 0 };
  const pointOf = (id: string) => {
    const { x, y } = graph.getNodeAttributes(id);
    return { x, y };
  };
  const leaving = createLeaving(
    graph,
    pointOf,
    () => clock.time,
    () => isStill,
  );
  leaving.keep(createAppearance(question, graph));
  return { graph, clock, leaving, pointOf };
}

describe("what leaves", () => {
  it("fades on its way to the neighbor that brought it, and is gone", async () => {
    const { graph, clock, leaving, pointOf } = await kept();
    const from = pointOf("zhang-wen");
    dropNodes(graph, ["zhang-wen"]);
    expect(leaving.leave(new Set(graph.nodes()), "biren")).toBe(true);
    expect(circlesOf(leaving)).toEqual([{ ...from, alpha: 1 }]);
    clock.time = 100;
    const [half] = circlesOf(leaving);
    expect(half?.x).toBeGreaterThan(from.x);
    expect(half?.x).toBeLessThan(xOf(graph, "biren"));
    expect(half?.alpha).toBeLessThan(1);
    clock.time = 400;
    expect(circlesOf(leaving)).toEqual([]);
    expect(leaving.onTheWay()).toBe(false);
  });

  it("goes into the group that takes it in", async () => {
    const { graph, clock, leaving } = await kept();
    const members = ["zhang-wen", "zhang-yubo"];
    addGroup(graph, members);
    leaving.leave(new Set(graph.nodes().filter((id) => !members.includes(id))), null);
    clock.time = 319;
    for (const { x, y } of circlesOf(leaving)) {
      expect(x).toBeCloseTo(500, 0);
      expect(y).toBeCloseTo(500, 0);
    }
    expect(circlesOf(leaving)).toHaveLength(2);
  });

  it("is gone at once for those who want no motion", async () => {
    const { graph, leaving } = await kept(true);
    dropNodes(graph, ["zhang-wen"]);
    expect(leaving.leave(new Set(graph.nodes()), "biren")).toBe(false);
  });
});

describe("newcomers", () => {
  /** Around one node that was there before. */
  const arrived = (count: number) => {
    const graph = createGraph();
    const ids = Array.from({ length: count }, (_, i) => `n${i}`);
    const add = (id: string, x: number) =>
      graph.addNode(id, { node: { id, labels: [], properties: {} }, x, y: 0, placed: true, pinned: false });
    add("hub", 0);
    const glide = createGlide(
      () => 0,
      () => false,
    );
    glide.notice(graph, new Set(["hub"]), null);
    for (const id of ids) {
      add(id, 100);
      const relationship = { id: `r-${id}`, type: "NEAR", start: "hub", end: id, properties: {} };
      graph.addDirectedEdgeWithKey(relationship.id, "hub", id, { relationship });
    }
    return { graph, glide, isOnTheWay: glide.notice(graph, new Set(["hub", ...ids]), null) };
  };

  it("come from the node that was there before", () => {
    const { graph, glide, isOnTheWay } = arrived(10);
    expect(isOnTheWay).toBe(true);
    expect(glide.pointOf(graph, "n3").x).toBe(0);
  });

  it("are where they belong at once when they are thousands, as a frame has no time to move them", () => {
    const { graph, glide, isOnTheWay } = arrived(2000);
    expect(isOnTheWay).toBe(false);
    expect(glide.pointOf(graph, "n3").x).toBe(100);
  });
});
