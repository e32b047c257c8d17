import { describe, expect, it } from "vitest";
import type { CameraState } from "sigma/types";
import { sizeRatio, textRatio } from "../../../client/canvas/lens.ts";
import { type Renderer, mostZoom, toScreen } from "../../../client/canvas/projection.ts";
import { createStageCamera } from "../../../client/canvas/stage-camera.ts";
import type { Guides } from "../../../schema/guides.ts";
import { createGraph } from "../../../client/view/graph.ts";

const stage = { width: 390, height: 560 };

/** A phone's stage with one name near its foot, and a camera that arrives at once. */
function openStage() {
  let state: CameraState = { x: 0.5, y: 0.5, ratio: 1, angle: 0 };
  let farthest: number = mostZoom.out;
  const go = (next: Partial<CameraState>) => {
    state = { ...state, ...next };
    return (state = { ...state, ratio: Math.min(state.ratio, farthest) });
  };
  const camera = {
    getState: () => state,
    setState: go,
    animate: go,
    get ratio() {
      return state.ratio;
    },
  };
  const setSetting = (_name: "maxCameraRatio", ratio: number) => (farthest = ratio);
  const sigma = { getCamera: () => camera, getDimensions: () => stage, setSetting } as unknown as Renderer;
  const graph = createGraph();
  const node = { id: "low", labels: ["Entity"], properties: {} };
  graph.addNode("low", { node, x: 170, y: 530, placed: true, pinned: false });
  graph.addNode("high", { node, x: 170, y: 90, placed: true, pinned: false });
  const subject = {
    graph,
    content: () => null,
    inColumns: () => true,
    fromMiddle: () => false,
    covered: () => 0,
    isStill: () => true,
  };
  return { camera, graph, sigma, stageCamera: createStageCamera(sigma, subject) };
}

describe("the camera before a network", () => {
  it("shows all of a large one, and of a small one no more than leaves its names legible", () => {
    const { camera, graph, sigma } = openStage();
    const content = () => ({ left: 0, right: stage.width * 5, top: 0, bottom: stage.height * 5 });
    const before = {
      graph,
      content,
      inColumns: () => false,
      fromMiddle: () => true,
      covered: () => 0,
      isStill: () => true,
    };
    createStageCamera(sigma, before).fit();
    expect(camera.ratio).toBeLessThan(3);
    const { node } = graph.getNodeAttributes("low");
    for (let n = 0; n < 400; n++) graph.addNode(`n-${n}`, { node, x: n, y: n, placed: true, pinned: false });
    createStageCamera(sigma, before).fit();
    expect(camera.ratio).toBeGreaterThan(4.9);
  });
});

describe("the camera before a drawing that is very large", () => {
  const huge = { left: 0, right: stage.width * 60, top: 0, bottom: stage.height * 60 };
  const open = (content = huge) => {
    const { camera, graph, sigma } = openStage();
    const { node } = graph.getNodeAttributes("low");
    for (let n = 0; n < 400; n++) graph.addNode(`n-${n}`, { node, x: n, y: n, placed: true, pinned: false });
    const still = { inColumns: () => false, fromMiddle: () => true, covered: () => 0, isStill: () => true };
    return { camera, stageCamera: createStageCamera(sigma, { graph, content: () => content, ...still }) };
  };

  it("goes as far back as shows it all, and a hand a little further", () => {
    const { camera, stageCamera } = open();
    stageCamera.fit();
    expect(camera.ratio).toBeCloseTo(60);
    for (let times = 0; times < 5; times++) stageCamera.zoomOut();
    expect(camera.ratio).toBeCloseTo(75);
  });

  it("may go there too after a hand has moved it", () => {
    const { camera, stageCamera } = open();
    camera.animate({ ratio: 3 });
    stageCamera.settle();
    expect(camera.ratio).toBe(3);
    stageCamera.zoomOut();
    camera.animate({ ratio: 70 });
    expect(camera.ratio).toBe(70);
  });

  /** Before a drawing whose size changes; as with Sigma a new limit holds at once. */
  const openChanging = () => {
    const { camera, graph, sigma } = openStage();
    const limit = sigma.setSetting.bind(sigma);
    sigma.setSetting = ((name: "maxCameraRatio", to: number) => {
      limit(name, to);
      camera.setState(camera.getState());
      return sigma;
    }) as Renderer["setSetting"];
    const { node } = graph.getNodeAttributes("low");
    for (let n = 0; n < 400; n++) graph.addNode(`n-${n}`, { node, x: n, y: n, placed: true, pinned: false });
    const large = (by: number) => ({ left: 0, right: stage.width * by, top: 0, bottom: stage.height * by });
    let content = large(60);
    const still = { inColumns: () => false, fromMiddle: () => true, covered: () => 0, isStill: () => true };
    const stageCamera = createStageCamera(sigma, { graph, content: () => content, ...still });
    return { camera, stageCamera, become: (by: number) => (content = large(by)) };
  };

  it("comes nearer by itself once the drawing has become smaller", () => {
    const { camera, stageCamera, become } = openChanging();
    stageCamera.fit();
    become(6);
    stageCamera.settle();
    expect(camera.ratio).toBeCloseTo(6);
  });

  it("goes back to where a hand had it before a smaller one", () => {
    const { camera, stageCamera, become } = openChanging();
    stageCamera.fit();
    camera.animate({ ratio: 45 });
    const place = stageCamera.place?.();
    become(3);
    stageCamera.fit();
    become(60);
    if (place) stageCamera.goTo?.(place);
    expect(camera.ratio).toBe(45);
  });

  it("goes no further than ever before a smaller one", () => {
    const { camera, stageCamera } = open({ left: 0, right: 900, top: 0, bottom: 900 });
    stageCamera.fit();
    for (let times = 0; times < 12; times++) stageCamera.zoomOut();
    expect(camera.ratio).toBe(mostZoom.out);
  });
});

