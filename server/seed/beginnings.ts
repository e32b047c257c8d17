/** When entities may have begun to be, as their figures tell: what joins them is no earlier. */
import { daysOf } from "../../schema/date.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { WrittenEntity } from "./read.ts";

/**
 * The first day, as YYYYMMDD, on which each may have been there; where its sources disagree, the earliest of theirs.
 * What was made, and tells nothing itself, is no older than the oldest of its makers.
 */
export function beginningsOf(entities: readonly WrittenEntity[], vocabulary: Vocabulary): ReadonlyMap<string, number> {
  const told = new Map(
    entities.flatMap(({ id, figures }): [string, number][] => {
      const days = figures.flatMap(({ value: { measure, value } }) =>
        vocabulary.measures[measure]?.begins === true && typeof value === "string" ? [daysOf(value).earliest] : [],
      );
      return days.length === 0 ? [] : [[id, Math.min(...days)]];
    }),
  );
  const makers = new Map<string, string[]>();
  for (const { id, relationships } of entities)
    for (const { type, value } of relationships)
      if (vocabulary.relationships[type]?.role === "making")
        makers.set(value.to, [...(makers.get(value.to) ?? []), id]);
  const made = [...makers].flatMap(([id, by]): [string, number][] => {
    const days = by.flatMap((maker) => told.get(maker) ?? []);
    return told.has(id) || days.length < by.length ? [] : [[id, Math.min(...days)]];
  });
  return new Map([...told, ...made]);
}

export const laterOf = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? (a ?? b) : Math.max(a, b);

/** The first day on which a claim may have begun to hold; none where it tells its start, or is known to have held before. */
export function noEarlierThan(
  beginning: number | undefined,
  { startEarliest, endEarliest, endLatest }: Readonly<Record<string, unknown>>,
): number | undefined {
  if (beginning === undefined || startEarliest !== undefined) return undefined;
  const held = endLatest ?? endEarliest;
  return typeof held === "number" && held < beginning ? undefined : beginning;
}
