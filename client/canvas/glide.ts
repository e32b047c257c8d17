/** Newcomers glide from the node that brought them; the graph holds their places from the start. */
import type { Point } from "../../scene/geometry.ts";
import type { ExplorerGraph } from "../graph.ts";

const duration = 320;

/** cubic-bezier(.2, 0, 0, 1), near enough: off at once, slow at the end. */
const ease = (t: number) => 1 - (1 - t) ** 4;

export interface Glide {
  /** Looks for nodes that have got a place since the last call; gives back whether any is on its way. */
  notice(graph: ExplorerGraph, drawn: ReadonlySet<string>, brought: string | null): boolean;
  /** Where a node is drawn now. */
  pointOf(graph: ExplorerGraph, id: string): Point;
  /** Nodes on their way, those that have just arrived included for the last time. */
  step(): string[];
  onTheWay(): boolean;
  isGliding(id: string): boolean;
}

export function createGlide(now: () => number, isStill: () => boolean): Glide {
  let settled: ReadonlySet<string> = new Set();
  const started = new Map<string, { from: Point; at: number }>();
  return {
    notice(graph, drawn, brought) {
      const fresh = [...drawn].filter((id) => !settled.has(id));
      if (settled.size > 0 && !isStill()) {
        for (const id of fresh) {
          const hub = originOf(graph, id, settled, brought);
          if (hub)
            started.set(id, {
              from: { x: graph.getNodeAttribute(hub, "x"), y: graph.getNodeAttribute(hub, "y") },
              at: now(),
            });
        }
      }
      settled = new Set(drawn);
      return started.size > 0;
    },
    pointOf(graph, id) {
      const { x, y } = graph.getNodeAttributes(id);
      const glide = started.get(id);
      if (!glide) return { x, y };
      const share = ease(Math.min((now() - glide.at) / duration, 1));
      return { x: glide.from.x + (x - glide.from.x) * share, y: glide.from.y + (y - glide.from.y) * share };
    },
    step() {
      const ids = [...started.keys()];
      for (const [id, { at }] of started) if (now() - at >= duration) started.delete(id);
      return ids;
    },
    onTheWay: () => started.size > 0,
    isGliding: (id) => started.has(id),
  };
}

/** The node that brought a newcomer: the one selected, else its first neighbor that was there before. */
function originOf(
  graph: ExplorerGraph,
  id: string,
  settled: ReadonlySet<string>,
  brought: string | null,
): string | undefined {
  const neighbors = graph.neighbors(id).filter((other) => settled.has(other) && graph.hasNode(other));
  return neighbors.find((other) => other === brought) ?? neighbors[0];
}
