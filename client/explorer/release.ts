/** Unpinning. */
import { type Context, endStep } from "./context.ts";
import { layOutView } from "./laying-out.ts";

/** Lets nodes that were moved by hand go where the layout puts them; all of them where none are named. */
export async function releaseNodes(context: Context, wanted?: readonly string[]): Promise<void> {
  const { graph } = context;
  const pinned = (wanted ?? graph.nodes()).filter((id) => graph.hasNode(id) && graph.getNodeAttribute(id, "pinned"));
  if (pinned.length === 0) return;
  for (const id of pinned) graph.setNodeAttribute(id, "pinned", false);
  if (await layOutView(context)) endStep(context, "said.released", { count: pinned.length }, { nodes: pinned });
}