describe("what stands in a corner of the stage", () => {
  const corner = { left: 190, right: 390, top: 0, bottom: 200 };
  const open = (guides: Guides | null = null) => {
    const { camera, graph, sigma } = openStage();
    graph.setAttribute("guides", guides);
    const subject = { graph, fromMiddle: () => false, inColumns: () => false, covered: () => 0, isStill: () => true };
    const stageCamera = createStageCamera(sigma, { ...subject, content: () => corner });
    return { camera, stageCamera, middle: () => toScreen(sigma, { x: 290, y: 100 }) };
  };

  it("stays there until it is to fit, is then in the middle, and is kept there", () => {
    const { stageCamera, middle } = open();
    stageCamera.settle();
    expect(middle()).toEqual({ x: 290, y: 100 });
    for (const act of ["fit", "settle"] as const) {
      stageCamera[act]();
      expect(middle().x).toBeCloseTo(stage.width / 2);
      expect(middle().y).toBeCloseTo(stage.height / 2);
    }
  });

  it("is in the middle again where a step is undone that was left so", () => {
    const { stageCamera, middle } = open();
    stageCamera.fit();
    const place = stageCamera.place?.();
    const other = open();
    if (place) other.stageCamera.goTo?.(place);
    expect(other.middle()).toEqual(middle());
  });

  it("stays where places mean something", () => {
    const { stageCamera, middle } = open({ kind: "grid", blocks: [] });
    stageCamera.fit();
    expect(middle()).toEqual({ x: 290, y: 100 });
  });
});

describe("a place of the camera", () => {
  it("is gone back to as it was left by hand", () => {
    const { camera, stageCamera } = openStage();
    const before = camera.animate({ x: 0.62, y: 0.31, ratio: 2.5 });
    const place = stageCamera.place?.();
    expect(place?.isFitted).toBe(false);
    stageCamera.fit();
    if (place) stageCamera.goTo?.(place);
    expect(camera.getState().ratio).toBe(2.5);
    expect(camera.getState().x).toBeCloseTo(before.x);
    expect(camera.getState().y).toBeCloseTo(before.y);
  });

  it("is where all is in sight now, if all was in sight there", () => {
    const { camera, stageCamera } = openStage();
    stageCamera.fit();
    const [place, fitted] = [stageCamera.place?.(), camera.getState()];
    camera.animate({ ratio: 4 });
    if (place) stageCamera.goTo?.(place);
    expect(camera.getState()).toEqual(fitted);
  });
});

describe("above a panel", () => {
  /** How high the middle of a small drawing at the stage's middle stands, with a panel over its lower half. */
  const middle = (inColumns: boolean) => {
    const { camera, graph, sigma } = openStage();
    const content = { left: 100, right: 200, top: 220, bottom: 270 };
    const subject = { graph, content: () => content, fromMiddle: () => false, isStill: () => true };
    createStageCamera(sigma, { ...subject, inColumns: () => inColumns, covered: () => 280 }).fit();
    return { ratio: camera.ratio, y: toScreen(sigma, { x: 150, y: 245 }).y };
  };

  it("a small network stands in the middle of what is left", () => {
    expect(middle(false)).toEqual({ ratio: 1, y: 140 });
  });

  it("columns that fit stay where they were laid out", () => {
    expect(middle(true)).toEqual({ ratio: 1, y: 245 });
  });
});

describe("seen from far away", () => {
  it("marks shrink as fast as the distances between them, and text stays legible", () => {
    expect(sizeRatio(1)).toBe(textRatio(1));
    expect(sizeRatio(12) / sizeRatio(4)).toBeCloseTo(3);
    expect(textRatio(12)).toBe(textRatio(4));
  });
});

describe("the camera above a sheet", () => {
  it("brings a covered node into what is left of the stage, and keeps what stands beside it", () => {
    const { graph, sigma, stageCamera } = openStage();
    stageCamera.centerAbove("low", 380);
    const { x, y } = toScreen(sigma, graph.getNodeAttributes("low"));
    expect(y).toBeGreaterThan(40);
    expect(y).toBeLessThan(stage.height - 380 - 20);
    expect(x).toBeCloseTo(170);
  });

  it("leaves a node alone that is in sight, or a stage that is covered whole", () => {
    const { camera, stageCamera } = openStage();
    const before = camera.getState();
    stageCamera.centerAbove("high", 380);
    stageCamera.centerAbove("low", 560);
    stageCamera.centerAbove("low", 0);
    stageCamera.uncover();
    expect(camera.getState()).toEqual(before);
  });

  it("goes back to where it began, and not where a hand has moved it", () => {
    const { camera, stageCamera } = openStage();
    const before = camera.getState();
    stageCamera.centerAbove("low", 380);
    stageCamera.centerAbove("high", 380);
    stageCamera.uncover();
    expect(camera.getState()).toEqual(before);
    stageCamera.centerAbove("low", 380);
    const moved = { ...camera.getState(), x: 0.7 };
    camera.setState(moved);
    stageCamera.uncover();
    expect(camera.getState()).toEqual(moved);
  });
});
