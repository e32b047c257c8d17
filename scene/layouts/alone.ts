/** Rows for what no line joins to anything: at the foot of the drawing, or in its middle where there is nothing else. */
import type { Box, Point } from "../geometry.ts";

export interface Alone {
  id: string;
  /** Mark and name around the node's center. */
  box: Box;
}

/** Free pixels between two of a row, and between rows. */
const between = { columns: 32, rows: 26 } as const;

export interface Rows {
  points: Record<string, Point>;
  /** Where the uppermost row begins; the room's bottom where there is none. */
  top: number;
}

/** Fills rows from the left in the order of ids, each row centered. */
export function layRows(nodes: readonly Alone[], room: Box, place: "foot" | "middle"): Rows {
  const rows = intoRows(nodes, room.right - room.left);
  const height = Math.max(0, ...nodes.map(({ box }) => box.bottom - box.top)) + between.rows;
  const whole = rows.length * height;
  const top = place === "foot" ? room.bottom - whole : Math.max(room.top, (room.top + room.bottom - whole) / 2);
  const points: Record<string, Point> = {};
  for (const [i, row] of rows.entries()) {
    let x = (room.left + room.right - widthOf(row)) / 2;
    for (const { id, box } of row) {
      points[id] = { x: x - box.left, y: top + (i + 0.5) * height };
      x += box.right - box.left + between.columns;
    }
  }
  return { points, top };
}

const widthOf = (row: readonly Alone[]) =>
  row.reduce((sum, { box }) => sum + box.right - box.left + between.columns, -between.columns);

function intoRows(nodes: readonly Alone[], width: number): Alone[][] {
  const rows: Alone[][] = [];
  for (const node of [...nodes].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const last = rows.at(-1);
    if (last && widthOf([...last, node]) <= width) last.push(node);
    else rows.push([node]);
  }
  return rows;
}
