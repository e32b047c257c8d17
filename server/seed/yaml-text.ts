/** YAML text as plain values, with the place of each and its faults in the words of someone who writes seeds. */
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
import { keepAsWritten, type Forms } from "./as-written.ts";
import type { Problems } from "./problems.ts";

export type { Forms } from "./as-written.ts";

/** Where a person finds it: lines and columns from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export type Path = readonly PropertyKey[];

/** A text, and how many lines of its file stand before it. */
export interface Written {
  readonly file: string;
  readonly text: string;
  readonly line: number;
}

export interface Yaml {
  readonly data: unknown;
  placeOf(path: Path): Place;
}

interface Parsed extends Written {
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

/** `undefined` when it is not well-formed; its faults, twice-written keys too, go to the problems. */
export function parseYaml(written: Written, problems: Problems, forms?: Forms): Yaml | undefined {
  const lines = new LineCounter();
  // The parser's own look for twice-written keys compares each with all before it.
  const document = parseDocument(written.text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  const parsed = { ...written, document, lines };
  for (const { key, at } of twice(parsed)) {
    problems.add(
      placeAt(parsed, at),
      `"${key}" stands twice in the same place`,
      "Join the two, or rename one; where one pair has several claims of a type, write them as a list.",
    );
  }
  // What follows the first is often only its echo.
  const [broken] = document.errors;
  if (broken !== undefined) {
    const [at, message] = describeSyntax(parsed, broken);
    problems.add(placeAt(parsed, at), `this is not well-formed YAML: ${message}`, lookAround);
    return undefined;
  }
  const dangling = written.text.includes("*") ? danglingAlias(parsed) : undefined;
  if (dangling !== undefined) {
    problems.add(
      placeAt(parsed, dangling),
      "this * points to no & before it",
      "Write the value out here, or put it in quotes.",
    );
    return undefined;
  }
  keepAsWritten(document, forms);
  return { data: document.toJS() as unknown, placeOf: (path) => placeOf(parsed, path) };
}

const lookAround =
  "Look at this line and the one before: indentation by spaces, a missing colon, bracket or quote, or a value with “: ” that wants quotes.";

function twice({ document }: Parsed): { key: string; at: number }[] {
  const found: { key: string; at: number }[] = [];
  visit(document, {
    Map(_, { items }) {
      const keys = new Set<string>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        // By its text: two keys may read as one number, as 1e5 and 10e4.
        const name = typeof key.value === "string" ? key.value : (key.source ?? String(key.value));
        if (keys.has(name)) found.push({ key: name, at: key.range?.[0] ?? 0 });
        keys.add(name);
      }
    },
  });
  return found;
}

/** A quote that is never closed swallows the rest of the text; it is told where it was opened. */
function describeSyntax({ document }: Parsed, { message, pos }: YAMLParseError): [at: number, message: string] {
  if (!/closing ["']quote/.test(message)) return [pos[0], message];
  let opened: number | undefined;
  visit(document, {
    Scalar(_, { type, range }) {
      if (range && type?.startsWith("QUOTE") && range[0] <= pos[0] && range[1] >= pos[0] - 1) opened = range[0];
    },
  });
  return opened === undefined ? [pos[0], message] : [opened, "the quote that is opened here is never closed"];
}

function danglingAlias({ document }: Parsed): number | undefined {
  let found: number | undefined;
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document) === undefined) found ??= alias.range?.[0];
    },
  });
  return found;
}

function placeOf(parsed: Parsed, path: Path): Place {
  let node = resolved(parsed, parsed.document.contents);
  let offset = node?.range?.[0] ?? 0;
  for (const segment of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(segment));
      if (pair === undefined) break;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = resolved(parsed, pair.value as Node | null);
    } else if (isSeq(node) && typeof segment === "number") {
      const item = node.items[segment] as Node | undefined;
      if (item === undefined) break;
      offset = item.range?.[0] ?? offset;
      node = resolved(parsed, item);
    } else break;
  }
  return placeAt(parsed, offset);
}

function resolved({ document }: Parsed, node: Node | null): Node | null {
  return isAlias(node) ? (node.resolve(document) ?? null) : node;
}

function placeAt({ file, lines, line: before }: Parsed, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { file, line: before + Math.max(line, 1), column: Math.max(col, 1) };
}
