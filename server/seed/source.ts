/** Reads a YAML file of a data set: a large one in pieces, where that reads the same. */
import { parsePieces, splitEntities } from "./pieces.ts";
import type { Source } from "./place.ts";
import type { Problems } from "./problems.ts";
import type { ValueShape } from "./shapes.ts";
import { parseYaml } from "./yaml-text.ts";

export interface ParseOptions {
  /** Tells what is text though it looks like a number. */
  readonly shape: ValueShape;
  /** Told now and then which part of a large file is parsed, from 0 to 1. */
  readonly report?: (part: number) => void;
  readonly sizes?: Sizes;
}

/** In characters: from which size on a file is parsed in pieces, and how long a piece is, but for its last entity. */
export interface Sizes {
  readonly large: number;
  readonly piece: number;
}

const usualSizes: Sizes = { large: 200_000, piece: 20_000 };

/** Parses a file; `undefined` when it is not well-formed YAML. Its faults, twice-written keys too, go to the problems. */
export function parseSource(
  file: string,
  text: string,
  problems: Problems,
  { shape, report = () => {}, sizes = usualSizes }: ParseOptions,
): Source | undefined {
  if (shape.kind === "record" && text.length >= sizes.large) {
    const split = splitEntities(text, sizes.piece);
    const inPieces = split && parsePieces(file, split, problems, { shape, report });
    if (inPieces !== undefined) return inPieces;
  }
  const parsed = parseYaml({ file, text, line: 0 }, shape, problems);
  return parsed && { file, data: parsed.data, placeOf: (path) => parsed.placeOf(path) };
}
