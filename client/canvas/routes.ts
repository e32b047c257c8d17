/** How each line runs: between columns, within one, or freely; parallel lines fan out. Pure. */
import type { Route } from "../../scene/geometry.ts";
import type { ExplorerGraph } from "../view/graph.ts";

/** A line with its docks in pixels at scale 1: how far right of its ends' centers it starts and stops. */
export interface DockedLine {
  route: Route;
  dockSource: number;
  dockTarget: number;
}

/** A line's place among the lines of the same two nodes, counted from the middle (−1, 0, 1 or −½, ½), and their count. */
export interface Lane {
  at: number;
  of: number;
}
export type Lanes = ReadonlyMap<string, Lane>;

/** Bend of a free line for one lane, as a share of its length; pixels between lanes in columns. */
const fanBend = 0.35;
const fanPixels = 4.5;
/** How far a bracket goes out, as a share of its bend. */
const bracketDepth = 0.75;

export function lanesOf(graph: ExplorerGraph, drawn: ReadonlySet<string>): Lanes {
  const between = new Map<string, string[]>();
  for (const id of drawn) {
    const [source, target] = graph.extremities(id);
    const pair = source < target ? `${source} ${target}` : `${target} ${source}`;
    const others = between.get(pair);
    if (others) others.push(id);
    else between.set(pair, [id]);
  }
  const lanes = new Map<string, Lane>();
  for (const ids of between.values()) {
    for (const [i, id] of ids.sort().entries()) lanes.set(id, { at: i - (ids.length - 1) / 2, of: ids.length });
  }
  return lanes;
}

interface LineEnd {
  id: string;
  x: number;
  y: number;
  /** The column or the layer in which it stands. */
  column: string | undefined;
}

export interface LineEnds {
  source: LineEnd;
  target: LineEnd;
}

export function routeOf({ source, target }: LineEnds, lane: Lane): Route {
  if (source.column === undefined || target.column === undefined) {
    const sign = source.id < target.id ? 1 : -1;
    return { kind: "arc", bend: Math.min(fanBend, 1 / lane.of) * lane.at * sign, fan: 0 };
  }
  if (source.column !== target.column) return { kind: "s", bend: 0, fan: fanPixels * lane.at };
  const outward = source.column === "elsewhere" ? 1 : -1;
  const reach = 15 + Math.min(0.16 * Math.abs(source.y - target.y), 44) + 9 * Math.abs(lane.at - 0.25);
  const room = outward < 0 ? Math.max(8, (Math.min(source.x, target.x) - 4) / bracketDepth) : Infinity;
  return { kind: "bracket", bend: outward * Math.min(reach, room), fan: 0 };
}

/** An arc and a detour are told as shares of the line's own length; all else in pixels. */
export function scaledRoute(route: Route, scale: number): Route {
  if (route.kind === "arc" || route.kind === "via") return route;
  return { ...route, bend: route.bend * scale, fan: route.fan * scale };
}
