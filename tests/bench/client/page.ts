/** Draws a network by our stage or by bare Sigma, and times what a person waits for; driven by run.ts. */
import { MultiDirectedGraph } from "graphology";
import { Sigma } from "sigma";
import { createApi } from "../../../client/api.ts";
import { createBrowserArrange } from "../../../client/canvas/browser-arrange.ts";
import { browserMeasure } from "../../../client/canvas/measure.ts";
import { StageRenderer } from "../../../client/canvas/renderer.ts";
import { stageScale } from "../../../client/canvas/text.ts";
import { createExplorer } from "../../../client/explorer/create.ts";
import { createGraph, mergeSubgraph } from "../../../client/view/graph.ts";
import { type Vocabulary, createExplorerStore } from "../../../client/store.ts";
import { readStrings } from "../../../client/strings/strings.ts";
import { tokens } from "../../../client/page/theme.ts";
import { type Network, generateNetwork } from "./network.ts";

export type Program = "ours" | "bare";

export interface Times {
  /** Milliseconds from plain rows to the first full frame. */
  first: number;
  /** Milliseconds of each frame while the camera moves. */
  frames: number[];
  /** Milliseconds of each of these frames that the page's own thread is busy. */
  script: number[];
  /** Milliseconds from a move of the pointer to what Sigma found under it. */
  picking: number[];
  /** Milliseconds from a move of the pointer onto a node to the frame that shows it. */
  hover: number[];
  /** Bytes of heap that the drawing keeps. */
  heap: number;
}

interface Drawing {
  sigma: Sigma;
  stop(): void;
}

const stage = document.getElementById("stage") as HTMLElement;
const size = { width: window.innerWidth, height: window.innerHeight };

const caption = { en: "", "zh-Hant": "", "zh-Hans": "" };
const label = (family: "people" | "orgs" | "made", shape: "circle" | "square" | "diamond") => ({
  caption,
  plural: caption,
  family,
  shape,
});
const vocabulary = {
  labels: { Person: label("people", "circle"), Company: label("orgs", "square"), Chip: label("made", "diamond") },
  relationships: {},
  measures: {},
  units: {},
} as unknown as Vocabulary;

function drawOurs({ nodes, relationships }: Network): Drawing {
  const store = createExplorerStore();
  store.setState({ vocabulary, layout: "organic", stage: size, revision: 1 });
  const graph = createGraph();
  const api = createApi(() => Promise.reject(new TypeError("There is no server here.")));
  const explorer = createExplorer({ api, store, graph, arrange: createBrowserArrange() });
  mergeSubgraph(graph, { nodes: nodes.map(({ node }) => node), relationships });
  const places = new Map(nodes.map(({ node, x, y }) => [node.id, { x, y }]));
  graph.updateEachNodeAttributes((id, attributes) => ({ ...attributes, ...places.get(id), placed: true }), {
    attributes: ["x", "y", "placed"],
  });
  const drawn = new StageRenderer(stage, explorer, browserMeasure(), () => {});
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the bench looks behind the stage
  return { sigma: (drawn as unknown as { sigma: Sigma }).sigma, stop: () => drawn.stop() };
}

