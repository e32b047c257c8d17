/**
 * A large file of entities, parsed some entities at a time: of each piece only the values are kept, so that memory does
 * not grow with the parser's own trees, and a piece is parsed again where the place of a fault is asked for.
 */
import { freshExpansion } from "./aliases.ts";
import { isRecord } from "./as-written.ts";
import type { Path, Place, Source } from "./place.ts";
import { mostProblems, type Problems } from "./problems.ts";
import { plain, type ValueShape } from "./shapes.ts";
import { parseYaml, tellTwice } from "./yaml-text.ts";

export interface Piece {
  readonly label: string;
  /** The line of the label, from 1. */
  readonly labelLine: number;
  /** Whole entities, exactly as they are in the file. */
  readonly text: string;
  /** How many lines stand before it. */
  readonly line: number;
}

export interface Split {
  /** Every label, with the lines where it stands, from 1. */
  readonly labels: ReadonlyMap<string, readonly number[]>;
  readonly pieces: readonly Piece[];
}

const labelLine = /^([A-Za-z]\w*):(?:[ \t]+#.*)?$/;
const entityLine = /^ +(["']?)[A-Za-z0-9][A-Za-z0-9-]*\1:(?=[ \t]|$)/;

/** `undefined` where a text has anything but labels, each with its entities below it. `size`: a piece ends after so many characters. */
export function splitEntities(text: string, size: number): Split | undefined {
  const labels = new Map<string, number[]>();
  const pieces: Piece[] = [];
  let label: { readonly name: string; readonly line: number; indent: number } | undefined;
  let begin = { at: 0, line: 0 };
  let start = 0;
  let isMarked = false;
  const endPiece = () => {
    if (label !== undefined && start > begin.at)
      pieces.push({ label: label.name, labelLine: label.line, text: text.slice(begin.at, start), line: begin.line });
  };
  for (let line = 0; start < text.length; line++) {
    const feed = text.indexOf("\n", start);
    const next = feed < 0 ? text.length : feed + 1;
    const words = withoutEnd(text.slice(start, next));
    const indent = words.search(/[^ ]/);
    if (indent >= 0 && words[indent] !== "#") {
      if (indent === 0) {
        const name = labelLine.exec(words)?.[1];
        if (name !== undefined) {
          endPiece();
          label = { name, line: line + 1, indent: 0 };
          labels.set(name, [...(labels.get(name) ?? []), line + 1]);
          begin = { at: next, line: line + 1 };
        } else if (label === undefined && !isMarked && isMark(words)) isMarked = true;
        else return undefined;
      } else if (label === undefined) return undefined;
      else {
        if (label.indent === 0) label.indent = indent;
        if (indent < label.indent || words[indent] === "\t") return undefined;
        if (indent === label.indent && start - begin.at >= size && entityLine.test(words)) {
          endPiece();
          begin = { at: start, line };
        }
      }
    }
    start = next;
  }
  endPiece();
  return labels.size === 0 ? undefined : { labels, pieces };
}

/** A line without the blanks and the break at its end: those of YAML alone, of which there are fewer than `trimEnd` knows. */
function withoutEnd(line: string): string {
  let end = line.length;
  while (end > 0 && " \t\r\n".includes(line.charAt(end - 1))) end--;
  return line.slice(0, end);
}

/** A line that only says that a document begins. */
const isMark = (words: string) => /^---(?:[ \t]+#.*)?$/.test(words);

/**
 * As the whole would be read; `undefined` where that has to be done to tell what is wrong, or since something in one
 * piece is meant for another, as an anchor is.
 */
export function parsePieces(
  file: string,
  { labels, pieces }: Split,
  problems: Problems,
  { shape, report }: { readonly shape: ValueShape & { kind: "record" }; readonly report: (part: number) => void },
): Source | undefined {
  const aside = setAside(problems);
  const entities = new Map<string, Map<string, Found> | null>();
  const firsts = new Map<string, Piece>();
  const expansion = freshExpansion();
  const placeIn = (piece: Piece, path: Path): Place =>
    parseYaml({ file, ...piece }, plain, unheard)?.placeOf(path) ?? { file, line: piece.line + 1, column: 1 };
  for (const [label, [first = 1, ...others]] of labels) {
    entities.set(label, null);
    for (const line of others) tellTwice({ file, line, column: 1 }, label, first, aside);
  }
  for (const [index, piece] of pieces.entries()) {
    report(index / pieces.length);
    const ofLabel = shape.at(piece.label, () => undefined);
    const parsed = parseYaml({ file, ...piece }, ofLabel, aside, expansion);
    if (parsed === undefined) return undefined;
    if (parsed.data === null) continue;
    if (!isRecord(parsed.data)) return undefined;
    const those = entities.get(piece.label) ?? new Map<string, Found>();
    entities.set(piece.label, those);
    for (const [id, entity] of Object.entries(parsed.data)) {
      // Where a label stands twice, that alone is told.
      const key = `${piece.labelLine} ${id}`;
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, piece);
      else tellTwice(placeIn(piece, [id]), id, placeIn(first, [id]).line, aside);
      those.set(id, { piece, entity });
    }
  }
  aside.tell();
  const [[firstLabel = 1] = []] = labels.values();
  return {
    file,
    data: Object.fromEntries(Array.from(entities, ([label, those]) => [label, entitiesOf(those)])),
    placeOf([label, id, ...within]) {
      const piece = entities.get(String(label))?.get(String(id))?.piece;
      if (piece !== undefined && id !== undefined) return placeIn(piece, [id, ...within]);
      return { file, line: labels.get(String(label))?.at(-1) ?? firstLabel, column: 1 };
    },
  };
}

interface Found {
  readonly piece: Piece;
  readonly entity: unknown;
}

const entitiesOf = (those: ReadonlyMap<string, Found> | null) =>
  those && Object.fromEntries(Array.from(those, ([id, { entity }]) => [id, entity]));

const unheard: Pick<Problems, "add"> = { add: () => {} };

/** Faults that count only once everything is read; so many that no more is worth looking for are told at once. */
function setAside(problems: Problems): Pick<Problems, "add"> & { tell(): void } {
  const told: Parameters<Problems["add"]>[] = [];
  const tell = () => {
    for (const fault of told.splice(0)) problems.add(...fault);
  };
  return {
    tell,
    add(...fault) {
      told.push(fault);
      if (told.length === mostProblems) tell();
    },
  };
}
