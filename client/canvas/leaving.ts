/** What leaves the drawing: marks that glide into the group that takes them in, or into a neighbor that stays, and fade. */
import { isHollow, outlineOf, outlineWidth } from "../../scene/shapes.ts";
import type { Point } from "../../scene/geometry.ts";
import type { Tokens } from "../page/theme.ts";
import type { ExplorerGraph } from "../view/graph.ts";
import { isGroup, standIn } from "../view/groups.ts";
import type { Appearance, NodeAppearance } from "./appearance-types.ts";
import { duration, ease } from "./glide.ts";
import type { Lens } from "./lens.ts";

/** Of more nodes than these, those that leave are gone at once. */
const mostKept = 600;

interface Seen {
  id: string;
  from: Point;
  look: Pick<NodeAppearance, "color" | "radius" | "shape">;
  neighbors: readonly string[];
}

interface Leaver extends Seen {
  /** The node that it goes to; null where it fades on its place. */
  to: string | null;
  at: number;
}

export interface Leaving {
  /** Looks what is drawn where, before something changes. */
  keep(appearance: Appearance): void;
  /** Sends off what was drawn then and is not any more; to the node given where that is a neighbor. */
  leave(drawn: ReadonlySet<string>, brought: string | null): boolean;
  /** Draws what is on its way. */
  draw(context: CanvasRenderingContext2D, lens: Lens, colors: Tokens): void;
  onTheWay(): boolean;
}

export function createLeaving(
  graph: ExplorerGraph,
  pointOf: (id: string) => Point,
  now: () => number,
  isStill: () => boolean,
): Leaving {
  let seen: readonly Seen[] = [];
  let leavers: readonly Leaver[] = [];
  return {
    keep(appearance) {
      const { nodes } = appearance;
      if (isStill() || nodes.size > mostKept) return;
      seen = [...nodes]
        .filter((id) => graph.hasNode(id))
        .map((id) => ({
          id,
          from: pointOf(id),
          look: appearance.node(id),
          neighbors: graph.neighbors(id).filter((other) => nodes.has(other)),
        }));
    },
    leave(drawn, brought) {
      const at = now();
      const targetOf = ({ id, neighbors }: Seen): string | null => {
        // Out of a group come its members, so it stays where it is.
        if (isGroup(id)) return null;
        const group = graph.hasNode(id) ? standIn(graph, id) : id;
        if (drawn.has(group)) return group;
        const staying = neighbors.filter((other) => drawn.has(other));
        return staying.find((other) => other === brought) ?? staying[0] ?? null;
      };
      const leaving = seen.flatMap((each): Leaver[] =>
        drawn.has(each.id) ? [] : [{ ...each, to: targetOf(each), at }],
      );
      leavers = [...leavers.filter(({ id }) => !drawn.has(id)), ...leaving];
      seen = [];
      return leavers.length > 0;
    },
    draw(context, lens, colors) {
      leavers = leavers.filter(({ at }) => now() - at < duration);
      for (const { from, to, at, look } of leavers) {
        const share = ease((now() - at) / duration);
        const end = to !== null && graph.hasNode(to) ? pointOf(to) : from;
        const place = lens.toScreen({ x: from.x + (end.x - from.x) * share, y: from.y + (end.y - from.y) * share });
        context.globalAlpha = 1 - share;
        if (end !== from) traceLine(context, place, lens.toScreen(end), colors.edge);
        traceMark(context, look, place, look.radius * (lens.marks ?? lens.scale), colors.bg);
      }
      context.globalAlpha = 1;
    },
    onTheWay: () => leavers.length > 0,
  };
}

function traceLine(context: CanvasRenderingContext2D, from: Point, to: Point, color: string): void {
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  context.lineWidth = 1;
  context.strokeStyle = color;
  context.stroke();
}

function traceMark(
  context: CanvasRenderingContext2D,
  { shape, color }: Leaver["look"],
  at: Point,
  radius: number,
  background: string,
): void {
  context.beginPath();
  const corners = outlineOf(shape, at, radius);
  if (corners.length === 0) context.arc(at.x, at.y, radius, 0, 2 * Math.PI);
  // On an empty way the first of them begins it.
  for (const { x, y } of corners) context.lineTo(x, y);
  context.closePath();
  context.fillStyle = isHollow(shape) ? background : color;
  context.fill();
  if (!isHollow(shape)) return;
  context.lineWidth = outlineWidth;
  context.strokeStyle = color;
  context.stroke();
}
