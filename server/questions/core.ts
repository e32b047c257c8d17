/** How much of a data set can be drawn at once: all of it, or those that are connected well enough. */
import type { Rows } from "../seed/index.ts";

/** What a drawing of everything holds at most. */
export const mostDrawn = { entities: 6000, relationships: 24_000 } as const;

const known = new WeakMap<Rows, number>();

/**
 * The least number of relationships with which an entity is drawn, so that all such entities and what lies between
 * them are no more than can be drawn at once; 0 where everything can.
 */
export function leastDegreeOf(rows: Rows): number {
  let least = known.get(rows);
  if (least === undefined) known.set(rows, (least = countLeast(rows)));
  return least;
}

function countLeast({ entities, relationships }: Rows): number {
  const degrees = new Map(entities.filter(({ label }) => label !== "Document").map(({ id }) => [id, 0]));
  for (const { start, end } of relationships)
    for (const id of start === end ? [start] : [start, end]) {
      const degree = degrees.get(id);
      if (degree !== undefined) degrees.set(id, degree + 1);
    }
  const most = Math.max(0, ...new Set(degrees.values()));
  const entitiesWith = Array.from({ length: most + 1 }, () => 0);
  const relationshipsWith = Array.from({ length: most + 1 }, () => 0);
  for (const degree of degrees.values()) entitiesWith[degree] = (entitiesWith[degree] ?? 0) + 1;
  for (const { start, end } of relationships) {
    const [one, other] = [degrees.get(start), degrees.get(end)];
    if (one === undefined || other === undefined) continue;
    const least = Math.min(one, other);
    relationshipsWith[least] = (relationshipsWith[least] ?? 0) + 1;
  }
  let drawn = { entities: 0, relationships: 0 };
  for (let degree = most; degree >= 0; degree--) {
    drawn = {
      entities: drawn.entities + (entitiesWith[degree] ?? 0),
      relationships: drawn.relationships + (relationshipsWith[degree] ?? 0),
    };
    if (drawn.entities > mostDrawn.entities || drawn.relationships > mostDrawn.relationships) return degree + 1;
  }
  return 0;
}
