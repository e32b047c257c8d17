/**
 * What stands out of thousands, on a canvas of its own above theirs: these fade as pictures do, and nothing of them is
 * drawn again while a pointer goes from one node to the next.
 */
import type { EdgeDisplayData, NodeDisplayData } from "sigma/types";
import type { ExplorerGraph } from "../view/graph.ts";
import type { Appearance } from "./appearance-types.ts";
import type { DrawnLooks } from "./drawn-looks.ts";
import { dimming } from "./drawn-scene.ts";
import { NodeShapes } from "./programs/node.ts";
import { StraightEdges } from "./programs/straight.ts";
import type { Renderer } from "./projection.ts";
import type { Reducers } from "./reducers.ts";
import { repaint } from "./repaint.ts";
import { isVeiled } from "./spotlight.ts";

export interface LitLayer {
  /** Takes what stands out of this look, and draws it. */
  light(appearance: Appearance): void;
  /** Draws it again, as after the camera has moved. */
  draw(): void;
  /** Draws anew what looks otherwise of all that lies below; false where all of it has to be drawn. */
  repaint(): boolean;
}

export function createLitLayer(
  sigma: Renderer,
  graph: ExplorerGraph,
  reducers: Reducers,
  { base, drawn }: { base: Reducers; drawn: DrawnLooks },
): LitLayer {
  let programs: Programs | undefined;
  let isLit = false;
  const draw = () => {
    if (!isLit || programs === undefined) return;
    const { gl, nodes, edges } = programs;
    matchSize(sigma, gl.canvas as HTMLCanvasElement);
    gl.clear(gl.COLOR_BUFFER_BIT);
    const params = sigma.getRenderParams();
    edges.render(params);
    nodes.render(params);
  };
  return {
    light(appearance) {
      const { nodes, edges } = litOf(sigma, graph, appearance, reducers);
      fade(sigma, isVeiled(appearance));
      if (nodes.length === 0 && !isLit) return;
      programs ??= createPrograms(sigma);
      fill(programs, nodes, edges);
      isLit = true;
      draw();
      isLit = nodes.length > 0;
    },
    draw,
    repaint: () => repaint(sigma, graph, base, drawn),
  };
}

type Programs = ReturnType<typeof createPrograms>;

function createPrograms(sigma: Renderer) {
  const canvas = sigma.createCanvas("lit", { beforeLayer: "captions" });
  const gl = sigma.createWebGLContext("lit", { canvas });
  return { gl, nodes: new NodeShapes(gl, null, sigma), edges: new StraightEdges(gl, null, sigma) };
}

/** Sigma gives a new canvas its size with the next resize of all, which would empty the others. */
function matchSize(sigma: Renderer, canvas: HTMLCanvasElement): void {
  const { edges } = sigma.getCanvases();
  if (edges === undefined || (canvas.width === edges.width && canvas.height === edges.height)) return;
  Object.assign(canvas, { width: edges.width, height: edges.height });
  Object.assign(canvas.style, { width: edges.style.width, height: edges.style.height });
}

/** The canvases of all that does not stand out, with how far they fade. */
const fading = { edges: dimming.line, nodes: dimming.node } as const;

function fade(sigma: Renderer, isVeiled: boolean): void {
  const canvases = sigma.getCanvases();
  for (const [layer, share] of Object.entries(fading)) {
    const canvas = canvases[layer];
    if (canvas) canvas.style.opacity = isVeiled ? String(1 - share) : "";
  }
}

type Placed = Pick<NodeDisplayData, "x" | "y">;
interface LitEdge {
  source: NodeDisplayData;
  target: NodeDisplayData;
  look: EdgeDisplayData;
}

function fill({ nodes, edges }: Programs, litNodes: readonly NodeDisplayData[], litEdges: readonly LitEdge[]): void {
  nodes.reallocate(litNodes.length);
  for (const [i, look] of litNodes.entries()) nodes.process(0, i, look);
  edges.reallocate(litEdges.length);
  for (const [i, { source, target, look }] of litEdges.entries()) edges.process(0, i, source, target, look);
}

/** What stands out, at the places that Sigma has given its nodes. */
function litOf(sigma: Renderer, graph: ExplorerGraph, { apart }: Appearance, reducers: Reducers) {
  const known = new Map<string, NodeDisplayData | undefined>();
  const place = (id: string): NodeDisplayData | undefined => {
    const at: Placed | undefined = sigma.getNodeDisplayData(id);
    return at && ({ ...reducers.node(id), x: at.x, y: at.y } as NodeDisplayData);
  };
  // Asked for each line's two ends, of which thousands may be the same few.
  const placed = (id: string): NodeDisplayData | undefined => {
    if (!known.has(id)) known.set(id, place(id));
    return known.get(id);
  };
  const nodes = [...(apart?.nodes ?? [])].flatMap((id) => placed(id) ?? []);
  const edges = [...(apart?.relationships ?? [])].flatMap((id): LitEdge[] => {
    const [source, target] = graph.extremities(id).map(placed);
    return source && target ? [{ source, target, look: reducers.edge(id) as EdgeDisplayData }] : [];
  });
  return { nodes, edges };
}
