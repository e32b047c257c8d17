/** The explorer: each thing a person can do, bound to what does it. */
import { isGroup } from "../view/groups.ts";
import type { Explorer, ExplorerParts } from "../explorer.ts";
import { unreached } from "../api.ts";
import { withWords } from "../strings/strings.ts";
import * as asking from "./asking.ts";
import { cameraToCome, createContext, problemOf } from "./context.ts";
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
    try {
      await work(
        await readCode().catch((cause: unknown) => {
          throw unreached(cause);
        }),
      );
    } catch (error) {
      const problem = problemOf(error);
      if (problem === null) throw error;
      const retry = () => {
        parts.store.setState({ problem: null });
        void later(readCode, work);
      };
      parts.store.setState({ problem: { ...problem, retry } });
    }
  }
  const openView = (name: string, text: string) =>
    later(
      () => import("./kept-view.ts"),
      (kept) => kept.openView(context, name, text),
    );
  // One promise for all who ask, as panels are suspended until it is kept; one that failed is asked for anew.
  let read: Promise<Stories> | undefined;
  const readStories = async () => (await import("./story.ts")).createStories(context);
  const stories = () =>
    (read ??= readStories().catch((error: unknown) => {
      read = undefined;
      throw error;
    }));
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
    openFile: (name, text) =>
      text.includes('"alumnigraph-story"') ? later(stories, (known) => known.open(name, text)) : openView(name, text),
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
    glance: (id, signal) => parts.api.getNode(id, signal).catch(asking.orNull),
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
    correctOffer: (offer, piece, reading) =>
      import("./correct-offer.ts")
        .then(({ correctOffer }) => correctOffer(context, offer, piece, reading))
        .catch(asking.orNull),
    listQuestions: () => listQuestions(context),
    findCommonGround: (ids, signal) => parts.api.findCommonGround(ids, signal).catch(asking.orNull),
    listDocuments: () => neighbors.listDocuments(context),
    listDisagreements: () => asking.listDisagreements(context),
    showClaims: (nodes, relationships) =>
      later(
        () => import("./show-claims.ts"),
        (claims) => claims.showClaims(context, nodes, relationships),
      ),
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
    keepOnly: (kind, key, among) =>
      later(
        () => import("./keep-only.ts"),
        (only) => only.keepOnly(context, kind, key, among),
      ),
    setLeastDegree: (least) => view.setLeastDegree(context, least),
    resetFilters: () => view.resetFilters(context),
    writeCypher: (draft) => parts.store.setState(({ cypher }) => ({ cypher: { ...cypher, ...draft } })),
    runCypher: () => later(readCypher, (cypher) => cypher.runCypher(context)),
    cancelCypher: () => later(readCypher, (cypher) => cypher.cancelCypher(context)),
    showCypherGraph: (how) => later(readCypher, (cypher) => cypher.showCypherGraph(context, how)),
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
    setOwnLook: (category, change) => later(readStyle, (style) => style.setOwnLook(context, category, change)),
    setRange: (field, range) => later(readStyle, (style) => style.setRange(context, field, range)),
    tellMeasures: (measures) => later(readStyle, (style) => style.tellMeasures(context, measures)),
    wordAnswer: async () => {
      // Until it comes the words of the whole answer stand.
      const code = await withWords(import("./word-answer.ts")).catch(asking.orNull);
      await code?.wordAnswer(context);
    },
    listFigures: async () => {
      const code = await import("./figures.ts").catch(asking.orNull);
      return code?.listFigures(context) ?? false;
    },
    toggleTime: () => time.toggleTime(context),
    dismissProblem: () => parts.store.setState({ problem: null, lost: [] }),
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
