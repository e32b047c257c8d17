/**
 * What frequent words of one or two characters find. A scan takes the longer the more it finds, and nothing is found more
 * often than a single letter; so the best of each are kept beside the graph, under the word.
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

/** Two characters that find fewer are found by a scan in little more than the time that finding nothing takes. */
const frequent = 2000;

/** A single character is kept where it finds a tenth of that: it is the first that everybody types. */
const needed = (word: string, from: number) => (Array.from(word).length === 1 ? from / 10 : from);

const longestWord = 2;

/** Whether a normalized query may be answered from what is kept. */
export const isShort = (normalized: string): boolean => Array.from(normalized).length <= longestWord;

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

/** The pairs of characters that find at least `from` entities, and the single ones, each with the best of them. */
export function shortWordsOf(entities: readonly Keyed[], from: number): ShortWord[] {
  const candidates = wordsThatOccur(entities, from);
  const found = new Map<string, { count: number; groups: { rank: number; id: string }[][] }>();
  for (const { id, keys, last } of [...entities].sort(byDegree)) {
    for (const [word, rank] of wordsIn(keys, candidates)) {
      const entry = found.get(word) ?? { count: 0, groups: Array.from({ length: 6 }, () => []) };
      if (entry.count === 0) found.set(word, entry);
      entry.count += 1;
      const group = entry.groups[last * 3 + rank];
      if (group !== undefined && group.length < mostKept) group.push({ rank, id });
    }
  }
  return [...found].flatMap(([word, { count, groups }]) => {
    const best = groups.flat().slice(0, mostKept);
    return count < needed(word, from)
      ? []
      : [{ word, ids: best.map(({ id }) => id), ranks: best.map(({ rank }) => rank) }];
  });
}

/** The words that occur often enough, in however few entities: most need no closer look. */
function wordsThatOccur(entities: readonly Keyed[], from: number): ReadonlySet<string> {
  const occurrences = new Map<string, number>();
  const count = (word: string) => occurrences.set(word, (occurrences.get(word) ?? 0) + 1);
  for (const { keys } of entities) {
    let before = separator;
    for (const character of keys) {
      if (character !== separator) {
        count(character);
        if (before !== separator) count(before + character);
      }
      before = character;
    }
  }
  return new Set(Array.from(occurrences.keys()).filter((word) => (occurrences.get(word) ?? 0) >= needed(word, from)));
}

const byDegree = (a: Keyed, b: Keyed) => b.degree - a.degree || (a.id < b.id ? -1 : 1);

/** Those of the words that stand within the keys, with the best way in which one of the keys is met. */
function wordsIn(keys: string, words: ReadonlySet<string>): Map<string, number> {
  const ranks = new Map<string, number>();
  const characters = Array.from(keys);
  const meet = (word: string, before: string | undefined, after: string | undefined) => {
    if (!words.has(word)) return;
    const rank = before !== separator ? 2 : after === separator ? 0 : 1;
    if (rank < (ranks.get(word) ?? 3)) ranks.set(word, rank);
  };
  characters.forEach((character, index) => {
    if (character === separator) return;
    const [before, next = separator] = [characters[index - 1], characters[index + 1]];
    meet(character, before, next);
    if (next !== separator) meet(character + next, before, characters[index + 2]);
  });
  return ranks;
}
