/** Which end of a relationship comes first, by what its type is for: the generations of a layered drawing. Pure. */
import type { GraphRelationship } from "../../schema/graph.ts";
import type { Role, Vocabulary } from "../../schema/vocabulary.ts";

/** From the earlier to the later generation. */
export interface Descent {
  source: string;
  target: string;
  weight: number;
}

type Line = Pick<GraphRelationship, "type" | "start" | "end" | "properties">;
type Words = Pick<Vocabulary, "relationships"> | null;

/** How much a line is kept straight and short. */
const weights: Partial<Record<Role, number>> = { founding: 3, making: 2, lineage: 2 };

/**
 * What each relationship says of the order of generations. Founders come before their ventures, makers before what they
 * made, what something is based on or succeeds before it, schools before their students, and employers before those who
 * left them for something else. Rivals, and what holds both ways, say nothing of order, unless an end has no other line.
 */
export function descentsOf(relationships: readonly Line[], vocabulary: Words): Descent[] {
  const roleOf = (type: string): Role => vocabulary?.relationships[type]?.role ?? "other";
  // Where each person went: what they founded, and where they are said to be still.
  const later = new Map<string, Set<string>>();
  for (const { type, start, end, properties } of relationships) {
    const role = roleOf(type);
    const isLater = role === "founding" || (role === "career" && properties["ongoing"] === true);
    if (isLater) later.set(start, (later.get(start) ?? new Set()).add(end));
  }
  const wasLeft = ({ start, end, properties }: Line) => {
    const went = later.get(start);
    return went === undefined ? properties["end"] !== undefined : !went.has(end);
  };
  const ordered: Descent[] = [];
  const unordered: Descent[] = [];
  for (const line of relationships) {
    const { type, start, end } = line;
    if (start === end) continue;
    const role = roleOf(type);
    const backward =
      role === "lineage" || comesOf(type, vocabulary) || role === "education" || (role === "career" && wasLeft(line));
    const descent = backward ? { source: end, target: start } : { source: start, target: end };
    const saysNothing = role === "rivalry" || vocabulary?.relationships[type]?.directed === false;
    (saysNothing ? unordered : ordered).push({ ...descent, weight: weights[role] ?? 1 });
  }
  return [...ordered, ...tails(ordered, unordered)];
}

/** Whether the start of such a relationship comes of its end. */
const comesOf = (type: string, vocabulary: Words): boolean => {
  const form = vocabulary?.relationships[type];
  return form?.descent ?? form?.role === "lineage";
};

/** Whether one end of such a relationship brought forth the other: what makes generations of layers. */
export const isDescent = (type: string, vocabulary: Words): boolean =>
  beginnings.has(vocabulary?.relationships[type]?.role ?? "other") || comesOf(type, vocabulary);

/** Lines without an order that lead to what nothing else joins: it comes after the end that has a place. */
function tails(ordered: readonly Descent[], unordered: readonly Descent[]): Descent[] {
  const placed = new Set(ordered.flatMap(({ source, target }) => [source, target]));
  return unordered.flatMap(({ source, target }) => {
    if (placed.has(source) && placed.has(target)) return [];
    const first = placed.has(source) === placed.has(target) ? source < target : placed.has(source);
    return [{ source: first ? source : target, target: first ? target : source, weight: 1 }];
  });
}

/** Roles whose relationship tells when its end came to be. */
const beginnings: ReadonlySet<Role> = new Set(["founding", "making"]);

/**
 * The year in which a node came to be, as far as its drawn relationships tell: by who founded or made it. For want of
 * that, the earliest date of any relationship that it is the later end of.
 */
export function yearsOf(relationships: readonly Line[], vocabulary: Words): Map<string, number> {
  const [own, other] = [new Map<string, number>(), new Map<string, number>()];
  for (const { type, start, end, properties } of relationships) {
    const earliest = properties["startEarliest"] ?? properties["endEarliest"];
    if (typeof earliest !== "number") continue;
    const role = vocabulary?.relationships[type]?.role ?? "other";
    const year = Math.floor(earliest / 10_000);
    const [years, id] = beginnings.has(role)
      ? ([own, end] as const)
      : role === "lineage"
        ? ([other, start] as const)
        : ([null, ""] as const);
    if (years) years.set(id, Math.min(years.get(id) ?? Infinity, year));
  }
  return new Map([...other, ...own]);
}
