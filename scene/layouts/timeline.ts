/**
 * A drawing by time: a year is a place from left to right, the same distance for every year, and rows are chosen so
 * that no name lies over another and what is linked lies near. What has no year stands before the first, in columns of
 * its own.
 */
import type { Point } from "../geometry.ts";
import { type Laid, type LaidNode, type Room, byRank } from "./laid.ts";

export interface TimelineNode extends LaidNode {
  /** The year, and nothing finer: dates that are only years would else look more precise than they are. */
  year?: number;
}

export interface TimelineInput extends Room {
  nodes: readonly TimelineNode[];
  links: readonly { source: string; target: string }[];
}

const margin = { top: 62, side: 28, bottom: 20 } as const;
/** Free pixels after a name, and between what has no year and the first year. */
const free = { names: 14, undated: 40 } as const;
/** The least that is kept for a year, in pixels. */
const leastYear = 6;

interface Dated extends TimelineNode {
  year: number;
}

interface Axis {
  first: number;
  last: number;
  perYear: number;
}

export function layTimeline(input: TimelineInput): Laid {
  const { row, fixed = {} } = input;
  const dated = input.nodes
    .filter((node): node is Dated => node.year !== undefined)
    .toSorted((a, b) => a.year - b.year || byRank(a, b));
  const undated = input.nodes.filter(({ year }) => year === undefined).toSorted(byRank);
  const { axis, rows, before } = fit(dated, undated, input);
  const height = margin.top + rows * row + margin.bottom;
  const top = margin.top + Math.max(0, (input.height - height) / 2);
  const column = columnsOf(undated, rows);
  const points: Record<string, Point> = {};
  const rowsOf = chooseRows(dated, input.links, axis, rows);
  const yOf = spread([...rowsOf.values()], rows, row, top);
  for (const [i, { id }] of undated.entries()) {
    const [across, down] = [Math.floor(i / rows), i % rows];
    points[id] = { x: margin.side + across * column.width + column.before, y: top + (down + 0.5) * row };
  }
  const x = margin.side + before + Math.max(0, ...dated.map(({ box }) => -box.left));
  const years = new Map(dated.map(({ id, year }) => [id, year]));
  for (const [id, index] of rowsOf) {
    points[id] = { x: x + ((years.get(id) ?? axis.first) - axis.first) * axis.perYear, y: yOf(index) };
  }
  return {
    points: { ...points, ...fixed },
    guides: {
      kind: "timeline",
      ...axis,
      x,
      top,
      bottom: top + rows * row,
      undated: undated.length === 0 ? null : margin.side,
    },
  };
}

/** How much further apart than they need rows may stand. */
const mostSpread = 1.8;

/** Rows as far apart as those in use have room, around the middle. */
function spread(used: readonly number[], count: number, row: number, top: number): (index: number) => number {
  const [least, most] = [Math.min(...used), Math.max(...used)];
  const apart = Math.min(mostSpread, count / (most - least + 1)) * row;
  return (index) => top + (count * row) / 2 + (index - (least + most) / 2) * apart;
}

/** Years are at most so many times as far apart as they would be on the stage. */
const mostWide = 120;

/** The distance of years and the count of rows with which the whole needs the least of the stage. */
function fit(dated: readonly Dated[], undated: readonly TimelineNode[], { width, height, row }: TimelineInput) {
  const [first, last] = [dated[0]?.year ?? 0, dated.at(-1)?.year ?? 0];
  const room = { width: width - 2 * margin.side, height: height - margin.top - margin.bottom };
  const stageRows = Math.max(1, Math.floor(room.height / row));
  const lastName = Math.max(0, ...dated.filter(({ year }) => year === last).map(({ box }) => box.right));
  const tryWith = (perYear: number) => {
    const axis = { first, last, perYear };
    const dense = mostAtOnce(dated, axis);
    const tall = (count: number) => {
      const { width: wide } = columnsOf(undated, count);
      const before = undated.length === 0 ? 0 : Math.ceil(undated.length / count) * wide + free.undated;
      const whole = before + (last - first) * perYear + lastName;
      return { before, needs: Math.max(1, whole / room.width, (count * row) / room.height) };
    };
    // Rows that the stage has are used, and more where what has no year would else make the drawing wider than high.
    const counts = [
      Math.max(dense, stageRows),
      Math.max(dense, Math.ceil(stageRows * tall(Math.max(dense, stageRows)).needs)),
    ];
    const tried = counts.map((rows) => {
      const { before, needs } = tall(rows);
      return { axis, rows, before, needs };
    });
    return tried.reduce((best, each) => (each.needs < best.needs - 1e-9 ? each : best));
  };
  let best = tryWith(Math.max(leastYear, (room.width - lastName) / Math.max(1, last - first) / 16));
  for (let wide = 1 / 16; wide <= mostWide; wide *= 1.15) {
    const tried = tryWith(Math.max(leastYear, ((room.width - lastName) * wide) / Math.max(1, last - first)));
    // Where all fit alike, the widest is read best: names of one year stand in rows however far apart the years are.
    if (tried.needs <= best.needs + 1e-9) best = tried;
  }
  return best;
}

/** How many names lie over the same place from left to right: so many rows are needed. */
function mostAtOnce(dated: readonly Dated[], { first, perYear }: Axis): number {
  const ends = dated.flatMap(({ year, box }) => {
    const x = (year - first) * perYear;
    return [
      { at: x + box.left, by: 1 },
      { at: x + box.right + free.names, by: -1 },
    ];
  });
  let [now, most] = [0, 0];
  for (const { by } of ends.toSorted((a, b) => a.at - b.at || a.by - b.by)) most = Math.max(most, (now += by));
  return most;
}

function columnsOf(undated: readonly TimelineNode[], rows: number) {
  const before = Math.max(0, ...undated.map(({ box }) => -box.left));
  const after = Math.max(0, ...undated.map(({ box }) => box.right));
  return { before, width: before + after + free.names, count: Math.ceil(undated.length / rows) };
}

/** A free row for each node in order of years: the one nearest to what it is linked with, else to the middle. */
function chooseRows(
  dated: readonly Dated[],
  links: TimelineInput["links"],
  { first, perYear }: Axis,
  count: number,
): Map<string, number> {
  const neighbors = new Map<string, Set<string>>(dated.map(({ id }) => [id, new Set()]));
  for (const { source, target } of links) {
    neighbors.get(source)?.add(target);
    neighbors.get(target)?.add(source);
  }
  const ends = Array.from({ length: count }, () => -Infinity);
  const chosen = new Map<string, number>();
  for (const { id, year, box } of dated) {
    const x = (year - first) * perYear;
    const near = [...(neighbors.get(id) ?? [])].flatMap((other) => chosen.get(other) ?? []);
    const wanted = near.length === 0 ? (count - 1) / 2 : near.reduce((sum, each) => sum + each, 0) / near.length;
    let best = -1;
    for (const [index, end] of ends.entries()) {
      const isFree = end <= x + box.left;
      if (isFree && (best < 0 || Math.abs(index - wanted) < Math.abs(best - wanted) - 1e-9)) best = index;
    }
    if (best < 0) best = ends.push(-Infinity) - 1;
    ends[best] = x + box.right + free.names;
    chosen.set(id, best);
  }
  return chosen;
}
