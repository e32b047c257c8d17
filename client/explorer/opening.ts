/** Opening a view from a link: the question, then what was added, moved, hidden, filtered and chosen. */
import { type Answer, mostIds } from "../../schema/api.ts";
import { ApiProblem } from "../api.ts";
import { mergeSubgraph } from "../view/graph.ts";
import { type LinkedView, readLink } from "../permalink.ts";
import type { PlacedId } from "../permalink/pieces.ts";
import type { FilterKind, Filters } from "../store.ts";
import { isKnown } from "../strings/strings.ts";
import { readyRules } from "./ready-rules.ts";
import { type Context, announce, attempt, endStep, isOnScreen, settle } from "./context.ts";
import { beginOpening } from "./laying-out.ts";
import { learnLanguage } from "./language.ts";
import { joinToScreen, learnOf, loadDetail } from "./neighbors.ts";
import { askPaths, drawPath } from "./paths.ts";
import { selectMany } from "./selection.ts";
import { freeStage, isRuled } from "../view/question-view.ts";
import { adopt, arrangeAgain, layoutOf } from "./questions.ts";

interface Answered {
  /** Null for a view of one's own. */
  answer: Answer | null;
  /** False when the link's question could not be answered and the first one stands in. */
  asked: boolean;
}

/** Does work that a link asks for; what the server does not know is left out. Gives back null for that. */
async function ifKnown<T>(work: Promise<T>): Promise<T | null> {
  return work.catch((error: unknown) => {
    if (error instanceof ApiProblem && (error.kind === "missing" || error.kind === "invalid")) return null;
    throw error;
  });
}

async function answerOf({ api }: Context, { question, free }: LinkedView): Promise<Answered> {
  if (free && question === null) return { answer: null, asked: true };
  const asked = question === null ? null : await ifKnown(api.askQuestion(question.id, question.parameters));
  return { answer: asked ?? (await api.getFirstView()), asked: question === null || asked !== null };
}

/** Brings positions of the link's stage to the stage at hand. */
function scaled(context: Context, view: LinkedView, { id, x, y }: PlacedId): PlacedId {
  const stage = freeStage(context.store.getState());
  const from = view.stage ?? stage;
  return { id, x: (x * stage.width) / from.width, y: (y * stage.height) / from.height };
}

async function addLinked(context: Context, view: LinkedView, isOvertaken: () => boolean): Promise<void> {
  const { graph } = context;
  const missing = view.added.filter(({ id }) => !graph.hasNode(id)).slice(0, mostIds.posted);
  if (missing.length === 0) return;
  const joined = await ifKnown(
    joinToScreen(
      context,
      missing.map(({ id }) => id),
    ),
  );
  if (joined === null || isOvertaken()) return;
  mergeSubgraph(graph, joined);
  for (const place of missing) {
    const { id, x, y } = scaled(context, view, place);
    if (graph.hasNode(id)) graph.mergeNodeAttributes(id, { x, y, placed: true });
  }
}

/** Only what the vocabulary and the answer know can filter. */
function knownFilters(context: Context, filters: Filters): Filters {
  const { vocabulary, answer } = context.store.getState();
  const keep = (kind: Filters[FilterKind], known: (key: string) => boolean) =>
    Object.fromEntries(Object.entries(kind).filter(([key]) => known(key)));
  const origins = answer?.columns?.origins ?? [];
  return {
    labels: keep(filters.labels, (key) => Object.hasOwn(vocabulary?.labels ?? {}, key)),
    types: keep(filters.types, (key) => Object.hasOwn(vocabulary?.relationships ?? {}, key)),
    certainties: keep(filters.certainties, (key) => ["stated", "reported", "planned", "opinion"].includes(key)),
    threads: keep(filters.threads, (key) => origins.includes(key) || key === "both" || key === "neither"),
    documents: filters.documents,
    values: filters.values,
    ranges: filters.ranges,
    leastDegree: filters.leastDegree,
  };
}

async function applyPath(
  context: Context,
  { ends, options, shown }: NonNullable<LinkedView["path"]>,
  isOvertaken: () => boolean,
): Promise<void> {
  const answer = await ifKnown(askPaths(context, ends, options));
  if (answer === null || isOvertaken()) return;
  const paths = { ends, options, answer, shown: Math.min(shown, Math.max(answer.paths.length - 1, 0)) };
  if (answer.paths.length === 0) context.store.setState({ paths });
  else await drawPath(context, paths);
}

