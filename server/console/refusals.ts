/** An engine's errors as refusals of a person's query. */
import type { Position } from "../errors.ts";
import { InvalidStatement, QueryRefused, Refused, Unavailable } from "../errors.ts";
import { consoleLimits } from "../../schema/console.ts";
import { readOnlyRemedy } from "./check.ts";
import type { AskedQuery } from "./console.ts";
import { positionAt, type Token, tokensOf } from "./text.ts";

/** Procedures that only read, and only the names of what there is. */
export const allowedProcedures: ReadonlySet<string> = new Set(["db.labels", "db.relationshipTypes", "db.propertyKeys"]);

export function refuseProcedure(name: string, query: string): QueryRefused {
  const tokens = tokensOf(query);
  const [last] = name.split(".").slice(-1);
  const found = tokens.findIndex(({ keyword }, index) => {
    const called = tokens.slice(index + 1, index + 20).findIndex(({ text }) => text === last);
    return keyword === "CALL" && called >= 0 && called % 2 === 0;
  });
  return new QueryRefused(
    "procedure",
    `${name.slice(0, 100)} is not among the procedures allowed here.`,
    `Use one of ${[...allowedProcedures].join(", ")}, or leave CALL out.`,
    { position: placeOf(query, tokens[found + 1], found >= 0) },
  );
}

const writingClause = /^(?:CREATE|MERGE|SET|DELETE|DETACH|NODETACH|REMOVE|FOREACH|INSERT|TRANSACTIONS)$/;

/** A query that an engine's plan shows to do more than read, at the clause which probably does. */
export function refuseWriting(what: string, query: string, cause?: unknown): QueryRefused {
  const tokens = tokensOf(query);
  const found = tokens.find(
    ({ keyword }, index) => writingClause.test(keyword) && !/^[.:$|]$/.test(tokens[index - 1]?.text ?? ""),
  );
  const position = placeOf(query, found, found !== undefined);
  return new QueryRefused("writes", what, readOnlyRemedy, { position, cause });
}

const placeOf = (query: string, token: Token | undefined, isFound: boolean) =>
  isFound && token ? positionAt(query, token.start) : undefined;

export const refuseTime = ({ seconds = consoleLimits.seconds }: AskedQuery): QueryRefused =>
  new QueryRefused(
    "time",
    `The query was ended after ${seconds} s.`,
    "Ask for less: begin at one node, give labels and types, set a LIMIT.",
  );

export const refuseMemory = (cause?: unknown): QueryRefused =>
  new QueryRefused(
    "memory",
    `The query was ended because it took more than ${consoleLimits.memory / 1e6} MB of memory.`,
    "Ask for less: no long ranges and no large lists, and a LIMIT before collect.",
    { cause },
  );

export const refuseCrash = (cause?: unknown): QueryRefused =>
  new QueryRefused(
    "crash",
    "The engine gave up on the query; only the process that ran it has ended.",
    "Write it in another way, in smaller steps.",
    { cause },
  );

/**
 * Whatever an engine threw, already translated, as a refusal; what is not the query's fault passes through. A statement
 * that is explained has lines before it, which the engine's positions count.
 */
export function refusalOf(error: unknown, query: string, linesBefore: number): unknown {
  if (error instanceof QueryRefused || error instanceof Unavailable || error instanceof Refused) return error;
  if (!(error instanceof InvalidStatement)) return refuseCrash(error);
  const message = error.message.replace(/ \(line \d+, column \d+\)$/, "");
  const position = inQuery(error.position, query, linesBefore) ?? guessPosition(message, query);
  if (error.kind === "readOnly") return refuseWriting("The query does more than read.", query, error);
  const kind = error.kind === "syntax" ? "syntax" : "data";
  const remedy = kind === "syntax" ? "Correct the query." : "Correct the query, or the values that it is given.";
  return new QueryRefused(kind, message, remedy, { position, cause: error });
}

/** Of a text that ends too early an engine may name a place behind its end. */
function inQuery(told: Position | undefined, query: string, linesBefore: number): Position | undefined {
  if (told === undefined) return undefined;
  const position = { line: Math.max(1, told.line - linesBefore), column: told.column };
  const end = positionAt(query, query.length);
  const isBehind = position.line > end.line || (position.line === end.line && position.column > end.column);
  return isBehind ? end : position;
}

/** An error about a name says no place, but the name in quotation marks. */
function guessPosition(message: string, query: string): Position | undefined {
  const name = /['`](\$?[\w.]+)['`]|(\$\w+)/.exec(message)?.slice(1).find(Boolean);
  if (name === undefined) return undefined;
  const [first] = name.split(".");
  const token = tokensOf(query).find(({ kind, text }) => kind !== "text" && text === first);
  return token && positionAt(query, token.start);
}
