/** What an expansion would bring: the server's counts, less what is on screen. */
import { datedOf, daysOfPeriod, presenceOf } from "../../schema/as-of.ts";
import { type NeighborCount, type NeighborCounts, kindOf } from "../../schema/api.ts";
import type { GraphNode, GraphRelationship } from "../../schema/graph.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { Certainty } from "../facts/claims.ts";
import type { ExplorerGraph } from "./graph.ts";
import type { TimeView } from "../store.ts";

export interface ExpansionRow extends NeighborCount {
  /** One, or the two directions of a type that has none. */
  kinds: string[];
  /** How many of these neighbors are not on screen. */
  fresh: number;
}

/** The kinds under which a neighbor of `id` is counted for a relationship: one for each of its labels. */
export function kindsOf({ type, start, properties }: GraphRelationship, neighbor: GraphNode, id: string): string[] {
  const own = neighbor.labels.filter((label) => label !== "Entity");
  const certainty = (properties["certainty"] ?? "stated") as Certainty;
  const direction = start === id ? "out" : "in";
  return (own.length === 0 ? ["Entity"] : own).map((label) => kindOf({ type, direction, label, certainty }));
}

/** Whether the server counts a relationship at a time, as it does in count-neighbors. */
function isCounted({ properties }: GraphRelationship, time: TimeView | null): boolean {
  if (time === null) return true;
  const presence = presenceOf(datedOf(properties), daysOfPeriod(time), 0);
  return presence === "undated" ? time.undated : presence !== "past" && presence !== "future";
}

/** What is looked at: what is on screen, and when. */
export interface ExpansionScreen {
  graph: ExplorerGraph;
  hidden: ReadonlySet<string>;
  time: TimeView | null;
}

/** Neighbors on screen, by the kinds that join them. */
function shownByKind({ graph, hidden, time }: ExpansionScreen, id: string): Map<string, Set<string>> {
  const shown = new Map<string, Set<string>>();
  if (!graph.hasNode(id)) return shown;
  graph.forEachEdge(id, (_edge, { relationship }, start, end) => {
    const neighbor = start === id ? end : start;
    if (neighbor === id || hidden.has(neighbor) || !isCounted(relationship, time)) return;
    for (const kind of kindsOf(relationship, graph.getNodeAttribute(neighbor, "node"), id)) {
      const known = shown.get(kind);
      if (known === undefined) shown.set(kind, new Set([neighbor]));
      else known.add(neighbor);
    }
  });
  return shown;
}

/** How many neighbors are not on screen, of those that `counts` counts. */
export function countFresh(
  screen: ExpansionScreen,
  id: string,
  counts: Pick<NeighborCounts, "total">,
  withoutKinds: readonly string[] = [],
): number {
  const shown = new Set<string>();
  for (const [kind, ids] of shownByKind(screen, id)) {
    if (!withoutKinds.includes(kind)) for (const each of ids) shown.add(each);
  }
  return Math.max(0, counts.total - shown.size);
}

/** A row for each kind, in one where the direction says nothing; those that would bring something first. */
export function expansionRows(
  screen: ExpansionScreen,
  id: string,
  { counts }: NeighborCounts,
  vocabulary: Vocabulary | null,
): ExpansionRow[] {
  const shown = shownByKind(screen, id);
  const rows = new Map<string, ExpansionRow>();
  for (const counted of counts) {
    const kind = kindOf(counted);
    const fresh = Math.max(0, counted.neighbors - (shown.get(kind)?.size ?? 0));
    const isDirected = vocabulary?.relationships[counted.type]?.directed !== false;
    const key = isDirected ? kind : kindOf({ ...counted, direction: "out" });
    const row = rows.get(key);
    if (row === undefined) rows.set(key, { ...counted, kinds: [kind], fresh });
    else {
      row.kinds.push(kind);
      row.neighbors += counted.neighbors;
      row.fresh += fresh;
    }
  }
  return [...rows.values()].sort((a, b) => b.fresh - a.fresh || b.neighbors - a.neighbors);
}
