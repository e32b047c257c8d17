/** What could stand next in a query: labels, types and properties of the vocabulary, parameters, variables, keywords. */
import type { Language } from "../../schema/language.ts";
import type { Vocabulary } from "../store.ts";

export interface Suggestion {
  text: string;
  /** What it is called in the reader's language. */
  caption?: string;
  kind: "label" | "type" | "property" | "parameter" | "variable" | "keyword" | "function";
}

const keywords =
  "MATCH OPTIONAL WHERE RETURN WITH UNWIND ORDER BY ASC DESC SKIP LIMIT DISTINCT AS AND OR NOT XOR IN IS NULL CONTAINS STARTS ENDS EXISTS COUNT CASE WHEN THEN ELSE END UNION ALL CALL true false".split(
    " ",
  );
const functions =
  "count collect sum avg min max size length nodes relationships type labels keys properties startNode endNode coalesce head last range reverse toInteger toFloat toString toLower toUpper trim split replace substring abs round shortestPath allShortestPaths".split(
    " ",
  );

/** What every entity and claim carries, beside what its label or type adds. */
const usualProperties =
  "id nameEn nameZhHant nameZhHans aliases degree origin certainty citations start end ongoing inferred saidBy reported startEarliest startLatest endEarliest endLatest noEarlier rivals beganIn".split(
    " ",
  );

/** The suggestions for what stands before the cursor, and how many of its characters they would take the place of. */
export function suggestAt(
  before: string,
  whole: string,
  vocabulary: Vocabulary,
  language: Language,
  parameters: readonly string[],
): { taken: number; suggestions: Suggestion[] } | null {
  const [word = ""] = /[\p{L}_][\p{L}\p{N}_]*$/u.exec(before) ?? [];
  const rest = before.slice(0, before.length - word.length);
  const last = rest.at(-1) ?? "";
  const found = { taken: word.length };
  if (last === "$") return { ...found, suggestions: parameters.map((text) => ({ text, kind: "parameter" })) };
  if (last === ".") {
    if (/\d\.$|\.\.$/.test(rest)) return null;
    return { ...found, suggestions: propertiesOf(vocabulary, language) };
  }
  const bracket = openBracket(rest);
  if (last === ":" || (last === "|" && bracket === "[" && /:[^\]]*\|$/.test(rest))) {
    if (bracket === "[") return { ...found, suggestions: typesOf(vocabulary, language) };
    return bracket === "{" ? null : { ...found, suggestions: labelsOf(vocabulary, language) };
  }
  if (word === "") return null;
  const variables = new Set(
    [...whole.matchAll(/[([]\s*([\p{L}_][\p{L}\p{N}_]*)\s*[:)\]{*]|\bAS\s+([\p{L}_][\p{L}\p{N}_]*)/giu)].map(
      ([, one, other]) => one ?? other ?? "",
    ),
  );
  variables.delete(word);
  const plain = (kind: Suggestion["kind"]) => (text: string) => ({ text, kind });
  return {
    ...found,
    suggestions: [
      ...[...variables].map(plain("variable")),
      ...keywords.map(plain("keyword")),
      ...functions.map(plain("function")),
    ],
  };
}

/** The innermost bracket that is still open, texts aside. */
function openBracket(text: string): string {
  const open: string[] = [];
  for (const character of text.replace(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/g, "")) {
    if ("([{".includes(character)) open.push(character);
    else if (")]}".includes(character)) open.pop();
  }
  return open.at(-1) ?? "";
}

const labelsOf = ({ labels }: Vocabulary, language: Language): Suggestion[] => [
  { text: "Entity", kind: "label" },
  ...Object.entries(labels).map(([text, form]): Suggestion => ({
    text,
    caption: form.caption[language],
    kind: "label",
  })),
];

const typesOf = ({ relationships }: Vocabulary, language: Language): Suggestion[] =>
  Object.entries(relationships).map(([text, form]) => ({ text, caption: form.caption[language], kind: "type" }));

const suffixes = ["En", "ZhHant", "ZhHans"];

function propertiesOf({ labels, relationships }: Vocabulary, language: Language): Suggestion[] {
  const found = new Map<string, Suggestion>(usualProperties.map((text) => [text, { text, kind: "property" }]));
  for (const form of [...Object.values(labels), ...Object.values(relationships)]) {
    for (const [name, property] of Object.entries(form.properties ?? {})) {
      const names = property.form === "text" ? suffixes.map((suffix) => name + suffix) : [name];
      for (const text of names) found.set(text, { text, caption: property.caption[language], kind: "property" });
    }
  }
  return [...found.values()];
}
