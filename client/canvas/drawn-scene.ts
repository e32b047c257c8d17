/** What of the view is drawn, looked at once, and what the looks of its nodes and lines have in common. Pure. */
import type { Presence } from "../../schema/as-of.ts";
import type { EdgeAttributes, ExplorerGraph } from "../view/graph.ts";
import type { ExplorerState, Filter, Selection, Target } from "../store.ts";
import type { Look } from "../style/rules.ts";
import type { Tokens } from "../page/theme.ts";
import type { Times } from "../view/time.ts";
import { type QuestionView, questionView } from "../view/question-view.ts";
import { bundleSizes, groupSizes, parallels, timesIn, visibleNodes, visibleRelationships } from "../view/visibility.ts";
import type { Focus } from "./focus.ts";
import { rowLooks } from "./later-looks.ts";
import { type Lanes, lanesOf } from "./routes.ts";

/** How far what does not stand out goes into the background. */
export const dimming = { node: 0.72, line: 0.8, name: 0.5 } as const;

/** How far what was before the time that is looked at goes into the background, and what only may hold then. */
export const fading: Readonly<Record<Presence, { mark: number; name: number }>> = {
  certain: { mark: 0, name: 0 },
  possible: { mark: 0.3, name: 0 },
  unknown: { mark: 0.3, name: 0 },
  undated: { mark: 0, name: 0 },
  past: { mark: 0.6, name: 0.45 },
  future: { mark: 0.6, name: 0.45 },
};

/** What is drawn and what it depends on, whatever stands out of it. */
export interface Scene {
  nodes: ReadonlySet<string>;
  relationships: ReadonlySet<string>;
  question: QuestionView | null;
  /** Asked for only where lines may lie side by side: thousands are drawn straight. */
  lanes: () => Lanes;
  years: ReadonlyMap<string, number>;
  times: Times | null;
  /** How many nodes each drawn group stands for, and how many relationships each bundle. */
  groups: ReadonlyMap<string, number>;
  bundles: ReadonlyMap<string, number>;
  /** All that a line stands for, where it is drawn for several parallel ones. */
  parallels: ReadonlyMap<string, readonly string[]>;
}

export interface Context extends Scene {
  state: ExplorerState;
  graph: ExplorerGraph;
  colors: Tokens;
  focus: Focus | null;
  selection: Selection | null;
  look: Look | null;
  /** Whether the key dims a node. */
  isDimmed: (node: string) => boolean;
  filterOfLine: (attributes: EdgeAttributes) => Filter | undefined;
}

export const isSelected = ({ selection }: Context, kind: Target["kind"], id: string): boolean =>
  selection?.kind === kind && selection.ids.has(id);

/** Looks at the whole view once. */
export function surveyScene(state: ExplorerState, graph: ExplorerGraph): Scene {
  const nodes = visibleNodes(state, graph);
  const relationships = visibleRelationships(state, graph);
  return {
    nodes,
    relationships,
    question: questionView(state),
    lanes: once(() => lanesOf(graph, relationships)),
    years: rowLooks()?.shownYears(state, graph) ?? new Map(),
    times: timesIn(state, graph),
    groups: groupSizes(state, graph),
    bundles: bundleSizes(state, graph),
    parallels: parallels(state, graph),
  };
}

/** Worked out when it is first asked for, and once. */
export function once<T>(work: () => T): () => T {
  let done: { value: T } | undefined;
  return () => (done ??= { value: work() }).value;
}

/** The color of a thread: each of the first four origins has one, and more than one origin another. */
export function threadColor({ look, colors }: Context, question: QuestionView, thread: string | null): string | null {
  if (thread === null || thread === "neither") return null;
  const own = look?.own(`thread=${thread}`);
  if (own !== undefined) return own;
  if (thread === "both") return colors.both;
  return colors.threads[question.origins.indexOf(thread)] ?? null;
}
