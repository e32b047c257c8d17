/** Newcomers glide from the node that brought them, and all from where they are to where another layout or step has them; the graph holds their places from the start. */
import type { Point } from "../../scene/geometry.ts";
import type { ExplorerGraph } from "../view/graph.ts";
import { groupsIn, isGroup, membersOf } from "../view/groups.ts";

/** Milliseconds that a motion takes. */
export const duration = 320;
/** More nodes than these are put where they belong at once: a frame has no time to move them. */
const mostMoved = 1500;

/** cubic-bezier(.2, 0, 0, 1), near enough: off at once, slow at the end. */
export const ease = (t: number) => 1 - (1 - t) ** 4;

export interface Glide {
  /** Looks for nodes that have got a place since the last call; gives back whether any is on its way. */
  notice(graph: ExplorerGraph, drawn: ReadonlySet<string>, brought: string | null): boolean;
  /** Looks where everything is drawn now, before a layout moves it, which `notice` sees once `isDone` says so. */
  remember(graph: ExplorerGraph, isDone: () => boolean): void;
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
  const pointOf: Glide["pointOf"] = (graph, id) => {
    const { x, y } = graph.getNodeAttributes(id);
    const glide = started.get(id);
    if (!glide) return { x, y };
    const share = ease(Math.min((now() - glide.at) / duration, 1));
    return { x: glide.from.x + (x - glide.from.x) * share, y: glide.from.y + (y - glide.from.y) * share };
  };
  /** Where nodes were drawn before a layout moved them. */
  let before = new Map<string, Point>();
  let isDone = () => true;
  return {
    notice(graph, drawn, brought) {
      // A group stands where its members were: they come to it.
      const newcomers =
        settled.size > 0 && !isStill() ? [...drawn].filter((id) => !settled.has(id) && !isGroup(id)) : [];
      for (const id of newcomers.length > mostMoved ? [] : newcomers) {
        const hub = originOf(graph, id, settled, brought);
        if (hub)
          started.set(id, {
            from: { x: graph.getNodeAttribute(hub, "x"), y: graph.getNodeAttribute(hub, "y") },
            at: now(),
          });
      }
      for (const [id, from] of isDone() ? before : []) {
        if (!drawn.has(id)) continue;
        const { x, y } = graph.getNodeAttributes(id);
        if (Math.hypot(x - from.x, y - from.y) > 1) started.set(id, { from, at: now() });
        else started.delete(id);
      }
      if (isDone()) before = new Map();
      settled = drawn;
      return started.size > 0;
    },
    remember(graph, whenDone) {
      if (isStill() || settled.size > mostMoved || before.size > 0) return;
      isDone = whenDone;
      before = new Map([...settled].filter((id) => graph.hasNode(id)).map((id) => [id, pointOf(graph, id)]));
      // A group that is opened gives up its members where it stood.
      for (const group of groupsIn(graph))
        for (const id of membersOf(graph, group)) if (!settled.has(id)) before.set(id, pointOf(graph, group));
    },
    pointOf,
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
