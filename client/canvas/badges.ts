/** Marks of dispute on the drawing: a ≠ in a ring, beside a node or on a line about which sources disagree. */
import { mix } from "../../scene/colors.ts";
import { type Box, type Point, boxAround, contains } from "../../scene/geometry.ts";
import { pathOf } from "../../scene/line-places.ts";
import { curveOf } from "../../scene/lines.ts";
import { type Marked, disputedInView } from "../facts/disputed-in-view.ts";
import type { Target } from "../store.ts";
import { nodeFilters } from "../view/filters.ts";
import { dimming } from "./drawn-scene.ts";
import { focusOf } from "./focus.ts";
import { type Drawn, screenLine } from "./words.ts";

/** Of the ring, in pixels at the usual size of text. */
const radius = 5.6;
/** Which tenths of a line its mark tries, the middle first: lines side by side share one where there is no room. */
const alongLine = [5, 4, 6, 3, 7, 2, 8] as const;
/** With more on the stage than these, the marks would be all there is to see: only what stands out keeps its own. */
const mostBadges = 120;
/** With more nodes than these a line's mark keeps off words alone. */
const mostMarks = 400;

/** A mark where it stands on the screen, in pixels. */
export interface Sign {
  /** The node, or the disputed relationship: one of those that its line stands for. */
  target: Target;
  at: Point;
  isDimmed: boolean;
}

export interface Badges {
  /** Where the marks stood before, so that no word takes their place: a mark stays where it is pointed at. */
  kept(view: Drawn): Box[];
  /** Draws the marks; a line's keeps off words and nodes, as long as it has room elsewhere. */
  draw(context: CanvasRenderingContext2D, view: Drawn, words: readonly Box[]): void;
  /** The nearest mark that is at most so many pixels from a point of the screen, its own ring aside. */
  hit(point: Point, slack: number): Target | null;
}

/** What carries a mark: with something selected only what stands out then. What is pointed at takes none away. */
function badged({ state, graph, appearance }: Drawn): Marked {
  const focus = state.hovered === null ? appearance.focus : focusOf({ ...state, hovered: null }, graph, appearance);
  const { nodes, lines } = disputedInView(state, graph);
  if (focus === null)
    return nodes.length + lines.size > mostBadges ? { nodes: [], lines: new Map() } : { nodes, lines };
  return {
    nodes: nodes.filter((id) => focus.nodes.has(id)),
    lines: new Map([...lines].filter(([line]) => focus.relationships.has(line))),
  };
}

const placesOn = (view: Drawn, line: string): readonly Point[] => pathOf(curveOf(screenLine(view, line)), 10);

/** Where the marks stand. `lastPlaces` has for each line the tenth at which its mark stood, and is kept up. */
export function placeSigns(view: Drawn, words: readonly Box[], lastPlaces: Map<string, number>): Sign[] {
  const { nodes, lines } = badged(view);
  const { state, graph, appearance, pointOf, scale } = view;
  const keeps = (radius + 2) * scale;
  const kept = words.map((box) => grown(box, keeps));
  const filterOf = nodeFilters(state);
  const isDimmed = (id: string) =>
    appearance.focus?.nodes.has(id) === false || filterOf(graph.getNodeAttributes(id)) === "dim";
  const signs = nodes.map((id): Sign => {
    const away = (appearance.node(id).radius * scale) / Math.SQRT2 + 4 * scale;
    const at = cornerOf(view.toScreen(pointOf(id)), away, kept);
    return { target: { kind: "node", id }, at, isDimmed: isDimmed(id) };
  });
  if (lines.size === 0) return signs;
  const marks =
    appearance.nodes.size > mostMarks
      ? []
      : [...appearance.nodes].map((id) => ({
          at: view.toScreen(pointOf(id)),
          reach: appearance.node(id).radius * scale,
        }));
  const isFree = (at: Point) => signs.every((sign) => distance(sign.at, at) > 2.4 * radius * scale);
  const isOff = (at: Point) =>
    kept.every((box) => !contains(box, at)) && marks.every((mark) => distance(mark.at, at) > mark.reach + keeps);
  for (const [line, id] of lines) {
    const path = placesOn(view, line);
    const last = lastPlaces.get(line);
    const tenths = last === undefined ? alongLine : [last, ...alongLine];
    const places = tenths.flatMap((tenth) => (path[tenth] ? [{ tenth, at: path[tenth] }] : []));
    const roomy = places.filter(({ at }) => isFree(at));
    const free = roomy.find(({ at }) => isOff(at)) ?? roomy[0];
    if (free === undefined) continue;
    lastPlaces.set(line, free.tenth);
    signs.push({ target: { kind: "relationship", id }, at: free.at, isDimmed: appearance.edge(line).dimmed });
  }
  return signs;
}

export function createBadges(): Badges {
  const lastPlaces = new Map<string, number>();
  const lastCorners = new Map<string, Point>();
  let signs: readonly Sign[] = [];
  let reach = radius;
  return {
    kept(view) {
      const [keeps, { nodes, lines }] = [radius * view.scale, badged(view)];
      const boxAt = (at: Point) => boxAround(at, 2 * keeps, 2 * keeps);
      const beside = nodes.flatMap((id) => {
        const off = lastCorners.get(id);
        const at = view.toScreen(view.pointOf(id));
        return off === undefined ? [] : [boxAt({ x: at.x + off.x, y: at.y + off.y })];
      });
      const onLines = [...lines.keys()].flatMap((line) => {
        const last = lastPlaces.get(line);
        const at = last === undefined ? undefined : placesOn(view, line)[last];
        return at === undefined ? [] : [boxAt(at)];
      });
      return [...beside, ...onLines];
    },
    draw(context, view, words) {
      reach = radius * view.scale;
      const { bg, family } = view.colors;
      const faint = mix(family.people, bg, dimming.node);
      signs = placeSigns(view, words, lastPlaces).filter(({ at }) => contains(view.stage, at));
      for (const { target, at } of signs) {
        if (target.kind === "relationship") continue;
        const node = view.toScreen(view.pointOf(target.id));
        lastCorners.set(target.id, { x: at.x - node.x, y: at.y - node.y });
      }
      for (const { at, isDimmed } of signs)
        drawBadge(context, { x: Math.round(at.x), y: Math.round(at.y) }, reach, isDimmed ? faint : family.people, bg);
    },
    hit(point, slack) {
      let [nearest, best]: [Target | null, number] = [null, reach + slack];
      for (const { target, at } of signs) {
        const off = distance(at, point);
        if (off <= best) [nearest, best] = [target, off];
      }
      return nearest;
    },
  };
}

const distance = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y);

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
