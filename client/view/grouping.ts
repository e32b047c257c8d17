/** Which drawn nodes belong together: by where they last worked, by where they studied, or by community. Pure. */
import { isDerived, mainLabel } from "../../schema/graph.ts";
import type { Role } from "../../schema/vocabulary.ts";
import { foldedIn, opened } from "./groups.ts";
import type { ExplorerGraph } from "./graph.ts";
import type { ExplorerState } from "../store.ts";
import { type Stint, placeOf, stintOf } from "./last-place.ts";
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

/** Whether what a relationship says belongs to a role: founding a place is working there. */
const isOf = (role: "career" | "education", own: Role | undefined): boolean =>
  own === role || (role === "career" && own === "founding");

function isPerson({ vocabulary }: ExplorerState, graph: ExplorerGraph, id: string): boolean {
  return vocabulary?.labels[mainLabel(graph.getNodeAttribute(id, "node"))]?.family === "people";
}

/**
 * The organization of each person's shown relationships of a role: where they are now or were last. Where the dates do
 * not tell, a person has none.
 */
export function keysByRole(
  state: ExplorerState,
  graph: ExplorerGraph,
  role: "career" | "education",
): Map<string, string> {
  const stints = new Map<string, Stint[]>();
  for (const id of listed(state, graph).relationships) {
    const { relationship } = graph.getEdgeAttributes(id);
    const own = state.vocabulary?.relationships[relationship.type]?.role;
    if (isDerived(relationship) || !isOf(role, own)) continue;
    // A company that founded another does not work there.
    if (own === "founding" && !isPerson(state, graph, relationship.start)) continue;
    const known = stints.get(relationship.start) ?? [];
    stints.set(relationship.start, [...known, stintOf(relationship, own === "founding")]);
  }
  const keys = new Map<string, string>();
  for (const [person, all] of stints) {
    const key = placeOf(all);
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
