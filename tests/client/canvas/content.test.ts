/** What the camera shows when all is to be in sight. */
import { describe, expect, it } from "vitest";
import { contentOf } from "../../../client/canvas/content.ts";
import { createAppearance } from "../../../client/canvas/appearance.ts";
import { reachOf } from "../../../client/canvas/row-looks.ts";
import { createExplorerStore } from "../../../client/store.ts";
import { createGraph } from "../../../client/view/graph.ts";
import { controlPoints, pointAt } from "../../../scene/geometry.ts";

const route = { kind: "via" as const, bend: 0.8, fan: 0.8 };
const [from, to] = [
  { x: 100, y: 300 },
  { x: 700, y: 320 },
];

/** Two names with a line that bows far out below them. */
function openBowed() {
  const graph = createGraph();
  for (const [id, at] of Object.entries({ from, to }))
    graph.addNode(id, { node: { id, labels: ["Entity"], properties: {} }, ...at, placed: true, pinned: false });
  const relationship = { id: "line", type: "MADE", start: "from", end: "to", properties: {} };
  graph.addDirectedEdgeWithKey("line", "from", "to", { relationship });
  const appearance = createAppearance(createExplorerStore().getState(), graph);
  const docks = { lineOf: () => ({ route, dockSource: 0, dockTarget: 0 }) };
  return { appearance, graph, reach: reachOf(graph, appearance, docks, 1) };
}

const lowest = () => {
  const curve = controlPoints(from, to, route);
  return Math.max(...Array.from({ length: 101 }, (_, i) => pointAt(curve, i / 100).y));
};

const stage = { width: 800, height: 400, over: 30 };

describe("all that is in sight", () => {
  it("holds lines that bow out below the last row", () => {
    const { appearance, graph, reach } = openBowed();
    expect(lowest()).toBeGreaterThan(to.y + 50);
    const looks = { namesAbove: false, rows: "rows" as const, under: stage };
    expect(contentOf(appearance, graph, looks)?.bottom).toBeLessThan(lowest());
    expect(contentOf(appearance, graph, { ...looks, reach })?.bottom).toBeGreaterThan(lowest());
  });

  it.each(["rows", undefined] as const)(
    "leaves names the more room from afar, where they stay as large (%s)",
    (rows) => {
      const { appearance, graph } = openBowed();
      const looks = { namesAbove: false, rows };
      const near = contentOf(appearance, graph, { ...looks, under: { ...stage, width: 2000, height: 2000 } });
      const far = contentOf(appearance, graph, { ...looks, under: { ...stage, width: 400 } });
      expect(far?.left).toBeLessThan(near?.left ?? -Infinity);
      expect(far?.right).toBeGreaterThan(near?.right ?? Infinity);
    },
  );
});
