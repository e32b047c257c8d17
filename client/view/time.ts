/** The time at which the view is looked at: what each claim and each node on screen is then. Pure. */
import {
  type Days,
  type Presence,
  datedOf,
  daysOfPeriod,
  isAllTime,
  isShownThen,
  presenceOf,
  presences,
} from "../../schema/as-of.ts";
import type { TimeQuery } from "../api.ts";
import type { ExplorerGraph } from "./graph.ts";
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

const rank = new Map<Presence, number>(presences.map((presence, i) => [presence, i]));
const stronger = (a: Presence, b: Presence) => ((rank.get(a) ?? 0) <= (rank.get(b) ?? 0) ? a : b);

/** Null while all time is shown. `counts` says whose claims speak for a node: not those that a filter hides. */
export function timesOf(
  state: Pick<ExplorerState, "time">,
  graph: ExplorerGraph,
  counts: (relationship: string) => boolean,
): Times | null {
  const { time } = state;
  if (!isTimeSet(time)) return null;
  const days: Days = daysOfPeriod(time);
  const today = todayAsDays(new Date());
  const relationships = new Map<string, Presence>();
  const nodes = new Map<string, Presence>();
  const spokenFor = new Set<string>();
  graph.forEachEdge((id, { relationship }, source, target) => {
    const presence = presenceOf(datedOf(relationship.properties), days, today);
    relationships.set(id, presence);
    if (!counts(id)) return;
    for (const end of [source, target]) {
      spokenFor.add(end);
      // What is not drawn then must not speak for a node that would else stand there without a line.
      if (isDrawnThen(presence, time)) nodes.set(end, stronger(nodes.get(end) ?? "future", presence));
    }
  });
  return {
    ofRelationship: (id) => relationships.get(id) ?? "undated",
    ofNode: (id) => nodes.get(id) ?? (spokenFor.has(id) ? "future" : "undated"),
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
