/** Ten thousand names in each layout, and where the camera stands to show them all. */
import { beforeAll, expect, it } from "vitest";
import type { CameraState } from "sigma/types";
import { createAppearance } from "../../../client/canvas/appearance.ts";
import { createArrange } from "../../../client/canvas/arrange.ts";
import { contentOf } from "../../../client/canvas/content.ts";
import { readRowLooks } from "../../../client/canvas/later-looks.ts";
import { type Renderer, mostZoom, toScreen } from "../../../client/canvas/projection.ts";
import { createStageCamera } from "../../../client/canvas/stage-camera.ts";
import { createGraph, mergeSubgraph } from "../../../client/view/graph.ts";
import { createExplorerStore } from "../../../client/store.ts";
import { boxOfPoints } from "../../../scene/point-boxes.ts";
import type { Subgraph } from "../../../schema/graph.ts";

const stage = { width: 1100, height: 640 };
const many = 10_000;

/** Employers with some twenty people each, who came in one of forty years. */
const tenThousand: Subgraph = {
  nodes: Array.from({ length: many }, (_, i) => ({
    id: `n${i}`,
    labels: ["Thing"],
    properties: { nameEn: `Name ${i}` },
  })),
  relationships: Array.from({ length: many - 500 }, (_, i) => {
    const [start, end] = [`n${i + 500}`, `n${(i * 7) % 500}`];
    return { id: `r${i}`, type: "JOINED", start, end, properties: { start: String(1985 + (i % 40)) } };
  }),
};

beforeAll(readRowLooks);

it.each(["timeline", "radial", "layered", "grid", "organic"] as const)(
  "all of ten thousand names are in sight by %s",
  { timeout: 60_000 },
  async (layout) => {
    const graph = createGraph();
    mergeSubgraph(graph, tenThousand);
    const { getState, setState } = createExplorerStore();
    setState({ layout, stage, around: layout === "radial" ? ["n0"] : [] });
    await createArrange({ measure: (text) => text.length * 7 }).arrangeAnswer(getState(), graph);

    let [state, farthest]: [CameraState, number] = [{ x: 0.5, y: 0.5, ratio: 1, angle: 0 }, mostZoom.out];
    const setCamera = (next: CameraState) => (state = { ...next, ratio: Math.min(next.ratio, farthest) });
    const camera = { getState: () => state, setState: setCamera };
    const setSetting = (_name: string, ratio: number) => (farthest = ratio);
    const sigma = { getCamera: () => camera, getDimensions: () => stage, setSetting } as unknown as Renderer;
    const rows = layout === "radial" ? "rings" : layout === "organic" ? undefined : "rows";
    const still = {
      inColumns: () => false,
      fromMiddle: () => layout === "radial",
      covered: () => 0,
      isStill: () => true,
    };
    const content = () => contentOf(createAppearance(getState(), graph), graph, { namesAbove: false, rows });
    createStageCamera(sigma, { graph, content, ...still }).fit();

    const box = boxOfPoints(graph.mapNodes((_id, { x, y }) => toScreen(sigma, { x, y })));
    if (box === null) throw new Error("Ten thousand have a box.");
    expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(0);
    expect(box.right).toBeLessThanOrEqual(stage.width);
    expect(box.bottom).toBeLessThanOrEqual(stage.height);
  },
);
