/** Unpinning. */
import { type Context, endStep } from "./context.ts";

/** Lets nodes that were moved by hand go where the layout puts them; all of them where none are named. */
export async function releaseNodes(context: Context, wanted?: readonly string[]): Promise<void> {
  const { store, arrange, graph, opening } = context;
  const pinned = (wanted ?? graph.nodes()).filter((id) => graph.hasNode(id) && graph.getNodeAttribute(id, "pinned"));
  if (pinned.length === 0) return;
  for (const id of pinned) graph.setNodeAttribute(id, "pinned", false);
  await arrange.arrangeAnswer(store.getState(), graph);
  if (opening === context.opening) endStep(context, "said.released", { count: pinned.length }, { nodes: pinned });
}
