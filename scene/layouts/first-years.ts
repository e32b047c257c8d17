/** In which year things begin to be told of, as dates say it. Pure. */
import { type GraphNode, type GraphRelationship, isDerived, mainLabel } from "../../schema/graph.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";

type Words = Pick<Vocabulary, "relationships" | "labels"> | null;

/** The year of a partial date; undefined for what is none. */
function yearOf(date: unknown): number | undefined {
  const [, year] = (typeof date === "string" && /^([1-9]\d{3})(?:-|$)/.exec(date)) || [];
  return year === undefined ? undefined : Number(year);
}

/**
 * The year in which a node is told to have begun, whether that is drawn or not; else that of its own date; for want of
 * one, the year in which it was founded or made; else that of the first dated relationship it has here. The years that
 * are written count, never the bounds that are reckoned from them.
 */
export function firstYearsOf(
  nodes: readonly GraphNode[],
  relationships: readonly GraphRelationship[],
  vocabulary: Words,
): Map<string, number> {
  const [own, begun, told] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const beginnings = new Map<string, number>();
  const note = (years: Map<string, number>, id: string, year: number) =>
    years.set(id, Math.min(year, years.get(id) ?? Infinity));
  for (const { id, labels, properties } of nodes) {
    const beganIn = yearOf(properties["beganIn"]);
    if (beganIn !== undefined) beginnings.set(id, beganIn);
    const forms = vocabulary?.labels[mainLabel({ labels })]?.properties ?? {};
    for (const [name, { form }] of Object.entries(forms)) {
      const year = form === "date" ? yearOf(properties[name]) : undefined;
      if (year !== undefined) note(own, id, year);
    }
  }
  for (const relationship of relationships) {
    const { type, start, end, properties } = relationship;
    const year = yearOf(properties["start"]) ?? yearOf(properties["end"]);
    if (year === undefined || isDerived(relationship)) continue;
    const role = vocabulary?.relationships[type]?.role;
    if (role === "founding" || role === "making") note(begun, end, year);
    for (const id of [start, end]) note(told, id, year);
  }
  return new Map([...told, ...begun, ...own, ...beginnings]);
}
