/** What a layout gives back, and how it orders nodes. */
import type { Guides } from "../../schema/guides.ts";
import type { Box, Point } from "../geometry.ts";

export interface Laid {
  /** Places in stage pixels by node id; where the stage is too small they go beyond it. */
  points: Record<string, Point>;
  guides: Guides | null;
}

/** A node as layouts see it. */
export interface LaidNode {
  id: string;
  /** Mark and name around the node's center, in pixels, the name on the right. */
  box: Box;
  /** Higher comes first; ids decide between equals. */
  rank: number;
}

/** A stage in pixels, and the height of a row of names on it. */
export interface Room {
  width: number;
  height: number;
  row: number;
  /** What is pinned stays where it is. */
  fixed?: Readonly<Record<string, Point>>;
}

export const byRank = (a: Pick<LaidNode, "id" | "rank">, b: Pick<LaidNode, "id" | "rank">): number =>
  b.rank - a.rank || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
