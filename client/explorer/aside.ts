/** Opens a view beside the one on screen, which stays as it is: for a step of a story. */
import { createGraph, type ExplorerGraph } from "../graph.ts";
import { readLink, writeLink } from "../permalink.ts";
import { type ExplorerState, createExplorerStore } from "../store.ts";
import { type Context, createContext } from "./context.ts";
import { openLink } from "./opening.ts";

export interface Aside {
  state: ExplorerState;
  graph: ExplorerGraph;
}

/** The stage that a view without places of its own is laid out on. */
const usualStage = { width: 1140, height: 720 };

/** A link's view in the language of the view on screen; null where it cannot be opened. */
export async function openAside(context: Context, link: string): Promise<Aside | null> {
  const { language, theme, dataset, vocabulary } = context.store.getState();
  const { view } = readLink(link);
  const store = createExplorerStore();
  store.setState({ dataset, vocabulary, theme, stage: view.stage ?? usualStage });
  const aside = createContext({ ...context, store, graph: createGraph() });
  aside.tellStageKnown();
  await openLink(aside, writeLink({ ...view, language, cypher: null }), true);
  const state = store.getState();
  return state.problem === null ? { state, graph: aside.graph } : null;
}
