/** How the drawing moves from one step to the next; read once the first view is drawn, as nothing moves before. */
import type { ExplorerGraph } from "../view/graph.ts";
import { type Glide, createGlide } from "./glide.ts";
import { type Leaving, createLeaving } from "./leaving.ts";
import { isStill } from "./sigma-mount.ts";

export interface Motion {
  glide: Glide;
  leaving: Leaving;
}

export function createMotion(graph: ExplorerGraph): Motion {
  const now = () => performance.now();
  const glide = createGlide(now, isStill);
  return { glide, leaving: createLeaving(graph, (id) => glide.pointOf(graph, id), now, isStill) };
}
