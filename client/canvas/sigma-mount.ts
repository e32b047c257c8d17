/** Sigma as we set it up: our two programs, our layer of names, one pixel to a unit of the graph. */
import { Sigma } from "sigma";
import type { Settings } from "sigma/settings";
import { type EdgeAttributes, type ExplorerGraph, type NodeAttributes, createGraph } from "../view/graph.ts";
import { segmentsFor } from "./programs/edge.ts";
import { NoProgram, drawPicking } from "./programs/picking.ts";
import { edgePrograms } from "./programs/straight.ts";
import { NodeShapes } from "./programs/node.ts";
import { sizeRatio } from "./lens.ts";
import { type Renderer, matchStage, mostZoom } from "./projection.ts";
import type { Reducers } from "./reducers.ts";

export const isStill = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

const settings = (): Partial<Settings<NodeAttributes, EdgeAttributes>> => ({
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
  nodeHoverProgramClasses: { shape: NoProgram },
});

/** Mounts Sigma and adds the layer of names. The graph is set later: until then nothing is worked out twice. */
export function mountSigma(container: HTMLElement, graph: ExplorerGraph, reducers: Reducers): Renderer {
  const sigma: Renderer = new Sigma<NodeAttributes, EdgeAttributes>(createGraph(), container, {
    ...settings(),
    edgeProgramClasses: edgePrograms(segmentsFor(graph.size)),
    nodeReducer: reducers.node,
    edgeReducer: reducers.edge,
  });
  const place: { style?: Partial<CSSStyleDeclaration>; beforeLayer: string } = { beforeLayer: "hovers" };
  sigma.createCanvasContext("captions", place);
  sigma.resize(true); // the new canvas has no size before
  matchStage(sigma);
  keepPixelRatio(sigma);
  pickWhenPointed(sigma, container);
  return sigma;
}

/**
 * The same graph, of whose changes Sigma hears nothing: it would work out all again for each node that is dropped, and
 * twice each line that is added, where the stage does so once for all that has changed within a frame.
 */
export const unheard = (graph: ExplorerGraph): ExplorerGraph => {
  const ignore = { value: () => graph };
  return Object.create(graph, { on: ignore, removeListener: ignore }) as ExplorerGraph;
};

/** What a pointer may ask about; Sigma's own listeners stand further in, so they come after. */
const pointings = ["mousemove", "mousedown", "click", "dblclick", "contextmenu", "touchstart", "touchend"] as const;

// Browsers without touch have no TouchEvent to compare with.
const touchOf = (event: Event): Touch | undefined =>
  "changedTouches" in event ? (event as TouchEvent).changedTouches[0] : undefined;

/** While a button is held the pointer drags and asks nothing. */
function pickWhenPointed(sigma: Renderer, container: HTMLElement): void {
  const pick = (event: Event) => {
    const at = event instanceof MouseEvent ? event : touchOf(event);
    if (at === undefined || (event.type === "mousemove" && "buttons" in at && at.buttons !== 0)) return;
    const { left, top, height } = container.getBoundingClientRect();
    drawPicking(sigma, { x: at.clientX - left, y: at.clientY - top }, height);
  };
  for (const pointing of pointings) container.addEventListener(pointing, pick, true);
  sigma.on("kill", () => pointings.forEach((pointing) => container.removeEventListener(pointing, pick, true)));
}

/** By itself Sigma would draw at a new pixel ratio on canvases of the old. */
function keepPixelRatio(sigma: Renderer): void {
  let drawnAt = window.devicePixelRatio;
  sigma.on("beforeRender", () => {
    if (drawnAt === window.devicePixelRatio) return;
    drawnAt = window.devicePixelRatio;
    sigma.resize(true);
  });
}

export function captionContext(sigma: Renderer): CanvasRenderingContext2D {
  const context = sigma.getCanvases()["captions"]?.getContext("2d");
  if (!context) throw new Error("The browser gives no 2D canvas, which the names need.");
  return context;
}
