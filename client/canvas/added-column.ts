/** Columns of their own, on either side of an answer's, for what was added to it: chosen anew, columns lay that out too. Pure. */
import type { Point } from "../../scene/geometry.ts";
import { columnNumber, keepApart } from "../../scene/layouts/column-rows.ts";
import type { ExplorerState } from "../store.ts";
import type { ExplorerGraph } from "../view/graph.ts";
import { questionView } from "../view/question-view.ts";
import { freeStageOf, nameWidth, stageOf } from "./node-boxes.ts";
import { type Measure, bandsOf, stageScale } from "./text.ts";

/** Pixels from row to row, from the stage's edge to the first column, and from a name's end to the next column. */
const [row, before, between] = [24, 40, 54];

/** Each goes to the side of what it is joined to, as near as there is room to the mean height of that. */
export function placeAdded(
  state: ExplorerState,
  graph: ExplorerGraph,
  ids: readonly string[],
  measure: Measure,
): Map<string, Point> {
  const { width, height } = freeStageOf(state);
  const scale = stageScale(stageOf(state));
  const { top, bottom } = bandsOf(false);
  const room = Math.max(height - top - bottom, 1);
  const column = questionView(state)?.column;
  const rows = ids.map((id) => {
    const near = graph.neighbors(id).flatMap((other) => {
      const at = column?.get(other);
      return at === undefined ? [] : [{ column: columnNumber[at], y: graph.getNodeAttribute(other, "y") }];
    });
    const mean = (of: "column" | "y") => near.reduce((sum, each) => sum + each[of], 0) / near.length;
    if (near.length === 0) return { id, isLeft: false, at: 0.5 };
    const at = Math.min(Math.max((mean("y") - top) / room, 0), 1);
    return { id, isLeft: mean("column") <= columnNumber.people, at };
  });
  rows.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const points = new Map<string, Point>();
  for (const isLeft of [true, false]) {
    const side = rows.filter((each) => each.isLeft === isLeft);
    const columns = Math.ceil(side.length / (1 + Math.floor(room / (row * scale))));
    let off = before * scale;
    for (let i = 0; i < columns; i++) {
      // Each column takes some of every height.
      const own = side.filter((_, j) => j % columns === i);
      const wanted = own.map(({ at }) => at);
      const x = isLeft ? -off : width + off;
      for (const [j, at] of keepApart(wanted, (row * scale) / room).entries())
        points.set(own[j]?.id ?? "", { x, y: top + at * room });
      off += scale * (Math.max(...own.map(({ id }) => nameWidth(state, graph, id, measure))) + between);
    }
  }
  return points;
}
