/** Places for new neighbors beside the node that brought them: the cheapest free slot of its rings; nothing else moves. */
import { mirrored, opensLeft } from "../captions.ts";
import { type Box, type Point, boxAround, contains, linesCross, overlaps, strikes } from "../geometry.ts";

export interface Newcomer {
  id: string;
  /** Disc and name as one box around the node's center, the name to the right; it turns left where lines come from there. */
  box: Box;
  /** Centers of placed nodes it is joined to, the one that brought it aside. */
  known: readonly Point[];
}

export interface NewcomersInput {
  hub: Point;
  /** Where the hub's own name stands: no line should strike it. */
  hubName: Box | null;
  /** Centers of the hub's neighbors that are placed: newcomers start away from them. */
  neighbors: readonly Point[];
  /** Boxes of placed discs with their labels. */
  taken: readonly Box[];
  /** Boxes of the placed discs alone: no line should pass through one. */
  marks: readonly Box[];
  /** Lines that are drawn, end to end. */
  lines: readonly (readonly [Point, Point])[];
  stage: Box;
  /** How much farther out than usual the rings lie, where there is room for words on the lines. */
  spread?: number;
  newcomers: readonly Newcomer[];
}

const ringStep = 22;
const firstRing = 54;
const lastRing = 230;
const slotStep = 16;
const clearance = 3;

/** Positions of those that found a slot, in the order given; the others are left out. */
export function placeBeside(input: NewcomersInput): Map<string, Point> {
  const placed = new Map<string, Point>();
  const taken = [...input.taken];
  const marks = [...input.marks];
  const lines = [...input.lines];
  const slots = slotsAround(input.hub, awayFrom(input.hub, input.neighbors), input.spread ?? 1);
  for (const newcomer of input.newcomers) {
    const slot = cheapest(slots, newcomer, { ...input, taken, marks, lines });
    if (!slot) continue;
    placed.set(newcomer.id, slot);
    taken.push(boxAt(newcomer, slot, input.hub));
    marks.push(boxAround(slot, 14, 14));
    lines.push([input.hub, slot], ...newcomer.known.map((end) => [slot, end] as const));
  }
  return placed;
}

interface Slot extends Point {
  radius: number;
  /** Share of a half turn away from the free side, 0 … 1. */
  turn: number;
}

/** The angle opposite to the middle of the present neighbors; upward where there are none. */
function awayFrom(hub: Point, neighbors: readonly Point[]): number {
  let [x, y] = [0, 0];
  for (const neighbor of neighbors) {
    const distance = Math.hypot(neighbor.x - hub.x, neighbor.y - hub.y) || 1;
    x += (neighbor.x - hub.x) / distance;
    y += (neighbor.y - hub.y) / distance;
  }
  return Math.hypot(x, y) < 1e-6 ? -Math.PI / 2 : Math.atan2(-y, -x);
}

function slotsAround(hub: Point, start: number, spread: number): Slot[] {
  const slots: Slot[] = [];
  for (let radius = firstRing * spread; radius <= lastRing * spread; radius += ringStep) {
    const step = slotStep / radius;
    const count = Math.floor(Math.PI / step);
    for (let i = 0; i <= count; i++) {
      for (const side of i === 0 ? [1] : [1, -1]) {
        const angle = start + side * i * step;
        const [x, y] = [hub.x + radius * Math.cos(angle), hub.y + radius * Math.sin(angle)];
        slots.push({ x, y, radius, turn: (i * step) / Math.PI });
      }
    }
  }
  return slots;
}

type Surroundings = Pick<NewcomersInput, "hub" | "hubName" | "taken" | "marks" | "lines" | "stage">;

function cheapest(slots: readonly Slot[], newcomer: Newcomer, around: Surroundings): Point | undefined {
  let best: { slot: Slot; cost: number } | undefined;
  for (const slot of slots) {
    const least = 0.12 * slot.radius + 30 * slot.turn;
    if (best && least >= best.cost) continue;
    const box = boxAt(newcomer, slot, around.hub);
    if (around.taken.some((other) => overlaps(box, other, clearance))) continue;
    const cost = least + costOf(slot, box, newcomer, around);
    if (!best || cost < best.cost) best = { slot, cost };
  }
  return best && { x: best.slot.x, y: best.slot.y };
}

function costOf(
  slot: Slot,
  box: Box,
  newcomer: Newcomer,
  { hub, hubName, taken, marks, lines, stage }: Surroundings,
): number {
  const own = [hub, ...newcomer.known].map((end) => [slot, end] as const);
  let cost = 0;
  for (const line of own) {
    cost += 6 * lines.filter((other) => linesCross(line, other)).length;
    cost += 8 * taken.filter((other) => strikesBetween(line, other)).length;
    cost += 24 * marks.filter((other) => strikesBetween(line, other)).length;
  }
  if (hubName && strikes(hub, slot, hubName)) cost += 16;
  cost += 8 * lines.filter(([from, to]) => strikes(from, to, box)).length;
  if (box.left < stage.left || box.right > stage.right || box.top < stage.top || box.bottom > stage.bottom) cost += 60;
  for (const { x, y } of newcomer.known) cost += 0.05 * Math.hypot(x - slot.x, y - slot.y);
  return cost;
}

/** Whether a line strikes a label on its way; the boxes at its own ends do not count. */
function strikesBetween([from, to]: readonly [Point, Point], box: Box): boolean {
  return !contains(box, from) && !contains(box, to) && strikes(from, to, box);
}

function boxAt({ box, known }: Newcomer, slot: Point, hub: Point): Box {
  const { left, right, top, bottom } = opensLeft(slot, [hub, ...known]) ? mirrored(box) : box;
  return { left: left + slot.x, right: right + slot.x, top: top + slot.y, bottom: bottom + slot.y };
}
