/** A rectangle or a free line drawn around nodes to select them: with Shift held, Alt and Shift for the line, or freely in the mode of the line. */
import { type Point, isInside } from "../../scene/geometry.ts";
import type { Explorer } from "../explorer.ts";
import { selectionOf } from "../store.ts";
import { type Renderer, toScreen } from "./projection.ts";

/** How far the pointer goes before a press becomes a rectangle. */
const start = 4;

const rectangle = ({ x, y }: Point, to: Point): Point[] => [
  { x, y },
  { x: to.x, y },
  { x: to.x, y: to.y },
  { x, y: to.y },
];

function drawShape(container: HTMLElement): { show: (points: readonly Point[]) => void; remove: () => void } {
  const name = "http://www.w3.org/2000/svg";
  const [layer, shape] = [document.createElementNS(name, "svg"), document.createElementNS(name, "polygon")];
  layer.setAttribute("class", "marquee");
  layer.setAttribute("aria-hidden", "true");
  layer.append(shape);
  container.append(layer);
  return {
    show: (points) => shape.setAttribute("points", points.map(({ x, y }) => `${x},${y}`).join(" ")),
    remove: () => layer.remove(),
  };
}

export interface Marquee {
  /** Whether one is being drawn. */
  active(): boolean;
  begin(at: Point, free: boolean, replaces: boolean): void;
  move(at: Point): void;
  /** Selects what lies inside, beside what was selected or in its place; gives back whether anything was drawn. */
  end(): boolean;
  cancel(): void;
}

export function createMarquee(sigma: Renderer, explorer: Explorer, drawn: () => ReadonlySet<string>): Marquee {
  let line: { free: boolean; replaces: boolean; points: Point[]; shape: ReturnType<typeof drawShape> | null } | null =
    null;
  const outline = (points: readonly Point[], free: boolean): Point[] => {
    const [first, last] = [points[0], points.at(-1)];
    return free || !first || !last ? [...points] : rectangle(first, last);
  };
  const cancel = () => {
    line?.shape?.remove();
    line = null;
  };
  return {
    active: () => line !== null,
    begin: (at, free, replaces) => {
      cancel();
      line = { free, replaces, points: [{ x: at.x, y: at.y }], shape: null };
    },
    move: (at) => {
      const first = line?.points[0];
      if (!line || !first) return;
      if (line.shape === null && Math.hypot(at.x - first.x, at.y - first.y) < start) return;
      line.shape ??= drawShape(sigma.getContainer());
      if (line.free) line.points.push({ x: at.x, y: at.y });
      else line.points = [first, { x: at.x, y: at.y }];
      line.shape.show(outline(line.points, line.free));
    },
    end: () => {
      if (line === null) return false;
      const { shape, points, free, replaces } = line;
      cancel();
      if (shape === null) return false;
      const around = outline(points, free);
      const { graph, store } = explorer;
      const inside = [...drawn()].filter((id) => isInside(toScreen(sigma, graph.getNodeAttributes(id)), around));
      const before = replaces ? null : selectionOf(store.getState());
      const kept = before?.kind === "node" ? before.ids : [];
      if (inside.length > 0) explorer.selectMany("node", [...kept, ...inside], before?.lead);
      return true;
    },
    cancel,
  };
}