/** As our stage sizes and colors them. */
function drawBare({ nodes, relationships }: Network): Drawing {
  const { family, edge } = tokens.light;
  const scale = stageScale(size);
  const graph = new MultiDirectedGraph();
  const degrees = new Map<string, number>();
  for (const { start, end } of relationships)
    for (const id of [start, end]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  for (const { node, x, y } of nodes) {
    const { family: known } = vocabulary.labels[node.labels[1] ?? ""] ?? { family: "context" as const };
    const radius = 6.5 + Math.min(7.5, 0.85 * Math.sqrt(degrees.get(node.id) ?? 0));
    const name = String(node.properties["nameEn"]);
    graph.addNode(node.id, { x, y: -y, size: radius * scale, color: family[known], label: name });
  }
  for (const { id, start, end } of relationships)
    graph.addDirectedEdgeWithKey(id, start, end, { size: 1.1 * scale, color: edge });
  const sigma = new Sigma(graph, stage, { allowInvalidContainer: true });
  return { sigma, stop: () => sigma.kill() };
}

/** Waits until the graphics processor, or what stands in for it, has done all that it was told. */
function finish(sigma: Sigma): void {
  const pixel = new Uint8Array(4);
  for (const canvas of Object.values(sigma.getCanvases())) {
    const gl = canvas.getContext("webgl2");
    gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
  }
}

const nextRender = (sigma: Sigma) => new Promise<void>((resolve) => sigma.once("afterRender", () => resolve()));
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const collected = async () => {
  (window as unknown as { gc?: () => void }).gc?.();
  await nextFrame();
  return (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize;
};

/** Pans and zooms along the same way; a frame lasts from Sigma's beginning it until all is drawn. */
async function timeFrames(sigma: Sigma, count: number): Promise<Pick<Times, "frames" | "script">> {
  const [frames, script]: [number[], number[]] = [[], []];
  let began = 0;
  sigma.on("beforeRender", () => (began = performance.now()));
  sigma.on("afterRender", () => script.push(performance.now() - began));
  for (let i = 0; i < count; i++) {
    const turn = (2 * Math.PI * (i + 0.5)) / count;
    const ratio = 0.55 + 0.45 * Math.cos(turn);
    const render = nextRender(sigma);
    sigma.getCamera().setState({ x: 0.5 + 0.1 * Math.sin(turn), y: 0.5, ratio, angle: 0 });
    await render;
    finish(sigma);
    frames.push(performance.now() - began);
  }
  return { frames, script };
}

async function timePointer(sigma: Sigma, network: Network, count: number): Promise<Pick<Times, "picking" | "hover">> {
  const mouse = sigma.getCanvases()["mouse"] as HTMLCanvasElement;
  const { left, top } = mouse.getBoundingClientRect();
  const move = (x: number, y: number) =>
    mouse.dispatchEvent(new MouseEvent("mousemove", { clientX: left + x, clientY: top + y, bubbles: true }));
  sigma.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
  await nextRender(sigma);
  const [picking, hover]: [number[], number[]] = [[], []];
  for (let i = 0; i < count; i++) {
    const { node } = network.nodes[Math.floor((network.nodes.length / count) * i)] as Network["nodes"][number];
    const { x, y } = sigma.getNodeDisplayData(node.id) as { x: number; y: number };
    const at = sigma.framedGraphToViewport({ x, y });
    await nextFrame();
    finish(sigma);
    const began = performance.now();
    const render = nextRender(sigma);
    move(at.x, at.y);
    picking.push(performance.now() - began);
    await Promise.race([render, nextFrame().then(nextFrame)]);
    finish(sigma);
    hover.push(performance.now() - began);
    move(1, 1);
    await nextFrame().then(nextFrame);
  }
  return { picking, hover };
}

/** Frames on the camera's way, and pointings: a software renderer takes seconds for each of a large network. */
const takes = (lines: number) => (lines <= 30_000 ? { frames: 24, pointings: 8 } : { frames: 6, pointings: 4 });

async function measure(program: Program, count: number, lines: number): Promise<Times> {
  await readStrings("en");
  const network = generateNetwork(count, lines, size.width, size.height);
  const before = await collected();
  const began = performance.now();
  const drawing = program === "ours" ? drawOurs(network) : drawBare(network);
  const { sigma } = drawing;
  finish(sigma);
  const first = performance.now() - began;
  const moving = await timeFrames(sigma, takes(lines).frames);
  const heap = (await collected()) - before;
  const pointer = await timePointer(sigma, network, takes(lines).pointings);
  drawing.stop();
  stage.replaceChildren();
  return { first, ...moving, heap, ...pointer };
}

Object.assign(window, { measure });
