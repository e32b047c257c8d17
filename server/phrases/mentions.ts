/** What in a phrase can fill a blank: names of entities, words of the vocabulary, and times. */
import { z } from "zod";
import { Certainty } from "../../schema/fact.ts";
import { type GraphNode, mainLabel } from "../../schema/graph.ts";
import type { ParameterForm } from "../../schema/question.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { GraphDatabase } from "../database/database.ts";
import { findNames } from "../queries/index.ts";
import type { Questions } from "../questions/index.ts";
import { separator } from "../search/keys.ts";
import { normalizeQuery } from "../search/normalize.ts";
import { arrows, fillers } from "./words.ts";
import { type Reading, wordsOf } from "./tokens.ts";

/** Tokens from `start` to before `end` that can stand for any of `values`, the likeliest first. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly form: Exclude<ParameterForm, "entities">;
  readonly values: readonly string[];
  /** For entities, as `values` has them. */
  readonly nodes: readonly GraphNode[];
  /** How a name is met. */
  readonly match: "whole" | "beginning" | "within";
}

const longestName = { han: 12, words: 6 };
const mostPatterns = 240;
const mostNames = 120;

interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly pattern: string;
  readonly match: Mention["match"];
}

/** Looks all names up at once. `cueWords` are what questions are made of, which no name is met by in part. */
export async function findMentions(
  database: GraphDatabase,
  reading: Reading,
  cueWords: ReadonlySet<string>,
): Promise<Mention[]> {
  const candidates = candidatesIn(reading, cueWords);
  if (candidates.length === 0) return [];
  const patterns = [...new Set(candidates.map(({ pattern }) => pattern))];
  const rows = await findNames.run(database, { patterns, nearby: nearbyOf(patterns), limit: mostNames });
  const byPattern = new Map<string, GraphNode[]>();
  for (const { node, met } of rows)
    for (const pattern of met) byPattern.set(pattern, [...(byPattern.get(pattern) ?? []), node]);
  return candidates.flatMap(({ start, end, pattern, match }) => {
    const nodes = (byPattern.get(pattern) ?? []).filter((node) => match === "whole" || mainLabel(node) !== "Document");
    return nodes.length === 0 || (match === "within" && nodes.length > mostWithin)
      ? []
      : [{ start, end, form: "entity" as const, values: nodes.map(({ id }) => id), nodes, match }];
  });
}

/**
 * Meets every key that one of the patterns is in, and few others: it looks for the shortest words that the patterns are
 * made of. What is so short that it stands within many a name, such as `in`, is looked for as the pattern has it.
 */
function nearbyOf(patterns: readonly string[]): string {
  const cores = new Set<string>();
  for (const pattern of patterns.toSorted((a, b) => a.length - b.length)) {
    const name = pattern.replaceAll(separator, "");
    if (![...cores].some((core) => pattern.includes(core)))
      cores.add(name.length >= (/^\p{Script=Han}+$/u.test(name) ? 2 : 4) ? name : pattern);
  }
  // A normalized name has nothing that means something else in a regular expression; the separator does.
  return `.*(?:${Array.from(cores, (core) => core.replaceAll(separator, `[${separator}]`)).join("|")}).*`;
}

/** What stands within more names than that names none of them. */
const mostWithin = 6;

function candidatesIn({ text, tokens }: Reading, cueWords: ReadonlySet<string>): Candidate[] {
  const found: Candidate[] = [];
  for (let start = 0; start < tokens.length; start++) {
    const most = tokens[start]?.isHan === true ? longestName.han : longestName.words;
    for (let end = start + 1; end <= Math.min(tokens.length, start + most); end++) {
      const span = tokens.slice(start, end);
      if (span.every(({ word }) => fillers.has(word)) || span.some(({ word }) => arrows.has(word))) continue;
      const name = normalizeQuery(text.slice(span[0]?.start, span.at(-1)?.end));
      const letters = Array.from(name).length;
      if (letters < 2) continue;
      found.push({ start, end, pattern: separator + name + separator, match: "whole" });
      const isRagged = fillers.has(span[0]?.word ?? "") || fillers.has(span.at(-1)?.word ?? "");
      if (isRagged || span.every(({ word }) => cueWords.has(word))) continue;
      const isHan = span.every((token) => token.isHan);
      const isLast = end === tokens.length;
      if (isLast && letters >= (isHan ? 2 : 3))
        found.push({ start, end, pattern: separator + name, match: "beginning" });
      if (letters >= (isHan ? 3 : 8)) found.push({ start, end, pattern: name, match: "within" });
    }
  }
  const order = ["whole", "beginning", "within"];
  return found.toSorted((a, b) => order.indexOf(a.match) - order.indexOf(b.match)).slice(0, mostPatterns);
}

