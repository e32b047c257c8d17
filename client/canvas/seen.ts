/** What of a change of the state is seen in the drawing. Pure. */
import type { ExplorerState } from "../store.ts";
import { pointing } from "./spotlight.ts";

/** What of the state the drawing does not show. */
const unseen: ReadonlySet<string> = new Set<keyof ExplorerState>([
  "busy",
  "problem",
  "announcement",
  "announcements",
  "canUndo",
  "canRedo",
  "previews",
  "details",
  "mentioned",
  "documents",
  "questions",
  "cypher",
  "cypherOutcome",
  "dock",
  "dockHeight",
  "arranging",
  "told",
  "keepsSteps",
  "lassoing",
]);

/** Whether the drawing shows what has changed; that a step has ended may tell of what is no part of the state. */
export const changesLook = (state: ExplorerState, before: ExplorerState): boolean =>
  Object.entries(state).some(
    ([key, value]) => key !== "revision" && !unseen.has(key) && value !== before[key as keyof ExplorerState],
  );

const isPointing = (key: string): boolean => Object.hasOwn(pointing, key);

/** Whether nothing has changed but what is pointed at or selected. */
export const onlyPoints = (state: ExplorerState, before: ExplorerState): boolean =>
  Object.entries(state).every(
    ([key, value]) => isPointing(key) || unseen.has(key) || value === before[key as keyof ExplorerState],
  );
