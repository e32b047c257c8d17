/** What the camera has to show when all is in sight. Pure. */
import { type Box, around } from "../../scene/geometry.ts";
import { overRows } from "../../scene/text.ts";
import type { ExplorerState } from "../store.ts";
import type { ExplorerGraph } from "../view/graph.ts";
import type { Appearance } from "./appearance-types.ts";
import { bandsOf } from "./text.ts";

interface Looks {
  namesAbove: boolean;
  /** Names stand in rows on the right of their marks, or around rings outward. */
  rows: "rows" | "rings" | undefined;
  /** How far lines bow out; only rows tell. */
  reach?: Box | null | undefined;
  /** Where nodes stand in columns: how wide these were laid out, and how far names reach that stand in none of them. */
  columns?: { width: number; reachOf: (id: string) => number | undefined } | undefined;
  /** What of the stage is free, where words `over` the rows need as much of it however far away the rows are. */
  under?: { width: number; height: number; over: number } | undefined;
}

/** What the camera has under the words over rows; nothing in columns, around rings and over years, which leave room themselves. */
export function underOf({ layout, stage, covered }: ExplorerState): Looks["under"] {
  const over = layout === "layered" || layout === "grid" ? overRows[layout] : layout === "organic" ? 0 : null;
  return over === null ? undefined : { ...stage, height: stage.height - covered, over };
}

/** Room on that side of a mark where its name does not stand. */
const beside = 24;

/** Room around a mark: in rows every name stands on the right. */
const rooms = { free: [90, 120, 18, 18], rows: [24, 170, 64, 24], rings: [170, 170, 64, 40] } as const;

/**
 * The box of the drawn nodes in graph pixels, with room for names. Columns have left theirs already, and as names end at
 * the edges of what they were laid out on, they are seen whole.
 */
export function contentOf(
  appearance: Appearance,
  graph: ExplorerGraph,
  { namesAbove, rows, reach, columns, under }: Looks,
): Box | null {
  const bands = bandsOf(namesAbove);
  if (appearance.nodes.size === 0) return null;
  let box: Box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const id of appearance.nodes) {
    const { x, y } = graph.getNodeAttributes(id);
    const { side } = appearance.node(id);
    const free = columns?.reachOf(id);
    const inColumn = rows === undefined && free === undefined && side !== undefined;
    const usual = inColumn ? ([12, 12, bands.top, bands.bottom] as const) : rooms[rows ?? "free"];
    const [, , top, bottom] = usual;
    const [left, right] = free === undefined ? usual : side === "left" ? [free, beside] : [beside, free];
    box.left = Math.min(box.left, x - left);
    box.right = Math.max(box.right, x + right);
    box.top = Math.min(box.top, y - top);
    box.bottom = Math.max(box.bottom, y + bottom);
  }
  if (columns) box = { ...box, left: Math.min(box.left, 0), right: Math.max(box.right, columns.width) };
  if (rows && reach) box = around(box, reach);
  if (under !== undefined) {
    const { width, height, over } = under;
    const [wide, high] = [box.right - box.left, box.bottom - box.top - over];
    const ratio = Math.max(wide / width, high / (height - over));
    box.top -= Math.max(0, over * (ratio - 1));
    // From afar marks come nearer to each other, and what stands beside them stays as large, as long as it can be read.
    const [left, right] = rooms[rows ?? "free"];
    const more = Math.min(Math.max(ratio - 1, 0), 1.4);
    box.left -= left * more;
    box.right += right * more;
  }
  return box;
}
