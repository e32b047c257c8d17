/** What a query's text alone can show: refused before any engine reads it. What it does is told by the engine's plan. */
import { consoleLimits } from "../../schema/console.ts";
import { QueryRefused } from "../errors.ts";
import { type Place, placeInWords } from "../database/place.ts";
import type { AskedQuery } from "./console.ts";
import { positionAt, type Token, tokensOf } from "./text.ts";

/** Throws `QueryRefused` for what is no reading query, is nested too deep, or calls what is not on the list. */
export function checkQuery({ query, parameters }: AskedQuery): void {
  // Neo4j reads such escapes before anything else, even those that stand for a quotation mark. What they hide is told
  // first: of the text as it stands, a backslash would be all that is wrong.
  const unescaped = query.replace(/\\u+([0-9A-Fa-f]{4})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  if (unescaped !== query) checkText(unescaped);
  checkText(query);
  for (const [name, value] of Object.entries(parameters)) checkDepth(value, { within: parametersPlace, name }, 1);
}

const readingStarts = new Set(["MATCH", "OPTIONAL", "UNWIND", "WITH", "RETURN", "CALL"]);
const writingStarts =
  /^(?:CREATE|MERGE|DELETE|DETACH|NODETACH|SET|REMOVE|FOREACH|INSERT|DROP|ALTER|GRANT|DENY|REVOKE|RENAME|START|STOP|TERMINATE|ENABLE|DEALLOCATE|REALLOCATE|DRYRUN)$/;

function checkText(query: string): void {
  const tokens = tokensOf(query);
  const place = (token: Token | undefined) => ({ position: positionAt(query, token?.start ?? 0) });
  const [first] = tokens;
  if (first === undefined)
    throw new QueryRefused(
      "syntax",
      "There is no query in the text.",
      "Write one, as MATCH (n) RETURN n.",
      place(first),
    );
  const tooDeep = tokens.find(({ depth }) => depth >= consoleLimits.nesting);
  if (tooDeep !== undefined) {
    throw new QueryRefused(
      "nesting",
      `More than ${consoleLimits.nesting} brackets stand within each other.`,
      "Take the expression apart with WITH.",
      place(tooDeep),
    );
  }
  refuseStart(first, place(first));
  refuseFiles(tokens, place);
  refuseFunctions(tokens, place);
}

type Placed = { position: { line: number; column: number } };

function refuseStart(first: Token, place: Placed): void {
  if (readingStarts.has(first.keyword)) return;
  if (writingStarts.test(first.keyword)) {
    throw new QueryRefused("writes", `${first.keyword} does more than read.`, readOnlyRemedy, place);
  }
  if (first.keyword !== "LOAD") {
    throw new QueryRefused(
      first.kind === "word" ? "statement" : "syntax",
      `A query does not begin with ${first.text.slice(0, 40)}.`,
      `Begin with one of ${[...readingStarts].join(", ")}.`,
      place,
    );
  }
}

export const readOnlyRemedy = "Take out what writes; the console only reads.";
export const filesRemedy = "Give the values as parameters instead.";

/** Only a pattern could hold these two words beside each other, as a label or name: `(load {csv: 1})` does not. */
function refuseFiles(tokens: readonly Token[], place: (token: Token) => Placed): void {
  const load = tokens.find(({ keyword }, index) => keyword === "LOAD" && tokens[index + 1]?.keyword === "CSV");
  if (load !== undefined)
    throw new QueryRefused("reads-files", "LOAD CSV reads files and addresses.", filesRemedy, place(load));
}

/** Built-in functions with a dot in their name; others come from plugins, and some of those read files or run queries. */
const namespaces =
  /^(?:date|datetime|localdatetime|localtime|time|duration|point|vector(?!\.index)|db\.nameFromElementId)$/i;

function refuseFunctions(tokens: readonly Token[], place: (token: Token) => Placed): void {
  for (let index = 0; index < tokens.length; index++) {
    const name = dottedNameAt(tokens, index);
    if (name === undefined) continue;
    const [first = ""] = name.split(".");
    if (namespaces.test(first)) continue;
    throw new QueryRefused(
      "procedure",
      `${name} is not among the functions allowed here.`,
      "Use the functions of Cypher itself.",
      place(tokens[index] as Token),
    );
  }
}

const isName = (token: Token | undefined) => token?.kind === "word" || token?.kind === "quoted";

/** The name that is called at a token, where it has dots and is no procedure after CALL, which the plan names. */
function dottedNameAt(tokens: readonly Token[], index: number): string | undefined {
  const [token, before] = [tokens[index], tokens[index - 1]];
  if (token === undefined || !isName(token) || before?.text === "." || before?.keyword === "CALL") return undefined;
  let end = index;
  while (tokens[end + 1]?.text === "." && isName(tokens[end + 2])) end += 2;
  const name = tokens
    .slice(index, end + 1)
    .map(({ text }) => text)
    .join("");
  return name.includes(".") && tokens[end + 1]?.text === "(" ? name : undefined;
}

const parametersPlace: Place = { name: "parameters" };

/** 20,000 levels crash the embedded engine's process. */
function checkDepth(value: unknown, place: Place, depth: number): void {
  if (typeof value === "number" && !Number.isFinite(value))
    throw new QueryRefused("parameters", `${placeInWords(place)} is too large a number.`, "Give a smaller one.");
  if (typeof value !== "object" || value === null) return;
  if (depth > consoleLimits.nesting) {
    throw new QueryRefused(
      "parameters",
      `${placeInWords(place)} is nested more than ${consoleLimits.nesting} levels deep.`,
      "Flatten it.",
    );
  }
  const entries = Array.isArray(value) ? value.entries() : Object.entries(value);
  for (const [name, item] of entries) checkDepth(item, { within: place, name }, depth + 1);
}
