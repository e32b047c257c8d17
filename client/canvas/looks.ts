/** The look of the view as it is drawn now: worked out anew with the view, or only for what is pointed at. */
import type { ExplorerGraph } from "../view/graph.ts";
import { changesOf } from "../view/graph-changes.ts";
import type { ExplorerStore } from "../store.ts";
import { hasRules } from "../style/rules.ts";
import { createAppearance } from "./appearance.ts";
import type { Appearance } from "./appearance-types.ts";
import { type Scene, surveyScene } from "./drawn-scene.ts";
import { type Docks, createDocks, straightDocks } from "./docks.ts";
import { rowLooks } from "./later-looks.ts";
import { baseLook, canStandApart, lookApart } from "./spotlight.ts";
import type { Measure } from "./text.ts";

export interface Look {
  appearance: Appearance;
  docks: Docks;
}

export interface Looks {
  /** All that is seen. */
  readonly shown: () => Look;
  /** What Sigma draws: what is seen, or that without what stands out where this is drawn apart. */
  readonly base: () => Look;
  /** Looks at the whole view again. */
  survey(): Look;
  /** Looks again at what is pointed at or selected, in the view as it was surveyed. */
  point(): void;
  /** Whether what is drawn goes by something outside the state that has changed since the last survey. */
  isOutdated(): boolean;
  /** Whether a change of what is pointed at or selected needs no new survey. */
  standsApart(): boolean;
}

interface Viewed {
  store: ExplorerStore;
  graph: ExplorerGraph;
  measure: Measure;
  /** In how many segments lines are drawn now. */
  segments: () => number;
}

export function createLooks({ store, graph, measure, segments }: Viewed): Looks {
  const docked = (appearance: Appearance): Look => ({
    appearance,
    docks: segments() === 1 ? straightDocks : createDocks(store.getState(), graph, appearance, measure),
  });
  let scene: Scene;
  let base: Look;
  let shown: Look;
  let apart = false;
  let surveyed: readonly unknown[] = [];
  const outside = () => {
    const { nodes, relationships, shown: all } = changesOf(graph);
    return [hasRules(), rowLooks(), nodes, relationships, all];
  };
  const survey = (): Look => {
    const state = store.getState();
    surveyed = outside();
    scene = surveyScene(state, graph);
    apart = canStandApart(state, segments());
    base = docked(apart ? baseLook(state, graph, scene) : createAppearance(state, graph, undefined, scene));
    shown = apart ? docked(lookApart(state, graph, scene, base.appearance)) : base;
    return shown;
  };
  survey();
  return {
    shown: () => shown,
    base: () => base,
    survey,
    point() {
      shown = docked(lookApart(store.getState(), graph, scene, base.appearance));
    },
    isOutdated: () => outside().some((each, i) => each !== surveyed[i]),
    standsApart: () => apart,
  };
}
