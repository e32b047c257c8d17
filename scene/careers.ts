/**
 * Careers as lanes: one lane a person, a bar for each stint at its place in time, gaps left open. An end that is only
 * known to a year fades over that year, one that is not told fades out, and what has no date at all stands beside the
 * axis and never on it. Lengths are CSS pixels, y downward; free of the DOM, so that exports can draw the same.
 */
import type { Bounds } from "../schema/date.ts";

export interface LaneStint {
  readonly id: string;
  readonly organization: string;
  /** The organization's name, and what else is said beside it. */
  readonly label: string;
  readonly bounds: Bounds;
  /** Still so on the day of its earliest end. */
  readonly ongoing: boolean;
  /** A founding or another thing of one day: a mark, not a bar. */
  readonly moment: boolean;
}

export interface Lane {
  readonly id: string;
  readonly stints: readonly LaneStint[];
}

export interface LanesOptions {
  readonly width: number;
  /** Room for the people's names, left of the axis. */
  readonly names: number;
  /** Room for what has no date, right of the axis. */
  readonly undated: number;
  readonly measure: (text: string) => number;
}

export interface Bar {
  readonly id: string;
  readonly organization: string;
  readonly kind: "bar" | "mark" | "undated";
  /** From where it may have begun, surely held, surely held no longer, may have ended. */
  readonly x: readonly [number, number, number, number];
  readonly y: number;
  readonly height: number;
  /** The start, or the end, is not told: it fades out. */
  readonly openStart: boolean;
  readonly openEnd: boolean;
  readonly ongoing: boolean;
  readonly label: { readonly text: string; readonly x: number; readonly inside: boolean };
}

export interface LaneDrawing {
  readonly id: string;
  readonly y: number;
  readonly height: number;
  readonly bars: readonly Bar[];
}

export interface LanesDrawing {
  readonly lanes: readonly LaneDrawing[];
  /** Where years begin, at a readable distance. */
  readonly ticks: ReadonlyArray<{ readonly year: number; readonly x: number }>;
  readonly axis: { readonly from: number; readonly to: number };
  readonly undated: { readonly from: number; readonly to: number };
  readonly height: number;
  /** The first and the last year of the axis. */
  readonly years: { readonly first: number; readonly last: number };
  /** Where a day lies, as a number YYYYMMDD. */
  readonly xOf: (day: number) => number;
  /** The year that lies there. */
  readonly yearAt: (x: number) => number;
}

const barHeight = 18;
const rowHeight = 22;
const lanePadding = 5;
/** How far an end that is not told fades out. */
const tail = 34;
const labelPadding = 6;
const leastTick = 44;

/** A day as a fraction of years: 20060101 → 2006. */
function yearOf(day: number): number {
  const [year, month, date] = [Math.floor(day / 10_000), Math.floor(day / 100) % 100, day % 100];
  const start = Date.UTC(year, 0, 1);
  return year + (Date.UTC(year, month - 1, date) - start) / (Date.UTC(year + 1, 0, 1) - start);
}

const knownDays = ({ startEarliest, startLatest, endEarliest, endLatest }: Bounds) =>
  [startEarliest, startLatest, endEarliest, endLatest].filter((day) => day !== undefined);

export const isUndated = ({ bounds, ongoing }: LaneStint): boolean =>
  bounds.startEarliest === undefined &&
  bounds.endLatest === undefined &&
  !(ongoing && bounds.endEarliest !== undefined);

/** People in the order of their first known day; those without one last, in the order they came. */
export function byFirstDay(lanes: readonly Lane[]): Lane[] {
  const first = ({ stints }: Lane) =>
    Math.min(
      ...stints
        .filter(({ ongoing, bounds }) => !ongoing || bounds.startEarliest)
        .flatMap(({ bounds }) => knownDays(bounds)),
    );
  return lanes.toSorted((a, b) => (first(a) === first(b) ? 0 : first(a) - first(b)));
}

function yearsOf(lanes: readonly Lane[]): { first: number; last: number } | null {
  const days = lanes.flatMap(({ stints }) =>
    stints.filter((each) => !isUndated(each)).flatMap(({ bounds }) => knownDays(bounds)),
  );
  if (days.length === 0) return null;
  const [first, last] = [Math.floor(yearOf(Math.min(...days))), Math.floor(yearOf(Math.max(...days))) + 1];
  return { first: last - first < 4 ? last - 4 : first, last };
}

function ticksOf(first: number, last: number, perYear: number): number[] {
  const step = [1, 2, 5, 10, 20, 50].find((years) => years * perYear >= leastTick) ?? 100;
  const ticks: number[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) ticks.push(year);
  return ticks;
}

interface Scale {
  readonly from: number;
  readonly to: number;
  readonly xOf: (day: number) => number;
  readonly measure: (text: string) => number;
}

type Placed = Omit<Bar, "y" | "height"> & { readonly left: number; readonly right: number };

/** A day that ends something holds until its evening. */
const evening = (scale: Scale, day: number) => scale.xOf(day) + 0.5;

