/** What every use case works with: the API, the state, the graph, the layouts, and the steps that were taken. */
import { ApiProblem, type Api } from "../api.ts";
import type { Arrange, Camera, CameraPlace } from "./stage.ts";
import { type ExplorerGraph, isOnScreen } from "../view/graph.ts";
import { type GraphSnapshot, restoreGraph, snapshotGraph } from "../view/graph-snapshot.ts";
import { bundle } from "../view/groups.ts";
import { freeStage } from "../view/question-view.ts";
import type { Story } from "../../schema/story.ts";
import { type History, emptyHistory, record } from "../history.ts";
import type { ExplorerState, ExplorerStore, FilterKind, ProblemReport, StylePart } from "../store.ts";
import type { MessageId, Values } from "../strings/message.ts";

/** The part of the state that a step changes and that undo puts back. */
const viewKeys = [
  "answer",
  "layout",
  "around",
  "hidden",
  "filters",
  "path",
  "paths",
  "overlaps",
  "expansions",
  "time",
  "style",
  "showUndrawn",
] as const;
type View = Pick<ExplorerState, (typeof viewKeys)[number]>;

/** What a step did: what was said of it, and what it was about. */
export interface Step {
  /** Null for a step that nothing was said of, as when the browser went back. */
  id: MessageId | null;
  values?: Values;
  /** Ids of the nodes that it was about. */
  nodes?: readonly string[];
  filter?: { kind: FilterKind; key: string };
  /** The part of the style that it changed. */
  style?: StylePart;
  /** The field whose range it changed. */
  range?: string;
  /** The category of the key whose color or name it changed. */
  own?: string;
  /** Of what kinds an expansion's newcomers are, where others were left out. */
  kinds?: readonly string[];
}

export interface ViewSnapshot {
  /** The step that led here; null where the view began. */
  step: Step | null;
  view: View;
  graph: GraphSnapshot;
  /** Where the camera stood when it was left by a step that moved it. */
  camera?: CameraPlace | undefined;
  /** For what size, and language, the positions were computed. */
  stage: ExplorerState["stage"];
  language: ExplorerState["language"];
}

export interface Context {
  readonly api: Api;
  readonly store: ExplorerStore;
  readonly graph: ExplorerGraph;
  readonly arrange: Arrange;
  readonly textReady?: Promise<void>;
  camera: Camera;
  history: History<ViewSnapshot>;
  /** The view as it was when the last step ended; a live drag changes the graph before its step begins. */
  settled: ViewSnapshot;
  /** Stories as they were before the present one's last changes. */
  readonly stories: { history: History<Story | null> };
  /** Grows with every opened view, so that an answer that comes late is dropped. */
  opening: number;
  /** Stops the layout that is being worked out. */
  arranging: AbortController | null;
  /** Stops all layouts of the view on screen that something else waits for, as the opening of a question. */
  placing: AbortController;
  /** Grows with every language that is asked for: the last one counts, whichever is read first. */
  languageAsked: number;
  /** Resolves when the stage has told its size. */
  readonly stageKnown: Promise<void>;
  tellStageKnown: () => void;
  jobs: number;
}

/** Stands in while there is no stage. */
export function cameraToCome(): Camera {
  let wanted: Camera["wanted"];
  const nothing = () => {};
  return {
    fit: nothing,
    zoomIn: nothing,
    zoomOut: nothing,
    center: nothing,
    centerAbove: (...asked) => (wanted = asked),
    uncover: () => (wanted = undefined),
    get wanted() {
      return wanted;
    },
  };
}

export function createContext(parts: Pick<Context, "api" | "store" | "graph" | "arrange" | "textReady">): Context {
  let tellStageKnown = () => {};
  const stageKnown = new Promise<void>((resolve) => {
    tellStageKnown = resolve;
  });
  const settled = snapshot(parts, null);
  return {
    ...parts,
    camera: cameraToCome(),
    history: emptyHistory,
    settled,
    stories: { history: emptyHistory },
    opening: 0,
    arranging: null,
    placing: new AbortController(),
    languageAsked: 0,
    stageKnown,
    tellStageKnown,
    jobs: 0,
  };
}