/** Puts everything of a link but its question on screen. */
async function applyView(context: Context, view: LinkedView, isOvertaken: () => boolean): Promise<void> {
  const { graph, store } = context;
  await addLinked(context, view, isOvertaken);
  if (isOvertaken()) return;
  for (const [places, pinned] of [
    [view.laid, false],
    [view.moved, true],
  ] as const) {
    for (const place of places) {
      const { id, x, y } = scaled(context, view, place);
      if (graph.hasNode(id)) graph.mergeNodeAttributes(id, { x, y, placed: true, pinned });
    }
  }
  if (view.path !== null) await applyPath(context, view.path, isOvertaken);
  if (view.overlaps.length > 0 && !isOvertaken()) {
    const { bringOverlaps } = await import("./overlaps.ts");
    await ifKnown(bringOverlaps(context, view.overlaps));
  }
  await readyRules(context, view);
  if (view.groups.length > 0 && !isOvertaken()) {
    const { bringGroups } = await import("./groups.ts");
    await bringGroups(
      context,
      view.groups.map((group) => ({ ...group, ...scaled(context, view, { id: "", x: 0, y: 0, ...group }) })),
    );
  }
  if (isOvertaken()) return;
  store.setState({
    hidden: new Set(view.hidden.filter((id) => graph.hasNode(id))),
    filters: knownFilters(context, view.filters),
    expansions: view.expansions,
    time: view.time,
    previews: {},
    showUndrawn: view.showUndrawn,
    style: view.style,
    // A link without a panel leaves the one that the answer opened by itself.
    ...(view.dock === null ? {} : { dock: view.dock }),
    // Filled in and shown, never run: that is for the person to say.
    ...(view.cypher === null ? {} : { cypher: view.cypher, dock: "cypher" as const }),
    selected: isOnScreen(context, view.selected) ? view.selected : null,
  });
  const { selected } = store.getState();
  if (selected !== null && view.also.length > 0)
    selectMany(context, selected.kind, [selected.id, ...view.also], selected.id);
}

/** Reads the vocabulary and the data set where they are not yet known, together with the answer. */
async function loadAll(context: Context, view: LinkedView): Promise<Answered> {
  const { api, store } = context;
  const { dataset, vocabulary } = store.getState();
  const [answered, readDataset, readVocabulary] = await Promise.all([
    answerOf(context, view),
    dataset ?? api.getDataset(),
    vocabulary ?? api.getVocabulary(),
  ]);
  store.setState({ dataset: readDataset, vocabulary: readVocabulary });
  return answered;
}

/** Opens the view of a link; `first` is the view that the page opens with, which no undo goes behind. */
export async function openLink(context: Context, link: string, first: boolean): Promise<void> {
  const opening = beginOpening(context);
  const { view, ignored } = readLink(link);
  const language = view.language ?? context.store.getState().language;
  const speak = () => view.language !== null && context.store.setState({ language });
  if (isKnown(language)) speak();
  await attempt(
    context,
    async () => {
      const [{ answer, asked }] = await Promise.all([loadAll(context, view), learnLanguage(language)]);
      if (opening !== context.opening) return;
      speak();
      if (!(await adopt(context, answer, view.layout ?? layoutOf(answer), view.around))) return;
      await applyView(context, view, () => opening !== context.opening);
      if (opening !== context.opening) return;
      // What a place means goes for what was added, too.
      if (isRuled(context.store.getState()) && view.added.length > 0) await arrangeAgain(context);
      if (opening !== context.opening) return;
      if (first) settle(context);
      else endStep(context);
      context.camera.fit();
      if (ignored.length > 0 || !asked) announce(context, "said.linkInPart");
      showChosen(context);
    },
    () => void openLink(context, link, first),
  );
}

function showChosen(context: Context): void {
  const { selected } = context.store.getState();
  if (selected === null) return;
  if (selected.kind === "node") learnOf(context, selected.id);
  else void loadDetail(context, context.graph.source(selected.id));
}
