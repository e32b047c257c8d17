/** Our appearance in the words of Sigma's reducers, at the stage's scale. */
import type { EdgeDisplayData, NodeDisplayData } from "sigma/types";
import type { Point } from "../../scene/geometry.ts";
import type { ExplorerStore } from "../store.ts";
import { tokens } from "../page/theme.ts";
import type { Look } from "./looks.ts";
import type { EdgeLook } from "./programs/edge.ts";
import type { NodeLook } from "./programs/node.ts";
import { programOf } from "./programs/straight.ts";
import { scaledRoute } from "./routes.ts";
import { sharedLooks, unused } from "./shared-looks.ts";
import { stageScale } from "./text.ts";

interface Drawn {
  store: ExplorerStore;
  /** Where a node is drawn now: on its way while it glides. */
  pointOf: (id: string) => Point;
  look: () => Look;
  /** In how many segments lines are drawn now. */
  segments: () => number;
}

export type Reducers = ReturnType<typeof createReducers>;

export function createReducers({ store, pointOf, look, segments }: Drawn) {
  const straight = sharedLooks();
  const hiddenEdge = { hidden: true, color: "#000000", size: 1, zIndex: 0, type: "ribbon", ...unused } as const;
  const node = (id: string): Partial<NodeDisplayData & NodeLook> => {
    const { hidden, shape, color, radius, ring, zIndex } = look().appearance.node(id);
    const { theme, stage } = store.getState();
    const background = tokens[theme].bg;
    const size = radius * stageScale(stage);
    const { x, y } = pointOf(id);
    return {
      x,
      y,
      hidden,
      shape,
      color,
      size,
      ring,
      zIndex,
      background,
      type: "shape",
      label: null,
      highlighted: false,
      forceLabel: false,
    };
  };
  const edge = (id: string): Partial<EdgeDisplayData & EdgeLook> => {
    const line = look().appearance.edge(id);
    const { hidden, color, width, pattern, zIndex } = line;
    const scale = stageScale(store.getState().stage);
    const type = programOf({ pattern, zIndex }, segments());
    const size = width * scale;
    // Straight lines have neither route nor docks nor arrows; hidden they keep their place among the others.
    if (segments() === 1) return straight({ hidden, color, size, pattern, zIndex, type });
    if (hidden) return hiddenEdge;
    const { route, dockSource, dockTarget } = look().docks.lineOf(id);
    return {
      hidden,
      color,
      size,
      pattern,
      arrow: line.arrow,
      route: scaledRoute(route, scale),
      zIndex,
      type,
      dockSource: dockSource * scale,
      dockTarget: dockTarget * scale,
      ...unused,
    };
  };
  return { node, edge };
}
