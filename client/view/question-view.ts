/** The view as a question or a layout has it: its columns, pages, threads and rows. Pure. */
import type { Answer, ColumnName, Columns } from "../../schema/api.ts";
import { type ColumnPage, pageColumns } from "../../scene/layouts/column-pages.ts";
import { type ColumnLink, columnsById } from "../../scene/layouts/columns.ts";
import type { ExplorerState, Vocabulary } from "../store.ts";

/** Below this width of the stage the outer columns fold away: names would leave their lines no room. */
export const foldBelow = 860;
/** Below this one names stand above their marks, as on a phone. */
const namesAboveBelow = 560;

/** An answer's columns, sorted out once. */
export interface QuestionView {
  columns: Columns;
  column: ReadonlyMap<string, ColumnName>;
  /** The origins that give a thread its color, in the answer's order. */
  origins: readonly string[];
  links: readonly ColumnLink[];
  /** What is drawn at a time; one page unless there are many people. */
  pages: readonly ColumnPage[];
  /** Relationships of each node in the answer. */
  degree: ReadonlyMap<string, number>;
}

const views = new WeakMap<Answer, QuestionView>();

/** The question's columns; null where no question is open or its answer is a network. */
export function questionView(state: ExplorerState): QuestionView | null {
  const { answer, vocabulary } = state;
  if (!answer?.columns || !vocabulary) return null;
  const known = views.get(answer);
  if (known) return known;
  const view = sortOut(answer, answer.columns, vocabulary);
  views.set(answer, view);
  return view;
}

function sortOut(answer: Answer, columns: Columns, vocabulary: Vocabulary): QuestionView {
  const links = answer.subgraph.relationships.map(({ start, end, type }) => ({
    source: start,
    target: end,
    role: vocabulary.relationships[type]?.role ?? ("other" as const),
  }));
  const threads = new Set(Object.values(answer.origins ?? {}).flat());
  const degree = new Map<string, number>();
  for (const { source, target } of links) {
    for (const id of [source, target]) degree.set(id, (degree.get(id) ?? 0) + 1);
  }
  return {
    columns,
    column: columnsById(columns),
    origins: columns.origins.filter((id) => threads.has(id)),
    links,
    pages: pageColumns(columns, links),
    degree,
  };
}

/** The page of the columns that is drawn, counted from 0: the first on which what they are arranged around stands. */
export const pageIn = ({ around: [id = ""] }: Pick<ExplorerState, "around">, { pages }: QuestionView): number =>
  Math.max(
    0,
    pages.findIndex(({ ids }) => ids.has(id)),
  );

/** Whether the view is drawn a page at a time. */
export const hasPages = (state: ExplorerState): boolean =>
  isInColumns(state) && !state.showUndrawn && (questionView(state)?.pages.length ?? 1) > 1;

/** Whether the view is drawn in columns now. */
export function isInColumns(state: ExplorerState): boolean {
  return state.layout === "columns" && questionView(state) !== null;
}

/** What a panel leaves at least of the stage's height for columns to be laid out in. */
const leastFree = 240;

/** The part of the stage that the view is laid out on: columns make way for a panel over its foot, other layouts are seen smaller. */
export function freeStage(state: ExplorerState): ExplorerState["stage"] {
  const { stage, covered } = state;
  if (covered === 0 || !isInColumns(state)) return stage;
  return { width: stage.width, height: Math.max(stage.height - covered, Math.min(leastFree, stage.height)) };
}

/** Whether the view is drawn in layers now: names stand on the right, and lines run level as between columns. */
export const isLayered = (state: ExplorerState): boolean => state.layout === "layered";

/** Whether the view is drawn so that a place means something: newcomers take the place that is theirs. */
export const isRuled = ({ layout }: Pick<ExplorerState, "layout">): boolean =>
  layout === "grid" || layout === "radial" || layout === "timeline";

/** Whether the outer columns are folded away, as on a phone. */
export function isFolded(state: ExplorerState): boolean {
  return isInColumns(state) && state.stage.width > 0 && state.stage.width < foldBelow;
}

/** Whether the outer names of folded columns stand above their marks. */
export function hasNamesAbove(state: ExplorerState): boolean {
  return isFolded(state) && state.stage.width < namesAboveBelow;
}

/** A person's thread: the origin they came from, `both` for more than one, `neither`; null for all that has no thread. */
export function threadOf(state: ExplorerState, nodeId: string): string | null {
  const question = questionView(state);
  if (!question) return null;
  if (question.origins.includes(nodeId)) return nodeId;
  const from = state.answer?.origins?.[nodeId];
  if (!from) return question.column.get(nodeId) === "people" ? "neither" : null;
  return from.length > 1 ? "both" : (from[0] ?? "neither");
}

/** Whether a question asks where sources disagree: all that it draws is disputed. */
export function isAboutDisagreements(answer: Answer | null): boolean {
  const lines = answer?.subgraph.relationships ?? [];
  return lines.length > 0 && lines.every(isDisputed);
}

export const isDisputed = ({ properties: { rivals } }: { properties: Readonly<Record<string, unknown>> }): boolean =>
  Array.isArray(rivals) && rivals.length > 0;

/** So far beyond the edges of what columns were laid out on stands what has columns of its own. */
const outside = 12;

/** Where a node stands that was added to columns: among them, or in columns of its own on either side; undefined for all else. */
export function addedTo(state: ExplorerState, id: string, x: number): "among" | "left" | "right" | undefined {
  if (!isInColumns(state) || questionView(state)?.column.has(id) !== false) return undefined;
  if (state.stage.width === 0) return "among";
  return x < -outside ? "left" : x > state.stage.width + outside ? "right" : "among";
}

/** The column that a node's name and lines go by now; undefined in free exploration and for newcomers. */
export function columnOf(state: ExplorerState, id: string): ColumnName | undefined {
  return isInColumns(state) ? questionView(state)?.column.get(id) : undefined;
}
