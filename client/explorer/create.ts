/** The explorer: each thing a person can do, bound to what does it. */
import { isGroup } from "../view/groups.ts";
import type { Explorer, ExplorerParts } from "../explorer.ts";
import { withWords } from "../strings/strings.ts";
import * as asking from "./asking.ts";
import { cameraToCome, createContext } from "./context.ts";
import { keepView } from "./keep-view.ts";
import { setLanguage } from "./language.ts";
import * as neighbors from "./neighbors.ts";
import { openLink } from "./opening.ts";
import * as paths from "./paths.ts";
import { listQuestions, openFreeView, openQuestion } from "./questions.ts";
import * as selection from "./selection.ts";
import * as steps from "./steps.ts";
import type { Stories } from "./story.ts";
import * as time from "./time.ts";
import * as view from "./view.ts";

/** What the first view does without is read when it is first asked for. */
const readCypher = () => import("./cypher.ts");
const readOverlaps = () => import("./overlaps.ts");
const readStyle = () => import("./style.ts");
const readGroups = () => import("./groups.ts");
const readExpansion = () => import("./expand.ts");
const readSteps = () => import("./kept-steps.ts");
const readRestoring = () => import("./restore-steps.ts");
const readWalk = () => withWords(import("./walk.ts"));

/** The explorer over an API, a store, a graph and the layouts. */
export function createExplorer(parts: ExplorerParts): Explorer {
  const context = createContext(parts);
  /** Does something with code that is read for it; where it cannot be had, that is told like a request that failed. */
  async function later<Code>(readCode: () => Promise<Code>, work: (code: Code) => unknown): Promise<void> {
    const code = await readCode().catch(() => null);
    if (code !== null) return void (await work(code));
    parts.store.setState({
      problem: {
        kind: "offline",
        detail: "The server cannot be reached.",
        remedy: "See that it is running, then try again.",
        retry: () => void later(readCode, work),
      },
    });
  }
  const openView = async (name: string, text: string) => (await import("./kept-view.ts")).openView(context, name, text);
  let read: Promise<Stories> | undefined;
  const stories = () => (read ??= import("./story.ts").then(({ createStories }) => createStories(context)));
  return {
    store: parts.store,
    graph: parts.graph,
    get camera() {
      return context.camera;
    },
    start: (link = "") => openLink(context, link, true),
    openLink: (link) => openLink(context, link, false),
    openQuestion: (question, parameters) => openQuestion(context, question, parameters),
    keepView: () => keepView(context),
    openView,
    openFile: async (name, text) =>
      text.includes('"alumnigraph-story"') ? (await stories()).open(name, text) : openView(name, text),
    stories,
    openFreeView: () => openFreeView(context),
    select: (target) => view.select(context, target),
    selectMany: (kind, ids, lead) => selection.selectMany(context, kind, ids, lead),
    toggleSelected: (target) => selection.toggleSelected(context, target),
    selectNeighbors: () => selection.selectNeighbors(context),
    selectAll: () => selection.selectAll(context),
    invertSelection: () => selection.invertSelection(context),
    hover: (target) => parts.store.setState({ hovered: target }),
    walk: (key) => later(readWalk, ({ walk }) => walk(context, key)),
    tellSelected: () => later(readWalk, ({ tellSelected }) => tellSelected(context)),
    learnOf: (id) => neighbors.loadDetail(context, id),
    previewExpansion: (id, withoutKinds) => neighbors.previewExpansion(context, id, withoutKinds),
    expandNode: (id, change) =>
      isGroup(id)
        ? later(readGroups, (groups) => groups.ungroupNodes(context, [id]))
        : later(readExpansion, (expansion) => expansion.expandNode(context, id, change)),
    addNode: async (id) => {
      if (await neighbors.addNode(context, id)) context.camera.center(id);
    },
    collapseNode: (id) =>
      later(
        () => import("./collapse.ts"),
        (collapse) => collapse.collapseNode(context, id),
      ),
    groupNodes: (kind) => later(readGroups, (groups) => groups.groupNodes(context, kind)),
    groupTogether: (ids) => later(readGroups, (groups) => groups.groupTogether(context, ids)),
    ungroupNodes: (ids) => later(readGroups, (groups) => groups.ungroupNodes(context, ids)),
    releaseNodes: (ids) =>
      later(
        () => import("./release.ts"),
        (release) => release.releaseNodes(context, ids),
      ),
    hideNode: (id) => neighbors.hideNodes(context, [id]),
    hideNodes: (ids) => neighbors.hideNodes(context, ids),
    showHidden: () => neighbors.showHidden(context),
    moveNode: (id, x, y) => view.moveNode(context, id, x, y),
    beginPath: (id) => (isGroup(id) ? undefined : paths.beginPath(context, id)),
    cancelPath: () => parts.store.setState({ pathFrom: null, addsPathEnd: false }),
    showPath: (...ends) => paths.showPath(context, ends),
    changePath: (change) => paths.changePath(context, change),
    addPathEnd: () => paths.addPathEnd(context),
    showOtherPath: (index) => void paths.showOtherPath(context, index),
    closePath: () => paths.closePath(context),
    listCareers: (ids, signal) =>
      readOverlaps()
        .then((overlaps) => overlaps.listCareers(context, ids, signal))
        .catch(asking.orNull),
    findOverlaps: (ids, query, signal) => parts.api.findOverlaps(ids, query, signal).catch(asking.orNull),
    drawOverlaps: (ids) => later(readOverlaps, (overlaps) => overlaps.drawOverlaps(context, ids)),
    hideOverlaps: () => later(readOverlaps, (overlaps) => overlaps.hideOverlaps(context)),
    search: (text, signal, labels) => asking.search(context, text, signal, labels),
    offerPhrases: (text, signal) => asking.offerPhrases(context, text, signal),
    correctOffer: async (offer, piece, reading) =>
      (await import("./correct-offer.ts")).correctOffer(context, offer, piece, reading),
    listQuestions: () => listQuestions(context),
    findCommonGround: (ids, signal) => parts.api.findCommonGround(ids, signal).catch(asking.orNull),
    listDocuments: () => neighbors.listDocuments(context),
    listDisagreements: () => asking.listDisagreements(context),
    showClaims: async (nodes, relationships) =>
      (await import("./show-claims.ts")).showClaims(context, nodes, relationships),
    readPassage: (document, start, end, signal) =>
      parts.api.getPassage(document, start, end, signal).catch(asking.orNull),
    showNode: (id) => asking.showNode(context, id),
    undo: () => steps.undo(context),
    redo: () => steps.redo(context),
    listSteps: () => steps.listSteps(context),
    goToStep: (index) => steps.goToStep(context, index),
    keepSteps: async () => (await readSteps()).keepSteps(context),
    restoreSteps: async (kept, link) => (await readRestoring()).restoreSteps(context, kept, link),
    openKept: (link) => later(readRestoring, (kept) => kept.openKept(context, link)),
    toggleFilter: (...filter) => view.toggleFilter(context, ...filter),
    setLeastDegree: (least) => view.setLeastDegree(context, least),
    resetFilters: () => view.resetFilters(context),
    writeCypher: (draft) => parts.store.setState(({ cypher }) => ({ cypher: { ...cypher, ...draft } })),
    runCypher: async () => (await readCypher()).runCypher(context),
    cancelCypher: async () => (await readCypher()).cancelCypher(context),
    showCypherGraph: async (how) => (await readCypher()).showCypherGraph(context, how),
    setLanguage: (language) => setLanguage(context, language),
    setTheme: (theme) => parts.store.setState({ theme }),
    setLayout: (layout) => view.setLayout(context, layout),
    turnPage: (page) => view.turnPage(context, page),
    setLassoing: (lassoing) => parts.store.setState({ lassoing }),
    stopArranging: () => context.arranging?.abort(),
    showUndrawn: (shown) => view.showUndrawn(context, shown),
    setTime: (wanted) => time.setTime(context, wanted),
    passTime: (wanted) => time.passTime(context, wanted),
    setStyle: (change) => later(readStyle, (style) => style.setStyle(context, change)),
    setRange: (field, range) => later(readStyle, (style) => style.setRange(context, field, range)),
    tellMeasures: async (measures) => (await readStyle()).tellMeasures(context, measures),
    wordAnswer: async () => (await import("./word-answer.ts")).wordAnswer(context),
    listFigures: async () => (await import("./figures.ts")).listFigures(context),
    toggleTime: () => time.toggleTime(context),
    dismissProblem: () => parts.store.setState({ problem: null }),
    openDock: (dock) => parts.store.setState({ dock }),
    resizeDock: (dockHeight) => parts.store.setState({ dockHeight }),
    coverStage: (covered) => void view.coverStage(context, covered),
    resizeStage: (width, height) => view.resizeStage(context, width, height),
    registerCamera: (camera) => {
      const { wanted } = context.camera;
      context.camera = camera;
      if (wanted !== undefined) camera.centerAbove(...wanted);
      return () => {
        if (context.camera === camera) context.camera = cameraToCome();
      };
    },
  };
}
