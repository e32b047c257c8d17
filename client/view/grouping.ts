/** Which drawn nodes belong together: by where they last worked, by where they studied, or by community. Pure. */
import { isDerived } from "../../schema/graph.ts";
import { foldedIn, opened } from "./groups.ts";
import type { ExplorerGraph } from "./graph.ts";
import type { ExplorerState } from "../store.ts";
import { listed, visibleNodes } from "./visibility.ts";

export const groupingKinds = ["career", "education", "community"] as const;
export type GroupingKind = (typeof groupingKinds)[number];

export interface Gathered {
  /** What they have in common: an organization's id, or a community's number from 1. */
  key: string;
  members: string[];
}

export interface Grouping {
  /** Of two and more, the largest first. */
  groups: Gathered[];
  /** How many drawn nodes fit in none. */
  rest: number;
}

interface Stint {
  organization: string;
  /** Last day on which it is known to hold, as YYYYMMDD; null where it has no date. */
  until: number | null;
}

const dayOf = (value: unknown): number | null => (typeof value === "number" ? value : null);

/** The only organization of these, else the one of the latest dated; null where the dates do not tell. */
function latest(stints: readonly Stint[]): string | null {
  const organizations = new Set(stints.map(({ organization }) => organization));
  if (organizations.size === 1) return [...organizations][0] ?? null;
  const last = Math.max(...stints.map(({ until }) => until ?? 0));
  const those = new Set(stints.flatMap(({ organization, until }) => (until === last ? [organization] : [])));
  return last > 0 && those.size === 1 ? ([...those][0] ?? null) : null;
}

/** The organization of each person's latest or only shown relationship of a role. */
export function keysByRole(
  state: ExplorerState,
  graph: ExplorerGraph,
  role: "career" | "education",
): Map<string, string> {
  const stints = new Map<string, Stint[]>();
  for (const id of listed(state, graph).relationships) {
    const { relationship } = graph.getEdgeAttributes(id);
    if (isDerived(relationship) || state.vocabulary?.relationships[relationship.type]?.role !== role) continue;
    const { startEarliest, startLatest, endLatest, ongoing } = relationship.properties;
    const until = ongoing === true ? Infinity : (dayOf(endLatest) ?? dayOf(startLatest) ?? dayOf(startEarliest));
    const known = stints.get(relationship.start) ?? [];
    stints.set(relationship.start, [...known, { organization: relationship.end, until }]);
  }
  const keys = new Map<string, string>();
  for (const [person, all] of stints) {
    const key = latest(all);
    if (key !== null) keys.set(person, key);
  }
  return keys;
}

/** Groups what is drawn and in no group yet, by what each has in common with others; what is not among `keys` fits in none. One alone is enough for a group that is there. */
export function gather(
  state: ExplorerState,
  graph: ExplorerGraph,
  keys: ReadonlyMap<string, string>,
  isThere: (key: string) => boolean = () => false,
): Grouping {
  const folded = foldedIn(graph);
  const drawn = [...visibleNodes(state, opened(graph))].filter((id) => !folded.has(id)).toSorted();
  const gathered = new Map<string, string[]>();
  for (const id of drawn) {
    const key = keys.get(id);
    if (key !== undefined) gathered.set(key, [...(gathered.get(key) ?? []), id]);
  }
  const groups = Array.from(gathered, ([key, members]) => ({ key, members }))
    .filter(({ key, members }) => members.length > 1 || isThere(key))
    .sort((a, b) => b.members.length - a.members.length || (a.key < b.key ? -1 : 1));
  return { groups, rest: drawn.length - groups.flatMap(({ members }) => members).length };
}
