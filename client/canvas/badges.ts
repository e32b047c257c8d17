/** Marks of dispute on the drawing: a ≠ in a ring, beside a node or on a line about which sources disagree. */
import { type Box, type Point, contains } from "../../scene/geometry.ts";
import { pathOf } from "../../scene/line-places.ts";
import { curveOf } from "../../scene/lines.ts";
import { disputed } from "../facts/disagreements.ts";
import { drawnAs } from "../view/visibility.ts";
import { type Drawn, screenLine } from "./words.ts";

/** Of the ring, in pixels at the usual size of text. */
const radius = 5.6;
/** Which tenths of a line its mark tries, the middle first: lines side by side share one where there is no room. */
const alongLine = [5, 4, 6, 3, 7, 2, 8] as const;
/** With more on the stage than these, the marks would be all there is to see: only what stands out keeps its own. */
const mostBadges = 120;
/** With more nodes than these a line's mark keeps off words alone. */
const mostMarks = 400;

/** What is disputed, drawn and not dimmed: few are looked at, however much is drawn. */
function badged({ state, graph, appearance }: Drawn): { nodes: string[]; lines: string[] } {
  if (state.disagreements === null) return { nodes: [], lines: [] };
  const { focus } = appearance;
  const all = disputed(state.disagreements);
  const nodes = [...all.nodes].filter((id) => appearance.nodes.has(id) && (focus === null || focus.nodes.has(id)));
  const claims = [...all.relationships].filter((id) => graph.hasEdge(id));
  const drawn = new Set(claims.map((id) => drawnAs(state, graph, id)));
  const lines = [...drawn].filter((id) => appearance.relationships.has(id));
  return { nodes, lines: lines.filter((id) => !appearance.edge(id).dimmed) };
}

/** Draws the marks; a line's keeps off words and nodes, as long as it has room elsewhere. */
export function drawBadges(context: CanvasRenderingContext2D, view: Drawn, words: readonly Box[]): void {
  const { nodes, lines } = badged(view);
  if (nodes.length + lines.length > mostBadges && view.appearance.focus === null) return;
  const { appearance, pointOf, scale, stage, colors } = view;
  const [ink, background] = [colors.family.people, colors.bg];
  const drawn: Point[] = [];
  const draw = ({ x, y }: Point) => {
    drawn.push({ x, y });
    if (!contains(stage, { x, y })) return;
    drawBadge(context, { x: Math.round(x), y: Math.round(y) }, radius * scale, ink, background);
  };
  const keeps = (radius + 2) * scale;
  const kept = words.map((box) => grown(box, keeps));
  for (const id of nodes) {
    const away = (appearance.node(id).radius * scale) / Math.SQRT2 + 4 * scale;
    draw(cornerOf(view.toScreen(pointOf(id)), away, kept));
  }
  if (lines.length === 0) return;
  const marks =
    appearance.nodes.size > mostMarks
      ? []
      : [...appearance.nodes].map((id) => ({
          at: view.toScreen(pointOf(id)),
          reach: appearance.node(id).radius * scale,
        }));
  const isFree = (at: Point) => drawn.every(({ x, y }) => Math.hypot(x - at.x, y - at.y) > 2.4 * radius * scale);
  const isOff = (at: Point) =>
    kept.every((box) => !contains(box, at)) &&
    marks.every((mark) => Math.hypot(mark.at.x - at.x, mark.at.y - at.y) > mark.reach + keeps);
  for (const id of lines) {
    const path = pathOf(curveOf(screenLine(view, id)), 10);
    const places = alongLine.flatMap((index) => path[index] ?? []);
    const roomy = places.filter(isFree);
    const free = roomy.find(isOff) ?? roomy[0];
    if (free !== undefined) draw(free);
  }
}

/** Names stand to the right as a rule, so a node's mark stands on the left, and above where no word is. */
const corners = [
  [-1, -1],
  [-1, 1],
  [1, -1],
  [1, 1],
] as const;

/** Where beside a node its mark stands: the first corner that no word has, or else the first. */
export function cornerOf(at: Point, away: number, words: readonly Box[]): Point {
  const places = corners.map(([across, down]) => ({ x: at.x + across * away, y: at.y + down * away }));
  const free = places.find((place) => words.every((box) => !contains(box, place)));
  return free ?? { x: at.x - away, y: at.y - away };
}

const grown = ({ left, right, top, bottom }: Box, by: number): Box => ({
  left: left - by,
  right: right + by,
  top: top - by,
  bottom: bottom + by,
});

function drawBadge(
  context: CanvasRenderingContext2D,
  { x, y }: Point,
  size: number,
  ink: string,
  background: string,
): void {
  context.beginPath();
  context.arc(x, y, size, 0, 2 * Math.PI);
  context.fillStyle = background;
  context.fill();
  context.lineWidth = 1.4;
  context.strokeStyle = ink;
  context.stroke();
  const [half, gap] = [size * 0.5, size * 0.22];
  context.beginPath();
  for (const level of [y - gap, y + gap]) {
    context.moveTo(x - half, level);
    context.lineTo(x + half, level);
  }
  context.moveTo(x - half * 0.45, y + size * 0.58);
  context.lineTo(x + half * 0.45, y - size * 0.58);
  context.stroke();
}
