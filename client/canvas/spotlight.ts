/** Among thousands, what is pointed at or selected is drawn above a veil, and nothing else is worked out again. Pure. */
import type { ExplorerGraph } from "../view/graph.ts";
import { foldedIn } from "../view/groups.ts";
import { type ExplorerState, selectionOf } from "../store.ts";
import { isInColumns } from "../view/question-view.ts";
import { createAppearance } from "./appearance.ts";
import type { Appearance } from "./appearance-types.ts";
import type { Scene } from "./drawn-scene.ts";

/** Nothing is pointed at or selected. */
export const pointing = { hovered: null, selected: null, alsoSelected: new Set<string>(), pathFrom: null } as const;

/** Whether what stands out can be drawn apart: in columns a selection also decides what is drawn at all. */
export const canStandApart = (state: ExplorerState, segments: number): boolean => segments === 1 && !isInColumns(state);

/** The look of a scene with what stands out of it drawn apart; `base` is its look with nothing pointed at or selected. */
export function lookApart(state: ExplorerState, graph: ExplorerGraph, scene: Scene, base: Appearance): Appearance {
  const look = createAppearance(state, graph, undefined, scene);
  const selection = selectionOf(state);
  const { hovered, pathFrom } = state;
  const chosen = [...(selection?.ids ?? []), ...(hovered ? [hovered.id] : []), ...(pathFrom ? [pathFrom] : [])];
  // What is selected may be drawn as part of a group.
  const folded = foldedIn(graph);
  const nodes = new Set(chosen.map((id) => folded.get(id) ?? id).filter((id) => scene.nodes.has(id)));
  const relationships = new Set(
    chosen.map((id) => scene.parallels.get(id)?.[0] ?? id).filter((id) => scene.relationships.has(id)),
  );
  // A path that is shown stands out in the base already.
  if (look.focus !== null && look.focus !== base.focus) {
    for (const id of look.focus.nodes) if (scene.nodes.has(id)) nodes.add(id);
    for (const id of look.focus.relationships) if (scene.relationships.has(id)) relationships.add(id);
  }
  return { ...look, apart: { base, nodes, relationships } };
}

export const baseLook = (state: ExplorerState, graph: ExplorerGraph, scene: Scene): Appearance =>
  createAppearance({ ...state, ...pointing }, graph, undefined, scene);

/** Whether the base goes into the background, as what does not stand out in a small network does. */
export const isVeiled = ({ focus, apart }: Appearance): boolean =>
  apart !== undefined && focus !== null && focus !== apart.base.focus;
