/** What the explorer asks of the stage: to lay the graph out, and to move the camera. */
import type { Subgraph } from "../../schema/graph.ts";
import type { Side } from "../../scene/captions.ts";
import type { Box, Point } from "../../scene/geometry.ts";
import type { Lens } from "../canvas/lens.ts";
import type { ExplorerState } from "../store.ts";
import type { ExplorerGraph } from "../view/graph.ts";

/** Lays the graph out; supplied by the canvas, so that tests in Node can bring their own measure. */
export interface Arrange {
  /**
   * Places everything that is not pinned; where it is stopped it moves nothing and rejects with an AbortError. What was
   * added among columns keeps its place unless these are laid out `anew`.
   */
  arrangeAnswer(state: ExplorerState, graph: ExplorerGraph, stop?: AbortSignal, anew?: boolean): Promise<void> | void;
  /**
   * Gets ready what `placeNewcomers` needs for the layout of this state, and lays out what is to come on screen where
   * places mean something; rejects with an AbortError where it is stopped.
   */
  readyNewcomers(state: ExplorerState, graph: ExplorerGraph, coming: Subgraph, stop?: AbortSignal): Promise<void>;
  /** Places `ids` near `aroundId` and moves nothing else; gives back those that found no slot. */
  placeNewcomers(state: ExplorerState, graph: ExplorerGraph, aroundId: string, ids: readonly string[]): string[];
}

/** Where a camera stands: the point of the graph in the middle of the stage, and how many of its pixels one of the screen shows. */
export interface CameraPlace extends Point {
  ratio: number;
  /** Whether all was in sight there, and no hand had moved it. */
  isFitted?: boolean;
  /** Whether what was drawn had been brought to the middle. */
  isCentered?: boolean;
}

export interface Camera {
  fit(): void;
  zoomIn(): void;
  zoomOut(): void;
  center(id: string): void;
  /** Brings a node into what is left of the stage when so many pixels of its foot are covered, as by a sheet. */
  centerAbove(id: string, covered: number): void;
  /** Goes back to where `centerAbove` began, unless a hand has moved the camera since. */
  uncover(): void;
  /** What the next change moves, brings or takes away goes from where it is drawn now; not without a stage. */
  glide?(): void;
  /** Glides to where all is in sight, unless a hand has moved the camera; not without a stage. */
  makeWay?(): void;
  /** Glides to a place, or to where all is in sight now if that was so there; not without a stage. */
  goTo?(place: CameraPlace): void;
  /** Where it stands; not without a stage. */
  place?(): CameraPlace;
  /** How the graph is shown now, and on which sides of their nodes names stand; not without a stage. */
  look?(): { lens: Lens; sides: ReadonlyMap<string, Side> };
  /** Where a node's name is written, in the stage's pixels; not without a stage. */
  nameBox?(id: string): Box | undefined;
  /** What `centerAbove` was asked for before there was a stage. */
  readonly wanted?: [id: string, covered: number] | undefined;
}
