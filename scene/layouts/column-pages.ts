/** An answer of many people in pages: each shows some of them, with all that they came from, founded or joined. */
import { type ColumnName, type Columns, columnNames } from "../../schema/api.ts";
import { type ColumnLink, limitColumns, weightOf } from "./columns.ts";

export interface ColumnPage {
  columns: Columns;
  /** What stands on no row of this page, in order. */
  beyond: Columns;
  ids: ReadonlySet<string>;
}

/** So many people stand on one page; of more, so many rows on each, where a step between groups takes half a row. */
const mostOnOne = 40;
const rowsOnPage = 32;
const groupGap = 0.5;

/** At least one page. People of a destination stay together while they fit, the largest groups come first. */
export function pageColumns(columns: Columns, links: readonly ColumnLink[]): ColumnPage[] {
  if (columns.people.length <= mostOnOne) return [pageOf(columns, columns, links)];
  const ends = new Map<string, string[]>();
  for (const { source, target } of links) {
    for (const [one, other] of [
      [source, target],
      [target, source],
    ] as const)
      ends.set(one, [...(ends.get(one) ?? []), other]);
  }
  const near = (ids: readonly string[]) => new Set(ids.flatMap((id) => ends.get(id) ?? []));
  const left = new Set([...columns.elsewhere, ...columns.destinations, ...columns.ties]);
  const pages = peopleByPage(columns, links).map((people): Columns => {
    const among = (name: ColumnName, others: ReadonlySet<string>) => columns[name].filter((id) => others.has(id));
    const destinations = among("destinations", near(people));
    const page = {
      origins: columns.origins,
      people: columns.people.filter((id) => people.includes(id)),
      destinations,
      elsewhere: among("elsewhere", near(people)),
      ties: among("ties", near(destinations)),
    };
    for (const name of ["elsewhere", "destinations", "ties"] as const) for (const id of page[name]) left.delete(id);
    return page;
  });
  return pages.map((page, i) => {
    // What nobody on any page leads to is on the first.
    const withRest = (name: ColumnName) => columns[name].filter((id) => page[name].includes(id) || left.has(id));
    const own = { ...page, elsewhere: withRest("elsewhere"), destinations: withRest("destinations") };
    return pageOf(i === 0 ? { ...own, ties: withRest("ties") } : page, columns, links);
  });
}

function pageOf(own: Columns, columns: Columns, links: readonly ColumnLink[]): ColumnPage {
  const { kept, beyond } = limitColumns(own, links);
  const ids = new Set(columnNames.flatMap((name) => kept[name]));
  const off = (name: ColumnName) => columns[name].filter((id) => !ids.has(id));
  const isOwn = (id: string) => beyond.elsewhere.includes(id) || beyond.ties.includes(id);
  const last = (name: "elsewhere" | "ties") => [...beyond[name], ...off(name).filter((id) => !isOwn(id))];
  return {
    columns: kept,
    ids,
    beyond: {
      elsewhere: last("elsewhere"),
      origins: off("origins"),
      people: off("people"),
      destinations: off("destinations"),
      ties: last("ties"),
    },
  };
}

/** Groups by the destination that each stands with, the largest first, each on the first page that has room. */
function peopleByPage({ people, destinations }: Columns, links: readonly ColumnLink[]): string[][] {
  const isDestination = new Set(destinations);
  const main = new Map<string, { id: string; weight: number }>();
  for (const { source, target, role } of links) {
    const before = main.get(source);
    const weight = weightOf(role);
    if (isDestination.has(target) && (!before || weight > before.weight)) main.set(source, { id: target, weight });
  }
  const groups = new Map<string, string[]>();
  for (const id of people) {
    const group = main.get(id)?.id ?? "";
    groups.set(group, [...(groups.get(group) ?? []), id]);
  }
  const pages: { people: string[]; rows: number }[] = [];
  for (const [, group] of [...groups].toSorted(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))) {
    for (let from = 0; from < group.length; from += rowsOnPage) {
      const part = group.slice(from, from + rowsOnPage);
      const page = pages.find(({ rows }) => rows + groupGap + part.length <= rowsOnPage);
      if (page) {
        page.people.push(...part);
        page.rows += groupGap + part.length;
      } else pages.push({ people: part, rows: part.length });
    }
  }
  return pages.map((page) => page.people);
}