function placeBar(stint: LaneStint, scale: Scale): Placed {
  const { id, organization, bounds, ongoing, moment } = stint;
  const { startEarliest, startLatest, endEarliest, endLatest } = bounds;
  const [openStart, openEnd] = [startEarliest === undefined, endLatest === undefined && !ongoing];
  const end = endEarliest ?? endLatest ?? startLatest ?? startEarliest ?? 0;
  const start = startLatest ?? startEarliest ?? end;
  // Where both ends are coarse, what surely held can be nothing at all.
  const sure = [scale.xOf(Math.min(start, endLatest ?? start)), evening(scale, Math.max(end, startEarliest ?? end))];
  const [from, to] = openStart && !ongoing ? [sure[1] ?? 0, sure[1] ?? 0] : [Math.min(...sure), Math.max(...sure)];
  const x0 = startEarliest === undefined ? Math.max(scale.from, from - tail) : scale.xOf(startEarliest);
  const x3 = openEnd
    ? Math.max(to, Math.min(scale.to, to + tail))
    : Math.max(to, endLatest === undefined ? to : evening(scale, endLatest));
  const isInOrder = start <= end;
  const x = isInOrder
    ? ([x0, from, to, Math.max(x3, x0 + 3)] as const)
    : ([x0, (x0 + x3) / 2, (x0 + x3) / 2, x3] as const);
  const shape = { id, organization, kind: moment ? ("mark" as const) : ("bar" as const), openStart, openEnd, ongoing };
  return { ...shape, x, ...labelFor(stint.label, moment, x, scale) };
}

/** Inside where it fits, else after the bar, else before it. */
function labelFor(
  text: string,
  moment: boolean,
  [x0, , , x3]: readonly [number, number, number, number],
  { from, to, measure }: Scale,
): Pick<Placed, "label" | "left" | "right"> {
  const width = measure(text) + labelPadding;
  if (!moment && width + labelPadding <= x3 - x0)
    return { label: { text, x: x0 + labelPadding, inside: true }, left: x0, right: x3 };
  const half = moment ? 7 : 0;
  if (x3 + half + width + labelPadding <= to)
    return { label: { text, x: x3 + half + 4, inside: false }, left: x0 - half, right: x3 + half + width + 4 };
  const before = Math.max(from, x0 - half - width);
  return { label: { text, x: before, inside: false }, left: before, right: x3 + half };
}

/** Each bar on the first row where it and its label hit nothing. */
function stack(bars: readonly Placed[], y: number): { bars: Bar[]; rows: number } {
  const ends: number[] = [];
  const placed = bars.map(({ left, right, ...bar }): Bar => {
    const free = ends.findIndex((end) => end + 6 <= left);
    const row = free === -1 ? ends.length : free;
    ends[row] = right;
    return Object.assign(bar, { y: y + row * rowHeight, height: barHeight });
  });
  return { bars: placed, rows: ends.length };
}

/** What has no date, in lines beside the axis. */
function placeUndated(
  stints: readonly LaneStint[],
  y: number,
  { from, to }: { from: number; to: number },
  measure: (text: string) => number,
): { bars: Bar[]; rows: number } {
  let [x, row] = [from, 0];
  const bars = stints.map(({ id, organization, label, ongoing }): Bar => {
    const width = Math.min(measure(label) + 2 * labelPadding + 4, to - from);
    if (x > from && x + width > to) [x, row] = [from, row + 1];
    const at = x;
    x += width + 6;
    return {
      id,
      organization,
      kind: "undated",
      x: [at, at, at + width, at + width],
      y: y + row * rowHeight,
      height: barHeight,
      openStart: true,
      openEnd: true,
      ongoing,
      label: { text: label, x: at + labelPadding + 2, inside: true },
    };
  });
  return { bars, rows: stints.length === 0 ? 0 : row + 1 };
}

/** Where everything of these lanes lies, in the order in which they are given. */
export function drawLanes(lanes: readonly Lane[], { width, names, undated, measure }: LanesOptions): LanesDrawing {
  const axis = { from: names, to: width - undated - 18 };
  const beside = { from: width - undated, to: width };
  const years = yearsOf(lanes) ?? { first: 2000, last: 2010 };
  const perYear = (axis.to - axis.from) / (years.last - years.first);
  const xOf = (day: number) => axis.from + (yearOf(day) - years.first) * perYear;
  const scale = { ...axis, xOf, measure };
  let y = 0;
  const drawn = lanes.map(({ id, stints }): LaneDrawing => {
    const dated = stints.filter((each) => !isUndated(each));
    const starts = dated.map((each) => placeBar(each, scale)).sort((a, b) => a.left - b.left || (a.id < b.id ? -1 : 1));
    const onAxis = stack(starts, y + lanePadding);
    const off = placeUndated(stints.filter(isUndated), y + lanePadding, beside, measure);
    const height = Math.max(1, onAxis.rows, off.rows) * rowHeight + 2 * lanePadding - (rowHeight - barHeight);
    const lane = { id, y, height, bars: [...onAxis.bars, ...off.bars] };
    y += height;
    return lane;
  });
  const ticks = yearsOf(lanes) === null ? [] : ticksOf(years.first, years.last, perYear);
  return {
    lanes: drawn,
    ticks: ticks.map((year) => ({ year, x: xOf(year * 10_000 + 101) })),
    axis,
    undated: beside,
    height: y,
    years: { first: years.first, last: years.last - 1 },
    xOf,
    yearAt: (x) => Math.floor(years.first + (x - axis.from) / perYear),
  };
}
