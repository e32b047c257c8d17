/** The sign of a node that stays where it was put: a dot in the middle of its mark. Pictures leave it out. */
import { pinnedIn } from "../view/pinned.ts";
import type { Drawn } from "./words.ts";

/** A dot's share of its mark, and the least that can be seen, in pixels; a mark smaller than this has no room for one. */
const [share, least, smallest] = [0.34, 1.5, 3];

/** A dot on the screen, in pixels. */
export interface Dot {
  x: number;
  y: number;
  radius: number;
  color: string;
}

/** Where the dots stand: in the ground's color, or in the mark's own where it is hollow. */
export function placeDots(view: Drawn): Dot[] {
  const { graph, appearance, colors, scale, marks = scale } = view;
  const pinned = pinnedIn(graph).filter((id) => appearance.nodes.has(id));
  return pinned.flatMap((id) => {
    const { radius, shape, color } = appearance.node(id);
    if (radius * marks < smallest) return [];
    const isHollow = shape.endsWith("-hollow");
    const { x, y } = view.toScreen(view.pointOf(id));
    return [{ x, y, radius: Math.max(radius * marks * share, least), color: isHollow ? color : colors.bg }];
  });
}

export function drawPins(context: CanvasRenderingContext2D, view: Drawn): void {
  for (const { x, y, radius, color } of placeDots(view)) {
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fillStyle = color;
    context.fill();
  }
}
