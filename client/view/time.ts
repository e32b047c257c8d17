/** The time at which the view is looked at: what each claim and each node on screen is then. Pure. */
import {
  type Days,
  type Presence,
  daysOfPeriod,
  isAllTime,
  isShownThen,
  presenceOf,
  presences,
} from "../../schema/as-of.ts";
import type { TimeQuery } from "../api.ts";
import type { ExplorerGraph } from "./graph.ts";
import { type Line, linesOf } from "./lines.ts";
import type { TimeView } from "../choices.ts";
import type { ExplorerState } from "../store.ts";

export const allTime: TimeView = { undated: true };

/** Whether the time leaves anything out, or may. */
export const isTimeSet = (time: TimeView | null): time is TimeView =>
  time !== null && (!isAllTime(time) || !time.undated);

/** Today as an integer YYYYMMDD. */
export function todayAsDays(now: Date): number {
  return now.getFullYear() * 10_000 + (now.getMonth() + 1) * 100 + now.getDate();
}

/** Whether something with this presence is drawn: what is past stays, as a ghost. */
export const isDrawnThen = (presence: Presence, time: TimeView): boolean => isShownThen(presence, time.undated);

/** What everything on screen is at the time that is looked at. */
export interface Times {
  ofRelationship(id: string): Presence;
  /** The strongest of a node's claims; one that nothing joins is undated. */
  ofNode(id: string): Presence;
  isDrawn(presence: Presence): boolean;
}

const ranks = new Map<Presence, number>(presences.map((presence, i) => [presence, i]));

/** Null while all time is shown. `counts` says whose claims speak for a node: not those that a filter hides. */
export function timesOf(
  state: Pick<ExplorerState, "time">,
  graph: ExplorerGraph,
  counts: (line: Line) => boolean,
): Times | null {
  const { time } = state;
  if (!isTimeSet(time)) return null;
  const days: Days = daysOfPeriod(time);
  const today = todayAsDays(new Date());
  const { lines, places, ends } = linesOf(graph);
  const [unspokenFor, future] = [presences.length, presences.indexOf("future")];
  // By place among the ends, the number of the strongest presence.
  const nodes = new Uint8Array(ends.size).fill(unspokenFor);
  const found = lines.map((line) => {
    const presence = presenceOf(line, days, today);
    if (!counts(line)) return presence;
    // What is not drawn then must not speak for a node that would else stand there without a line.
    const rank = isDrawnThen(presence, time) ? (ranks.get(presence) ?? future) : future;
    for (const end of [line.from, line.to]) if (rank < (nodes[end] as number)) nodes[end] = rank;
    return presence;
  });
  const ofNode = (id: string): Presence => {
    const end = ends.get(id);
    return (end === undefined ? undefined : presences[nodes[end] as number]) ?? "undated";
  };
  return {
    ofRelationship: (id) => found[places.get(id) ?? -1] ?? "undated",
    ofNode,
    isDrawn: (presence) => isDrawnThen(presence, time),
  };
}

/** How many of some claims are what at the time. */
export function countPresences(found: Iterable<Presence>): Record<Presence, number> {
  const counts: Record<Presence, number> = { certain: 0, possible: 0, unknown: 0, undated: 0, past: 0, future: 0 };
  for (const presence of found) counts[presence] += 1;
  return counts;
}

/** What of the time goes to the server. */
export function timeQuery(time: TimeView | null): TimeQuery {
  if (!isTimeSet(time)) return {};
  const { from, to, undated } = time;
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(undated ? {} : { undated: "false" as const }),
  };
}
