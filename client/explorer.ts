/** What a person can do in the explorer, free of React and the DOM: panels and canvas change state only through here. */
import type { KeptSteps } from "./explorer/kept-form.ts";
import type { NodeMeasures } from "../scene/network-measures.ts";
import type { Language } from "../schema/language.ts";
import type { CommonGround, EntityDetail, NeighborCounts, Passage, PhraseOffer, SearchHit } from "../schema/api.ts";
import type { Careers, Overlaps } from "../schema/careers.ts";
import type { Api, OverlapsQuery } from "./api.ts";
import type { ViewSnapshot } from "./explorer/context.ts";
import type { KeptView } from "./explorer/kept-view.ts";
import type { QuestionParameters } from "./explorer/questions.ts";
import type { Arrange, Camera } from "./explorer/stage.ts";
import type { Stories } from "./explorer/story.ts";
import type { Reading } from "./phrases.ts";
import type { ExplorerGraph } from "./view/graph.ts";
import type { GroupingKind } from "./view/grouping.ts";
import type {
  CypherDraft,
  DockTab,
  ExpansionChoice,
  ExplorerStore,
  Filter,
  FilterKind,
  Layout,
  PathOptions,
  OwnChange,
  Range,
  Style,
  Target,
  Theme,
  TimeView,
} from "./store.ts";

