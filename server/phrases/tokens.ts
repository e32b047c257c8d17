/** What was typed, cut into words: Latin ones whole, Chinese ones by the character, in one script. */
import { foldCharacter } from "../search/chinese.ts";

export interface Token {
  /** As it is compared. */
  readonly word: string;
  /** Where it stands in the text that was read. */
  readonly start: number;
  readonly end: number;
  /** Whether a character stands here that is written without spaces. */
  readonly isHan: boolean;
}

export interface Reading {
  /** What was typed, in the form that the places count in. */
  readonly text: string;
  readonly tokens: readonly Token[];
}

const han = /\p{Script=Han}/u;
const words = /\p{Script=Han}|→|⇒|->|=>|、|[^\P{L}\p{Script=Han}]+(?:[.&+'’][^\P{L}\p{Script=Han}]+)*|\p{N}+/gu;

/** More is not read. */
const longest = 100;

/** `read("AMD 出身的創辦人")` → amd, 出, 身, 的, 创, 办, 人 */
export function read(typed: string): Reading {
  const text = Array.from(typed.normalize("NFKC")).slice(0, longest).join("");
  const tokens = Array.from(text.matchAll(words), ({ 0: found, index }) => ({
    word: fold(found),
    start: index,
    end: index + found.length,
    isHan: han.test(found),
  }));
  return { text, tokens };
}

function fold(word: string): string {
  const bare = word
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC");
  return Array.from(bare, foldCharacter).join("");
}

/** The words of a phrase as they are compared. */
export const wordsOf = (phrase: string): string[] => read(phrase).tokens.map(({ word }) => word);
