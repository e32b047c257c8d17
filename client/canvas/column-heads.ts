/** Where the columns' heads stand: over their nodes, wherever the camera is. Pure. */
import { type ColumnName, columnNames } from "../../schema/api.ts";
import type { ExplorerGraph } from "../graph.ts";
import type { ExplorerState } from "../store.ts";
import { hasNamesAbove, isFolded, isInColumns, questionView } from "../visibility.ts";
import type { Appearance } from "./appearance.ts";

export interface HeadPlace {
  /** The column's own x in graph pixels. */
  x: number;
  /** CSS shift by which the words are aligned to it. */
  shift: string;
}

/** How each head is aligned: to the far edge of the marks where names stand on the other side. */
const shifts: Record<ColumnName, string> = {
  elsewhere: "calc(-100% + 6px)",
  origins: "-50%",
  people: "-7px",
  destinations: "-12px",
  ties: "-6px",
};

export function columnHeadPlaces(
  state: ExplorerState,
  graph: ExplorerGraph,
  drawn: Pick<Appearance, "nodes">,
): Map<ColumnName, HeadPlace> {
  const places = new Map<ColumnName, HeadPlace>();
  const question = questionView(state);
  if (!question || !isInColumns(state)) return places;
  const folded = isFolded(state);
  for (const name of columnNames) {
    if (folded && (name === "elsewhere" || name === "ties")) continue;
    const at = question.columns[name]
      .filter((id) => drawn.nodes.has(id) && !graph.getNodeAttribute(id, "pinned"))
      .map((id) => graph.getNodeAttribute(id, "x"))
      .sort((a, b) => a - b);
    const x = at[at.length >> 1];
    if (x === undefined) continue;
    const shift = hasNamesAbove(state) && name === "destinations" ? "calc(-100% + 12px)" : shifts[name];
    places.set(name, { x, shift });
  }
  return places;
}
