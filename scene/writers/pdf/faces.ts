/** The faces that text is set in on paper: which one has which character. */
import { type Font as Face, create } from "fontkit";
import type { Language } from "../../../schema/language.ts";
import type { Font } from "../../text.ts";

export const faceIds = ["sans-400", "sans-500", "sans-600", "serif", "tc-400", "tc-700", "sc-400", "sc-700"] as const;
export type FaceId = (typeof faceIds)[number];

/** The file of a face: read from a disk, or fetched. */
export type FaceSource = (id: FaceId) => Promise<Uint8Array>;

/** A piece of text in one face. Boxes stand for what no face has, which is `actual` then. */
export interface Piece {
  text: string;
  face: FaceId;
  actual?: string;
}

const box = "□";

const segmenter = new Intl.Segmenter();

/** The faces to try in turn. Chinese has two weights, and no serif. */
function chainOf({ face, weight, language }: Pick<Font, "face" | "weight" | "language">): FaceId[] {
  const latin = face === "serif" ? "serif" : weight >= 600 ? "sans-600" : weight >= 500 ? "sans-500" : "sans-400";
  const bold = weight >= 600 ? 700 : 400;
  const scripts: Readonly<Record<Language, readonly ["tc" | "sc", "tc" | "sc"]>> = {
    en: ["tc", "sc"],
    "zh-Hant": ["tc", "sc"],
    "zh-Hans": ["sc", "tc"],
  };
  return [latin, ...scripts[language].map((script): FaceId => `${script}-${bold}`)];
}

export interface Faces {
  /** Cuts a text where its face changes; faces are read when they are first needed. */
  split(text: string, font: Pick<Font, "face" | "weight" | "language">): Promise<Piece[]>;
  /** The files that were needed so far. */
  readonly files: ReadonlyMap<FaceId, Uint8Array>;
}

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
  const faceOf = async (cluster: string, chain: readonly FaceId[]): Promise<FaceId | null> => {
    const key = `${chain.join()} ${cluster}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const points = Array.from(cluster, (sign) => sign.codePointAt(0) ?? 0);
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
  const split = async (text: string, font: Pick<Font, "face" | "weight" | "language">): Promise<Piece[]> => {
    const chain = chainOf(font);
    const pieces: Piece[] = [];
    for (const { segment } of segmenter.segment(text)) {
      const last = pieces.at(-1);
      const isSpace = segment === " " && last !== undefined && last.actual === undefined;
      const face = isSpace ? last.face : await faceOf(segment, chain);
      if (face === null) pieces.push({ text: box, face: chain.at(-1) ?? "tc-400", actual: segment });
      else if (last?.face === face && last.actual === undefined) last.text += segment;
      else pieces.push({ text: segment, face });
    }
    return pieces;
  };
  return { split, files };
}
