/** Bringing what claims are about on screen. */
import type { Context } from "./context.ts";
import { addNodes } from "./neighbors.ts";
import { selectMany } from "./selection.ts";

export async function showClaims(
  context: Context,
  nodes: readonly string[],
  relationships: readonly string[],
): Promise<void> {
  if (!(await addNodes(context, nodes))) return;
  const lines = relationships.filter((id) => context.graph.hasEdge(id));
  if (lines.length > 0) selectMany(context, "relationship", lines, lines[0]);
  else selectMany(context, "node", nodes, nodes[0]);
  const [first] = nodes;
  if (first !== undefined) context.camera.center(first);
}
