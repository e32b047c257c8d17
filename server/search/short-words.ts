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

/** A word that finds fewer is found by a scan in little more than the time that finding nothing takes. */
const frequent = 2000;

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

/** The words of one or two characters that find at least `from` entities, each with the best of them. */
export function shortWordsOf(entities: readonly Keyed[], from: number): ShortWord[] {
  const counts = new Map<string, number>();
  for (const { keys } of entities) {
    for (const word of wordsIn(keys).keys()) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  for (const [word, count] of counts) if (count < from) counts.delete(word);

  const found = new Map<string, { last: number; rank: number; id: string }[][]>();
  for (const { id, keys, last } of [...entities].sort(byDegree)) {
    for (const [word, rank] of wordsIn(keys)) {
      if (!counts.has(word)) continue;
      const groups = found.get(word) ?? Array.from({ length: 6 }, () => []);
      found.set(word, groups);
      const group = groups[last * 3 + rank];
      if (group !== undefined && group.length < mostKept) group.push({ last, rank, id });
    }
  }
  return Array.from(found, ([word, groups]) => {
    const best = groups.flat().slice(0, mostKept);
    return { word, ids: best.map(({ id }) => id), ranks: best.map(({ rank }) => rank) };
  });
}

const byDegree = (a: Keyed, b: Keyed) => b.degree - a.degree || (a.id < b.id ? -1 : 1);

/** Every word of one or two characters within the keys, with the best way in which one of them meets it. */
function wordsIn(keys: string): Map<string, number> {
  const words = new Map<string, number>();
  const characters = Array.from(keys);
  for (let start = 0; start < characters.length; start++) {
    let word = "";
    for (let end = start; end < start + longestWord; end++) {
      const character = characters[end] ?? separator;
      if (character === separator) break;
      word += character;
      const begins = characters[start - 1] === separator;
      const rank = begins ? (characters[end + 1] === separator ? 0 : 1) : 2;
      if (rank < (words.get(word) ?? 3)) words.set(word, rank);
    }
  }
  return words;
}
