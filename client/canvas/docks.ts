/** Where lines leave names: a line to the right starts after its node's name and stays level past longer ones. Pure. */
import type { Point } from "../../scene/geometry.ts";
import type { ExplorerGraph } from "../view/graph.ts";
import type { ExplorerState } from "../store.ts";
import { isLayered, isRuled } from "../view/question-view.ts";
import type { Appearance } from "./appearance-types.ts";
import type { Row } from "./detours.ts";
import { once } from "./drawn-scene.ts";
import { gapOf, shownText } from "./names.ts";
import { stageOf } from "./node-boxes.ts";
import { standOf } from "./node-style.ts";
import { rowLooks } from "./later-looks.ts";
import type { DockedLine } from "./routes.ts";
import { type Measure, stageScale } from "./text.ts";

export interface Docks {
  lineOf(id: string): DockedLine;
}

const straight: DockedLine = { route: { kind: "arc", bend: 0, fan: 0 }, dockSource: 0, dockTarget: 0 };

/** Where all lines are drawn straight, as thousands are. */
export const straightDocks: Docks = { lineOf: () => straight };

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
  const scale = stageScale(stageOf(state));
  const docksFreely = isRuled(state);
  const ways = rowLooks();
  const signedDock = (id: string) => {
    const look = appearance.node(id);
    if (look.side !== "left") return dockOf(id);
    return -(
      look.radius +
      gapOf(look) +
      measure(shownText(look, measure), look.name.kind, look.name.language) +
      afterName
    );
  };
  // Lines that run freely ask for neither.
  const rows = once(() => rowsByColumn(state, graph, appearance));
  const layers = once(() => (isLayered(state) ? layerRows(rows(), (id) => scale * dockOf(id)) : null));
  const levelFrom = (left: string, right: string): number => {
    const column = standOf(state, graph, left);
    const [from, to] = [graph.getNodeAttribute(left, "y"), graph.getNodeAttribute(right, "y")];
    const until = from + (to - from) * risePastNames;
    const [top, bottom] = [Math.min(from, until) - 6, Math.max(from, until) + 6];
    let longest = dockOf(left);
    for (const { id, y } of column ? (rows().get(column) ?? []) : []) {
      if (y >= top && y <= bottom) longest = Math.max(longest, dockOf(id));
    }
    return longest - dockOf(left);
  };
  return {
    lineOf(id) {
      const { route } = appearance.edge(id);
      if (docksFreely && ways) return ways.dockFreely(graph, id, route, signedDock, scale);
      if (route.kind !== "s") return { route, dockSource: 0, dockTarget: 0 };
      const [source, target] = graph.extremities(id);
      const rightward = graph.getNodeAttribute(target, "x") > graph.getNodeAttribute(source, "x");
      const [left, right] = rightward ? [source, target] : [target, source];
      const dock = dockOf(left);
      const [dockSource, dockTarget] = rightward ? [dock, 0] : [0, dock];
      const others = layers();
      const past = dock > 0 ? levelFrom(left, right) : 0;
      const bend = past > 0 ? past * 1.6 + 8 : 0; // a level handle of so much keeps the curve near its row for `past` pixels
      const level = { ...route, bend };
      if (!others || !ways) return { route: level, dockSource, dockTarget };
      const at = (id: string, by: number): Point => {
        const { x, y } = graph.getNodeAttributes(id);
        return { x: x + scale * by, y };
      };
      const [from, to] = [at(source, dockSource), at(target, dockTarget)];
      const way = ways.wayOf(from, to, level, others, scale, appearance.relationships.size);
      return { route: way, dockSource, dockTarget };
    },
  };
}

function rowsByColumn(state: ExplorerState, graph: ExplorerGraph, appearance: Appearance) {
  const rows = new Map<string, { id: string; x: number; y: number }[]>();
  for (const id of appearance.nodes) {
    const column = standOf(state, graph, id);
    if (!column) continue;
    const { x, y } = graph.getNodeAttributes(id);
    const row = { id, x, y };
    const others = rows.get(column);
    if (others) others.push(row);
    else rows.set(column, [row]);
  }
  return rows;
}

/** The rows of each layer with where their names end. */
function layerRows(rows: ReturnType<typeof rowsByColumn>, dockOf: (id: string) => number): Map<string, Row[]> {
  return new Map(
    [...rows].map(([layer, members]) => [layer, members.map(({ id, x, y }) => ({ x, y, right: x + dockOf(id) }))]),
  );
}
