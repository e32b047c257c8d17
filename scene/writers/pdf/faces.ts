/** The faces that text is set in on paper: which one has which character. */
import { type Font as Face, create } from "fontkit";
import type { Language } from "../../../schema/language.ts";
import type { Font } from "../../text.ts";
import { runsOf, wordsInSight } from "./bidi.ts";

export const faceIds = [
  "sans-400",
  "sans-500",
  "sans-600",
  "serif",
  "tc-400",
  "tc-700",
  "sc-400",
  "sc-700",
  "hebrew-400",
  "hebrew-700",
  "arabic-400",
  "arabic-700",
  "emoji",
] as const;
export type FaceId = (typeof faceIds)[number];

/** The file of a face: read from a disk, or fetched. */
export type FaceSource = (id: FaceId) => Promise<Uint8Array>;

/** A piece of text in one face. `actual` is what it stands for where that cannot be told from what is seen, as with a box. */
export interface Piece {
  text: string;
  face: FaceId;
  actual?: string;
  /** Where it stands in the line as it is read: larger numbers come later. */
  at: number;
}

const box = "□";

const segmenter = new Intl.Segmenter();

/** Signs that are drawn as pictures. */
const pictures = /\p{Emoji_Presentation}|\p{Regional_Indicator}|[\uFE0F\u20E3]/u;

/** What shows nothing by itself, so that no face needs to have it. */
const unseen = /\p{Default_Ignorable_Code_Point}/u;

type Set = Pick<Font, "face" | "weight" | "language">;

/** The faces to try in turn for a sign. Chinese, Hebrew and Arabic have two weights and no serif; pictures have one. */
function chainOf(sign: string, { face, weight, language }: Set): FaceId[] {
  const latin = face === "serif" ? "serif" : weight >= 600 ? "sans-600" : weight >= 500 ? "sans-500" : "sans-400";
  const bold = weight >= 600 ? 700 : 400;
  if (/\p{Script=Hebrew}/u.test(sign)) return [`hebrew-${bold}`];
  if (/\p{Script=Arabic}/u.test(sign)) return [`arabic-${bold}`];
  const scripts: Readonly<Record<Language, readonly ["tc" | "sc", "tc" | "sc"]>> = {
    en: ["tc", "sc"],
    "zh-Hant": ["tc", "sc"],
    "zh-Hans": ["sc", "tc"],
  };
  const letters = [latin, ...scripts[language].map((script): FaceId => `${script}-${bold}`)] as const;
  return pictures.test(sign) ? ["emoji", ...letters] : [...letters, "emoji"];
}

export interface Faces {
  /** Cuts a line where its face changes, from left to right as it is seen; faces are read when they are first needed. */
  split(text: string, font: Set): Promise<Piece[]>;
  /** The files that were needed so far. */
  readonly files: ReadonlyMap<FaceId, Uint8Array>;
}

/** Far more than there are pieces in a word and words in a run, so that `at` tells all three in one number. */
const [perRun, perWord] = [1e8, 1e4];

export function createFaces(source: FaceSource): Faces {
  const files = new Map<FaceId, Uint8Array>();
  const opened = new Map<FaceId, Face>();
  const open = async (id: FaceId): Promise<Face> => {
    const before = opened.get(id);
    if (before !== undefined) return before;
    const file = await source(id);
    const face = create(file as Buffer) as Face;
    files.set(id, file);
    opened.set(id, face);
    return face;
  };
  const known = new Map<string, FaceId | null>();
  const faceOf = async (sign: string, font: Set): Promise<FaceId | null> => {
    const chain = chainOf(sign, font);
    const key = `${chain.join()} ${sign}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const points = Array.from(sign)
      .filter((each) => !unseen.test(each))
      .map((each) => each.codePointAt(0) ?? 0);
    let found: FaceId | null = null;
    for (const id of chain) {
      const face = await open(id);
      if (!points.every((point) => face.hasGlyphForCodePoint(point))) continue;
      found = id;
      break;
    }
    known.set(key, found);
    return found;
  };
  /** A text whose letters stand in the order in which they are read. */
  const splitWords = async (text: string, font: Set): Promise<Piece[]> => {
    const pieces: Piece[] = [];
    for (const { segment } of segmenter.segment(text)) {
      const last = pieces.at(-1);
      const isSpace = segment === " " && last !== undefined && last.actual === undefined && last.face !== "emoji";
      const face = isSpace ? last.face : await faceOf(segment, font);
      if (face === null) pieces.push({ text: box, face: "tc-400", actual: segment, at: pieces.length });
      else if (last?.face === face && last.actual === undefined) last.text += segment;
      else pieces.push({ text: segment, face, at: pieces.length });
    }
    return pieces;
  };
  const split = async (text: string, font: Set): Promise<Piece[]> => {
    const pieces: Piece[] = [];
    for (const run of runsOf(text)) {
      const inSight = wordsInSight(run);
      for (const [i, words] of inSight.entries()) {
        const cut = await splitWords(words, font);
        const before = run.at * perRun + (run.isLeftward ? inSight.length - 1 - i : i) * perWord;
        for (const piece of cut) piece.at += before;
        pieces.push(...(run.isLeftward ? cut.toReversed().map((piece) => turned(piece)) : cut));
      }
    }
    // Boxes are set in it.
    if (pieces.some(({ face }) => face === "tc-400")) await open("tc-400");
    return pieces;
  };
  return { split, files };
}

/** A face sets Hebrew and Arabic from right to left by itself; signs of no script it leaves as they come. */
function turned({ text, ...rest }: Piece): Piece {
  if (/^(?:hebrew|arabic)/.test(rest.face)) return { text, ...rest };
  const signs = [...segmenter.segment(text)].map(({ segment }) => segment);
  return { ...rest, text: signs.toReversed().join("") };
}
