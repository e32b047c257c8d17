/** Figures of an entity, made ready to be read: by measure in the vocabulary's order, each in order of time. */
import type { Observation } from "../../schema/api.ts";
import { comparableSeries } from "./claim-lists.ts";
import { byTime } from "./claims.ts";

export interface FigureGroup {
  measure: string;
  observations: Observation[];
  /** The largest of those values that can be compared, by observation id: bars are drawn to its measure. */
  most: ReadonlyMap<string, number>;
}

const measureOf = ({ properties: { measure } }: Observation): string => (typeof measure === "string" ? measure : "");

/** A number or a date; what is told in words alone is none. */
export const isCounted = ({ properties: { value, date } }: Observation): boolean =>
  typeof value === "number" || typeof value === "string" || typeof date === "string";

export function groupFigures(observations: readonly Observation[], measures: readonly string[]): FigureGroup[] {
  const groups = new Map<string, Observation[]>();
  for (const observation of observations) {
    const measure = measureOf(observation);
    const same = groups.get(measure);
    if (same) same.push(observation);
    else groups.set(measure, [observation]);
  }
  const rank = (measure: string) => (measures.includes(measure) ? measures.indexOf(measure) : measures.length);
  return [...groups]
    .toSorted(([a], [b]) => rank(a) - rank(b))
    .map(([measure, found]) => ({
      measure,
      observations: found.toSorted((a, b) => byTime(a.properties, b.properties)),
      most: mostOf(found),
    }));
}

function mostOf(observations: readonly Observation[]): Map<string, number> {
  return new Map(
    comparableSeries(observations).flatMap(({ observations: series }) => {
      const most = Math.max(
        ...series.map(({ properties: { value } }) => (typeof value === "number" ? Math.abs(value) : 0)),
      );
      return series.map(({ id }) => [id, most] as const);
    }),
  );
}

/** The first groups that together have no more rows than fit, at least one; the rest waits behind a button. */
export function firstGroups(groups: readonly FigureGroup[], most: number): FigureGroup[] {
  let rows = 0;
  const shown = groups.findIndex(({ observations }) => (rows += observations.length) > most);
  return shown < 0 ? [...groups] : groups.slice(0, Math.max(shown, 1));
}
