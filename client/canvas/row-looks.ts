/** How names and lines look where nodes stand in layers, rings, years or blocks; read with the first such layout. Pure. */
import { type Box, type Point, type Route, pointAt } from "../../scene/geometry.ts";
import { curveOf } from "../../scene/lines.ts";
import type { ExplorerGraph } from "../view/graph.ts";
import type { Appearance } from "./appearance-types.ts";
import type { Docks } from "./docks.ts";
import { type Layers, clearestOf, detourOf } from "./detours.ts";
import { type DockedLine, scaledRoute } from "./routes.ts";

export { shownYears } from "./layered.ts";

/** With more lines than these none is looked at for names that it strikes. */
const mostLooked = 600;

/** How a line of layers runs: past the names on its way, or level at both ends where nothing lies between. */
function clearRoute(from: Point, to: Point, level: Route, layers: Layers, scale: number, lines: number): Route {
  const detour = detourOf(from, to, layers, scale);
  if (lines > mostLooked) return detour ?? level;
  const usual = detour ?? scaledRoute(level, scale);
  const clearest = clearestOf(from, to, usual, layers, scale);
  return clearest === usual ? (detour ?? level) : clearest;
}

/** Where along a line it is looked how far out it has gone. */
const passes = [0.15, 0.3, 0.4, 0.5, 0.6, 0.7, 0.85] as const;

/** How far lines bow out, in graph pixels; null where there is none, or too many to look at. */
export function reachOf(
  graph: ExplorerGraph,
  { relationships }: Pick<Appearance, "relationships">,
  docks: Docks,
  scale: number,
): Box | null {
  if (relationships.size === 0 || relationships.size > mostLooked) return null;
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const id of relationships) {
    const { route, dockSource, dockTarget } = docks.lineOf(id);
    const [from, to] = graph.extremities(id).map((end) => graph.getNodeAttributes(end));
    if (!from || !to) continue;
    const ends = { fromDock: scale * dockSource, toDock: scale * dockTarget, fromRadius: 0, toRadius: 0 };
    const curve = curveOf({ from, to, ...ends, route: scaledRoute(route, scale) });
    for (const pass of passes) {
      const { x, y } = pointAt(curve, pass);
      box.left = Math.min(box.left, x - besideLine);
      box.right = Math.max(box.right, x + besideLine);
      box.top = Math.min(box.top, y - besideLine);
      box.bottom = Math.max(box.bottom, y + besideLine);
    }
  }
  return box;
}

/** What a line and what is said of it take on either side, in pixels. */
const besideLine = 14;

/** Ways past names take a while to find, and the view looks anew at every hover: they hold while no name has moved. */
let lastWays: { layers: string; routes: Map<string, Route> } = { layers: "", routes: new Map() };

export function wayOf(from: Point, to: Point, level: Route, layers: Layers, scale: number, lines: number): Route {
  const line = JSON.stringify([from, to, level]);
  const known = signatures.get(layers) ?? JSON.stringify([scale, ...[...layers.values()].flat()]);
  signatures.set(layers, known);
  if (lastWays.layers !== known) lastWays = { layers: known, routes: new Map() };
  const route = lastWays.routes.get(line) ?? clearRoute(from, to, level, layers, scale, lines);
  lastWays.routes.set(line, route);
  return route;
}

const signatures = new WeakMap<Layers, string>();

/** So far beyond a name, in pixels, its line's other end must lie for the line to leave after the name. */
const beyondName = 12;
/** How far parallel lines bow, for a bend of 1. */
const bow = 0.66;

/** How far, in pixels, a line within a column goes out to its left: so much, and a share of its height. */
const bracket = { least: 14, share: 0.1, most: 40 } as const;

/** A straight line that leaves after the name of an end where the other end lies beyond that name. */
export function dockFreely(
  graph: ExplorerGraph,
  id: string,
  route: Route,
  dockOf: (id: string) => number,
  scale: number,
): DockedLine {
  const [source, target] = graph.extremities(id).map((end) => {
    const { x, y } = graph.getNodeAttributes(end);
    return { end, x, y };
  });
  if (!source || !target || route.kind !== "arc") return { route, dockSource: 0, dockTarget: 0 };
  if (Math.abs(target.x - source.x) < 1) {
    const out = Math.min(bracket.least + bracket.share * Math.abs(target.y - source.y), bracket.most);
    return { route: { kind: "bracket", bend: -out - 6 * Math.abs(route.bend), fan: 0 }, dockSource: 0, dockTarget: 0 };
  }
  const dockAt = (one: typeof source, other: typeof source) => {
    const dock = dockOf(one.end);
    return Math.sign(dock) * (other.x - one.x) > scale * (Math.abs(dock) + beyondName) ? dock : 0;
  };
  const [dockSource, dockTarget] = [dockAt(source, target), dockAt(target, source)];
  if (dockSource === 0 && dockTarget === 0) return { route, dockSource, dockTarget };
  const wide = target.x + scale * dockTarget - source.x - scale * dockSource;
  const slope = (target.y - source.y) / wide / 3;
  const bent = -bow * route.bend * Math.sign(wide);
  return { route: { kind: "via", bend: slope + bent, fan: bent - slope }, dockSource, dockTarget };
}
