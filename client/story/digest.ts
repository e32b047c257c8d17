/** What the claims of a view say, so that a step of a story can tell when they have changed since. Pure. */
import { type GraphRelationship, isDerived } from "../../schema/graph.ts";
import type { ExplorerGraph } from "../view/graph.ts";
import type { ExplorerState } from "../store.ts";
import { visibleRelationships } from "../view/visibility.ts";

export type Claims = Readonly<Record<string, string>>;

/** Properties in order of their names, so that the order in which a database gives them is no change. */
const ordered = (value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** FNV-1a, twice over with different beginnings: enough to notice a change, and no secret. */
function digest(text: string): string {
  const half = (seed: number) => {
    let hash = seed;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    return (hash >>> 0).toString(16).padStart(8, "0");
  };
  return half(0x811c9dc5) + half(0x9747b28c);
}

const digestOf = ({ type, start, end, properties }: GraphRelationship): string =>
  digest(JSON.stringify([type, start, end, ordered(properties)]));

/** The claims that a view shows. What is derived from them is none. */
export function claimsShown(state: ExplorerState, graph: ExplorerGraph): Claims {
  const shown = [...visibleRelationships(state, graph)].map((id) => graph.getEdgeAttribute(id, "relationship"));
  return Object.fromEntries(shown.filter((each) => !isDerived(each)).map((each) => [each.id, digestOf(each)]));
}

export interface ClaimChanges {
  changed: number;
  added: number;
  gone: number;
}

/** How the claims of a view differ from what they were; null where they do not. */
export function changesBetween(before: Claims, now: Claims): ClaimChanges | null {
  const ids = Object.keys(before);
  const changes = {
    changed: ids.filter((id) => now[id] !== undefined && now[id] !== before[id]).length,
    gone: ids.filter((id) => now[id] === undefined).length,
    added: Object.keys(now).filter((id) => before[id] === undefined).length,
  };
  return changes.changed + changes.gone + changes.added === 0 ? null : changes;
}
