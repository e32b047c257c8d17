/** What the camera has to show when all is in sight. Pure. */
import type { Box } from "../../scene/geometry.ts";
import type { ExplorerGraph } from "../graph.ts";
import type { Appearance } from "./appearance.ts";

/** The box of the drawn nodes in graph pixels, with room for names; columns have left theirs already. */
export function contentOf(appearance: Appearance, graph: ExplorerGraph): Box | null {
  if (appearance.nodes.size === 0) return null;
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const id of appearance.nodes) {
    const { x, y } = graph.getNodeAttributes(id);
    const [left, right] = appearance.node(id).side === undefined ? [24, 90] : [12, 12];
    box.left = Math.min(box.left, x - left);
    box.right = Math.max(box.right, x + right);
    box.top = Math.min(box.top, y - 18);
    box.bottom = Math.max(box.bottom, y + 18);
  }
  return box;
}
