/** How the drawing moves from one step to the next, and where it is seen in small; read once the first view is drawn, as nothing moves before. */
import type { ExplorerStore } from "../store.ts";
import type { ExplorerGraph } from "../view/graph.ts";
import type { Appearance } from "./appearance-types.ts";
import { type Glide, createGlide } from "./glide.ts";
import { type Leaving, createLeaving } from "./leaving.ts";
import { type Overview, createOverview } from "./overview.ts";
import type { Renderer } from "./projection.ts";
import { refreshNodes } from "./refresh-nodes.ts";
import { isStill } from "./sigma-mount.ts";

export interface MovingStage {
  sigma: Renderer;
  graph: ExplorerGraph;
  store: ExplorerStore;
  appearance: () => Appearance;
  /** Whether all is drawn anew at the next frame anyway. */
  isStale: () => boolean;
  /** Whether Sigma has been taken down: what arrives later must not touch it. */
  isStopped: () => boolean;
  drawCaptions: () => void;
}

export interface Motion {
  glide: Glide;
  leaving: Leaving;
  overview: Overview;
  /** Looks where everything is drawn now: what the next change moves, opens or takes away goes from there. */
  remember(isDone: () => boolean): void;
  /** Begins the way to what is to be drawn now. */
  setOut(): void;
  /** Draws what glides where it is now: Sigma's own indexing takes positions from the graph, past the reducer. */
  nudge(schedule: boolean): void;
}

export function createMotion(stage: MovingStage): Motion {
  const { sigma, graph, store } = stage;
  const now = () => performance.now();
  const glide = createGlide(now, isStill);
  const leaving = createLeaving(graph, (id) => glide.pointOf(graph, id), now, isStill);
  const nudge = (schedule: boolean) => {
    if (!glide.onTheWay()) return;
    const nodes = glide.step().filter((id) => graph.hasNode(id));
    refreshNodes(sigma, graph, nodes, schedule);
  };
  const advance = () => {
    const isGliding = glide.onTheWay();
    if (stage.isStopped() || graph.order === 0 || !(isGliding || leaving.onTheWay())) return;
    if (!stage.isStale() && isGliding) nudge(false);
    else if (!stage.isStale()) stage.drawCaptions();
    requestAnimationFrame(advance);
  };
  return {
    glide,
    leaving,
    overview: createOverview(sigma, graph, store),
    nudge,
    remember(isDone) {
      glide.remember(graph, isDone);
      if (isDone()) leaving.keep(stage.appearance());
    },
    setOut() {
      const { nodes } = stage.appearance();
      const { selected } = store.getState();
      const brought = selected?.kind === "node" ? selected.id : null;
      const isLeft = leaving.leave(nodes, brought);
      if (glide.notice(graph, nodes, brought) || isLeft) requestAnimationFrame(advance);
    },
  };
}
