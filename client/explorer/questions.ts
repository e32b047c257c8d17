/** Opening a question: its answer replaces what is on screen. */
import type { Answer } from "../../schema/api.ts";
import { mergeSubgraph } from "../view/graph.ts";
import { type Layout, noFilters } from "../store.ts";
import { type Context, attempt, endStep, settle } from "./context.ts";
import { beginOpening, layOutView } from "./laying-out.ts";

export type QuestionParameters = Readonly<Record<string, readonly string[]>>;

const layoutsByDrawing = { columns: "columns", network: "organic", layered: "layered" } as const;

/** How an answer is drawn at first. */
export const layoutOf = (answer: Answer | null): Layout =>
  answer === null ? "organic" : layoutsByDrawing[answer.drawing];

/** Of an answer that is all figures, names without lines say nothing: its table tells it. */
const isAllFigures = ({ subgraph, observations }: Answer): boolean =>
  subgraph.relationships.length === 0 && observations.length > 0;

/** Puts an answer on screen in place of what was there and lays it out; ends no step. False where another view came meanwhile. */
export async function adopt(
  context: Context,
  answer: Answer | null,
  layout: Layout = layoutOf(answer),
  around: readonly string[] = [],
): Promise<boolean> {
  const { store, graph, opening } = context;
  graph.clear();
  if (answer !== null) mergeSubgraph(graph, answer.subgraph);
  store.setState({
    answer,
    layout,
    around,
    selected: null,
    hovered: null,
    hidden: new Set(),
    filters: noFilters,
    path: null,
    paths: null,
    overlaps: null,
    expansions: {},
    pathFrom: null,
    addsPathEnd: false,
    showUndrawn: false,
    dock: store.getState().dock ?? (answer !== null && isAllFigures(answer) ? "table" : null),
  });
  await Promise.all([context.stageKnown, context.textReady]);
  return opening === context.opening && layOutView(context);
}

export async function openQuestion(context: Context, question: string, parameters: QuestionParameters): Promise<void> {
  const opening = beginOpening(context);
  await attempt(
    context,
    async () => {
      const answer = await context.api.askQuestion(question, parameters);
      if (opening !== context.opening) return;
      if (!(await adopt(context, answer))) return;
      endStep(context, "said.question", { headline: answer.headline[context.store.getState().language] });
      context.camera.fit();
    },
    () => void openQuestion(context, question, parameters),
  );
}

/** Reads the catalogue once. */
export async function listQuestions(context: Context): Promise<void> {
  if (context.store.getState().questions !== null) return;
  await attempt(
    context,
    async () => context.store.setState({ questions: await context.api.listQuestions() }),
    () => void listQuestions(context),
  );
}

/** Empties the view, to fill it with one's own choice. */
export async function openFreeView(context: Context): Promise<void> {
  beginOpening(context);
  if (await adopt(context, null)) endStep(context, "said.free");
}

/** Lays out again what is not pinned, as after a resize or in another language; not a step of its own. */
export async function arrangeAgain(context: Context): Promise<void> {
  const { store, graph } = context;
  if (graph.order === 0 || store.getState().stage.width === 0) return;
  if (await layOutView(context)) settle(context);
}
