/** The phrases by which questions are found, cut into words and blanks once. */
import type { PhraseForm } from "../../schema/question.ts";
import { isEntities } from "../questions/blanks.ts";
import type { Question, Questions } from "../questions/index.ts";
import { wordsOf } from "./tokens.ts";
import { fillers } from "./words.ts";

export type Piece =
  | { readonly kind: "word"; readonly word: string; readonly isFiller: boolean }
  | { readonly kind: "blank"; readonly name: string };

/** One way to ask a question: parts that may come in either order, each a run of words and blanks. */
export interface Cue {
  readonly question: Question;
  readonly parts: readonly (readonly Piece[])[];
}

const compiled = new WeakMap<Questions, { cues: readonly Cue[]; words: ReadonlySet<string> }>();

/** Every cue of every question, and all words that occur in them. */
export function cuesOf(questions: Questions): { cues: readonly Cue[]; words: ReadonlySet<string> } {
  const known = compiled.get(questions);
  if (known !== undefined) return known;
  const cues = Array.from(questions.values(), cuesOfQuestion).flat();
  const words = new Set(
    cues.flatMap(({ parts }) => parts.flat()).flatMap((piece) => (piece.kind === "word" ? [piece.word] : [])),
  );
  const found = { cues, words };
  compiled.set(questions, found);
  return found;
}

function cuesOfQuestion(question: Question): Cue[] {
  const { phrases } = question;
  if (phrases === undefined) return [];
  return allOf(phrases).map((phrase) => {
    const parts = phrase.split("…").map(piecesOf);
    const says = parts
      .flat()
      .some((piece) => (piece.kind === "word" ? !piece.isFiller : !isEntities(question.parameters[piece.name]?.form)));
    // A phrase of small words and names alone means something only as it stands.
    return { question, parts: says ? parts : parts.map((pieces) => pieces.map(needed)) };
  });
}

const needed = (piece: Piece): Piece => (piece.kind === "word" ? { ...piece, isFiller: false } : piece);

/** Whether the phrase has every word that the cue cannot do without. */
export const mayMeet = ({ parts }: Cue, words: ReadonlySet<string>): boolean =>
  parts.every((pieces) => pieces.every((piece) => piece.kind === "blank" || piece.isFiller || words.has(piece.word)));

/** Each phrase once; the two scripts of Chinese fold into one. */
export const allOf = (phrases: PhraseForm): string[] => [...new Set(Object.values(phrases).flat())];

function piecesOf(part: string): Piece[] {
  return part.split(/(\{\w+\})/).flatMap((text): Piece[] => {
    const name = /^\{(\w+)\}$/.exec(text)?.[1];
    if (name !== undefined) return [{ kind: "blank", name }];
    return wordsOf(text).map((word) => ({ kind: "word", word, isFiller: fillers.has(word) }));
  });
}

/** The blanks that a phrase names. */
export const blanksIn = (phrase: string): string[] =>
  Array.from(phrase.matchAll(/\{(\w+)\}/g), ([, name = ""]) => name);
