/** Opens a view beside the one on screen, which stays as it is: for a step of a story. */
import { createGraph, type ExplorerGraph } from "../view/graph.ts";
import { readLink, writeLink } from "../permalink.ts";
import { unpackLink } from "../permalink/pack.ts";
import { type ExplorerState, type ProblemReport, createExplorerStore } from "../store.ts";
import { type Context, createContext } from "./context.ts";
import { openLink } from "./opening.ts";

export interface Aside {
  state: ExplorerState;
  graph: ExplorerGraph;
}

/** The stage that a view without places of its own is laid out on. */
const usualStage = { width: 1140, height: 720 };

const inPart: ProblemReport = {
  kind: "missing",
  detail: "Its question, or another part of it, is not known here any more.",
  remedy: "Open what it was about, and take that view instead.",
};

/**
 * A link's view in the language of the view on screen, or why it cannot be opened. A view without places of its own is
 * laid out on a stage of the size given.
 */
export async function openAside(
  context: Context,
  link: string,
  stage: ExplorerState["stage"] = usualStage,
): Promise<Aside | ProblemReport> {
  const { language, theme, dataset, vocabulary } = context.store.getState();
  const { view } = readLink(await unpackLink(link));
  const store = createExplorerStore();
  store.setState({ dataset, vocabulary, theme, stage: view.stage ?? stage });
  const aside = createContext({ ...context, store, graph: createGraph() });
  aside.tellStageKnown();
  await openLink(aside, writeLink({ ...view, language, cypher: null }), true);
  const state = store.getState();
  // Where its question is gone, a link opens another one, which no step was about.
  if (state.lost.some(({ part }) => part === "ask")) return inPart;
  return state.problem ?? { state, graph: aside.graph };
}
