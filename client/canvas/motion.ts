/** How the drawing moves from one step to the next, and where it is seen in small; read once the first view is drawn, as nothing moves before. */
import type { ExplorerStore } from "../store.ts";
import type { ExplorerGraph } from "../view/graph.ts";
import { type Glide, createGlide } from "./glide.ts";
import { type Leaving, createLeaving } from "./leaving.ts";
import { type Overview, createOverview } from "./overview.ts";
import type { Renderer } from "./projection.ts";
import { isStill } from "./sigma-mount.ts";

export interface Motion {
  glide: Glide;
  leaving: Leaving;
  overview: Overview;
}

export function createMotion(sigma: Renderer, graph: ExplorerGraph, store: ExplorerStore): Motion {
  const now = () => performance.now();
  const glide = createGlide(now, isStill);
  return {
    glide,
    leaving: createLeaving(graph, (id) => glide.pointOf(graph, id), now, isStill),
    overview: createOverview(sigma, graph, store),
  };
}
