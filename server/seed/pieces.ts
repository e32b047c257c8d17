/**
 * A large file of entities, parsed some entities at a time: of each piece only the values are kept, so that memory does
 * not grow with the parser's own trees, and a piece is parsed again where the place of a fault is asked for.
 */
import { gatherProblems, type Problems } from "./problems.ts";
import type { Source } from "./source.ts";
import { parseYaml, type Forms, type Path, type Place } from "./yaml-text.ts";

export interface Piece {
  readonly label: string;
  /** The line of the label, from 1. */
  readonly labelLine: number;
  /** Whole entities, indented as they are in the file. */
  readonly text: string;
  /** How many lines stand before it. */
  readonly line: number;
}

/** Smaller files are parsed as a whole. */
const large = 200_000;
/** Characters of a piece, but for the last entity in it. */
const ofPiece = 20_000;

/** `undefined` where a text is small, or has anything that could mean something beyond one entity. */
export function splitEntities(text: string): Piece[] | undefined {
  if (text.length < large || /[:-][ ]+&\S/.test(text)) return undefined;
  const pieces: Piece[] = [];
  let label: { readonly name: string; readonly line: number; indent: number } | undefined;
  let lines: string[] = [];
  let [first, length] = [0, 0];
  const endPiece = () => {
    if (label !== undefined && lines.length > 0)
      pieces.push({ label: label.name, labelLine: label.line, text: lines.join("\n"), line: first });
    [lines, length] = [[], 0];
  };
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const indent = line.search(/[^ ]/);
    const isBare = indent < 0 || line[indent] === "#";
    if (indent === 0 && !isBare) {
      const name = /^([A-Za-z]\w*):\s*(?:#.*)?$/.exec(line)?.[1];
      if (name === undefined) return undefined;
      endPiece();
      label = { name, line: index + 1, indent: 0 };
      continue;
    }
    if (!isBare) {
      if (label === undefined) return undefined;
      if (label.indent === 0) label.indent = indent;
      if (indent < label.indent || line[indent] === "\t") return undefined;
      if (indent === label.indent && length >= ofPiece) endPiece();
    }
    if (lines.length === 0) first = index;
    lines.push(line);
    length += line.length + 1;
  }
  endPiece();
  return pieces;
}

/** As `parseSource` does; `undefined` when one of the pieces is not well-formed. */
export function parsePieces(
  file: string,
  pieces: readonly Piece[],
  problems: Problems,
  { forms, report }: { readonly forms: Forms | undefined; readonly report: (part: number) => void },
): Source | undefined {
  const data: Record<string, Record<string, unknown>> = {};
  const pieceOf = new Map<string, Piece>();
  const labelLines = new Map<string, number>();
  const placeIn = (piece: Piece, path: Path): Place =>
    parseYaml({ file, ...piece }, gatherProblems())?.placeOf(path) ?? { file, line: piece.line + 1, column: 1 };
  for (const [index, piece] of pieces.entries()) {
    report(index / pieces.length);
    const { label, labelLine } = piece;
    const before = labelLines.get(label);
    if (before !== undefined && before !== labelLine)
      tellTwice({ file, line: labelLine, column: 1 }, label, before, problems);
    labelLines.set(label, labelLine);
    const parsed = parseYaml({ file, ...piece }, problems, forms);
    if (parsed === undefined) return undefined;
    const entities = (data[label] ??= {});
    for (const [id, entity] of Object.entries((parsed.data ?? {}) as Record<string, unknown>)) {
      const key = `${label} ${id}`;
      const other = pieceOf.get(key);
      if (other !== undefined) tellTwice(placeIn(piece, [id]), id, placeIn(other, [id]).line, problems);
      pieceOf.set(key, piece);
      entities[id] = entity;
    }
  }
  return {
    file,
    data,
    placeOf([label, id, ...within]) {
      const piece = pieceOf.get(`${String(label)} ${String(id)}`);
      if (piece !== undefined && id !== undefined) return placeIn(piece, [id, ...within]);
      return { file, line: labelLines.get(String(label)) ?? 1, column: 1 };
    },
  };
}

function tellTwice(place: Place, name: string, line: number, problems: Problems): void {
  problems.add(
    place,
    `"${name}" stands twice in the same place, first at line ${line}`,
    "Join the two, or rename one of them.",
  );
}
