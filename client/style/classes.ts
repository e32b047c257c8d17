/** Classes of values: the most frequent categories, or ranges of about as many values each. Pure. */
import type { FieldForm, Value } from "./fields.ts";

/** So many categories have a color of their own, and so many ranges. */
const mostCategories = 8;
const mostRanges = 5;

/**
 * One class: a value, a range from `from` to under `to` (open where left out), what is in none of the named ones, or
 * what has no value. `key` says all of it, so that it filters without the others.
 */
export type ValueClass = { key: string } & (
  | { kind: "value"; value: Value }
  | { kind: "range"; from?: number; to?: number }
  | { kind: "other"; named: readonly string[] }
  | { kind: "none" }
);

export const noValue: ValueClass = { key: "none", kind: "none" };

const valueClass = (value: Value): ValueClass => ({ key: `v:${value}`, kind: "value", value });
const rangeClass = (from?: number, to?: number): ValueClass => ({
  key: `r:${from ?? ""}..${to ?? ""}`,
  kind: "range",
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
});

/** Reads a class from its key; null for what is none. */
export function readClass(key: string, form: FieldForm): ValueClass | null {
  if (key === noValue.key) return noValue;
  const text = key.slice(2);
  if (key.startsWith("v:")) return valueClass(form === "category" ? text : Number(text));
  if (key.startsWith("o:")) return { key, kind: "other", named: text.split("|").map(decodeURIComponent) };
  const [, from, to] = /^r:(-?[\d.e+-]*?)\.\.(-?[\d.e+-]*)$/.exec(key) ?? [];
  if (from === undefined || to === undefined || (from === "" && to === "")) return null;
  const read = (given: string) => (given === "" ? undefined : Number(given));
  return [from, to].some((given) => Number.isNaN(read(given))) ? null : rangeClass(read(from), read(to));
}

/** Whether a value belongs to a class. */
export function isIn(each: ValueClass, value: Value | undefined): boolean {
  if (value === undefined || each.kind === "none") return value === undefined && each.kind === "none";
  if (each.kind === "value") return each.value === value;
  if (each.kind === "other") return !each.named.includes(String(value));
  return typeof value === "number" && value >= (each.from ?? -Infinity) && value < (each.to ?? Infinity);
}

/** The classes of some values, in their order; what has no value is the last. */
export function classify(form: FieldForm, values: Iterable<Value>, order: readonly string[] = []): ValueClass[] {
  const all = [...values];
  const classes = form === "category" ? categoriesOf(all.map(String), order) : rangesOf(all.map(Number));
  return [...classes, noValue];
}

function categoriesOf(values: readonly string[], order: readonly string[]): ValueClass[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const place = (value: string) => (order.includes(value) ? order.indexOf(value) : order.length);
  const keys = [...counts]
    .toSorted(([a, x], [b, y]) => place(a) - place(b) || y - x || (a < b ? -1 : 1))
    .map(([key]) => key);
  const named = keys.slice(0, mostCategories);
  const other: ValueClass = { key: `o:${named.map(encodeURIComponent).join("|")}`, kind: "other", named };
  return [...named.map(valueClass), ...(keys.length > mostCategories ? [other] : [])];
}

function rangesOf(values: readonly number[]): ValueClass[] {
  const sorted = values.toSorted((a, b) => a - b);
  const distinct = [...new Set(sorted)];
  if (distinct.length <= mostRanges) return distinct.map(valueClass);
  const bounds = new Set<number>();
  for (let part = 1; part < mostRanges; part++) {
    const to = sorted[Math.round((part * sorted.length) / mostRanges)] ?? 0;
    const below = distinct[distinct.indexOf(to) - 1];
    if (below !== undefined) bounds.add(roundest(below, to));
  }
  const edges = [undefined, ...bounds, undefined];
  return edges.slice(1).map((to, i) => rangeClass(edges[i], to));
}

/** The number with the fewest digits that is more than `below` and at most `to`. */
function roundest(below: number, to: number): number {
  for (let digits = 1; digits < 15; digits++) {
    const unit = 10 ** (Math.floor(Math.log10(Math.abs(to) || 1)) + 1 - digits);
    const bound = Number((Math.floor(to / unit + 1e-9) * unit).toPrecision(15));
    if (bound > below && bound <= to) return bound;
  }
  return to;
}
