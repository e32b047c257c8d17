/** The relationships on screen in a row: read once for as long as they stay the same, as each move of the time asks for all. */
import { type Dated, datedOf } from "../../schema/as-of.ts";
import { changesOf } from "./graph-changes.ts";
import type { EdgeAttributes, ExplorerGraph } from "./graph.ts";
import { certaintyOf } from "./filters.ts";
import { isBundle } from "./groups.ts";

/** Its dates are its own, and all lines have one form: so it is read several times as fast. */
export interface Line extends Dated {
  readonly id: string;
  readonly attributes: EdgeAttributes;
  readonly source: string;
  readonly target: string;
  /** Places of its ends among `ends`. */
  readonly from: number;
  readonly to: number;
  readonly isBundle: boolean;
}

export interface Lines {
  readonly lines: readonly Line[];
  /** The place of each line among them. */
  readonly places: ReadonlyMap<string, number>;
  /** The nodes at which lines end, each with a number from 0 on. */
  readonly ends: ReadonlyMap<string, number>;
  /** Ids of those of one type and direction between the same two, where they are too many to lie side by side; the surest first. */
  readonly parallels: readonly (readonly string[])[];
}

const known = new WeakMap<ExplorerGraph, Lines & { changes: number }>();

export function linesOf(graph: ExplorerGraph): Lines {
  const { relationships: changes } = changesOf(graph);
  const before = known.get(graph);
  if (before?.changes === changes) return before;
  const now = { ...read(graph), changes };
  known.set(graph, now);
  return now;
}

function read(graph: ExplorerGraph): Lines {
  const lines: Line[] = [];
  const places = new Map<string, number>();
  const ends = new Map<string, number>();
  const placeOf = (end: string): number => {
    const place = ends.get(end) ?? ends.size;
    ends.set(end, place);
    return place;
  };
  graph.forEachEdge((id, attributes, source, target) => {
    const dated = datedOf(attributes.relationship.properties);
    const { startEarliest, startLatest, endEarliest, endLatest, ongoing, noEarlier } = dated;
    places.set(id, lines.length);
    lines.push({
      id,
      attributes,
      source,
      target,
      from: placeOf(source),
      to: placeOf(target),
      isBundle: isBundle(id),
      startEarliest,
      startLatest,
      endEarliest,
      endLatest,
      ongoing,
      noEarlier,
    });
  });
  return { lines, places, ends, parallels: parallelsAmong(lines) };
}

/** So many of one type and direction between the same two are drawn side by side; more are drawn as one. */
export const mostBeside = 5;

function parallelsAmong(lines: readonly Line[]): string[][] {
  const sets = new Map<string, Line[]>();
  for (const line of lines) {
    const key = `${line.from} ${line.to} ${line.attributes.relationship.type}`;
    const set = sets.get(key);
    if (set) set.push(line);
    else sets.set(key, [line]);
  }
  // From stated on, the less sure come earlier in the alphabet.
  const order = ({ id, attributes }: Line) => [certaintyOf(attributes.relationship.properties), id] as const;
  return [...sets.values()]
    .filter(({ length }) => length > mostBeside)
    .map((set) =>
      set
        .map(order)
        .sort(([sure, a], [other, b]) => (sure > other || (sure === other && a < b) ? -1 : 1))
        .map(([, id]) => id),
    );
}
