/** Meets a cue with what was typed: which words it takes, and what fills its blanks. */
import type { Mention } from "./mentions.ts";
import type { Token } from "./tokens.ts";
import { beforeTimes, fillers, joints } from "./words.ts";
import type { Cue, Piece } from "./cues.ts";

/** A mention in a blank. */
export interface Filling {
  readonly name: string;
  readonly mention: Mention;
}

export interface Met {
  /** The places of the cue's own words among the tokens. */
  readonly words: readonly number[];
  readonly fillings: readonly Filling[];
}

/** What is known of the phrase: its tokens, and the mentions that begin at each. */
export interface Known {
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
  /** Whether a mention may fill a blank of the cue's question, and the mention with those of its values that may. */
  readonly fit: (name: string, mention: Mention) => Mention | undefined;
  /** Whether a blank takes several names. */
  readonly takesSeveral: (name: string) => boolean;
}

/** The best way in which a cue is met: the one that takes the most; undefined where it is not. */
export function meet(cue: Cue, known: Known): Met | undefined {
  let ways: Met[] = [{ words: [], fillings: [] }];
  for (const part of cue.parts) {
    ways = ways.flatMap((way) =>
      known.tokens.flatMap((_, start) =>
        walk(part, 0, start, known)
          .filter((met) => !overlaps(way, met))
          .map((met) => ({ words: [...way.words, ...met.words], fillings: [...way.fillings, ...met.fillings] })),
      ),
    );
    if (ways.length === 0) return undefined;
  }
  return ways.toSorted((a, b) => sizeOf(b, known) - sizeOf(a, known))[0];
}

const placesOf = ({ words, fillings }: Met): number[] => [
  ...words,
  ...fillings.flatMap(({ mention: { start, end } }) =>
    Array.from({ length: end - start }, (_, index) => start + index),
  ),
];
const overlaps = (a: Met, b: Met) => {
  const taken = new Set(placesOf(a));
  return placesOf(b).some((place) => taken.has(place));
};
const rank = { whole: 0, beginning: 1, within: 2 } as const;
const sizeOf = (met: Met, { tokens }: Known) =>
  placesOf(met).reduce((sum, place) => sum + lengthOf(tokens[place]), 0) -
  met.fillings.reduce((sum, { mention }) => sum + rank[mention.match], 0) / 10;
export const lengthOf = (token: Token | undefined): number =>
  token === undefined ? 0 : token.isHan ? 2 : token.end - token.start;

/** Every way in which the pieces from one on are met by the tokens from one on. */
function walk(pieces: readonly Piece[], piece: number, place: number, known: Known): Met[] {
  const wanted = pieces[piece];
  if (wanted === undefined) return [{ words: [], fillings: [] }];
  const token = known.tokens[place];
  if (wanted.kind === "word") {
    if (token?.word === wanted.word)
      return walk(pieces, piece + 1, place + 1, known).map(({ words, fillings }) => ({
        words: [place].concat(words),
        fillings,
      }));
    const without = wanted.isFiller ? walk(pieces, piece + 1, place, known) : [];
    return without.length > 0 ? without : skip(pieces, piece, place, known);
  }
  const own = known.mentions
    .filter(({ start }) => start === place)
    .flatMap((mention) => known.fit(wanted.name, mention) ?? [])
    .flatMap((mention) => listFrom(wanted.name, mention, known))
    .flatMap((list) =>
      walk(pieces, piece + 1, list.at(-1)?.end ?? place, known).map((met) => ({
        words: met.words,
        fillings: [...list.map((mention) => ({ name: wanted.name, mention })), ...met.fillings],
      })),
    );
  return own.length > 0 ? own : skip(pieces, piece, place, known);
}

/** Within a cue, small words and times may stand between its pieces. */
function skip(pieces: readonly Piece[], piece: number, place: number, known: Known): Met[] {
  const token = known.tokens[place];
  if (piece === 0 || token === undefined) return [];
  const time = known.mentions.find(({ start, form }) => form === "period" && start === place);
  if (time !== undefined) return walk(pieces, piece, time.end, known);
  const mayPass = fillers.has(token.word) || (beforeTimes.has(token.word) && !token.isHan);
  return mayPass ? walk(pieces, piece, place + 1, known) : [];
}

/** A mention alone, and with those that are joined to it: `NVIDIA and AMD`. The longest list first. */
function listFrom(name: string, mention: Mention, known: Known): Mention[][] {
  const alone = [mention];
  if (!known.takesSeveral(name)) return [alone];
  const joint = known.tokens[mention.end];
  if (joint === undefined || !joints.has(joint.word)) return [alone];
  const further = known.mentions
    .filter(({ start }) => start === mention.end + 1)
    .flatMap((next) => known.fit(name, next) ?? [])
    .flatMap((next) => listFrom(name, next, known));
  return [...further.map((list) => [mention].concat(list)), alone];
}
