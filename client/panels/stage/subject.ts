/** Where what is told of lies on the stage. */
import { type Box, type Point, around, boxAround } from "../../../scene/geometry.ts";
import type { Explorer } from "../../explorer.ts";
import type { Target } from "../../store.ts";
import { standIn } from "../../view/groups.ts";

/** What of a node must stay in sight: its mark and its name, in the stage's pixels; none for a line. */
export function subjectOf({ graph, camera }: Explorer, { kind, id }: Target): Box[] {
  const lens = camera.look?.().lens;
  if (lens === undefined || kind !== "node" || !graph.hasNode(id)) return [];
  const { x, y } = lens.toScreen(graph.getNodeAttributes(standIn(graph, id)));
  const reach = 12 * (lens.marks ?? lens.scale);
  const name = camera.nameBox?.(id);
  return [boxAround({ x, y }, 2 * reach, 2 * reach), ...(name ? [name] : [])];
}

/** The box of a node with its name, or the middle of a line, in the stage's pixels; null where there is no stage. */
export function boxOf(explorer: Explorer, target: Target): Box | null {
  const { graph, camera } = explorer;
  const [first, ...others] = subjectOf(explorer, target);
  if (first !== undefined) return others.reduce(around, first);
  const lens = camera.look?.().lens;
  if (lens === undefined || target.kind !== "relationship" || !graph.hasEdge(target.id)) return null;
  const [from, to] = graph.extremities(target.id).map((end): Point => {
    return lens.toScreen(graph.getNodeAttributes(standIn(graph, end)));
  });
  if (from === undefined || to === undefined) return null;
  return boxAround({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }, 2, 2);
}
