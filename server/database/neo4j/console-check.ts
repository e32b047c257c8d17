/**
 * What Neo4j cannot be stopped at: it looks for an end of its transaction between rows, but never within an expression.
 * `reduce(s = 0, x IN range(1, 10000000000) | s + x)` would go on for minutes after it was ended.
 */
import { QueryRefused } from "../../errors.ts";
import type { AskedQuery } from "../../console/console.ts";
import { positionAt, type Token, tokensOf } from "../../console/text.ts";

/** How many items the ranges of a query's expressions may make together, one within the other, and each UNWIND alone. */
const mostItems = 10_000_000;
/** What a length that only the data tells is counted as. */
const dataItems = 100;
/** A text or list that is added to itself so often grows beyond any memory. */
const mostDoublings = 10;

/** Throws `QueryRefused` for long or unforeseeable ranges, and for what doubles a value again and again. */
export function checkUnstoppable({ query, parameters }: AskedQuery): void {
  const tokens = tokensOf(query);
  const refuse = (index: number, message: string, remedy: string) => {
    throw new QueryRefused("unstoppable", message, remedy, { position: positionAt(query, tokens[index]?.start ?? 0) });
  };
  let items = 1;
  for (const [index, token] of tokens.entries()) {
    if (token.keyword === "RANGE" && tokens[index + 1]?.text === "(") {
      const length = lengthOf(argumentsAt(tokens, index + 1), parameters);
      if (length === undefined)
        refuse(
          index,
          "How long this range is cannot be told from the query.",
          "Write its ends as numbers, parameters, size(…) or a property.",
        );
      const isRows = makesRows(tokens, index);
      const made = isRows ? (length ?? 1) : items * (length ?? 1);
      if (!isRows) items = made;
      if (made > mostItems)
        refuse(
          index,
          `The ranges of the query make more than ${mostItems} items.`,
          "Shorten them: once begun, Neo4j would not stop.",
        );
    }
    if (token.keyword === "REDUCE" && growsTwofold(tokens, index))
      refuse(index, "This reduce adds its value to itself, which doubles it with every step.", "Add each item once.");
  }
  const doublings = [...tokens.keys()].filter((index) => isDoubling(tokens, index));
  if (doublings.length > mostDoublings)
    refuse(doublings[0] ?? 0, "A value is added to itself again and again.", "Multiply it, or add each item once.");
}

/** The arguments of a call, from its opening bracket on. */
function argumentsAt(tokens: readonly Token[], open: number): Token[][] {
  const { depth = 0 } = tokens[open] ?? {};
  const parts: Token[][] = [[]];
  for (const token of tokens.slice(open + 1)) {
    if (token.depth === depth) break;
    if (token.text === "," && token.depth === depth + 1) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** Whether a range is all that an UNWIND takes apart: between its rows Neo4j does look, so they multiply nothing. */
function makesRows(tokens: readonly Token[], range: number): boolean {
  if (tokens[range - 1]?.keyword !== "UNWIND") return false;
  const depth = tokens[range]?.depth;
  const after = tokens.slice(range + 2).findIndex((token) => token.depth === depth && token.text === ")");
  return after >= 0 && tokens[range + 3 + after]?.keyword === "AS";
}

type Bound = number | "data" | undefined;

function lengthOf([from, to, step]: Token[][], parameters: AskedQuery["parameters"]): number | undefined {
  const [first, last, by] = [from, to, step].map((part) => part && boundOf(part, parameters));
  if (first === undefined || last === undefined || (step !== undefined && by === undefined)) return undefined;
  if (typeof first !== "number" || typeof last !== "number") return dataItems;
  const stride = typeof by === "number" && by !== 0 ? Math.abs(by) : 1;
  return Math.max(1, Math.abs(last - first) / stride);
}

/** A number where it is written or given; `data` where it is a length or a property; else it cannot be told. */
function boundOf(part: readonly Token[], parameters: AskedQuery["parameters"]): Bound {
  const sign = part[0]?.text === "-" ? -1 : 1;
  const [value, ...more] = sign < 0 ? part.slice(1) : part;
  if (value === undefined) return undefined;
  if (more.length === 0 && value.kind === "number") return sign * Number(value.text.replaceAll("_", ""));
  if (more.length === 0 && value.kind === "parameter") {
    const given = parameters[value.text.slice(1).replaceAll("`", "")];
    return typeof given === "number" ? sign * given : undefined;
  }
  const isShifted = /^[+-]$/.test(part.at(-2)?.text ?? "") && Number(part.at(-1)?.text) <= dataItems;
  const plain = isShifted ? part.slice(0, -2) : part;
  const isLength = /^(?:SIZE|LENGTH)$/.test(plain[0]?.keyword ?? "") && plain[1]?.text === "(" && closes(plain);
  const isProperty = plain.length === 3 && plain[1]?.text === "." && plain[0]?.kind === "word";
  return isLength || isProperty ? "data" : undefined;
}

/** Whether the bracket at the second token is closed by the last one. */
const closes = (part: readonly Token[]): boolean =>
  part.findIndex(({ text, depth }, index) => index > 1 && text === ")" && depth === part[1]?.depth) === part.length - 1;

function growsTwofold(tokens: readonly Token[], reduce: number): boolean {
  const value = tokens[reduce + 2];
  const inside = argumentsAt(tokens, reduce + 1).flat();
  const added = inside.filter(
    ({ text }, index) =>
      text === value?.text &&
      inside[index + 1]?.text !== "=" &&
      (inside[index - 1]?.text === "+" || inside[index + 1]?.text === "+"),
  );
  return added.length > 1;
}

const isDoubling = (tokens: readonly Token[], index: number): boolean =>
  tokens[index]?.text === "+" &&
  tokens[index - 1]?.kind === "word" &&
  tokens[index - 1]?.text === tokens[index + 1]?.text &&
  tokens[index + 2]?.text !== ".";