const certaintyWords: Readonly<Record<Certainty, readonly string[]>> = {
  stated: ["stated", "明確陳述"],
  reported: [
    "reported",
    "rumour",
    "rumours",
    "rumor",
    "rumors",
    "rumoured",
    "rumored",
    "hearsay",
    "據傳",
    "據說",
    "傳聞",
    "傳言",
  ],
  planned: ["planned", "plan", "plans", "planning", "計畫", "計劃", "計畫中", "預計", "擬"],
  opinion: ["opinion", "opinions", "views", "觀點", "看法", "意見", "評論"],
};

type Wording = readonly [form: Mention["form"], value: string, words: readonly string[]];
const wordings = new WeakMap<Vocabulary, readonly Wording[]>();

/** Every value of the vocabulary with the words that mean it. */
function wordingsOf(vocabulary: Vocabulary, questions: Questions): readonly Wording[] {
  const known = wordings.get(vocabulary);
  if (known !== undefined) return known;
  const of = (form: Mention["form"], value: string, texts: readonly string[]): Wording[] =>
    [...new Set(texts.map((each) => wordsOf(each).join("\u{0}")))].map((joined) => [
      form,
      value,
      joined.split("\u{0}"),
    ]);
  const parameters = Array.from(questions.values(), (question) => Object.values(question.parameters)).flat();
  const all: Wording[] = [
    ...Object.entries(vocabulary.labels).flatMap(([label, { caption, plural, also = [] }]) =>
      of("label", label, [...Object.values(caption), ...Object.values(plural), ...also]),
    ),
    ...Object.entries(vocabulary.measures).flatMap(([measure, { caption, also = [] }]) =>
      of("measure", measure, [...Object.values(caption), ...also]),
    ),
    ...Certainty.options.flatMap((certainty) => of("certainty", certainty, certaintyWords[certainty])),
    ...parameters.flatMap(({ role, property = "", words = {} }) =>
      Object.values(vocabulary.relationships)
        .filter((form) => form.role === role)
        .flatMap(({ properties }) => Object.entries(properties?.[property]?.choices ?? {}))
        .flatMap(([choice, caption]) =>
          of("choice", choice, [...Object.values(caption), ...Object.values(words[choice] ?? {}).flat()]),
        ),
    ),
  ];
  wordings.set(vocabulary, all);
  return all;
}

/** The vocabulary's own words in the phrase. */
export function findWords({ tokens }: Reading, vocabulary: Vocabulary, questions: Questions): Mention[] {
  return wordingsOf(vocabulary, questions).flatMap(([form, value, words]) =>
    tokens.flatMap((_, start) => {
      const end = start + words.length;
      const meets = words.every((word, index) => tokens[start + index]?.word === word);
      return meets ? [{ start, end, form, values: [value], nodes: [], match: "whole" as const }] : [];
    }),
  );
}

const Year = z.coerce.number().int().min(1800).max(2199);
const times =
  /(?<![\d.])(\d{4})(?:\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?|-(\d{2})(?:-(\d{2}))?(?!\d)|\s*年)?(?![\d.]*\d)/gu;
const monthNames =
  /\b(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.? (\d{4})\b/giu;
const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const between = /^\s*(?:-|–|—|~|to|until|through|至|到)\s*$/iu;

/** Years, months and days, and two of them as a span. */
export function findTimes({ text, tokens }: Reading): Mention[] {
  const found = Array.from(text.matchAll(times), (match) => {
    const [whole, year = "", month, day, digits, lastDigits] = match;
    const parts = [year, month ?? digits, day ?? lastDigits].filter((part) => part !== undefined);
    return {
      start: match.index,
      end: match.index + whole.length,
      value: parts.map((part) => part.padStart(2, "0")).join("-"),
      isYear: Year.safeParse(year).success,
    };
  }).filter(({ isYear }) => isYear);
  const named = Array.from(text.matchAll(monthNames), ({ 0: whole, 1: month = "", 2: year, index }) => ({
    start: index,
    end: index + whole.length,
    value: `${year}-${String(months.indexOf(month.slice(0, 3).toLowerCase()) + 1).padStart(2, "0")}`,
  }));
  const mention = (start: number, end: number, values: readonly string[]): Mention[] => {
    const first = tokens.findIndex((token) => token.end > start);
    const last = tokens.findLastIndex((token) => token.start < end);
    return first < 0 ? [] : [{ start: first, end: last + 1, form: "period", values, nodes: [], match: "whole" }];
  };
  const spans = found.flatMap((time, index) => {
    const next = found[index + 1];
    const isSpan = next !== undefined && between.test(text.slice(time.end, next.start)) && time.value < next.value;
    return isSpan ? mention(time.start, next.end, [time.value, next.value]) : [];
  });
  return [...spans, ...[...named, ...found].flatMap(({ start, end, value }) => mention(start, end, [value]))];
}
