/**
 * Places for new neighbors beside the node that brought them, on slots of its rings: each takes the cheapest that is
 * free, then all look again, as who came first did not know of the others. Nothing else moves.
 */
import { type Side, sideOrder } from "../captions.ts";
import { type Point, boxAround, contains, overlaps, shift, strikes } from "../geometry.ts";
import {
  type Ground,
  type Newcomer,
  type NewcomersInput,
  type Seat,
  clearance,
  costBetween,
  costOfBox,
  costOfKnown,
  costOfLine,
  costs,
  groundAround,
} from "./newcomer-costs.ts";

const ringStep = 18;
const firstRing = 54;
const lastRing = 230;
/** Beyond so many newcomers, rings go on so much farther for each, up to a bound and within the stage. */
const few = 8;
const farther = 14;
const farthest = 400;
/** Pixels between slots, and farther out a share of the radius. */
const slotStep = 16;
const slotShare = 0.085;
/** How often all look for a better slot, at most; with more than `many` nobody does. */
const rounds = 4;
const many = 40;

type Seats = Map<string, { newcomer: Newcomer; slot: Slot }>;

/** What a slot costs a newcomer among what was there before, worked out once: its lines, and its box on each side. */
interface Known {
  lines: number;
  /** Infinity where something stands there. */
  boxes: Partial<Record<Side, number>>;
}

/** Positions of those that found a slot, in the order given; the others are left out. */
export function placeBeside(input: NewcomersInput): Map<string, Point> {
  const { hub, newcomers, spread = 1 } = input;
  const reach = spread * Math.min(farthest, lastRing + farther * Math.max(0, newcomers.length - few));
  const ground = groundAround(input, reach);
  const isUsual = (slot: Place) => slot.radius <= lastRing * spread || contains(input.stage, slot);
  const slots = slotsAround(hub, awayFrom(hub, input.neighbors), firstRing * spread, reach)
    .filter(isUsual)
    .map((slot) => Object.assign(slot, { least: leastCost(slot, ground) }))
    .toSorted((a, b) => a.least - b.least);
  const seats: Seats = new Map();
  const sitters = newcomers.map((newcomer) => ({ newcomer, known: new Map<Slot, Known>() }));
  for (const sitter of sitters) sit(sitter, slots, ground, seats);
  for (let round = 0; round < rounds && newcomers.length <= many; round++) {
    const moved = sitters.filter((sitter) => sit(sitter, slots, ground, seats));
    if (moved.length === 0) break;
  }
  return new Map(newcomers.flatMap(({ id }) => seatOf(seats, id)));
}

const seatOf = (seats: Seats, id: string): [string, Point][] => {
  const seat = seats.get(id);
  return seat ? [[id, { x: seat.slot.x, y: seat.slot.y }]] : [];
};

interface Place extends Point {
  radius: number;
  /** Share of a half turn away from the free side, 0 … 1. */
  turn: number;
}

interface Slot extends Place {
  /** What it costs whoever takes it. */
  least: number;
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

function slotsAround(hub: Point, start: number, first: number, last: number): Place[] {
  const slots: Place[] = [];
  for (let radius = first; radius <= last; radius += ringStep) {
    const step = Math.max(slotStep / radius, slotShare);
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

interface Sitter {
  newcomer: Newcomer;
  known: Map<Slot, Known>;
}

/** Takes the cheapest free slot; gives back whether that is another than before. */
function sit({ newcomer, known }: Sitter, slots: readonly Slot[], ground: Ground, seats: Seats): boolean {
  const present = seats.get(newcomer.id)?.slot;
  seats.delete(newcomer.id);
  const others = [...seats.values()].map((each) => seatAt(each.newcomer, each.slot, ground.hub, seats));
  let best: { slot: Slot; cost: number } | undefined;
  for (const slot of present === undefined ? slots : [present, ...slots]) {
    if (best && slot.least >= best.cost) break;
    const before = known.get(slot) ?? { lines: costOfKnown(slot, newcomer.known, ground), boxes: {} };
    known.set(slot, before);
    const least = slot.least + before.lines;
    if (best && least >= best.cost) continue;
    const seat = seatAt(newcomer, slot, ground.hub, seats);
    const more = costOf(seat, newcomer, before, { ground, others, most: (best?.cost ?? Infinity) - least });
    const cost = least + more;
    if (cost < (best?.cost ?? Infinity) - 1e-6) best = { slot, cost };
  }
  if (best) seats.set(newcomer.id, { newcomer, slot: best.slot });
  return best?.slot !== present;
}

/** Near, toward the free side, with a clear line to the hub. */
const leastCost = ({ x, y, radius, turn }: Place, ground: Ground): number =>
  0.12 * radius +
  60 * turn +
  costOfLine([{ x, y }, ground.hub], ground) +
  (ground.hubName && strikes(ground.hub, { x, y }, ground.hubName) ? costs.hubName : 0);

function seatAt({ boxes, known, peers = [] }: Newcomer, slot: Slot, hub: Point, seats: Seats): Seat {
  const ends = [hub, ...known, ...peers.flatMap((id) => seats.get(id)?.slot ?? [])];
  const [side = "right"] = sideOrder(slot, ends);
  return {
    slot,
    side,
    box: shift(boxes[side], slot),
    mark: boxAround(slot, 14, 14),
    lines: ends.map((end) => [slot, end] as const),
  };
}

interface Company {
  ground: Ground;
  others: readonly Seat[];
  most: number;
}

/** What a seat costs beside its slot and its lines to what was there; Infinity where it is taken, or costs `most` and more. */
function costOf(seat: Seat, newcomer: Newcomer, known: Known, { ground, others, most }: Company): number {
  const { box, side, lines } = seat;
  let cost = (known.boxes[side] ??= costOfBox(box, ground));
  if (cost >= most || others.some((other) => overlaps(box, other.box, clearance))) return Infinity;
  for (const line of lines.slice(1 + newcomer.known.length)) cost += costOfLine(line, ground);
  for (const other of others) {
    if (cost >= most) return Infinity;
    cost += costBetween(seat, other);
  }
  return cost;
}
