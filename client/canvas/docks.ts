/** Where lines leave names: a line to the right starts after its node's name and stays level past longer ones. Pure. */
import type { ColumnName } from "../../schema/api.ts";
import type { Route } from "../../scene/geometry.ts";
import type { ExplorerGraph } from "../graph.ts";
import type { ExplorerState } from "../store.ts";
import { columnOf } from "../visibility.ts";
import type { Appearance } from "./appearance.ts";
import { gapOf, shownText } from "./names.ts";
import type { Measure } from "./text.ts";

/** A line with its docks in pixels at scale 1: how far right of its ends' centers it starts and stops. */
export interface DockedLine {
  route: Route;
  dockSource: number;
  dockTarget: number;
}

export interface Docks {
  lineOf(id: string): DockedLine;
}

/** Free pixels between a name and the line that leaves after it. */
const afterName = 7;
/** The share of its rise that a line makes before it has passed its own column's names. */
const risePastNames = 0.6;

export function createDocks(
  state: ExplorerState,
  graph: ExplorerGraph,
  appearance: Appearance,
  measure: Measure,
): Docks {
  const known = new Map<string, number>();
  const dockOf = (id: string): number => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const look = appearance.node(id);
    const { kind, language } = look.name;
    const width = look.side === "right" ? measure(shownText(look, measure), kind, language) : 0;
    const dock = width === 0 ? 0 : look.radius + gapOf(look) + width + afterName;
    known.set(id, dock);
    return dock;
  };
  const rows = rowsByColumn(state, graph, appearance);
  const levelFrom = (left: string, right: string): number => {
    const column = columnOf(state, left);
    const [from, to] = [graph.getNodeAttribute(left, "y"), graph.getNodeAttribute(right, "y")];
    const until = from + (to - from) * risePastNames;
    const [top, bottom] = [Math.min(from, until) - 6, Math.max(from, until) + 6];
    let longest = dockOf(left);
    for (const { id, y } of column ? (rows.get(column) ?? []) : []) {
      if (y >= top && y <= bottom) longest = Math.max(longest, dockOf(id));
    }
    return longest - dockOf(left);
  };
  return {
    lineOf(id) {
      const { route } = appearance.edge(id);
      if (route.kind !== "s") return { route, dockSource: 0, dockTarget: 0 };
      const [source, target] = graph.extremities(id);
      const rightward = graph.getNodeAttribute(target, "x") > graph.getNodeAttribute(source, "x");
      const [left, right] = rightward ? [source, target] : [target, source];
      const dock = dockOf(left);
      const past = dock > 0 ? levelFrom(left, right) : 0;
      const bend = past > 0 ? past * 1.6 + 8 : 0; // a level handle of so much keeps the curve near its row for `past` pixels
      return { route: { ...route, bend }, dockSource: rightward ? dock : 0, dockTarget: rightward ? 0 : dock };
    },
  };
}

function rowsByColumn(state: ExplorerState, graph: ExplorerGraph, appearance: Appearance) {
  const rows = new Map<ColumnName, { id: string; y: number }[]>();
  for (const id of appearance.nodes) {
    const column = columnOf(state, id);
    if (!column) continue;
    const row = { id, y: graph.getNodeAttribute(id, "y") };
    const others = rows.get(column);
    if (others) others.push(row);
    else rows.set(column, [row]);
  }
  return rows;
}
