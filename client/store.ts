/** The view's state outside React: what is asked, selected, hovered, hidden and highlighted, and how it is shown. */
import { createStore } from "zustand/vanilla";
import type {
  Answer,
  Connection,
  DatasetSummary,
  EntityDetail,
  NeighborCounts,
  Observation,
  Paths,
  Problem,
  QuestionSummary,
  Vocabulary as VocabularyMessage,
} from "../schema/api.ts";
import type { NodeMeasures } from "../scene/network-measures.ts";
import type { CypherAnswer } from "../schema/console.ts";
import type { GraphNode } from "../schema/graph.ts";
import type { QueryProblemKind } from "../schema/query-problem.ts";
import type { Language, LocalizedText } from "../schema/language.ts";
import type { Story } from "../schema/story.ts";
import type { z } from "zod";
import {
  type DockTab,
  type ExpansionChoice,
  type Filters,
  type Layout,
  type PathOptions,
  type Style,
  type Target,
  type Theme,
  noFilters,
  usualStyle,
} from "./choices.ts";
import type { Message, Values } from "./strings/message.ts";
import type { TimeView } from "./choices.ts";

export * from "./choices.ts";

export type Vocabulary = z.output<typeof VocabularyMessage>;
/** A person's own query: as it is being written, and what came of the last run. */
export interface CypherDraft {
  query: string;
  /** As JSON, so that it can be half written. */
  parameters: string;
}
export type CypherOutcome = CypherDraft &
  (
    | { state: "running"; since: number }
    | { state: "answered"; answer: CypherAnswer }
    | {
        state: "refused";
        problem: Omit<ProblemReport, "retry"> &
          Pick<z.infer<typeof Problem>, "position"> & { refusal?: QueryProblemKind };
      }
  );

/** Whose fault a failure is, so that it can be told in any language; `detail` is the server's own English. */
export interface ProblemReport {
  kind:
    | "offline"
    | "missing"
    | "invalid"
    | "server"
    | "unreadable"
    | "file"
    | "otherData"
    | "story"
    | "layout"
    | "rows"
    | "partly";
  /** What fills the blanks of its words in other languages. */
  values?: Values;
  detail: string;
  remedy: string;
  retry?: () => void;
}

/** What a link asked for and could not be followed: names of the same kind, as the link has them. */
export interface LostPart {
  part: "ask" | "add" | "path" | "filter" | "node" | "style" | "packed" | "unpackable" | "other";
  values: readonly string[];
}

/** The paths found between two nodes, of which one is shown; or those that hold several together, all shown. */
export interface ShownPaths {
  ends: readonly string[];
  options: PathOptions;
  answer: Paths & Pick<Connection, "unreached">;
  shown: number;
}

