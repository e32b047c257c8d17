/** Putting on screen what a link has beside its question. */
import { mostIds } from "../../schema/api.ts";
import { isOnScreen, mergeSubgraph } from "../view/graph.ts";
import type { LinkedView } from "../permalink.ts";
import type { PlacedId } from "../permalink/pieces.ts";
import type { FilterKind, Filters } from "../store.ts";
import { freeStage, isRuled } from "../view/question-view.ts";
import type { Context } from "./context.ts";
import { ifKnown } from "./if-known.ts";
import { noteLost } from "./lost-parts.ts";
import { joinToScreen } from "./neighbors.ts";
import { askPaths, drawPath } from "./paths.ts";
import { arrangeAgain } from "./questions.ts";
import { readyRules } from "./ready-rules.ts";
import { selectMany } from "./selection.ts";

/** Brings positions of the link's stage to the stage at hand. */
function scaled(context: Context, view: LinkedView, { id, x, y }: PlacedId): PlacedId {
  const stage = freeStage(context.store.getState());
  const from = view.stage ?? stage;
  return { id, x: (x * stage.width) / from.width, y: (y * stage.height) / from.height };
}

async function addLinked(context: Context, view: LinkedView, isOvertaken: () => boolean): Promise<void> {
  const { graph } = context;
  // What is here already needs room in each request beside what is missing.
  const most = graph.order === 0 ? mostIds.posted : mostIds.posted / 2;
  const missing = view.added.filter(({ id }) => !graph.hasNode(id)).slice(0, most);
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

/** Puts everything of a link but its question on screen, and notes what could not be followed. */
export async function applyView(
  context: Context,
  view: LinkedView,
  read: { asked: boolean; ignored: readonly string[] },
  isOvertaken: () => boolean,
): Promise<void> {
  await applyParts(context, view, isOvertaken);
  if (isOvertaken()) return;
  // What a place means goes for what was added, too.
  if (isRuled(context.store.getState()) && view.added.length > 0) await arrangeAgain(context);
  if (!isOvertaken()) noteLost(context, view, read);
}

async function applyParts(context: Context, view: LinkedView, isOvertaken: () => boolean): Promise<void> {
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
    selected: isOnScreen(context.graph, view.selected) ? view.selected : null,
  });
  const { selected } = store.getState();
  if (selected !== null && view.also.length > 0)
    selectMany(context, selected.kind, [selected.id, ...view.also], selected.id);
}
