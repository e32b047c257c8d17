/** YAML text as plain values, with the place of each and its faults in the words of someone who writes seeds. */
import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
  type Pair,
  type YAMLParseError,
} from "yaml";
import { aliasesIn, type Expansion, freshExpansion, noAliases } from "./aliases.ts";
import { impossibleKey, keyText, readValue, resolved, type Targets } from "./as-written.ts";
import type { Path, Place } from "./place.ts";
import type { Problems } from "./problems.ts";
import type { ValueShape } from "./shapes.ts";

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
  readonly targets: Targets;
}

/**
 * `undefined` when it is not well-formed; its faults, twice-written keys too, go to the problems. `expansion` is that of
 * the whole file where this is a part of one.
 */
export function parseYaml(
  written: Written,
  shape: ValueShape,
  problems: Pick<Problems, "add">,
  expansion: Expansion = freshExpansion(),
): Yaml | undefined {
  const lines = new LineCounter();
  // The parser's own look for twice-written keys compares each with all before it.
  const document = parseDocument(written.text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  const { targets, wrong } = written.text.includes("*") ? aliasesIn(document, expansion) : noAliases;
  const parsed = { ...written, document, lines, targets };
  tellKeys(parsed, problems);
  // What follows the first is often only its echo.
  const [broken] = document.errors;
  if (broken !== undefined) {
    const { at, message, remedy } = describeSyntax(parsed, broken);
    problems.add(placeAt(parsed, at), `this is not well-formed YAML: ${message}`, remedy);
    return undefined;
  }
  if (wrong !== undefined) {
    problems.add(placeAt(parsed, wrong.at), wrong.message, wrong.remedy);
    return undefined;
  }
  return { data: readValue(document.contents, shape, parsed), placeOf: (path) => placeOf(parsed, path) };
}

const lookAround =
  "Look at this line and the one before: indentation by spaces, a missing colon, bracket or quote, or a value with “: ” that wants quotes.";

/** Tells keys that stand twice, by their text: two may read as one number, as 1e5 and 10e4. */
function tellKeys(parsed: Parsed, problems: Pick<Problems, "add">): void {
  visit(parsed.document, {
    Map(_, { items }) {
      const found = new Map<string, number>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const [name, at] = [keyText(key), key.range?.[0] ?? 0];
        const first = found.get(name);
        if (name === impossibleKey)
          problems.add(placeAt(parsed, at), `"${name}" cannot be a name`, "Write another one.");
        else if (first === undefined) found.set(name, at);
        else tellTwice(placeAt(parsed, at), name, placeAt(parsed, first).line, problems);
      }
    },
  });
}

/** `line`: where it stands first. */
export function tellTwice(place: Place, name: string, line: number, problems: Pick<Problems, "add">): void {
  problems.add(
    place,
    `"${name}" stands twice in the same place, first at line ${line}`,
    "Join the two, or rename one; where one pair has several claims of a type, write them as a list.",
  );
}

/** A quote that is never closed swallows the rest of the text; it is told where it was opened. */
function describeSyntax(
  { document, text }: Parsed,
  { message, pos }: YAMLParseError,
): { at: number; message: string; remedy: string } {
  if (!/closing ["']quote/.test(message)) return { at: pos[0], ...inWords(message, lineAt(text, pos[0])) };
  let opened: number | undefined;
  visit(document, {
    Scalar(_, { type, range }) {
      if (range && type?.startsWith("QUOTE") && range[0] <= pos[0] && range[1] >= pos[0] - 1) opened = range[0];
    },
  });
  return opened === undefined
    ? { at: pos[0], message, remedy: lookAround }
    : { at: opened, message: "the quote that is opened here is never closed", remedy: lookAround };
}

const lineAt = (text: string, at: number) => text.slice(text.lastIndexOf("\n", at - 1) + 1).split("\n", 1)[0] ?? "";

/** What the parser says, in words of those who have never read of YAML; as it says it where it has no others here. */
function inWords(message: string, line: string): { message: string; remedy: string } {
  if (/：/.test(line) && !/: |:$/.test(line))
    return { message: "the colon of this line is a full-width one", remedy: "Write : and a blank in place of ：." };
  if (/^\s*[\u00a0\u3000]/.test(line))
    return { message: "this line begins with a blank that is none for YAML", remedy: "Indent by plain spaces." };
  const [, words = message, remedy = lookAround] = syntax.find(([says]) => says.test(message)) ?? [];
  return { message: words, remedy };
}

const syntax: readonly (readonly [says: RegExp, words: string, remedy: string])[] = [
  [/^Tabs are not allowed/, "a tab stands where only spaces indent", "Write two spaces in place of each tab."],
  [
    /^Nested mappings/,
    "a value holds a colon and a blank, or a line is indented too far",
    "Put the value in quotes, or indent the line as the one before.",
  ],
  [/^Plain value cannot start/, "a value begins with a sign that YAML keeps for itself", "Put the value in quotes."],
  [
    /^Unexpected scalar/,
    "something stands after the end of a value",
    "Put the whole value in quotes, with \\ before each quote within.",
  ],
  [
    /^Invalid escape/,
    "a backslash within quotes begins no sign that there is",
    "Write \\\\ for each backslash, or put the value in single quotes.",
  ],
  [
    /multiple documents/,
    "a second document begins here",
    "Take the line --- out, or write what follows into a file of its own.",
  ],
];

function placeOf(parsed: Parsed, path: Path): Place {
  let node = resolved(parsed.document.contents, parsed.targets);
  let offset = node?.range?.[0] ?? 0;
  for (const [index, segment] of path.entries()) {
    if (isMap(node)) {
      const pairs: Pair[] = node.items.filter((item) => keyText(item.key) === String(segment));
      // Where a name stands twice, what is asked for may stand under either.
      const holds = ({ value }: Pair) => {
        const under = resolved(value as Node | null, parsed.targets);
        return isMap(under) && under.items.some((item) => keyText(item.key) === String(path[index + 1]));
      };
      const pair = (pairs.length > 1 ? pairs.findLast(holds) : undefined) ?? pairs.at(-1);
      if (pair === undefined) break;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = resolved(pair.value as Node | null, parsed.targets);
    } else if (isSeq(node) && typeof segment === "number") {
      const item = node.items[segment] as Node | undefined;
      if (item === undefined) break;
      offset = item.range?.[0] ?? offset;
      node = resolved(item, parsed.targets);
    } else break;
  }
  return placeAt(parsed, offset);
}

function placeAt({ file, lines, line: before }: Parsed, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { file, line: before + Math.max(line, 1), column: Math.max(col, 1) };
}
