/** When entities may have begun to be, as their figures tell: what joins them is no earlier. */
import { daysOf } from "../../schema/date.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { WrittenEntity } from "./read.ts";

/** What is planned or thought is no state of things. */
const isState = (certainty: unknown): boolean => certainty !== "planned" && certainty !== "opinion";

/**
 * The partial date on which an entity began to be, as its figures tell; where its sources disagree, the earliest. Plans
 * and opinions count where `any` figure does.
 */
export function toldBeginning(
  { figures }: Pick<WrittenEntity, "figures">,
  { measures }: Pick<Vocabulary, "measures">,
  any = false,
): string | undefined {
  const dates = figures.flatMap(({ value: { measure, value, certainty } }) =>
    measures[measure]?.begins === true && typeof value === "string" && (any || isState(certainty)) ? [value] : [],
  );
  return dates.toSorted((a, b) => daysOf(a).earliest - daysOf(b).earliest || b.length - a.length)[0];
}

/**
 * The first day, as YYYYMMDD, on which each may have been there. What was made, and tells nothing itself, is no older
 * than the oldest of its makers.
 */
export function beginningsOf(entities: readonly WrittenEntity[], vocabulary: Vocabulary): ReadonlyMap<string, number> {
  const told = new Map(
    entities.flatMap((entity): [string, number][] => {
      const date = toldBeginning(entity, vocabulary, true);
      return date === undefined ? [] : [[entity.id, daysOf(date).earliest]];
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
