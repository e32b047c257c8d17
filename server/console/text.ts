/** A query's text as tokens: what both the checks before a run and the warnings go by. Linear in the text's length. */
import type { TextPosition } from "../../schema/query-problem.ts";

export interface Token {
  /** `quoted` is a name in backticks. */
  readonly kind: "word" | "quoted" | "text" | "number" | "parameter" | "symbol";
  /** As written; a quoted name without its backticks. */
  readonly text: string;
  /** In capitals, for comparing keywords; of a quoted name, which is never one, empty. */
  readonly keyword: string;
  readonly start: number;
  readonly end: number;
  /** How many brackets are open around it; the brackets themselves count as outside. */
  readonly depth: number;
}

const pattern =
  /(\/\*[^]*?(?:\*\/|$)|\/\/[^\n\r]*|[\s\u00a0\ufeff]+)|('(?:\\[^]|[^'\\])*(?:'|$)|"(?:\\[^]|[^"\\])*(?:"|$))|`((?:``|[^`])*)(?:`|$)|(\$(?:[\p{L}_][\p{L}\p{N}_]*|\d+|`[^`]*`?))|([\p{L}_][\p{L}\p{N}_$]*)|((?:\d[\d_]*(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?)|(<>|<=|>=|=~|\.\.|->|<-|\+=|[^])/uy;

const opening = "([{";
const closing = ")]}";

/** Comments and white space are left out; a text or comment that is never closed reaches to the end. */
export function tokensOf(query: string): Token[] {
  const tokens: Token[] = [];
  let depth = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(query); match !== null && match[0] !== ""; match = pattern.exec(query)) {
    const [whole, blank, string, quoted, parameter, word, number] = match;
    if (blank !== undefined) continue;
    const start = match.index;
    const end = start + whole.length;
    if (closing.includes(whole)) depth = Math.max(0, depth - 1);
    const kind =
      string !== undefined
        ? "text"
        : quoted !== undefined
          ? "quoted"
          : parameter !== undefined
            ? "parameter"
            : word !== undefined
              ? "word"
              : number !== undefined
                ? "number"
                : "symbol";
    tokens.push({
      kind,
      text: quoted ?? whole,
      keyword: kind === "word" || kind === "symbol" ? whole.toUpperCase() : "",
      start,
      end,
      depth,
    });
    if (opening.includes(whole)) depth += 1;
  }
  return tokens;
}

/** `positionAt("a\nbc", 3)` → `{line: 2, column: 2}` */
export function positionAt(text: string, offset: number): TextPosition {
  const before = text.slice(0, offset);
  const line = before.split(/\r\n|\n|\r/).length;
  const lineStart = Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1;
  return { line, column: offset - lineStart + 1 };
}
