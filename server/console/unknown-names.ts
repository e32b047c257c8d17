/** Labels, types and properties of a query that the graph does not have, and what each may have been meant for. */
import type { CypherWarning } from "../../schema/console.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { GraphDatabase } from "../database/database.ts";
import { nearest } from "../seed/nearest.ts";
import { positionAt, type Token, tokensOf } from "./text.ts";
import { isName, namesIn } from "./warnings.ts";

type Kind = "label" | "type" | "property";
interface Used {
  readonly kind: Kind;
  readonly token: Token;
}

/** At most so many are told. */
const most = 10;

/** Asked only where the vocabulary does not know a name, as others may have written to the graph. */
const listed: Readonly<Record<Kind, string>> = {
  label: "CALL db.labels() YIELD label RETURN label AS name",
  type: "CALL db.relationshipTypes() YIELD relationshipType RETURN relationshipType AS name",
  property: "CALL db.propertyKeys() YIELD propertyKey RETURN propertyKey AS name",
};

/** In the order of the text, each name once. Rejects as the database does. */
export async function unknownNames(
  query: string,
  vocabulary: Vocabulary,
  database: Pick<GraphDatabase, "read">,
): Promise<CypherWarning[]> {
  const known = namesOf(vocabulary);
  const used = usedNames(tokensOf(query)).filter(({ kind, token: { text } }) => !known[kind].has(text));
  for (const kind of new Set(used.map((each) => each.kind)))
    for (const { name } of await database.read(listed[kind])) known[kind].add(String(name));
  const told = new Set<string>();
  return used.slice(0, 10 * most).flatMap(({ kind, token: { text, start, end } }): CypherWarning[] => {
    const key = `${kind} ${text}`;
    if (known[kind].has(text) || told.has(key) || told.size === most) return [];
    told.add(key);
    // Any short name is near to any other.
    const meant = text.length < 4 ? undefined : nearest(text, known[kind]);
    return [
      {
        rule: `unknown-${kind}`,
        message: `No ${kind} "${text}" here.${meant === undefined ? "" : ` Did you mean ${meant}?`}`,
        name: text,
        ...(meant === undefined ? {} : { meant }),
        start: positionAt(query, start),
        end: positionAt(query, end),
      },
    ];
  });
}

const suffixes = ["En", "ZhHant", "ZhHans"];

/** What the vocabulary names, and what every entity and claim has beside. */
function namesOf({ labels, relationships }: Vocabulary): Record<Kind, Set<string>> {
  const forms = [...Object.values(labels), ...Object.values(relationships)].flatMap(({ properties }) =>
    Object.entries(properties ?? {}),
  );
  return {
    label: new Set(["Entity", ...Object.keys(labels)]),
    type: new Set(Object.keys(relationships)),
    property: new Set([
      "id",
      ...suffixes.map((suffix) => `name${suffix}`),
      ...forms.flatMap(([name, { form }]) => (form === "text" ? suffixes.map((suffix) => name + suffix) : [name])),
    ]),
  };
}

/** Labels and types of patterns and conditions, and properties of what a pattern matches. */
function usedNames(tokens: readonly Token[]): Used[] {
  const { relationships } = namesIn(tokens);
  const nodes = new Set(
    tokens.flatMap(({ text }, at) => {
      const isFirst = tokens[at - 1]?.text === "(" && bracketAt(tokens, at - 1, undefined) === "node";
      return isFirst && /^[:{)]$/.test(tokens[at + 1]?.text ?? "") ? [text] : [];
    }),
  );
  // What a name is given anew may be a map.
  const isSame = (at: number) => tokens[at - 2]?.text === tokens[at]?.text && tokens[at - 3]?.text !== ".";
  const given = new Set(
    tokens.flatMap(({ text }, at) => {
      const isOfList = /^[[(,]$/.test(tokens[at - 1]?.text ?? "") && tokens[at + 1]?.keyword === "IN";
      return isOfList || (tokens[at - 1]?.keyword === "AS" && !isSame(at)) ? [text] : [];
    }),
  );
  const isMatched = (token: Token | undefined) =>
    isName(token) &&
    (nodes.has(token?.text ?? "") || relationships.has(token?.text ?? "")) &&
    !given.has(token?.text ?? "");
  const used: Used[] = [];
  const open: Bracket[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.kind === "symbol" && "([{".includes(token.text)) open.push(bracketAt(tokens, at, open.at(-1)));
    else if (token.kind === "symbol" && ")]}".includes(token.text)) open.pop();
    const [before, next, inside] = [tokens[at - 1], tokens[at + 1], open.at(-1)];
    // `x IS :: STRING` names a type of values.
    const isDouble = before?.text === ":" || next?.text === ":";
    if (token.text === ":" && !isDouble && inside !== "map" && inside !== "properties") {
      const isType = inside === "relationship" || relationships.has(before?.text ?? "");
      for (const name of namesFrom(tokens, at)) used.push({ kind: isType ? "type" : "label", token: name });
    } else if (inside === "properties" && isName(token) && next?.text === ":" && /^[{,]$/.test(before?.text ?? "")) {
      used.push({ kind: "property", token });
    } else if (token.text === "." && isMatched(before) && tokens[at - 2]?.text !== "." && next && isName(next)) {
      if (tokens[at + 2]?.text !== "(") used.push({ kind: "property", token: next });
    }
  }
  return used;
}

/** What a bracket holds: a node's or a relationship's pattern, its properties, another map, or anything else. */
type Bracket = "node" | "relationship" | "properties" | "map" | "other";

function bracketAt(tokens: readonly Token[], at: number, around: Bracket | undefined): Bracket {
  const before = tokens[at - 1];
  const { text } = tokens[at] ?? { text: "" };
  if (text === "{") return isOfPattern(before, around) ? "properties" : "map";
  if (text === "[") return /^(?:-|<-)$/.test(before?.text ?? "") ? "relationship" : "other";
  // A name before it makes it a call, unless the name is a clause's.
  return before?.kind === "word" && !/^(?:MATCH|WHERE|AND|OR|NOT|EXISTS|IN|MERGE)$/.test(before.keyword)
    ? "other"
    : "node";
}

const operators = /^(?:AND|OR|XOR|NOT|IN|THEN|ELSE|WHEN|WITH|CONTAINS)$/;

/** Whether the `{` after a token holds a pattern's properties, rather than being a map in an expression in brackets. */
function isOfPattern(before: Token | undefined, around: Bracket | undefined): boolean {
  if (around === "relationship") return before?.text !== "," && before?.text !== "=";
  return around === "node" && isName(before) && !operators.test(before?.keyword ?? "");
}

/** `:A|B`, `:A&!B`, `:A:B`: the names after a colon, up to the next one. */
function* namesFrom(tokens: readonly Token[], colon: number): Generator<Token> {
  for (let at = colon + 1; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) return;
    if (isName(token)) {
      yield token;
      if (!/^[|&]$/.test(tokens[at + 1]?.text ?? "")) return;
    } else if (!/^[|&!:]$/.test(token.text) || (token.text === ":" && tokens[at - 1]?.text !== "|")) return;
  }
}
