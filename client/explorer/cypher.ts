/** The console: a query of one's own, run on the server, and its graph on screen. */
import { mostIds } from "../../schema/api.ts";
import type { Subgraph } from "../../schema/graph.ts";
import { ApiProblem } from "../api.ts";
import { parametersIn } from "../cypher/parameters.ts";
import { mergeSubgraph } from "../view/graph.ts";
import type { CypherOutcome } from "../store.ts";
import { type Context, announce, attempt, endStep, workOut } from "./context.ts";
import { beginOpening, layOutView } from "./laying-out.ts";
import { joinToScreen, placeAnyway } from "./neighbors.ts";
import { adopt } from "./questions.ts";

/** The run under way, by context: closing its request ends the query. */
const running = new WeakMap<Context, AbortController>();

/** Above so many newcomers there is no room beside what is on screen, so everything is laid out anew. */
const mostBeside = 40;

export async function runCypher(context: Context): Promise<void> {
  const { store, api } = context;
  const { cypher: draft } = store.getState();
  const parameters = parametersIn(draft.parameters);
  if (draft.query.trim() === "" || "fault" in parameters) return;
  cancelCypher(context);
  const cancel = new AbortController();
  running.set(context, cancel);
  const conclude = (outcome: CypherOutcome | null) => {
    if (running.get(context) !== cancel) return;
    running.delete(context);
    store.setState({ cypherOutcome: outcome });
  };
  store.setState({ cypherOutcome: { ...draft, state: "running", since: performance.now() } });
  try {
    const answer = await api.runCypher(draft.query, parameters.values, cancel.signal);
    conclude({ ...draft, state: "answered", answer });
    announce(context, "said.cypherAnswered", { count: answer.rows.length });
  } catch (error) {
    if (cancel.signal.aborted) return;
    if (!(error instanceof ApiProblem)) throw error;
    const { kind, message: detail, remedy, refusal, position } = error;
    conclude({ ...draft, state: "refused", problem: { kind, detail, remedy, refusal, position } });
    announce(context, "said.cypherRefused");
  }
}

export function cancelCypher(context: Context): void {
  const cancel = running.get(context);
  if (cancel === undefined) return;
  running.delete(context);
  cancel.abort();
  context.store.setState({ cypherOutcome: null });
  announce(context, "said.cypherCancelled");
}

/** Draws the answer's names with what it tells of them and every other relationship between them, as a link of the view would. */
export async function showCypherGraph(context: Context, how: "add" | "replace"): Promise<void> {
  const { store, graph, arrange, placing } = context;
  const { cypherOutcome: outcome } = store.getState();
  if (outcome?.state !== "answered" || outcome.answer.subgraph.nodes.length === 0) return;
  const ids = outcome.answer.subgraph.nodes.map(({ id }) => id);
  if (how === "replace") beginOpening(context);
  const { opening } = context;
  const subgraph = await attempt(
    context,
    async () => {
      const joined = await joinAnswered(context, outcome.answer.subgraph, how);
      if (how === "add") await workOut(arrange.readyNewcomers(store.getState(), graph, joined, placing.signal));
      return joined;
    },
    () => void showCypherGraph(context, how),
  );
  if (subgraph === null || opening !== context.opening) return;
  if (how === "replace" && !(await adopt(context, null))) return;
  const { hidden } = store.getState();
  if (ids.some((id) => hidden.has(id)))
    store.setState({ hidden: new Set([...hidden].filter((id) => !ids.includes(id))) });
  const lines = graph.size;
  const added = mergeSubgraph(graph, subgraph);
  if (how === "add" && added.length === 0 && graph.size === lines && !ids.some((id) => hidden.has(id)))
    return announce(context, "said.cypherAllThere");
  if (how === "replace" || added.length > mostBeside) {
    store.setState({ layout: "organic" });
    if (!(await layOutView(context))) return;
  } else for (const id of added) placeAnyway(context, id);
  endStep(context, how === "replace" ? "said.cypherShown" : "said.cypherAdded", { count: added.length });
  if (how === "replace" || added.length > mostBeside) context.camera.fit();
}

/** What is on screen goes when the view is replaced, so nothing is joined to it then. */
async function joinAnswered(context: Context, subgraph: Subgraph, how: "add" | "replace"): Promise<Subgraph> {
  const ids = subgraph.nodes.map(({ id }) => id).slice(0, mostIds.posted);
  const { relationships } = how === "add" ? await joinToScreen(context, ids) : await context.api.getSubgraph(ids);
  return { nodes: subgraph.nodes, relationships: [...subgraph.relationships, ...relationships] };
}
