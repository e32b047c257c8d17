/** How each line runs: between columns, within one, or freely; parallel lines fan out. Pure. */
import type { ColumnName } from "../../schema/api.ts";
import type { Route } from "../../scene/geometry.ts";
import type { ExplorerGraph } from "../graph.ts";

/** A line's place among the lines of the same two nodes, counted from the middle: −1, 0, 1 or −½, ½. */
export type Lanes = ReadonlyMap<string, number>;

/** Bend of a free line for one lane, as a share of its length; pixels between lanes in columns. */
const fanBend = 0.35;
const fanPixels = 5;

export function lanesOf(graph: ExplorerGraph, drawn: ReadonlySet<string>): Lanes {
  const between = new Map<string, string[]>();
  for (const id of drawn) {
    const pair = graph.extremities(id).sort().join(" ");
    between.set(pair, [...(between.get(pair) ?? []), id]);
  }
  const lanes = new Map<string, number>();
  for (const ids of between.values()) {
    for (const [i, id] of ids.sort().entries()) lanes.set(id, i - (ids.length - 1) / 2);
  }
  return lanes;
}

export interface LineEnds {
  source: { id: string; y: number; column: ColumnName | undefined };
  target: { id: string; y: number; column: ColumnName | undefined };
}

export function routeOf({ source, target }: LineEnds, lane: number): Route {
  if (source.column === undefined || target.column === undefined) {
    const sign = source.id < target.id ? 1 : -1;
    return { kind: "arc", bend: fanBend * lane * sign, fan: 0 };
  }
  if (source.column !== target.column) return { kind: "s", bend: 0, fan: fanPixels * lane };
  const outward = source.column === "elsewhere" ? 1 : -1;
  const reach = 15 + Math.min(0.16 * Math.abs(source.y - target.y), 44) + 9 * Math.abs(lane - 0.25);
  return { kind: "bracket", bend: outward * reach, fan: 0 };
}
