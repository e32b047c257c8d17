/** Reading the figures of what is on screen, by which it can look and be filtered. */
import type { Observation } from "../../schema/api.ts";
import { ApiProblem } from "../api.ts";
import type { Context } from "./context.ts";

/** As many as one request takes. */
const mostIds = 500;

/** Reads once what figures the nodes on screen have; gives back whether that is known now. */
export async function listFigures({ api, store, graph }: Pick<Context, "api" | "store" | "graph">): Promise<boolean> {
  const { figures } = store.getState();
  const missing = graph.filterNodes((id) => !Object.hasOwn(figures, id));
  const parts = Array.from({ length: Math.ceil(missing.length / mostIds) }, (_, i) =>
    missing.slice(i * mostIds, (i + 1) * mostIds),
  );
  if (parts.length === 0) return true;
  try {
    const answers = await Promise.all(parts.map((ids) => api.listFigures(ids)));
    const found = new Map(missing.map((id): [string, Observation[]] => [id, []]));
    for (const each of answers.flatMap(({ observations }) => observations)) found.get(each.entity)?.push(each);
    store.setState((state) => ({ figures: { ...state.figures, ...Object.fromEntries(found) } }));
    return true;
  } catch (error) {
    if (error instanceof ApiProblem) return false;
    throw error;
  }
}
