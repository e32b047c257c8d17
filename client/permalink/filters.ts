/** Filters in a link. */
import type { Filter, FilterKind, Filters, Range } from "../store.ts";
import { Unreadable, atom, readAtom } from "./pieces.ts";

const filterWords: ReadonlyArray<[FilterKind, string]> = [
  ["labels", "label"],
  ["types", "type"],
  ["certainties", "certainty"],
  ["threads", "thread"],
  ["documents", "source"],
  ["values", "value"],
];

export function writeFilters(filters: Filters, wanted: Filter): string {
  return filterWords
    .flatMap(([kind, word]) =>
      Object.entries(filters[kind])
        .filter(([, filter]) => filter === wanted)
        .map(([key]) => `${word}:${atom(key)}`),
    )
    .join(",");
}

export function readFilters(text: string, filter: Filter, into: Filters): Filters {
  const read = text.split(",").map((part) => {
    const [word, key = "", ...rest] = part.split(":");
    const kind = filterWords.find(([, name]) => name === word)?.[0];
    if (kind === undefined || key === "" || rest.length > 0) throw new Unreadable();
    return { kind, key: readAtom(key) };
  });
  // An object made from entries takes any key; assigning `__proto__` would be swallowed.
  const merge = (kind: FilterKind): Filters[FilterKind] =>
    Object.fromEntries([
      ...Object.entries(into[kind]),
      ...read.filter((each) => each.kind === kind).map(({ key }): [string, Filter] => [key, filter]),
    ]);
  return {
    labels: merge("labels"),
    types: merge("types"),
    certainties: merge("certainties"),
    threads: merge("threads"),
    documents: merge("documents"),
    values: merge("values"),
    ranges: into.ranges,
    leastDegree: into.leastDegree,
  };
}

export function readDegree(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new Unreadable();
  return Number(text);
}

const writeRange = ({ from, to, without }: Range) => `${from ?? ""}..${to ?? ""}${without ? "" : "-bare"}`;

/** `figure/founding-date:2000..2010`; `-bare` hides what has no value. */
export const writeRanges = ({ ranges }: Filters): string =>
  Object.entries(ranges)
    .map(([field, range]) => `${atom(field)}:${writeRange(range)}`)
    .join(",");

export function readRanges(text: string): Filters["ranges"] {
  return Object.fromEntries(
    text.split(",").map((part): [string, Range] => {
      const [field = "", range = "", ...rest] = part.split(":");
      const [, from, to, bare] = /^(-?\d[\d.e+-]*?)?\.\.(-?\d[\d.e+-]*?)?(-bare)?$/.exec(range) ?? [];
      const ends = [from, to].map((end) => (end === undefined ? undefined : Number(end)));
      if (field === "" || rest.length > 0 || !range.includes("..") || ends.some(Number.isNaN)) throw new Unreadable();
      const [least, most] = ends;
      if (least === undefined && most === undefined && bare === undefined) throw new Unreadable();
      return [
        readAtom(field),
        {
          ...(least === undefined ? {} : { from: least }),
          ...(most === undefined ? {} : { to: most }),
          without: bare === undefined,
        },
      ];
    }),
  );
}
