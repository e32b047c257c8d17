/** Search keys: every way in which a person might type one of an entity's names, normalized, made when it is loaded. */
import type { Properties } from "../../schema/graph.ts";
import { readingsOf } from "./chinese.ts";
import { normalizeQuery } from "./normalize.ts";

export interface SearchKey {
  readonly key: string;
  /** The name that the key stands for, as it is written. */
  readonly name: string;
}

/** Stands before, between and after the keys, and in none of them: `|zjz|` is a whole key, `|zj` the start of one. */
export const separator = "|";

/** The one property that search is asked of: `|jameszhang|张建中|zhangjianzhong|zjz|`. */
export function searchProperty(properties: Properties, isPerson: boolean): string {
  const keys = new Set(keysOf(properties, isPerson).map(({ key }) => key));
  return separator + [...keys].join(separator) + separator;
}

/** The three patterns of a normalized query, best first. */
export function patternsOf(normalized: string): { exact: string; prefix: string; inside: string } {
  return { exact: separator + normalized + separator, prefix: separator + normalized, inside: normalized };
}

/** All keys of an entity, a name's own before its romanizations. */
export function keysOf(properties: Properties, isPerson: boolean): SearchKey[] {
  return namesOf(properties).flatMap((name) => keysOfName(name, isPerson));
}

function keysOfName(name: string, isPerson: boolean): SearchKey[] {
  const keys = new Set([normalizeQuery(name), ...readingsOf(name, isPerson).flatMap(lettersOf)]);
  keys.delete("");
  return Array.from(keys, (key) => ({ key, name }));
}

/** What was found is found again with the next letter, and a reading takes longer than a query. */
const remembered = new Map<string, SearchKey[]>();
const mostRemembered = 5000;

function rememberedKeysOf(name: string): SearchKey[] {
  let keys = remembered.get(name);
  if (keys === undefined) {
    if (remembered.size >= mostRemembered) remembered.clear();
    // A label's family is not at hand here; a person's keys hold all that another's would.
    keys = keysOfName(name, true);
    remembered.set(name, keys);
  }
  return keys;
}

function namesOf({ nameEn, nameZhHant, nameZhHans, aliases, tickers }: Properties): string[] {
  return [...new Set([nameEn, nameZhHant, nameZhHans, aliases, tickers].flat())].filter(
    (name) => typeof name === "string",
  );
}

/** A reading in full and by its initials; a ü also as u and, as passports have it, yu. */
function lettersOf(syllables: readonly string[]): string[] {
  const initials = syllables.map((syllable) => (/^[a-z]+$/.test(syllable) ? syllable.charAt(0) : syllable)).join("");
  const full = ["v", "u", "yu"].map((letter) =>
    syllables.map((syllable) => syllable.replace(/^([ln])v/, `$1${letter}`)).join(""),
  );
  return [...full, initials].map(normalizeQuery);
}

/** A query in the forms that names are compared with, made once for all that it finds. */
export interface Typed {
  readonly normalized: string;
  readonly typed: string;
}

export const typedAs = (query: string): Typed => ({
  normalized: normalizeQuery(query),
  typed: query.normalize("NFKC").trim().toLowerCase(),
});

export type MatchKind = "exact" | "prefix" | "inside";

/**
 * How a query meets an entity, and in which of its names. Of names met equally well, the one in which the query stands
 * as it was typed: 张建中 finds itself before 張建中. `undefined` when none is met.
 */
export function matchedName(
  properties: Properties,
  { normalized, typed }: Typed,
): { match: MatchKind; name: string } | undefined {
  if (normalized === "") return undefined;
  let best: { match: MatchKind; name: string; worth: number } | undefined;
  for (const { key, name } of namesOf(properties).flatMap(rememberedKeysOf)) {
    const match = matchOf(key, normalized);
    if (match === undefined) continue;
    const worth = worths[match] + (name.normalize("NFKC").toLowerCase().includes(typed) ? 1 : 0);
    if (best === undefined || worth > best.worth) best = { match, name, worth };
  }
  return best && { match: best.match, name: best.name };
}

const worths = { exact: 4, prefix: 2, inside: 0 } as const;

function matchOf(key: string, normalized: string): MatchKind | undefined {
  if (key === normalized) return "exact";
  if (key.startsWith(normalized)) return "prefix";
  return key.includes(normalized) ? "inside" : undefined;
}