export interface ExplorerState {
  language: Language;
  theme: Theme;
  dataset: DatasetSummary | null;
  vocabulary: Vocabulary | null;
  /** The catalogue, once it was asked for. */
  questions: readonly QuestionSummary[] | null;
  /** The question that is open; null in free exploration. */
  answer: Answer | null;
  layout: Layout;
  /** What the rings of a radial layout are around: ids of nodes, the lead first. */
  around: readonly string[];
  /** The layout that is being worked out; null while none is. */
  arranging: Layout | null;
  /** A drag draws a free line around what it selects, instead of moving the view. */
  lassoing: boolean;
  /** What is selected, or leads what is: the inspector's and the path's one thing. */
  selected: Target | null;
  /** Ids of the lead's own kind that are selected together with it; see `selectionOf`. */
  alsoSelected: ReadonlySet<string>;
  hovered: Target | null;
  /** Nodes hidden by hand. */
  hidden: ReadonlySet<string>;
  filters: Filters;
  /** A path that is shown highlighted: ids of its nodes and relationships. */
  path: { nodes: ReadonlySet<string>; relationships: ReadonlySet<string> } | null;
  paths: ShownPaths | null;
  /** Of whom overlaps are drawn in the network, as relationships derived from their stints. */
  overlaps: { ids: readonly string[] } | null;
  /** What expanding goes on with, by node id, where a hand chose otherwise than usual. */
  expansions: Readonly<Record<string, ExpansionChoice>>;
  /** The node from which a path is being asked: the next chosen node is its end. */
  pathFrom: string | null;
  /** The time that is looked at, while the time strip is open; null while it is closed, which shows all time. */
  time: TimeView | null;
  /** The answer in a sentence at a time that was looked at; null where its figures are not told then. */
  told: { answer: Answer; time: TimeView; standfirst: LocalizedText | null } | null;
  style: Style;
  /** Measures of what was drawn when they were worked out last; null before anything asked for them. */
  measures: ReadonlyMap<string, NodeMeasures> | null;
  /** The numbers and dates that are known of nodes, by id, where they have been read. */
  figures: Readonly<Record<string, readonly Observation[]>>;
  /** The next chosen node is a further end of the path that is shown. */
  addsPathEnd: boolean;
  /** Draw the lines that a question view leaves out. */
  showUndrawn: boolean;
  /** Counts before expanding, by node id. */
  previews: Readonly<Record<string, NeighborCounts>>;
  /** What is known of entities that were selected, by node id. */
  details: Readonly<Record<string, EntityDetail>>;
  /** Entities that those details name only by id, by node id. */
  mentioned: Readonly<Record<string, GraphNode>>;
  /** The documents that claims cite, by node id; null until they are asked for. */
  documents: Readonly<Record<string, GraphNode>> | null;
  /** Everything on which the sources disagree, as the question about it answers; null until it is read. */
  disagreements: Answer | null;
  /** The work under way, and what went wrong last. */
  busy: boolean;
  problem: ProblemReport | null;
  /** What of the link that was opened last could not be followed, until it is dismissed or another view comes. */
  lost: readonly LostPart[];
  /** What just changed, for those who hear it. */
  announcement: Message | null;
  /** How often something was said, as the same words twice are still news. */
  announcements: number;
  canUndo: boolean;
  canRedo: boolean;
  /** Grows with every step that changes the graph on screen. */
  revision: number;
  /** False once the browser would not keep the steps of this tab. */
  keepsSteps: boolean;
  /** The stage's size in CSS pixels. */
  stage: { width: number; height: number };
  cypher: CypherDraft;
  /** Null before the first run, and after one that was cancelled. */
  cypherOutcome: CypherOutcome | null;
  /** The story that is being made; null before there is one. */
  story: Story | null;
  /** The step of it that is worked on. */
  chosenStep: string | null;
  /** The step of it that was chosen from its list, with which playing begins; null for the first. */
  playedFrom: string | null;
  canUndoStory: boolean;
  /** The open tab of the dock; null while it is closed. */
  dock: DockTab | null;
  /** The height that was chosen for the dock's panel, in CSS pixels; a small window gives it less. */
  dockHeight: number;
  /** How many CSS pixels of the stage's foot lie under the dock's panel. */
  covered: number;
}

export const initialState: ExplorerState = {
  language: "en",
  theme: "light",
  dataset: null,
  vocabulary: null,
  questions: null,
  answer: null,
  layout: "columns",
  around: [],
  arranging: null,
  lassoing: false,
  selected: null,
  alsoSelected: new Set(),
  hovered: null,
  hidden: new Set(),
  filters: noFilters,
  path: null,
  paths: null,
  overlaps: null,
  expansions: {},
  pathFrom: null,
  time: null,
  told: null,
  style: usualStyle,
  measures: null,
  figures: {},
  addsPathEnd: false,
  showUndrawn: false,
  previews: {},
  details: {},
  mentioned: {},
  documents: null,
  disagreements: null,
  busy: false,
  problem: null,
  lost: [],
  announcement: null,
  announcements: 0,
  canUndo: false,
  canRedo: false,
  revision: 0,
  keepsSteps: true,
  stage: { width: 0, height: 0 },
  cypher: { query: "", parameters: "" },
  cypherOutcome: null,
  story: null,
  chosenStep: null,
  playedFrom: null,
  canUndoStory: false,
  dock: null,
  dockHeight: 260,
  covered: 0,
};

export interface Selection {
  kind: Target["kind"];
  /** In the order in which they were chosen; the lead is among them. */
  ids: ReadonlySet<string>;
  lead: string;
}

const alone = new WeakMap<Target, Selection>();
const together = new WeakMap<ReadonlySet<string>, Selection>();

/** All that is selected; the same object as long as nothing changes. Another lead, set by itself, leaves what was selected together before. */
export function selectionOf({
  selected,
  alsoSelected,
}: Pick<ExplorerState, "selected" | "alsoSelected">): Selection | null {
  if (selected === null) return null;
  const { kind, id } = selected;
  if (alsoSelected.has(id)) {
    const before = together.get(alsoSelected);
    if (before?.lead === id && before.kind === kind) return before;
    const now = { kind, ids: alsoSelected, lead: id };
    together.set(alsoSelected, now);
    return now;
  }
  const known = alone.get(selected) ?? { kind, ids: new Set([id]), lead: id };
  alone.set(selected, known);
  return known;
}

/** Whether several things are selected. */
export const isManySelected = ({ selected, alsoSelected }: ExplorerState): boolean =>
  selected !== null && alsoSelected.size > 1 && alsoSelected.has(selected.id);

export const createExplorerStore = () => createStore<ExplorerState>()(() => initialState);
export type ExplorerStore = ReturnType<typeof createExplorerStore>;
