/**
 * The whole drawing in small, with a frame around what the camera shows: there only while that is a part of it. A drag
 * on it moves the view. It is for pointers alone: by keys one fits and zooms.
 */
import "../styles/overview.css";
import type { Box, Point } from "../../scene/geometry.ts";
import { boxOfPoints, centerOf } from "../../scene/point-boxes.ts";
import type { ExplorerStore } from "../store.ts";
import { say } from "../strings/strings.ts";
import type { ExplorerGraph } from "../view/graph.ts";
import { tokens } from "../page/theme.ts";
import type { Appearance } from "./appearance-types.ts";
import { type Scaling, frameOf, fromPicture, isPartly, pictureSize, scalingOf, toPicture } from "./overview-scale.ts";
import { type Renderer, cameraOver, toGraph } from "./projection.ts";

/** Of fewer nodes the whole is known at a glance. */
const fewest = 12;
/** With more lines than these the nodes alone tell the shape. */
const mostLines = 1500;
/** On a smaller stage it would be in the way. */
const leastStage = { width: 640, height: 360 } as const;
/** Among thousands the picture follows a dragged node so many ms later. */
const patience = 200;

export interface Overview {
  /** Draws anew what has changed since; the view as it is seen now. */
  draw(appearance: Appearance): void;
}

interface Picture {
  scaling: Scaling;
  /** All places. */
  box: Box;
  /** The look that it was painted from. */
  look: Appearance;
}

export function createOverview(sigma: Renderer, graph: ExplorerGraph, store: ExplorerStore): Overview {
  const { root, canvas, frame } = createElements(sigma.getContainer());
  let picture: Picture | null = null;
  let isStale = false;
  let isPainted = false;
  let timer: number | undefined;
  const view = (): Box => {
    const { width, height } = sigma.getDimensions();
    const [first, last] = [
      toGraph(sigma, { x: 0, y: 0 }),
      toGraph(sigma, { x: width, y: height - store.getState().covered }),
    ];
    return { left: first.x, top: first.y, right: last.x, bottom: last.y };
  };
  const isRoomy = () => {
    const { width, height } = sigma.getDimensions();
    return width >= leastStage.width && height - store.getState().covered >= leastStage.height;
  };
  const draw = (appearance: Appearance) => {
    const look = appearance.apart?.base ?? appearance;
    const isWanted = look.nodes.size >= fewest && isRoomy();
    if (isWanted && (picture === null || picture.look !== look || isStale)) {
      const box = boxOfPoints(placesIn(graph, look));
      if (box !== null) picture = { scaling: scalingOf(box), box, look };
      isStale = false;
      // What is not seen is painted when it is.
      isPainted = false;
    }
    const seen = view();
    root.hidden = !isWanted || picture === null || !isPartly(picture.box, seen);
    if (root.hidden || picture === null) return;
    if (!isPainted) {
      const { theme, language } = store.getState();
      paint(canvas, graph, picture, tokens[theme].edge);
      root.title = say(language, "overview.title");
      isPainted = true;
    }
    const at = frameOf(picture.scaling, seen);
    Object.assign(frame.style, {
      left: `${at.left}px`,
      top: `${at.top}px`,
      width: `${at.right - at.left}px`,
      height: `${at.bottom - at.top}px`,
    });
  };
  const move = () => {
    isStale = true;
    timer ??= window.setTimeout(() => {
      timer = undefined;
      if (picture !== null && isStale) draw(picture.look);
    }, patience);
  };
  graph.on("nodeAttributesUpdated", move);
  graph.on("eachNodeAttributesUpdated", move);
  followDrag(root, frame, (by) => {
    if (picture === null) return;
    const camera = sigma.getCamera();
    const middle = centerOf(view());
    const { scaling } = picture;
    const to =
      "to" in by
        ? fromPicture(scaling, by.to)
        : { x: middle.x + by.x / scaling.scale, y: middle.y + by.y / scaling.scale };
    camera.setState(cameraOver(sigma, to, camera.ratio, store.getState().covered));
  });
  sigma.on("kill", () => {
    window.clearTimeout(timer);
    graph.removeListener("nodeAttributesUpdated", move);
    graph.removeListener("eachNodeAttributesUpdated", move);
    root.remove();
  });
  return { draw };
}

function createElements(container: HTMLElement) {
  const root = document.createElement("div");
  root.className = "overview";
  root.hidden = true;
  root.setAttribute("aria-hidden", "true");
  const canvas = document.createElement("canvas");
  const frame = document.createElement("div");
  root.append(canvas, frame);
  (container.parentElement ?? container).append(root);
  return { root, canvas, frame };
}

/** Of what a look shows, the nodes that are still there. */
function* placesIn(graph: ExplorerGraph, { nodes }: Appearance): Iterable<Point> {
  for (const id of nodes) if (graph.hasNode(id)) yield graph.getNodeAttributes(id);
}

/** A dot for each node in its color, and the lines where they are few. */
function paint(canvas: HTMLCanvasElement, graph: ExplorerGraph, { scaling, look }: Picture, edge: string): void {
  const pixel = window.devicePixelRatio || 1;
  canvas.width = pictureSize.width * pixel;
  canvas.height = scaling.height * pixel;
  Object.assign(canvas.style, { width: `${pictureSize.width}px`, height: `${scaling.height}px` });
  const context = canvas.getContext("2d");
  if (context === null) return;
  context.scale(pixel, pixel);
  const at = (id: string) => toPicture(scaling, graph.getNodeAttributes(id));
  if (look.relationships.size <= mostLines) {
    context.strokeStyle = edge;
    context.globalAlpha = 0.35;
    context.lineWidth = 0.6;
    context.beginPath();
    for (const id of look.relationships) {
      if (!graph.hasEdge(id)) continue;
      const [from, to] = graph.extremities(id).map(at);
      if (!from || !to) continue;
      context.moveTo(from.x, from.y);
      context.lineTo(to.x, to.y);
    }
    context.stroke();
    context.globalAlpha = 1;
  }
  const least = look.nodes.size > 1000 ? 1 : 2.4;
  for (const id of look.nodes) {
    if (!graph.hasNode(id)) continue;
    const { color, radius } = look.node(id);
    const { x, y } = at(id);
    const side = Math.max(least, 2 * radius * scaling.scale);
    context.fillStyle = color;
    context.fillRect(x - side / 2, y - side / 2, side, side);
  }
}

/** By how much what is seen goes, or to where: a press beside the frame brings it there. In the picture's pixels. */
type Move = { to: Point } | Point;

function followDrag(root: HTMLElement, frame: HTMLElement, go: (by: Move) => void): void {
  let last: Point | null = null;
  root.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    root.setPointerCapture(event.pointerId);
    const { left, top } = root.getBoundingClientRect();
    if (event.target !== frame) go({ to: { x: event.clientX - left, y: event.clientY - top } });
    last = { x: event.clientX, y: event.clientY };
  });
  root.addEventListener("pointermove", (event) => {
    if (last === null) return;
    go({ x: event.clientX - last.x, y: event.clientY - last.y });
    last = { x: event.clientX, y: event.clientY };
  });
  const end = () => {
    last = null;
  };
  root.addEventListener("pointerup", end);
  root.addEventListener("pointercancel", end);
}
