/** Where names go: each on the first free side of its node, the important ones first; a name that fits nowhere waits. */
import { type Box, type Point, overlaps } from "./geometry.ts";

export type Side = "right" | "below" | "left" | "above";

export interface CaptionRequest {
  id: string;
  x: number;
  y: number;
  /** Half of the node's mark. */
  radius: number;
  width: number;
  height: number;
  /** Free pixels between mark and name. */
  gap: number;
  /** Sides to try, best first. */
  sides: readonly Side[];
  /** Drawn whatever it hits: what is selected or under the pointer. */
  forced: boolean;
}

export interface PlacedCaption {
  id: string;
  side: Side;
  box: Box;
}

/** Whether a node with few neighbors has them all to its right: its name then stands to the left, off its own lines. */
export function opensLeft(at: Point, neighbors: readonly Point[]): boolean {
  return neighbors.length > 0 && neighbors.length <= 3 && neighbors.every(({ x }) => x > at.x + 8);
}

/** A box with its left and right exchanged about the node's center. */
export const mirrored = ({ left, right, top, bottom }: Box): Box => ({ left: -right, right: -left, top, bottom });

/** The order in which sides are tried: only the fixed one in columns, else the one used last time before the others. */
export function sidesFor(fixed: Side | undefined, last: Side | undefined, left = false): Side[] {
  if (fixed) return [fixed];
  const first = left ? "left" : last;
  return first ? [first, ...allSides.filter((side) => side !== first)] : [...allSides];
}

const allSides: readonly Side[] = ["right", "below", "left", "above"];

/** The box of a name beside its node; a name above or below is drawn inside the stage where it can be. */
export function captionBox(
  { x, y, radius, width, height, gap }: Omit<CaptionRequest, "id" | "sides" | "forced">,
  side: Side,
  stage?: Box,
): Box {
  const off = radius + gap;
  if (side === "right") return { left: x + off, right: x + off + width, top: y - height / 2, bottom: y + height / 2 };
  if (side === "left") return { left: x - off - width, right: x - off, top: y - height / 2, bottom: y + height / 2 };
  const most = stage ? Math.max(stage.right - width - 4, stage.left + 4) : Infinity;
  const left = Math.min(Math.max(x - width / 2, stage ? stage.left + 4 : -Infinity), most);
  const top = side === "above" ? y - off - height + 2 : y + off - 2;
  return { left, right: left + width, top, bottom: top + height };
}

/** Places names in the order given. `marks` are the boxes of all nodes, by id; a name may lie on its own. */
export function placeCaptions(
  requests: readonly CaptionRequest[],
  marks: ReadonlyMap<string, Box>,
  stage: Box,
): PlacedCaption[] {
  const grid = createGrid();
  for (const [id, box] of marks) grid.add(id, box);
  const placed: PlacedCaption[] = [];
  for (const request of requests) {
    const options = request.sides.map((side) => ({ side, box: captionBox(request, side, stage) }));
    const onStage = options.filter(({ box }, i) => (i === 0 ? overlaps(box, stage) : isWithin(box, stage)));
    const free = onStage.find(({ box }) => !grid.hits(request.id, box)) ?? (request.forced ? onStage[0] : undefined);
    if (!free) continue;
    placed.push({ id: request.id, ...free });
    grid.add(`name of ${request.id}`, free.box);
  }
  return placed;
}

const isWithin = (box: Box, stage: Box) =>
  box.left >= stage.left && box.right <= stage.right && box.top >= stage.top && box.bottom <= stage.bottom;

interface Grid {
  add(id: string, box: Box): void;
  hits(id: string, box: Box): boolean;
}

/** Boxes by cells of the stage, so that thousands of names are placed in a few milliseconds. */
function createGrid(cell = 64): Grid {
  const cells = new Map<string, { id: string; box: Box }[]>();
  const keys = (box: Box) => {
    const found: string[] = [];
    for (let column = Math.floor(box.left / cell); column <= Math.floor(box.right / cell); column++) {
      for (let row = Math.floor(box.top / cell); row <= Math.floor(box.bottom / cell); row++)
        found.push(`${column} ${row}`);
    }
    return found;
  };
  return {
    add(id, box) {
      for (const key of keys(box)) {
        const items = cells.get(key);
        if (items) items.push({ id, box });
        else cells.set(key, [{ id, box }]);
      }
    },
    hits: (id, box) =>
      keys(box).some((key) => cells.get(key)?.some((other) => other.id !== id && overlaps(box, other.box))),
  };
}
