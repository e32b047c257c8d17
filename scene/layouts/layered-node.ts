/** What a drawing in layers needs to know of a node. */
import type { Box } from "../geometry.ts";

export interface LayeredNode {
  id: string;
  /** Mark and name around the node's center, the name on the right. */
  box: Box;
  year?: number;
  /** Orders what neither lines nor years do; not the name on screen, which changes with the language. */
  name: string;
}
