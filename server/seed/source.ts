/** A YAML file of a data set, with the place of everything in it. */
import { parsePieces, splitEntities } from "./pieces.ts";
import type { Problems } from "./problems.ts";
import { parseYaml, type Forms, type Path, type Place } from "./yaml-text.ts";

export type { Forms, Path, Place } from "./yaml-text.ts";

export interface Source {
  /** The file's name as it is shown. */
  readonly file: string;
  /** Its content as plain values. */
  readonly data: unknown;
  /** Where the value at a path stands: its key, or itself in a list; where there is none, the nearest thing around it. */
  placeOf(path: Path): Place;
}

export interface ParseOptions {
  /** Tell what is text though it looks like a number. */
  readonly forms?: Forms;
  /** Told now and then which part of a large file is parsed, from 0 to 1. */
  readonly report?: (part: number) => void;
}

/** Parses a file; `undefined` when it is not well-formed YAML. Its faults, twice-written keys too, go to the problems. */
export function parseSource(
  file: string,
  text: string,
  problems: Problems,
  { forms, report = () => {} }: ParseOptions = {},
): Source | undefined {
  const pieces = splitEntities(text);
  if (pieces !== undefined) return parsePieces(file, pieces, problems, { forms, report });
  const parsed = parseYaml({ file, text, line: 0 }, problems, forms);
  return parsed && { file, data: parsed.data, placeOf: (path) => parsed.placeOf(path) };
}
