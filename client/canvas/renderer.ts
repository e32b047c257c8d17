/** Sigma, mounted once on the explorer's graph and kept in step with its state. */
import { Sigma } from "sigma";
import type { Explorer } from "../explorer.ts";
import type { EdgeAttributes, NodeAttributes } from "../graph.ts";
import { hasNamesAbove, isInColumns } from "../visibility.ts";
import { type Appearance, createAppearance } from "./appearance.ts";
import { type Captions, createCaptions } from "./captions.ts";
import { contentOf } from "./content.ts";
import { createDocks } from "./docks.ts";
import { listen } from "./events.ts";
import { createGlide } from "./glide.ts";
import type { BrowserMeasure } from "./measure.ts";
import { createEdgeProgram, segmentsFor } from "./programs/edge.ts";
import { NodeShapes } from "./programs/node.ts";
import { type Renderer, matchStage, mostZoom, sizeRatio, toScreen } from "./projection.ts";
import { createReducers } from "./reducers.ts";
import { createStageCamera } from "./stage-camera.ts";

export interface StageRenderer {
  /** Calls after every frame, for what is laid over the stage. */
  onFrame(listener: () => void): void;
  toScreen(point: { x: number; y: number }): { x: number; y: number };
  appearance(): Appearance;
  /** Follows the container's size, or a new pixel ratio. */
  resize(): void;
  redraw(): void;
  stop(): void;
}

const isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

export function mountStage(container: HTMLElement, explorer: Explorer, text: BrowserMeasure): StageRenderer {
  const { graph, store } = explorer;
  const glide = createGlide(() => performance.now(), isStill);
  let appearance = createAppearance(store.getState(), graph);
  let docks = createDocks(store.getState(), graph, appearance, text.measure);
  let segments = segmentsFor(graph.size);
  let [stale, stopped] = [false, false];

  const reducers = createReducers({ store, graph, glide, appearance: () => appearance, docks: () => docks });
  const sigma: Renderer = new Sigma<NodeAttributes, EdgeAttributes>(graph, container, {
    ...settings(),
    edgeProgramClasses: { ribbon: createEdgeProgram(segments) },
    nodeReducer: reducers.node,
    edgeReducer: reducers.edge,
  });
  const captions = addCaptions(sigma, text);
  const camera = createStageCamera(sigma, {
    graph,
    content: () => contentOf(appearance, graph, hasNamesAbove(store.getState())),
    inColumns: () => isInColumns(store.getState()),
    isStill,
  });

  const lookAgain = () => {
    appearance = createAppearance(store.getState(), graph);
    docks = createDocks(store.getState(), graph, appearance, text.measure);
  };
  const refresh = () => {
    stale = false;
    lookAgain();
    const { selected } = store.getState();
    const setOff = glide.notice(graph, appearance.nodes, selected?.kind === "node" ? selected.id : null);
    if (setOff) requestAnimationFrame(advance);
    if (segments !== segmentsFor(graph.size)) {
      segments = segmentsFor(graph.size);
      sigma.setSetting("edgeProgramClasses", { ribbon: createEdgeProgram(segments) });
    }
    sigma.refresh();
  };
  const redraw = () => {
    if (stale) return;
    stale = true;
    requestAnimationFrame(() => {
      if (stale && !stopped) refresh();
    });
  };
  /** Draws what glides where it is now: Sigma's own indexing takes positions from the graph, past the reducer. */
  const nudge = (schedule: boolean) => {
    const nodes = glide.step().filter((id) => graph.hasNode(id));
    const edges = [...new Set(nodes.flatMap((id) => graph.edges(id)))];
    sigma.refresh({ partialGraph: { nodes, edges }, skipIndexation: true, schedule });
  };
  const advance = () => {
    if (stopped || !glide.onTheWay()) return;
    if (!stale) nudge(false);
    requestAnimationFrame(advance);
  };
  const settle = () => {
    captions.forget();
    lookAgain();
    camera.settle();
    redraw();
  };

  const listeners: (() => void)[] = [];
  let pixelRatio = window.devicePixelRatio;
  sigma.on("beforeRender", () => {
    if (pixelRatio === window.devicePixelRatio) return;
    pixelRatio = window.devicePixelRatio;
    sigma.resize(true); // by itself Sigma would draw at the new ratio on canvases of the old
  });
  sigma.on("afterProcess", () => {
    if (glide.onTheWay()) nudge(true);
  });
  sigma.on("afterRender", () => {
    if (stale) lookAgain();
    const pointOf = (id: string) => glide.pointOf(graph, id);
    captions.draw({
      sigma,
      state: store.getState(),
      graph,
      appearance,
      docks,
      pointOf,
      isGliding: (id) => glide.isGliding(id),
    });
    for (const listener of listeners) listener();
  });
  const unlisten = listen(sigma, explorer, { nameAt: (point) => captions.hit(point), drawn: () => appearance.nodes });
  const unfollow = store.subscribe((state, before) => {
    redraw();
    if (state.answer !== before.answer) camera.reset();
  });
  for (const event of graphEvents) graph.on(event, redraw);
  graph.on("eachNodeAttributesUpdated", settle);
  explorer.registerCamera(camera);
  refresh();

  return {
    onFrame: (listener) => void listeners.push(listener),
    toScreen: (point) => toScreen(sigma, point),
    appearance: () => appearance,
    redraw,
    resize() {
      sigma.resize(true);
      matchStage(sigma);
      settle();
    },
    stop() {
      stopped = true;
      unlisten();
      unfollow();
      for (const event of graphEvents) graph.removeListener(event, redraw);
      graph.removeListener("eachNodeAttributesUpdated", settle);
      sigma.kill();
    },
  };
}

const graphEvents = [
  "nodeAdded",
  "edgeAdded",
  "nodeDropped",
  "edgeDropped",
  "cleared",
  "nodeAttributesUpdated",
] as const;

function settings() {
  return {
    renderLabels: false,
    renderEdgeLabels: false,
    enableEdgeEvents: true,
    zIndex: true,
    stagePadding: 0,
    minCameraRatio: mostZoom.in,
    maxCameraRatio: mostZoom.out,
    zoomToSizeRatioFunction: sizeRatio,
    zoomDuration: isStill() ? 1 : 200,
    inertiaDuration: isStill() ? 0 : 160,
    enableCameraRotation: false,
    allowInvalidContainer: true,
    defaultDrawNodeHover: () => {}, // the default is a white pill, in the dark too
    defaultNodeType: "shape",
    defaultEdgeType: "ribbon",
    nodeProgramClasses: { shape: NodeShapes },
  };
}

function addCaptions(sigma: Renderer, text: BrowserMeasure): Captions {
  const place: { style?: Partial<CSSStyleDeclaration>; beforeLayer: string } = { beforeLayer: "hovers" };
  sigma.createCanvasContext("captions", place);
  sigma.resize(true); // the new canvas has no size before
  matchStage(sigma);
  const context = sigma.getCanvases()["captions"]?.getContext("2d");
  if (!context) throw new Error("The browser gives no 2D canvas, which the names need.");
  return createCaptions(context, text.measure);
}
