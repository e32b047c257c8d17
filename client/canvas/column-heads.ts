/** Where the columns' heads stand: over their nodes, wherever the camera is. Pure. */
import { type ColumnName, columnNames } from "../../schema/api.ts";
import type { ExplorerGraph } from "../view/graph.ts";
import type { ExplorerState } from "../store.ts";
import { addedTo, hasNamesAbove, isFolded, isInColumns, questionView } from "../view/question-view.ts";
import type { Appearance } from "./appearance-types.ts";

/** What stands over columns: an answer's own, and those of what was added to it, on either side. */
export const headNames = [...columnNames, "left", "right"] as const;
export type HeadName = (typeof headNames)[number];
export const headWords = (name: HeadName) => `columns.${name === "left" || name === "right" ? "added" : name}` as const;

export interface HeadPlace {
  /** The column's own x in graph pixels. */
  x: number;
  /** Pixels from it to the words' own point, which lies at this share of their width. */
  before: number;
  share: number;
}

/** How each head is aligned: to the far edge of the marks where names stand on the other side. */
const alignments: Record<ColumnName, Omit<HeadPlace, "x">> = {
  elsewhere: { before: 6, share: 1 },
  origins: { before: 0, share: 0.5 },
  people: { before: -7, share: 0 },
  destinations: { before: -12, share: 0 },
  ties: { before: -6, share: 0 },
};
const atRightEdge = { before: 12, share: 1 };

export function columnHeadPlaces(
  state: ExplorerState,
  graph: ExplorerGraph,
  drawn: Pick<Appearance, "nodes">,
): Map<HeadName, HeadPlace> {
  const places = new Map<HeadName, HeadPlace>();
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
    const alignment = hasNamesAbove(state) && name === "destinations" ? atRightEdge : alignments[name];
    places.set(name, { x, ...alignment });
  }
  const added: Record<string, number[]> = { left: [], right: [] };
  for (const id of folded ? [] : drawn.nodes) {
    const { x, pinned } = graph.getNodeAttributes(id);
    if (!pinned) added[addedTo(state, id, x) ?? ""]?.push(x);
  }
  const { left = [], right = [] } = added;
  if (left.length > 0) places.set("left", { x: Math.max(...left), ...alignments.elsewhere });
  if (right.length > 0) places.set("right", { x: Math.min(...right), ...alignments.ties });
  return places;
}
