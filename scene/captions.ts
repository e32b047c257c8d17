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

/** How steep a line may leave and still run through a name at the side. */
const sideways = 0.6;

/** Whether a name goes left sooner than right, as more lines come from the right. */
export function opensLeft(at: Point, neighbors: readonly Point[]): boolean {
  let [left, right] = [0, 0];
  for (const { x, y } of neighbors) {
    const dx = x - at.x;
    if (Math.abs(y - at.y) >= sideways * Math.abs(dx)) continue;
    if (dx > 0) right++;
    else left++;
  }
  return right > left;
}

/** Sides in the order to try them: where the fewest lines leave, then the one used last, then the usual order. */
export function sideOrder(at: Point, neighbors: readonly Point[], last?: Side): Side[] {
  const lines: Record<Side, number> = { right: 0, left: 0, below: 0, above: 0 };
  for (const { x, y } of neighbors) {
    const [dx, dy] = [x - at.x, y - at.y];
    if (Math.abs(dy) < sideways * Math.abs(dx)) lines[dx > 0 ? "right" : "left"]++;
    if (Math.abs(dx) < 2 * Math.abs(dy)) lines[dy > 0 ? "below" : "above"]++;
  }
  const rank = (side: Side) => lines[side] * 10 + (side === last ? 0 : 1 + usualOrder.indexOf(side));
  return [...usualOrder].sort((a, b) => rank(a) - rank(b));
}

/** A box with its left and right exchanged about the node's center. */
export const mirrored = ({ left, right, top, bottom }: Box): Box => ({ left: -right, right: -left, top, bottom });

const usualOrder: readonly Side[] = ["right", "left", "below", "above"];

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

/**
 * Places names in the order given, of nodes in sight alone. `marks` are the boxes of all nodes, by id; a name may lie on its own. Those of `faint`
 * nodes count for the names of faint nodes alone, which come last.
 */
export function placeCaptions(
  requests: readonly CaptionRequest[],
  marks: ReadonlyMap<string, Box>,
  stage: Box,
  faint: ReadonlySet<string> = new Set(),
): PlacedCaption[] {
  const grid = createGrid();
  const waiting = new Map([...marks].filter(([id]) => faint.has(id)));
  for (const [id, box] of marks) if (!waiting.has(id)) grid.add(id, box);
  const placed: PlacedCaption[] = [];
  for (const request of requests) {
    const mark = marks.get(request.id);
    if (mark !== undefined && !overlaps(mark, stage)) continue;
    if (faint.has(request.id)) {
      for (const [id, box] of waiting) grid.add(id, box);
      waiting.clear();
    }
    const options = request.sides.map((side) => ({ side, box: captionBox(request, side, stage) }));
    // A name that is cut by the stage's edge is better than none, and worse than one on another side.
    const [first] = options;
    const within = options.filter(({ box }) => isWithin(box, stage));
    const onStage = first && !within.includes(first) && overlaps(first.box, stage) ? [...within, first] : within;
    const free = onStage.find(({ box }) => !grid.hits(request.id, box)) ?? (request.forced ? onStage[0] : undefined);
    if (!free) continue;
    placed.push({ id: request.id, ...free });
    const { left, right } = free.box;
    grid.add(`name of ${request.id}`, { ...free.box, left: left - beside, right: right + beside });
  }
  return placed;
}

/** Free pixels between two names side by side. */
const beside = 4;

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
