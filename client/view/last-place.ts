/** Where a person is now, or was last, as far as relationships tell. Pure. */
import type { GraphRelationship } from "../../schema/graph.ts";

/** Days as YYYYMMDD; null where there is no date. */
export interface Stint {
  organization: string;
  isFounding: boolean;
  isOngoing: boolean;
  /** Whether it is said to be over, or when. */
  isOver: boolean;
  begun: number | null;
  /** Last day on which it is known to hold. */
  until: number | null;
}

const dayOf = (value: unknown): number | null => (typeof value === "number" ? value : null);

export function stintOf({ end, properties }: GraphRelationship, isFounding: boolean): Stint {
  const { startEarliest, startLatest, endEarliest, endLatest, ongoing } = properties;
  const begun = dayOf(startEarliest) ?? dayOf(startLatest);
  const isOngoing = ongoing === true;
  // A founding ends on the day on which it begins, and the founder stays.
  const isOver = !isFounding && !isOngoing && (dayOf(endLatest) ?? dayOf(endEarliest)) !== null;
  const until = dayOf(endLatest) ?? dayOf(startLatest) ?? dayOf(startEarliest);
  return { organization: end, isFounding, isOngoing, isOver, begun, until };
}

/** The only organization of these, else the one with the latest such day; null where the days do not tell. */
function latest(stints: readonly Stint[], dayIn: (stint: Stint) => number | null): string | null {
  const [first] = stints;
  if (first && stints.every(({ organization }) => organization === first.organization)) return first.organization;
  const last = Math.max(...stints.map((stint) => dayIn(stint) ?? 0));
  const those = new Set(stints.flatMap((stint) => (dayIn(stint) === last ? [stint.organization] : [])));
  return those.size === 1 ? ([...those][0] ?? null) : null;
}

/**
 * Where it goes on, the latest begun of several; else where they founded something that they are not said to have left,
 * or have begun to work since; else where it held last. Null where the dates do not tell.
 */
export function placeOf(stints: readonly Stint[]): string | null {
  const ongoing = stints.filter(({ isOngoing }) => isOngoing);
  if (ongoing.length > 0) return latest(ongoing, ({ begun }) => begun);
  const left = new Set(stints.flatMap(({ organization, isOver }) => (isOver ? [organization] : [])));
  const founded = stints.filter(({ organization, isFounding }) => isFounding && !left.has(organization));
  if (founded.length === 0) return latest(stints, ({ until }) => until);
  const since = Math.max(...founded.map(({ begun }) => begun ?? Infinity));
  const later = stints.filter(({ isFounding, begun }) => !isFounding && (begun ?? 0) > since);
  return latest([...founded, ...later], ({ begun }) => begun);
}
