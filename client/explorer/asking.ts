/** What is asked of the server beside the drawing: names, phrases, disagreements. */
import type { PhraseOffer, SearchHit } from "../../schema/api.ts";
import { ApiProblem } from "../api.ts";
import { disagreementsQuestion } from "../facts/disagreements.ts";
import type { Context } from "./context.ts";
import * as neighbors from "./neighbors.ts";
import * as paths from "./paths.ts";
import * as view from "./view.ts";

/** How many results a search asks for. */
const mostHits = 12;

/** What goes wrong on the server's side is told as null; an abort is the caller's own. */
export const orNull = (error: unknown): null => {
  if (error instanceof ApiProblem) return null;
  throw error;
};

export async function search(
  { api }: Context,
  text: string,
  signal?: AbortSignal,
  labels: readonly string[] = [],
): Promise<SearchHit[] | null> {
  const query = text.trim();
  if (query === "") return [];
  const found = await api.search(query, { limit: mostHits, labels }, signal).catch(orNull);
  return found?.hits ?? null;
}

export async function offerPhrases(
  { api }: Context,
  text: string,
  signal?: AbortSignal,
): Promise<readonly PhraseOffer[]> {
  const query = text.trim();
  if (query === "") return [];
  const found = await api.offerPhrases(query, signal).catch(orNull);
  return found?.offers ?? [];
}

export async function showNode(context: Context, id: string): Promise<void> {
  const { pathFrom } = context.store.getState();
  if (pathFrom !== null && pathFrom !== id) return paths.choosePathEnd(context, id);
  if (!(await neighbors.addNode(context, id))) return;
  await view.turnPageTo(context, id);
  view.select(context, { kind: "node", id });
  context.camera.center(id);
}

export async function listDisagreements({ api, store }: Context): Promise<boolean> {
  if (store.getState().disagreements !== null) return true;
  const answer = await api.askQuestion(disagreementsQuestion, {}).catch(orNull);
  if (answer !== null) {
    const nodes = Object.fromEntries(answer.subgraph.nodes.map((node) => [node.id, node]));
    store.setState(({ mentioned }) => ({ disagreements: answer, mentioned: { ...nodes, ...mentioned } }));
  }
  return answer !== null;
}
