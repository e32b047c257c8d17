/**
 * What the embedded engine answers wrongly without a word, found in a query's tokens: a warning where the result may
 * differ from Neo4j's. One may be a false alarm; the query runs all the same.
 */
import type { CypherWarning } from "../../schema/console.ts";
import { positionAt, type Token, tokensOf } from "./text.ts";

type Found = readonly [first: number, last: number];
type RuleId = Exclude<CypherWarning["rule"], "notice" | `unknown-${string}`>;

interface Rule {
  readonly id: RuleId;
  readonly message: string;
  /** Where it is broken, as indexes of tokens. */
  readonly find: (tokens: readonly Token[], names: Names) => Iterable<Found>;
}

/** What variables of the query stand for, as its patterns show. */
export interface Names {
  readonly nodes: ReadonlySet<string>;
  readonly relationships: ReadonlySet<string>;
  /** Lists of relationships: `-[rs*1..3]-`, and what `collect(r)` is called. */
  readonly lists: ReadonlySet<string>;
}

const most = 20;

/** At most twenty, in the order of the text. */
export function warningsFor(query: string): CypherWarning[] {
  const tokens = tokensOf(query);
  const names = namesIn(tokens);
  const found = rules.flatMap(({ id, message, find }) =>
    [...find(tokens, names)].map(([first, last]) => ({
      rule: id,
      message,
      start: tokens[first]?.start ?? 0,
      end: tokens[last]?.end ?? 0,
    })),
  );
  return found
    .toSorted((a, b) => a.start - b.start)
    .slice(0, most)
    .map(({ rule, message, start, end }) => ({
      rule,
      message,
      start: positionAt(query, start),
      end: positionAt(query, end),
    }));
}

export function namesIn(tokens: readonly Token[]): Names {
  const nodes = new Set<string>();
  const relationships = new Set<string>();
  const lists = new Set<string>();
  for (const [index, token] of tokens.entries()) {
    const [before, next, name] = [tokens[index - 1], tokens[index + 1], token.text];
    if (!isName(token) || next === undefined) continue;
    if (before?.text === "(" && /^[:{)]$/.test(next.text) && !isName(tokens[index - 2])) nodes.add(name);
    if (before?.text === "[" && /^(?:-|<-)$/.test(tokens[index - 2]?.text ?? "")) {
      const isMany = untilClosed(tokens, index - 1).some(({ text }) => text === "*");
      if (isMany) lists.add(name);
      else if (/^[:{\]]$/.test(next.text) || next.keyword === "WHERE") relationships.add(name);
    }
  }
  for (const [index, token] of tokens.entries()) {
    const [, open, inside, close, as, name] = tokens.slice(index, index + 6);
    const isCollected = token.keyword === "COLLECT" && open?.text === "(" && relationships.has(inside?.text ?? "");
    if (isCollected && close?.text === ")" && as?.keyword === "AS" && name) lists.add(name.text);
  }
  return { nodes, relationships, lists };
}

export const isName = (token: Token | undefined): boolean => token?.kind === "word" || token?.kind === "quoted";

/** The tokens within the bracket that opens at an index. */
function untilClosed(tokens: readonly Token[], open: number): Token[] {
  const depth = tokens[open]?.depth ?? 0;
  const inside: Token[] = [];
  for (let index = open + 1; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined || (token.depth <= depth && /^[)\]}]$/.test(token.text))) break;
    inside.push(token);
  }
  return inside;
}

/** All places where a token fits. */
function* places(tokens: readonly Token[], fits: (token: Token, index: number) => boolean): Generator<number> {
  for (const [index, token] of tokens.entries()) if (fits(token, index)) yield index;
}

/** Calls of a function: the indexes of its name and of its closing bracket, with what stands between. */
function* calls(tokens: readonly Token[], name: RegExp): Generator<[first: number, last: number, inside: Token[]]> {
  for (const index of places(tokens, ({ keyword }) => name.test(keyword))) {
    if (tokens[index + 1]?.text !== "(" || tokens[index - 1]?.text === ".") continue;
    const inside = untilClosed(tokens, index + 1);
    yield [index, index + 2 + inside.length, inside];
  }
}

