/** A YAML file of a data set, with the place of everything in it. */
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
  type YAMLParseError,
} from "yaml";
import type { Problems } from "./problems.ts";

/** Where a person finds it: lines and columns from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export type Path = readonly PropertyKey[];

export interface Source {
  /** The file's name as it is shown. */
  readonly file: string;
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

/** Parses a file; `undefined` when it is not well-formed YAML. Its faults, twice-written keys too, go to the problems. */
export function parseSource(file: string, text: string, problems: Problems): Source | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const source = { file, document, lines };
  for (const { pos } of document.errors.filter(isTwice)) {
    problems.add(
      placeAt(source, pos[0]),
      `"${keyAt(text, pos[0])}" stands twice in the same place`,
      "Join the two, or rename one; where one pair has several claims of a type, write them as a list.",
    );
  }
  // What follows the first is often only its echo.
  const broken = document.errors.find((error) => !isTwice(error));
  if (broken !== undefined) {
    const [at, message] = describeSyntax(source, broken);
    problems.add(placeAt(source, at), `this is not well-formed YAML: ${message}`, lookAround);
    return undefined;
  }
  const dangling = danglingAlias(source);
  if (dangling !== undefined) {
    problems.add(
      placeAt(source, dangling),
      "this * points to no & before it",
      "Write the value out here, or put it in quotes.",
    );
    return undefined;
  }
  return source;
}

const lookAround =
  "Look at this line and the one before: indentation by spaces, a missing colon, bracket or quote, or a value with “: ” that wants quotes.";

const isTwice = (error: YAMLParseError) => error.code === "DUPLICATE_KEY";

/** A quote that is never closed swallows the rest of the file; it is told where it was opened. */
function describeSyntax({ document }: Source, { message, pos }: YAMLParseError): [at: number, message: string] {
  if (!/closing ["']quote/.test(message)) return [pos[0], message];
  let opened: number | undefined;
  visit(document, {
    Scalar(_, { type, range }) {
      if (range && type?.startsWith("QUOTE") && range[0] <= pos[0] && range[1] >= pos[0] - 1) opened = range[0];
    },
  });
  return opened === undefined ? [pos[0], message] : [opened, "the quote that is opened here is never closed"];
}

function danglingAlias({ document }: Source): number | undefined {
  let found: number | undefined;
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document) === undefined) found ??= alias.range?.[0];
    },
  });
  return found;
}

/** The file's content as plain values. */
export function dataOf(source: Source): unknown {
  return source.document.toJS() as unknown;
}

/** Where the value at a path stands: its key, or itself in a list; where there is none, the nearest thing around it. */
export function placeOf(source: Source, path: Path): Place {
  let node = resolved(source, source.document.contents);
  let offset = node?.range?.[0] ?? 0;
  for (const segment of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(segment));
      if (pair === undefined) break;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = resolved(source, pair.value as Node | null);
    } else if (isSeq(node) && typeof segment === "number") {
      const item = node.items[segment] as Node | undefined;
      if (item === undefined) break;
      offset = item.range?.[0] ?? offset;
      node = resolved(source, item);
    } else break;
  }
  return placeAt(source, offset);
}

function resolved(source: Source, node: Node | null): Node | null {
  return isAlias(node) ? (node.resolve(source.document) ?? null) : node;
}

function placeAt(source: Source, offset: number): Place {
  const { line, col } = source.lines.linePos(offset);
  return { file: source.file, line: Math.max(line, 1), column: Math.max(col, 1) };
}

function keyAt(text: string, offset: number): string {
  return /^["']?([^"':\n]+)/.exec(text.slice(offset))?.[1]?.trim() ?? "";
}