/** What a view is told from; what was settled before is shared where it is the same. */
export type Viewed = Pick<Context, "graph"> & { store: Pick<ExplorerStore, "getState"> } & Partial<
    Pick<Context, "settled">
  >;

export function snapshot({ store, graph, settled }: Viewed, step: Step | null): ViewSnapshot {
  const state = store.getState();
  const { language } = state;
  const view = Object.fromEntries(viewKeys.map((key) => [key, state[key]])) as unknown as View;
  return { step, view, graph: snapshotGraph(graph, settled?.graph), stage: freeStage(state), language };
}

/** Takes the view as it is now for the end of a step; without one, as after a resize, history stays. */
export function settle(context: Context, step = context.settled.step): void {
  const { store, history } = context;
  bundle(context.graph);
  context.settled = snapshot(context, step);
  store.setState(({ revision, selected }) => ({
    revision: revision + 1,
    // A group goes with the last but one of its members.
    selected: isOnScreen(context.graph, selected) ? selected : null,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
  }));
}

/** Ends a step that can be undone: what was settled before goes into history. */
export function endStep(
  context: Context,
  id?: MessageId,
  values?: Values,
  about: Omit<Step, "id" | "values"> = {},
): void {
  context.history = record(context.history, context.settled);
  settle(context, { id: id ?? null, ...(values === undefined ? {} : { values }), ...about });
  if (id !== undefined) announce(context, id, values);
}

/** Puts a remembered view back; what is selected stays selected where it is still there. */
export function putBack(context: Context, { view, graph }: ViewSnapshot): void {
  const { store } = context;
  restoreGraph(context.graph, graph);
  const { selected } = store.getState();
  store.setState({
    ...view,
    hovered: null,
    pathFrom: null,
    addsPathEnd: false,
    selected: isOnScreen(context.graph, selected) ? selected : null,
  });
}

/** Says what changed. */
export function announce({ store }: Pick<Context, "store">, id: MessageId, values?: Values): void {
  store.setState(({ announcements }) => ({
    announcement: values === undefined ? { id } : { id, values },
    announcements: announcements + 1,
  }));
}

/** What is told where work of the browser's own failed, as a layout in a worker. */
export const notWorkedOut = {
  kind: "layout",
  detail: "This could not be worked out.",
  remedy: "Everything stays where it is.",
} as const;

class WorkFailed extends Error {}

const isStopped = (error: unknown) => error instanceof DOMException && error.name === "AbortError";

/** The browser's own work within `attempt`, which tells its failure as it tells those of the server. */
export const workOut = <T>(work: Promise<T>): Promise<T> =>
  work.catch((cause: unknown) => {
    throw isStopped(cause) || cause instanceof ApiProblem ? cause : new WorkFailed("Not worked out.", { cause });
  });

/** Runs work that asks the server: shows that it runs, and tells a failure with a way to try again. */
export async function attempt<T>(context: Context, work: () => Promise<T>, retry?: () => void): Promise<T | null> {
  const { store } = context;
  context.jobs += 1;
  store.setState({ busy: true, problem: null });
  try {
    return await work();
  } catch (error) {
    if (isStopped(error)) return null;
    const problem = problemOf(error);
    if (problem === null) throw error;
    store.setState({ problem: { ...problem, ...(retry === undefined ? {} : { retry }) } });
    return null;
  } finally {
    context.jobs -= 1;
    if (context.jobs === 0) store.setState({ busy: false });
  }
}

/** What is told of an error that may be tried again; null of others. */
export function problemOf(error: unknown): ProblemReport | null {
  if (error instanceof WorkFailed) return notWorkedOut;
  return error instanceof ApiProblem ? { kind: error.kind, detail: error.message, remedy: error.remedy } : null;
}
