import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Columns, columnNames } from "../../schema/api.ts";
import { pageColumns } from "../../scene/layouts/column-pages.ts";
import type { ColumnLink } from "../../scene/layouts/columns.ts";

const names = (letter: string, count: number) => Array.from({ length: count }, (_, i) => `${letter}${i}`);

/** Alumni of two, each at one of the destinations by `picks`, some from elsewhere too; each destination made one thing. */
function answer(people: number, destinations: number, picks: readonly number[]) {
  const columns: Columns = {
    elsewhere: names("e", 9),
    origins: ["o0", "o1"],
    people: names("p", people),
    destinations: names("d", destinations),
    ties: names("t", destinations),
  };
  const pick = (i: number, of: number) => (picks[i % picks.length] ?? 0) % of;
  const links: ColumnLink[] = columns.people.flatMap((source, i) => [
    { source, target: `o${pick(i, 2)}`, role: "career" as const },
    { source, target: `d${pick(i + 3, destinations)}`, role: "founding" as const },
    ...(i % 4 === 0 ? [{ source, target: `e${pick(i, 9)}`, role: "career" as const }] : []),
  ]);
  for (const [i, source] of columns.destinations.entries()) links.push({ source, target: `t${i}`, role: "making" });
  return { columns, links };
}

const answers = fc
  .tuple(fc.integer({ min: 41, max: 260 }), fc.integer({ min: 1, max: 40 }), fc.array(fc.nat(999), { minLength: 30 }))
  .map(([people, destinations, picks]) => answer(people, destinations, picks));

describe("pages of columns", () => {
  it("are one for forty people", () => {
    const { columns, links } = answer(40, 9, [3, 1, 4, 1, 5]);
    const [page, ...others] = pageColumns(columns, links);
    expect(others).toEqual([]);
    expect(page?.columns.people).toEqual(columns.people);
  });

  it("have every person once, at most 32 of them, and every origin", () => {
    fc.assert(
      fc.property(answers, ({ columns, links }) => {
        const pages = pageColumns(columns, links);
        expect(pages.flatMap((page) => page.columns.people).toSorted()).toEqual(columns.people.toSorted());
        for (const page of pages) {
          expect(page.columns.people.length).toBeLessThanOrEqual(32);
          expect(page.columns.origins).toEqual(columns.origins);
        }
      }),
    );
  });

  it("show with its people all that they founded and where else they were, and name the rest of each column", () => {
    fc.assert(
      fc.property(answers, ({ columns, links }) => {
        for (const page of pageColumns(columns, links)) {
          const own = links.filter(({ source }) => page.columns.people.includes(source));
          expect(own.filter(({ target }) => !page.ids.has(target))).toEqual([]);
          for (const name of columnNames)
            expect([...page.columns[name], ...page.beyond[name]].toSorted()).toEqual(columns[name].toSorted());
        }
      }),
    );
  });

  it("keep the people of a destination together while they fit on one", () => {
    const { columns, links } = answer(120, 12, [7, 3, 9, 1, 4, 4, 8, 2, 11, 0, 5]);
    const pages = pageColumns(columns, links);
    for (const id of columns.destinations) {
      const own = links.filter(({ target }) => target === id).map(({ source }) => source);
      if (own.length > 32) continue;
      expect(new Set(own.map((person) => pages.findIndex(({ ids }) => ids.has(person)))).size).toBe(
        own.length === 0 ? 0 : 1,
      );
    }
  });
});
