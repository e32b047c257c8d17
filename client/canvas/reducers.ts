/** Our appearance in the words of Sigma's reducers, at the stage's scale. */
import type { EdgeDisplayData, NodeDisplayData } from "sigma/types";
import type { ExplorerGraph } from "../graph.ts";
import type { ExplorerStore } from "../store.ts";
import { tokens } from "../theme.ts";
import type { Appearance } from "./appearance.ts";
import { gapOf, shownText } from "./names.ts";
import type { Glide } from "./glide.ts";
import type { EdgeLook } from "./programs/edge.ts";
import type { NodeLook } from "./programs/node.ts";
import { type Measure, stageScale } from "./text.ts";

interface Looks {
  store: ExplorerStore;
  graph: ExplorerGraph;
  glide: Glide;
  measure: Measure;
  appearance(): Appearance;
}

/** Free pixels between a name and the line that leaves after it. */
const afterName = 7;

export function createReducers({ store, graph, glide, measure, appearance }: Looks) {
  /** How far from a node's center its name ends, at scale 1; 0 where the name stands elsewhere than to the right. */
  const dockOf = (id: string): number => {
    const look = appearance().node(id);
    if (look.side !== "right") return 0;
    const { kind, language } = look.name;
    return look.radius + gapOf(look) + measure(shownText(look, measure), kind, language) + afterName;
  };
  const node = (id: string): Partial<NodeDisplayData & NodeLook> => {
    const { hidden, shape, color, radius, ring, zIndex } = appearance().node(id);
    const { theme, stage } = store.getState();
    const background = tokens[theme].bg;
    const size = radius * stageScale(stage);
    return { ...glide.pointOf(graph, id), hidden, shape, color, size, ring, zIndex, background, type: "shape", label: null };
  };
  const edge = (id: string): Partial<EdgeDisplayData & EdgeLook> => {
    const { hidden, color, width, pattern, arrow, route, zIndex } = appearance().edge(id);
    const scale = stageScale(store.getState().stage);
    const [source, target] = graph.extremities(id);
    const rightward = graph.getNodeAttribute(target, "x") > graph.getNodeAttribute(source, "x");
    const docked = !hidden && route.kind === "s";
    const bend = route.kind === "bracket" ? route.bend * scale : route.bend;
    return {
      hidden,
      color,
      size: width * scale,
      pattern,
      arrow,
      route: { ...route, bend, fan: route.fan * scale },
      zIndex,
      type: "ribbon",
      dockSource: docked && rightward ? dockOf(source) * scale : 0,
      dockTarget: docked && !rightward ? dockOf(target) * scale : 0,
    };
  };
  return { node, edge, dockOf };
}
