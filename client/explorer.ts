/** What a person can do in the explorer, free of React and the DOM: panels and canvas change state only through here. */
import type { Language } from "../schema/language.ts";
import type { Direction, NeighborCounts, SearchHit } from "../schema/api.ts";
import type { ExplorerGraph } from "./graph.ts";
import type { ExplorerState, ExplorerStore, FilterKind, Layout, Target, Theme } from "./store.ts";

/** Lays the graph out; supplied by the canvas, so that tests in Node can bring their own measure. */
export interface Arrange {
  /** Places everything that is not pinned. */
  arrangeAnswer(state: ExplorerState, graph: ExplorerGraph): Promise<void> | void;
  /** Places `ids` near `aroundId` and moves nothing else; gives back those that found no slot. */
  placeNewcomers(state: ExplorerState, graph: ExplorerGraph, aroundId: string, ids: readonly string[]): string[];
}

export interface Camera {
  fit(): void;
  zoomIn(): void;
  zoomOut(): void;
  center(id: string): void;
}

/** Which neighbors to add; what is left out means all. */
export interface ExpandOptions {
  types?: readonly string[];
  direction?: Direction;
  labels?: readonly string[];
}

export type QuestionParameters = Readonly<Record<string, readonly string[]>>;

export interface Explorer {
  readonly store: ExplorerStore;
  readonly graph: ExplorerGraph;
  /** Does nothing until the stage has registered its own. */
  readonly camera: Camera;
  /** Reads the data set and opens the view that a link describes; without one, the first question. */
  start(link?: string): Promise<void>;
  /** Opens another view of the same data, as when the browser goes back. */
  openLink(link: string): Promise<void>;
  openQuestion(question: string, parameters: QuestionParameters): Promise<void>;
  /** Selects; while a path is being asked, the node chosen is its end. */
  select(target: Target | null): void;
  hover(target: Target | null): void;
  previewExpansion(id: string): Promise<NeighborCounts | null>;
  /** Adds up to twenty neighbors that are not on screen. */
  expandNode(id: string, options?: ExpandOptions): Promise<void>;
  hideNode(id: string): void;
  /** Brings back everything hidden by hand. */
  showHidden(): void;
  /** Records a drag: the node stays where it was put. */
  moveNode(id: string, x: number, y: number): void;
  beginPath(id: string): void;
  cancelPath(): void;
  showPath(from: string, to: string): Promise<void>;
  /** Shows another of the shortest paths found. */
  showOtherPath(index: number): void;
  closePath(): void;
  search(text: string, signal?: AbortSignal): Promise<SearchHit[]>;
  /** Adds an entity to the view if it is not there, selects it and brings it into sight. */
  showNode(id: string): Promise<void>;
  undo(): void;
  redo(): void;
  /** Shown → dimmed → hidden → shown. */
  toggleFilter(kind: FilterKind, key: string): void;
  resetFilters(): void;
  setLanguage(language: Language): void;
  setTheme(theme: Theme): void;
  setLayout(layout: Layout): void;
  showUndrawn(shown: boolean): void;
  dismissProblem(): void;
  resizeStage(width: number, height: number): void;
  registerCamera(camera: Camera): void;
}
