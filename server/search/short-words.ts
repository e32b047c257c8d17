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

/** The words that occur often enough, each with the best of what it finds; `from` is what a pair has to occur. */
export function shortWordsOf(entities: readonly Keyed[], from: number): ShortWord[] {
  const sorted = [...entities].sort(byDegree);
  const found = new Map(Array.from(frequentWords(entities, from), (word) => [word, new Best()]));
  for (const { id, keys, last } of sorted) {
    for (const [word, rank] of bestRanks(keys, found, true)) found.get(word)?.add(last, rank, id);
  }
  // What has a word within comes after all that begins with it, and is looked for only until there is enough.
  const open = new Map([...found].filter(([word, best]) => isPair(word) && !best.isFull));
  for (const { id, keys, last } of sorted) {
    if (open.size === 0) break;
    for (const [word, rank] of bestRanks(keys, open, false)) {
      if (rank !== within) continue;
      const best = open.get(word);
      best?.add(last, rank, id);
      if (best?.isFull) open.delete(word);
    }
  }
  return [...found].flatMap(([word, best]) => (isPair(word) || best.isFull ? [{ word, ...best.list() }] : []));
}

const byDegree = (a: Keyed, b: Keyed) => b.degree - a.degree || (a.id < b.id ? -1 : 1);

/** One or two characters; of longer words only those are looked at that begin a name. */
const isPair = (word: string) => Array.from(word).length <= 2;

/** What a word finds, best first: whole, at the beginning and within, then documents likewise. */
class Best {
  private readonly groups: string[][] = Array.from({ length: 6 }, () => []);

  /** To be called in the order of degrees. */
  add(last: number, rank: number, id: string): void {
    const group = this.groups[last * 3 + rank];
    if (group !== undefined && group.length < mostKept) group.push(id);
  }

  /** Whether nothing that comes later, be it within or a document, would be shown. */
  get isFull(): boolean {
    const [whole = [], beginning = [], inside = []] = this.groups;
    return whole.length + beginning.length + inside.length >= mostKept;
  }

  list(): { ids: string[]; ranks: number[] } {
    const all = this.groups.flatMap((group, place) => group.map((id) => ({ id, rank: place % 3 })));
    const shown = all.slice(0, mostKept);
    return { ids: shown.map(({ id }) => id), ranks: shown.map(({ rank }) => rank) };
  }
}

/** So many entities are counted in full; of more, every fourth stands for four. */
const countedInFull = 20_000;

function frequentWords(entities: readonly Keyed[], from: number): ReadonlySet<string> {
  const step = entities.length > countedInFull ? 4 : 1;
  const occurrences = new Map<string, { characters: number; count: number }>();
  for (let index = 0; index < entities.length; index += step) {
    visitWords(entities[index]?.keys ?? "", false, (word, _, characters) => {
      const entry = occurrences.get(word);
      if (entry === undefined) occurrences.set(word, { characters, count: step });
      else entry.count += step;
    });
  }
  const isFrequent = ({ characters, count }: { characters: number; count: number }) =>
    count >= needed(characters, from);
  return new Set([...occurrences].filter(([, entry]) => isFrequent(entry)).map(([word]) => word));
}

/** The rank of a word that stands within a name. */
const within = 2;

/** Those of the words that stand in the keys, or begin one of them, with the best way in which one is met. */
function bestRanks(keys: string, words: ReadonlyMap<string, unknown>, onlyBeginnings: boolean): Map<string, number> {
  const ranks = new Map<string, number>();
  visitWords(keys, onlyBeginnings, (word, rank) => {
    if (words.has(word) && rank < (ranks.get(word) ?? within + 1)) ranks.set(word, rank);
  });
  return ranks;
}

/** Up to six characters at the beginning of each key, and every one and two within it. */
function visitWords(
  keys: string,
  onlyBeginnings: boolean,
  visit: (word: string, rank: number, characters: number) => void,
): void {
  for (const key of keys.split(separator)) {
    const characters = Array.from(key);
    for (let start = 0; start < (onlyBeginnings ? 1 : characters.length); start++) {
      const most = Math.min(start === 0 ? longestBeginning : 2, characters.length - start);
      let word = "";
      for (let length = 1; length <= most; length++) {
        word += characters[start + length - 1];
        visit(word, start > 0 ? within : length === characters.length ? 0 : 1, length);
      }
    }
  }
}