/** Whether a token is the whole of one of the items that a comma or bracket closes off. */
const isAlone = (tokens: readonly Token[], index: number): boolean =>
  !/^[.[({:]$/.test(tokens[index + 1]?.text ?? "") && tokens[index - 1]?.text !== ".";

/** Clauses at one level: from the keyword to the next one of the same depth. */
function* clauses(tokens: readonly Token[], name: RegExp): Generator<[first: number, body: Token[]]> {
  const clause =
    /^(?:MATCH|OPTIONAL|WHERE|WITH|RETURN|UNWIND|CALL|UNION|ORDER|SKIP|LIMIT|CREATE|MERGE|SET|DELETE|REMOVE|YIELD)$/;
  for (const first of places(tokens, ({ keyword }) => name.test(keyword))) {
    const { depth = 0 } = tokens[first] ?? {};
    const body: Token[] = [];
    for (let index = first + 1; index < tokens.length; index++) {
      const token = tokens[index];
      if (token === undefined || token.depth < depth || (token.depth === depth && clause.test(token.keyword))) break;
      body.push(token);
    }
    yield [first, body];
  }
}

const aggregate = /^(?:COUNT|COLLECT|SUM|AVG|MIN|MAX|STDEV|STDEVP|PERCENTILECONT|PERCENTILEDISC)$/;

/** A comprehension whose results are relationships: `[x IN relationships(p) | x]`, `[x IN rs WHERE …]`. */
function* relationshipComprehensions(tokens: readonly Token[], { relationships, lists }: Names): Generator<Found> {
  for (const open of places(tokens, ({ text }, index) => text === "[" && tokens[index + 2]?.keyword === "IN")) {
    const inside = untilClosed(tokens, open);
    const [variable, , first] = inside;
    const bar = inside.findIndex(({ text, depth }) => text === "|" && depth === (inside[0]?.depth ?? 0));
    const output = bar < 0 ? [variable] : inside.slice(bar + 1);
    if (output.length !== 1 || output[0]?.text !== variable?.text || first === undefined) continue;
    const isOf =
      first.keyword === "RELATIONSHIPS" ||
      lists.has(first.text) ||
      (first.text === "[" && relationships.has(inside[3]?.text ?? ""));
    if (isOf) yield [open, open + 1 + inside.length];
  }
}

const rules: readonly Rule[] = [
  {
    id: "relationship-as-number",
    message:
      "A relationship that passes through coalesce, CASE, reduce, + or a comprehension becomes a number here, and may then be taken for a node. Return the relationship itself, or its properties.",
    *find(tokens, names) {
      const isRelationship = (index: number) =>
        names.relationships.has(tokens[index]?.text ?? "") && isName(tokens[index]) && isAlone(tokens, index);
      for (const [first, last] of calls(tokens, /^COALESCE$/))
        if ([...places(tokens.slice(first, last), (_, at) => isRelationship(first + at))].length > 0)
          yield [first, last];
      for (const index of places(tokens, ({ keyword }) => keyword === "THEN" || keyword === "ELSE"))
        if (isRelationship(index + 1)) yield [index, index + 1];
      for (const index of places(tokens, ({ text }) => text === "+")) {
        const isList = (at: number) => names.lists.has(tokens[at]?.text ?? "") && isAlone(tokens, at);
        const isAdded = tokens[index + 1]?.text === "[" && isRelationship(index + 2);
        if (isList(index - 1) || isList(index + 1) || isAdded) yield [index - 1, index + 1];
      }
      yield* relationshipComprehensions(tokens, names);
    },
  },
  {
    id: "ids-without-as",
    message:
      "Without a single AS, nodes and relationships beside an aggregate come back as internal numbers here. Name what you return: RETURN n AS n, count(*) AS count.",
    *find(tokens, { nodes, relationships }) {
      for (const [first, body] of clauses(tokens, /^RETURN$/)) {
        const named = body.some(({ keyword }) => keyword === "AS");
        const counts = body.some(({ keyword }, at) => aggregate.test(keyword) && body[at + 1]?.text === "(");
        const bare = body.some(
          ({ text }, at) => (nodes.has(text) || relationships.has(text)) && isAlone(tokens, first + 1 + at),
        );
        if (!named && counts && bare) yield [first, first + body.length];
      }
    },
  },
  {
    id: "shortest-path-filter",
    message:
      "WHERE filters the shortest path after it was found here: there is no row, where Neo4j finds the next path. Use a variable-length pattern with ORDER BY length(p) LIMIT 1.",
    *find(tokens) {
      for (const [first, body] of clauses(tokens, /^MATCH$/)) {
        const last = first + body.length;
        const isShortest = body.some(({ keyword }) => /^(?:ALL)?SHORTESTPATHS?$/.test(keyword));
        if (isShortest && tokens[last + 1]?.keyword === "WHERE") yield [last + 1, last + 1];
      }
    },
  },
  {
    id: "optional-collect",
    message:
      "After OPTIONAL MATCH, collecting maps gives one map of nulls here where nothing was found, not an empty list.",
    *find(tokens) {
      const optional = tokens.findIndex(({ keyword }) => keyword === "OPTIONAL");
      if (optional < 0) return;
      for (const [first, last, inside] of calls(tokens, /^COLLECT$/)) {
        const start = inside[0]?.keyword === "DISTINCT" ? 1 : 0;
        if (first > optional && (inside[start]?.text === "{" || inside[start + 1]?.text === "{")) yield [first, last];
      }
    },
  },
  {
    id: "text-equals-number",
    message: "A number equals its text here ('1' = 1 is true); in Cypher it does not.",
    *find(tokens) {
      for (const index of places(tokens, ({ text }) => text === "=" || text === "<>")) {
        const kinds = new Set([tokens[index - 1]?.kind, tokens[index + 1]?.kind]);
        if (kinds.has("text") && kinds.has("number")) yield [index - 1, index + 1];
      }
    },
  },
  {
    id: "ordering",
    message: "Comparing booleans or lists by < and > gives null here.",
    *find(tokens) {
      const isOdd = (token: Token | undefined) => /^(?:TRUE|FALSE)$/.test(token?.keyword ?? "");
      for (const index of places(tokens, ({ text }) => /^(?:<|>|<=|>=)$/.test(text))) {
        const [before, after] = [tokens[index - 1], tokens[index + 1]];
        if (isOdd(before) || isOdd(after) || (after?.text === "[" && tokens[index + 2]?.kind === "number"))
          yield [index - 1, index + 1];
      }
    },
  },
  {
    id: "negative-slice",
    message: "Negative places in a list are wrong here. Count from the front, or use last() and reverse().",
    *find(tokens) {
      for (const open of places(tokens, ({ text }, at) => text === "[" && isIndexed(tokens[at - 1]))) {
        const inside = untilClosed(tokens, open);
        const isNegative = inside.some(
          ({ text }, at) =>
            text === "-" && (at === 0 || inside[at - 1]?.text === "..") && inside[at + 1]?.kind === "number",
        );
        if (isNegative) yield [open, open + 1 + inside.length];
      }
    },
  },
  {
    id: "percentile-parameter",
    message: "percentileCont and percentileDisc do not take a parameter as their second value here. Write the number.",
    *find(tokens) {
      for (const [first, last, inside] of calls(tokens, /^PERCENTILE(?:CONT|DISC)$/))
        if (inside.at(-1)?.kind === "parameter") yield [first, last];
    },
  },
  {
    id: "sum-of-nothing",
    message: "sum() of nothing is null here, not 0. Write coalesce(sum(x), 0).",
    *find(tokens) {
      for (const [first, last] of calls(tokens, /^SUM$/))
        if (tokens[first - 2]?.keyword !== "COALESCE") yield [first, last];
    },
  },
  {
    id: "power",
    message: "2 ^ 3 ^ 2 is read from the right here. Use brackets.",
    *find(tokens) {
      const powers = [...places(tokens, ({ text }) => text === "^")];
      for (const [at, index] of powers.entries()) if (powers[at + 1] === index + 2) yield [index - 1, index + 3];
    },
  },
  {
    id: "type-predicate",
    message: "r:TYPE as a condition is null here. Write type(r) = 'TYPE'.",
    *find(tokens, { relationships }) {
      for (const index of places(tokens, ({ text }) => relationships.has(text)))
        if (tokens[index + 1]?.text === ":" && !/^[[{,|]$/.test(tokens[index - 1]?.text ?? ""))
          yield [index, index + 2];
    },
  },
  {
    id: "pattern-comprehension",
    message: "A pattern comprehension leaves out nulls here.",
    *find(tokens) {
      for (const open of places(tokens, ({ text }, at) => text === "[" && tokens[at + 1]?.text === "(")) {
        const inside = untilClosed(tokens, open);
        const depth = inside[0]?.depth ?? 0;
        const bar = inside.findIndex((token) => token.text === "|" && token.depth === depth);
        const isPattern = inside
          .slice(0, bar)
          .some((token) => token.depth === depth && /^(?:-|->|<-)$/.test(token.text));
        if (bar > 0 && isPattern) yield [open, open + 1 + inside.length];
      }
    },
  },
  {
    id: "descending-bounds",
    message: "A path's bounds that go downwards, as *2..1, match here; in Cypher they match nothing.",
    *find(tokens) {
      for (const index of places(tokens, ({ text }) => text === "*")) {
        const [low, dots, high] = tokens.slice(index + 1, index + 4);
        if (dots?.text === ".." && high?.kind === "number" && Number(low?.text) > Number(high.text))
          yield [index, index + 3];
      }
    },
  },
  {
    id: "temporal",
    message:
      "Times and durations are largely wrong here; plain dates as text (date('2026-01-05')) are right. This data keeps its dates as text, which compare as they are.",
    *find(tokens) {
      for (const [first, last, inside] of calls(tokens, /^(?:DATETIME|LOCALDATETIME|TIME|LOCALTIME|DURATION|DATE)$/)) {
        const isPlain = tokens[first]?.keyword === "DATE" && inside.length === 1 && inside[0]?.kind !== "symbol";
        if (!isPlain) yield [first, last];
      }
      for (const index of places(tokens, ({ keyword }) => /^(?:DATE|DATETIME|DURATION|TIME)$/.test(keyword)))
        if (tokens[index + 1]?.text === "." && tokens[index + 3]?.text === "(") yield [index, index + 2];
    },
  },
];

const isIndexed = (token: Token | undefined): boolean => isName(token) || /^[)\]]$/.test(token?.text ?? "");
