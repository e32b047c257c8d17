/** A query's text, made fit for plain rules: without comments, with empty strings, cut at the right commas. */

/** Comments become spaces, the contents of strings and backticked names go; lines and columns stay. */
export function withoutWords(query: string): string {
  return query.replace(/\/\*[^]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`/g, (found) => {
    const quote = found[0] === "/" ? " " : found[0] === "`" ? "`" : "'";
    const inside = found.slice(1, -1).replace(/[^\n]/g, found[0] === "`" ? "q" : " ");
    return found.length < 2 ? found : quote + inside + quote;
  });
}

/** Cuts at commas that stand in no bracket: `a, f(b, c)` → `["a", "f(b, c)"]`. */
export function splitAtCommas(text: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const character of text) {
    if ("([{".includes(character)) depth++;
    if (")]}".includes(character)) depth--;
    if (character === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim());
}

const keyword =
  /(?<![$.\w])(OPTIONAL\s+MATCH|MATCH|WITH|WHERE|RETURN|UNWIND|CREATE|MERGE|SET|REMOVE|DETACH\s+DELETE|DELETE|FOREACH|CALL|UNION(?:\s+ALL)?|ORDER\s+BY|SKIP|LIMIT|ON\s+CREATE\s+SET|ON\s+MATCH\s+SET|YIELD)\b/gi;

export interface Clause {
  /** In capitals, with single spaces: `OPTIONAL MATCH`. */
  readonly keyword: string;
  readonly body: string;
  /** Where its keyword stands in the text. */
  readonly start: number;
}

/**
 * The clauses of a text that `withoutWords` made, those of subqueries among them. A keyword inside a bracket of its
 * clause (the WHERE of a comprehension, the MATCH of EXISTS) begins none, except directly in the braces of CALL.
 */
export function clausesOf(text: string): Clause[] {
  const found: { keyword: string; start: number; end: number; depth: string }[] = [];
  for (const match of text.matchAll(keyword)) {
    const [name] = match;
    const around = bracketsAround(text, match.index);
    if (!/[([e]/.test(around)) {
      found.push({
        keyword: name.toUpperCase().replace(/\s+/g, " "),
        start: match.index,
        end: match.index + name.length,
        depth: around,
      });
    }
  }
  return found.map(({ keyword, start, end, depth }, index) => {
    const next = found[index + 1];
    const body = text.slice(end, next?.start ?? text.length);
    return { keyword, start, body: depth === "" ? body : untilClosed(body) };
  });
}

/** The brackets open at a place: `(`, `[`, `c` for the braces of CALL, `f` for those of FOREACH's action, `e` for others. */
function bracketsAround(text: string, place: number): string {
  const open: string[] = [];
  for (let i = 0; i < place; i++) {
    const character = text[i] ?? "";
    const before = text.slice(Math.max(0, i - 12), i);
    if (character === "(") open.push(/\bFOREACH\s*$/i.test(before) ? "f" : "(");
    else if (character === "[") open.push("[");
    else if (character === "{") open.push(/\bCALL\s*$/i.test(before) ? "c" : "e");
    else if (")]}".includes(character)) open.pop();
  }
  return open.join("");
}

/** The text up to the bracket that closes what was opened before it. */
function untilClosed(text: string): string {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if ("([{".includes(text[i] ?? "")) depth++;
    if (")]}".includes(text[i] ?? "") && --depth < 0) return text.slice(0, i);
  }
  return text;
}
