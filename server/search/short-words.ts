/**
 * What frequent short words find. A scan takes the longer the more it finds, and nothing is found more often than a single
 * letter; so the best of each are kept beside the graph, under the word: of one and two characters, and of beginnings
 * of names up to six, where so many names begin alike that what has the word within would never be shown.
 */
import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Transaction } from "../database/database.ts";
import { separator } from "./keys.ts";

const text = (name: string) => readFileSync(new URL(`../../cypher/load/${name}.cypher`, import.meta.url), "utf8");
const listKeys = text("list-search-keys");
const deleteOthers = text("delete-other-short-words");
const mergeWords = text("merge-short-words");

const Keyed = z.object({ id: z.string(), keys: z.string(), degree: z.int(), last: z.int() });
export type Keyed = z.infer<typeof Keyed>;

export interface ShortWord {
  readonly word: string;
  /** What search gives for the word, best first, no more than `mostKept`. */
  readonly ids: string[];
  /** How each is met: 0 as a whole name, 1 at its beginning, 2 within. */
  readonly ranks: number[];
}

/** As many as a search may ask for. */
export const mostKept = 50;

/** A pair of characters that finds fewer is found by a scan in little more than the time that finding nothing takes. */
const frequent = 2000;

const longestBeginning = 6;

/** What a word of so many characters has to find: the first that everybody types is kept sooner, and so is a beginning. */
const needed = (characters: number, from: number) => (characters === 2 ? from : from / (characters === 1 ? 10 : 4));

/** Whether a normalized query may be answered from what is kept. */
export const isShort = (normalized: string): boolean => Array.from(normalized).length <= longestBeginning;

/** To be called in each unit of work that adds, changes or removes entities, after all else. */
export async function refreshShortWords(transaction: Transaction, from = frequent): Promise<void> {
  const words = shortWordsOf(z.array(Keyed).parse(await transaction.run(listKeys)), from);
  await transaction.run(deleteOthers, { ids: words.map(({ word }) => word) });
  for (let start = 0; start < words.length; start += 200) {
    const rows = words
      .slice(start, start + 200)
      .map(({ word, ids, ranks }) => ({ id: word, properties: { ids, ranks } }));
    await transaction.run(mergeWords, { rows });
  }
}

/** The words that find enough, each with the best of what it finds; `from` is what a pair of characters has to find. */
export function shortWordsOf(entities: readonly Keyed[], from: number): ShortWord[] {
  const candidates = wordsThatOccur(entities, from);
  const found = new Map<string, Found>();
  for (const { id, keys, last } of [...entities].sort(byDegree)) {
    for (const [word, rank] of bestRanks(keys, candidates)) {
      const entry = found.get(word) ?? { count: 0, groups: Array.from({ length: 6 }, () => []) };
      if (entry.count === 0) found.set(word, entry);
      entry.count += 1;
      const group = entry.groups[last * 3 + rank];
      if (group !== undefined && group.length < mostKept) group.push({ rank, id });
    }
  }
  return [...found].flatMap(([word, entry]) => {
    const best = entry.groups.flat().slice(0, mostKept);
    if (!isKnownInFull(word, entry, from)) return [];
    return [{ word, ids: best.map(({ id }) => id), ranks: best.map(({ rank }) => rank) }];
  });
}

/** How many a word finds, and the best of them: whole, at the beginning and within, then documents likewise. */
interface Found {
  count: number;
  readonly groups: { readonly rank: number; readonly id: string }[][];
}

/** Of longer words what stands within was not looked at, so there must be enough that begins with them. */
function isKnownInFull(word: string, { count, groups: [whole = [], beginning = []] }: Found, from: number): boolean {
  const characters = Array.from(word).length;
  return count >= needed(characters, from) && (characters <= 2 || whole.length + beginning.length >= mostKept);
}

/** The words that occur often enough, in however few entities: most need no closer look. */
function wordsThatOccur(entities: readonly Keyed[], from: number): ReadonlySet<string> {
  const occurrences = new Map<string, { characters: number; count: number }>();
  for (const { keys } of entities) {
    visitWords(keys, (word, _, characters) => {
      const entry = occurrences.get(word);
      if (entry === undefined) occurrences.set(word, { characters, count: 1 });
      else entry.count += 1;
    });
  }
  return new Set(
    [...occurrences].flatMap(([word, { characters, count }]) => (count >= needed(characters, from) ? [word] : [])),
  );
}

const byDegree = (a: Keyed, b: Keyed) => b.degree - a.degree || (a.id < b.id ? -1 : 1);

/** Those of the words that stand within the keys, with the best way in which one of the keys is met. */
function bestRanks(keys: string, words: ReadonlySet<string>): Map<string, number> {
  const ranks = new Map<string, number>();
  visitWords(keys, (word, rank) => {
    if (words.has(word) && rank < (ranks.get(word) ?? 3)) ranks.set(word, rank);
  });
  return ranks;
}

/** Every one and two characters within each key, and up to six at its beginning. */
function visitWords(keys: string, visit: (word: string, rank: number, characters: number) => void): void {
  for (const key of keys.split(separator)) {
    const characters = Array.from(key);
    for (let start = 0; start < characters.length; start++) {
      const most = Math.min(start === 0 ? longestBeginning : 2, characters.length - start);
      let word = "";
      for (let length = 1; length <= most; length++) {
        word += characters[start + length - 1];
        visit(word, start > 0 ? 2 : length === characters.length ? 0 : 1, length);
      }
    }
  }
}
