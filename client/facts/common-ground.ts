/** What a selection shares, made ready to be read: by how it is shared, what most share and few others have first. Pure. */
import type { CommonGround } from "../../schema/api.ts";
import type { GraphNode } from "../../schema/graph.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";

export interface SharedThing {
  node: GraphNode;
  /** Those of the compared that share it in this way. */
  by: string[];
  /** How many relationships it has in all: the fewer, the more it says. */
  degree: number;
}

export interface SharedGroup {
  type: string;
  /** Whether the compared are the start of these relationships, or these have no direction. */
  outgoing: boolean;
  things: SharedThing[];
}

/**
 * Shared neighbors by type and direction; one that is shared in several ways stands under each that at least two have,
 * else under all ways in which any has it. Groups in the order of what most share, then of the rarest.
 */
export function groupCommonGround({ neighbors }: CommonGround, vocabulary: Vocabulary | null): SharedGroup[] {
  const groups = new Map<string, SharedGroup>();
  for (const { node, degree, ties } of neighbors) {
    const ways = new Map<string, { type: string; outgoing: boolean; by: Set<string> }>();
    for (const { of, type, direction } of ties) {
      // What holds both ways reads the same from either end.
      const outgoing = direction === "out" || vocabulary?.relationships[type]?.directed === false;
      const key = `${type} ${outgoing}`;
      const way = ways.get(key) ?? { type, outgoing, by: new Set() };
      way.by.add(of);
      ways.set(key, way);
    }
    const common = [...ways].filter(([, { by }]) => by.size > 1);
    for (const [key, { type, outgoing, by }] of common.length > 0 ? common : ways) {
      const group = groups.get(key) ?? { type, outgoing, things: [] };
      group.things.push({ node, by: [...by], degree });
      groups.set(key, group);
    }
  }
  for (const { things } of groups.values()) things.sort(bySharing);
  return [...groups.values()].toSorted((a, b) => first(a, b));
}

const bySharing = (a: SharedThing, b: SharedThing) =>
  b.by.length - a.by.length || a.degree - b.degree || (a.node.id < b.node.id ? -1 : 1);

const first = (a: SharedGroup, b: SharedGroup) => {
  const [one, other] = [a.things[0], b.things[0]];
  return one === undefined || other === undefined ? 0 : bySharing(one, other);
};