export interface Explorer {
  readonly store: ExplorerStore;
  readonly graph: ExplorerGraph;
  /** Does nothing until the stage has registered its own, but remembers what it should bring into sight. */
  readonly camera: Camera;
  /** Reads the data set and opens the view that a link describes; without one, the first question. */
  start(link?: string): Promise<void>;
  /** Opens another view of the same data, as when the browser goes back. */
  openLink(link: string): Promise<void>;
  openQuestion(question: string, parameters: QuestionParameters): Promise<void>;
  /** The view as plain values, from which `openView` opens it again exactly; null before there is one. */
  keepView(): KeptView | null;
  /** Opens a view from the text of a file. */
  openView(name: string, text: string): Promise<void>;
  /** Opens a file that was saved here: a view or a story. */
  openFile(name: string, text: string): Promise<void>;
  /** What can be done with stories; read when it is first asked for. */
  stories(): Promise<Stories>;
  /** Empties the view, to fill it with one's own choice. */
  openFreeView(): Promise<void>;
  /** Selects; while a path is being asked, the node chosen is its end. */
  select(target: Target | null): void;
  /** Selects several of one kind; the lead is what path and keyboard go by. Ids that are not on screen are left out. */
  selectMany(kind: Target["kind"], ids: Iterable<string>, lead?: string): void;
  /** Adds one to what is selected, or takes it out again. */
  toggleSelected(target: Target): void;
  /** Adds the neighbors that are drawn to what is selected. */
  selectNeighbors(): void;
  /** Selects all nodes that are drawn. */
  selectAll(): void;
  /** Selects all drawn nodes but those that were selected. */
  invertSelection(): void;
  hover(target: Target | null): void;
  /** Walks the drawing along its relationships: one key of it, as the browser names it; an empty one tells the keys. */
  walk(key: string): Promise<void>;
  /** Says what is selected, for those who hear the page. */
  tellSelected(): Promise<void>;
  /** Reads what is known of a node, which need not be selected. */
  learnOf(id: string): Promise<void>;
  /** What is known of a node, told to nobody else; null where the server failed to say. */
  glance(id: string, signal: AbortSignal): Promise<EntityDetail | null>;
  /** How many neighbors there are, by kind; without some kinds, how many of the others. */
  previewExpansion(id: string, withoutKinds?: readonly string[]): Promise<NeighborCounts | null>;
  /** Adds neighbors that are not on screen, the best connected first; opens a group; goes on with the choice of the time before. */
  expandNode(id: string, change?: Partial<ExpansionChoice>): Promise<void>;
  /** Adds an entity to the view if it is not there and brings it into sight; the selection stays. */
  addNode(id: string): Promise<void>;
  /** Takes away what expansions of a node brought. */
  collapseNode(id: string): Promise<void>;
  /** Draws as one what belongs together, each group of two and more; what fits in none stays. */
  groupNodes(kind: GroupingKind): Promise<void>;
  /** Draws these nodes as one. */
  groupTogether(ids: readonly string[]): Promise<void>;
  /** Opens groups, all of them where none are named; every member is where it was. */
  ungroupNodes(groups?: readonly string[]): Promise<void>;
  /** Lets nodes that were moved by hand go where the layout puts them; without ids, all. */
  releaseNodes(ids?: readonly string[]): Promise<void>;
  hideNode(id: string): void;
  /** Hides several in one step. */
  hideNodes(ids: readonly string[]): void;
  /** Brings back everything hidden by hand. */
  showHidden(): void;
  /** Records a drag: the node stays where it was put. */
  moveNode(id: string, x: number, y: number): void;
  beginPath(id: string): void;
  cancelPath(): void;
  /** Shows the paths between two nodes, or what connects up to six. */
  showPath(...ends: string[]): Promise<void>;
  /** Looks for the shown path again, between other ends or on other conditions. */
  changePath(change: { ends?: readonly string[]; options?: Partial<PathOptions> }): Promise<void>;
  /** The next chosen node becomes a further end of the path that is shown. */
  addPathEnd(): void;
  /** Shows another of the paths found between two nodes. */
  showOtherPath(index: number): void;
  closePath(): void;
  /** Careers of up to 200 people; null where they cannot be read. */
  listCareers(ids: readonly string[], signal?: AbortSignal): Promise<Careers | null>;
  /** Overlaps of one person with everybody, or of several with each other; null where they cannot be read. */
  findOverlaps(ids: readonly string[], query: OverlapsQuery, signal?: AbortSignal): Promise<Overlaps | null>;
  /** Draws the certain and possible overlaps of these people with others on screen, as derived relationships. */
  drawOverlaps(ids: readonly string[]): Promise<void>;
  hideOverlaps(): Promise<void>;
  /** Names that fit; null when the server failed to say. */
  search(text: string, signal?: AbortSignal, labels?: readonly string[]): Promise<SearchHit[] | null>;
  /** Questions that what was typed may ask; none when the server failed to say. */
  offerPhrases(text: string, signal?: AbortSignal): Promise<readonly PhraseOffer[]>;
  /** An offer with one piece of it taken otherwise, or left out; null when the server failed to word it. */
  correctOffer(offer: PhraseOffer, piece: number, reading: Reading | null): Promise<PhraseOffer | null>;
  /** Reads the catalogue of questions once. */
  listQuestions(): Promise<void>;
  /** What several entities share; null when the server failed to say. */
  findCommonGround(ids: readonly string[], signal?: AbortSignal): Promise<CommonGround | null>;
  /** Reads the documents that claims cite, once. */
  listDocuments(): Promise<void>;
  /** Reads once on what the sources disagree; gives back whether that is known now. */
  listDisagreements(): Promise<boolean>;
  /** Brings what claims are about on screen in one step, and selects the relationships, or else the nodes. */
  showClaims(nodes: readonly string[], relationships: readonly string[]): Promise<void>;
  /** The words that a citation points at; null where they cannot be read. */
  readPassage(document: string, start: number, end: number, signal?: AbortSignal): Promise<Passage | null>;
  /** Adds an entity to the view if it is not there, selects it and brings it into sight. */
  showNode(id: string): Promise<void>;
  undo(): void;
  redo(): void;
  /** The views that undo and redo lead to, in order, and the place of the present one. */
  listSteps(): { views: readonly ViewSnapshot[]; now: number };
  goToStep(index: number): void;
  /** The steps as plain values, to go on from after a reload; null before there is a view. */
  keepSteps(): Promise<KeptSteps | null>;
  /** Takes up kept steps around the view that is open; leaves out what is not ours or leads elsewhere. Gives back whether it did. */
  restoreSteps(kept: unknown, link: string): Promise<boolean>;
  /** Goes to the step of this link, which is too short to tell its view; where none has it, says so. */
  openKept(link: string): Promise<void>;
  /** Shown → dimmed → hidden → shown; or at once as is wanted. */
  toggleFilter(kind: FilterKind, key: string, to?: Filter): void;
  /** Hides all keys of a kind but one, in one step; where it alone is left, shows all of them again. */
  keepOnly(kind: FilterKind, key: string, among: readonly string[]): Promise<void>;
  /** Hides nodes with fewer relationships; 0 shows all. */
  setLeastDegree(least: number): void;
  resetFilters(): void;
  /** Changes the query that is being written. */
  writeCypher(draft: Partial<CypherDraft>): void;
  /** Runs the query as it is written; a run under way is cancelled first. */
  runCypher(): Promise<void>;
  cancelCypher(): Promise<void>;
  /** Puts the nodes and relationships of the answer on screen: beside what is there, or in its place. */
  showCypherGraph(how: "add" | "replace"): Promise<void>;
  /** At once where the words of the language have been read, else once they are. */
  setLanguage(language: Language): void;
  setTheme(theme: Theme): void;
  /** Rings go around the nodes that are selected. The present layout is worked out anew. */
  setLayout(layout: Layout): Promise<void>;
  /** Shows another page of columns of many people, counted from 0. */
  turnPage(page: number): Promise<void>;
  /** Turns the free line for selecting on or off. */
  setLassoing(lassoing: boolean): void;
  /** Gives up the layout that is being worked out: everything stays where it is. */
  stopArranging(): void;
  showUndrawn(shown: boolean): void;
  /** Looks at a time; null closes the time strip, which shows all time. */
  setTime(time: TimeView | null): void;
  /** Shows a time that is passed on the way to another, as while a handle is dragged. */
  passTime(time: TimeView): void;
  toggleTime(): void;
  /** Shows something else in sizes, widths or colors; null goes back to the usual look. */
  setStyle(change: Partial<Style>): Promise<void>;
  /** Hides what lies beyond a range of a field; null lets all of it be shown. */
  setRange(field: string, range: Range | null): Promise<void>;
  /** Gives a category of the key a color or a name of one's own, or takes it away. */
  setOwnLook(category: string, change: OwnChange): Promise<void>;
  /** Tells the measures of what is drawn now, once they are worked out. */
  tellMeasures(measures: readonly NodeMeasures[]): Promise<void>;
  /** Asks for the open answer in a sentence at the time that is looked at. */
  wordAnswer(): Promise<void>;
  /** Reads once the numbers and dates of the nodes on screen; gives back whether they are known now. */
  listFigures(): Promise<boolean>;
  dismissProblem(): void;
  /** Opens a tab of the dock at the foot of the drawing; null closes it. */
  openDock(tab: DockTab | null): void;
  /** Gives the dock's panel another height, in CSS pixels. */
  resizeDock(height: number): void;
  /** Tells how many CSS pixels of the stage's foot lie under a panel, so that the view keeps to the rest. */
  coverStage(pixels: number): void;
  resizeStage(width: number, height: number): void;
  /** Gives back what takes the camera away again, with the stage that it belongs to. */
  registerCamera(camera: Camera): () => void;
}

export interface ExplorerParts {
  api: Api;
  store: ExplorerStore;
  graph: ExplorerGraph;
  arrange: Arrange;
  /** Resolves when text can be measured as it will be drawn; nothing is laid out before. */
  textReady?: Promise<void>;
}
