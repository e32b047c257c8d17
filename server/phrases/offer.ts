/** Offers the questions that a phrase asks, with their blanks filled, the best understood first. */
import type { PhraseAnswer, PhraseOffer, Understood } from "../../schema/api.ts";
import { type GraphNode, mainLabel } from "../../schema/graph.ts";
import { type LocalizedText } from "../../schema/language.ts";
import type { QuestionParameter } from "../../schema/question.ts";
import type { Dataset } from "../seed/index.ts";
import type { Asked } from "../questions/asked.ts";
import { isAskable, isEntities, labelsFor, valuesFor, wordValues } from "../questions/blanks.ts";
import { fillQuestion, headline, mostValues } from "../questions/fill.ts";
import type { Question } from "../questions/index.ts";
import { inEachLanguage, namesOf } from "../questions/wording.ts";
import { cuesOf, mayMeet } from "./cues.ts";
import { type Filling, type Known, lengthOf, meet } from "./match.ts";
import { findMentions, findTimes, findWords, type Mention } from "./mentions.ts";
import { pathBetween } from "./path.ts";
import { read, type Reading } from "./tokens.ts";
import { beforeTimes, fillers, joints } from "./words.ts";

export interface AskedOfPhrases extends Asked {
  readonly dataset: Dataset;
}

/** Offers beyond that are no help. */
const mostOffers = 5;

/** A question is offered where it accounts for so much of what was typed. */
const enough = 0.6;

interface Candidate {
  readonly question: Question;
  readonly fillings: readonly Filling[];
  /** The places of the question's own words. */
  readonly words: readonly number[];
  /** The share of what was typed that it accounts for. */
  readonly covered: number;
  /** The places of what carries meaning and is not accounted for. */
  readonly missed: readonly number[];
}

export async function offerPhrases(asked: AskedOfPhrases, typed: string): Promise<PhraseAnswer> {
  const reading = read(typed);
  const { questions, dataset, database } = asked;
  const { cues, words } = cuesOf(questions);
  const mentions = [
    ...(await findMentions(database, reading, words)),
    ...findWords(reading, dataset.vocabulary, questions),
    ...findTimes(reading),
  ].toSorted((a, b) => b.end - b.start - (a.end - a.start));
  const best = new Map<string, Candidate>();
  const typedWords = new Set(reading.tokens.map(({ word }) => word));
  for (const cue of cues) {
    if (!mayMeet(cue, typedWords) || !isAskable(cue.question, dataset)) continue;
    const known = knownFor(cue.question, reading, mentions, asked);
    const met = meet(cue, known);
    if (met === undefined) continue;
    const candidate = complete(cue.question, met, known, reading);
    const before = best.get(cue.question.id);
    if (candidate !== undefined && (before === undefined || isBetter(candidate, before, reading)))
      best.set(cue.question.id, candidate);
  }
  const found = [...best.values()].filter(({ covered }) => covered >= enough);
  const alone = ofNameAlone(reading, mentions, asked).filter(({ question }) => !best.has(question.id));
  const candidates = [...found, ...alone]
    .toSorted((a, b) => (isBetter(a, b, reading) ? -1 : isBetter(b, a, reading) ? 1 : 0))
    .slice(0, mostOffers);
  const offers = await Promise.all(candidates.map((candidate) => offer(asked, reading, candidate)));
  const path = pathBetween(reading, mentions);
  return { query: typed, offers: [...(path === undefined ? [] : [path]), ...offers] };
}

const ownLetters = ({ words }: Candidate, { tokens }: Reading) =>
  words.reduce((sum, place) => sum + lengthOf(tokens[place]), 0);

function isBetter(one: Candidate, other: Candidate, reading: Reading): boolean {
  if (Math.abs(one.covered - other.covered) > 0.001) return one.covered > other.covered;
  return ownLetters(one, reading) > ownLetters(other, reading);
}

function knownFor(
  question: Question,
  { tokens }: Reading,
  mentions: readonly Mention[],
  { dataset }: AskedOfPhrases,
): Known {
  const { parameters } = question;
  const fit = (name: string, mention: Mention): Mention | undefined => {
    const parameter = parameters[name];
    if (parameter === undefined || mention.form !== (isEntities(parameter.form) ? "entity" : parameter.form))
      return undefined;
    if (mention.form === "period") return mention;
    if (mention.form !== "entity") {
      const values = Object.keys(valuesFor(parameter, dataset.vocabulary));
      return mention.values.every((value) => values.includes(value)) ? mention : undefined;
    }
    return narrowed(mention, parameter, dataset);
  };
  const takesSeveral = (name: string) => {
    const parameter = parameters[name];
    return parameter !== undefined && parameter.form !== "period" && mostValues(parameter.form) > 1;
  };
  return { tokens, mentions, fit, takesSeveral };
}

/** A name with those of its entities whose kind the blank takes. */
function narrowed(mention: Mention, parameter: QuestionParameter, { vocabulary }: Dataset): Mention | undefined {
  const labels = labelsFor(parameter, vocabulary);
  const nodes = mention.nodes.filter((node) => labels.includes(mainLabel(node)));
  return nodes.length === 0 ? undefined : { ...mention, nodes, values: nodes.map(({ id }) => id) };
}

/** Fills what the cue left open with what else was mentioned; undefined where a needed blank stays open. */
function complete(
  question: Question,
  met: { words: readonly number[]; fillings: readonly Filling[] },
  known: Known,
  reading: Reading,
): Candidate | undefined {
  const fillings = [...met.fillings];
  const taken = new Set(fillings.flatMap(({ mention }) => placesOf(mention)));
  const isTaken = (mention: Mention) => placesOf(mention).some((place) => taken.has(place));
  for (const [name, { form }] of Object.entries(question.parameters)) {
    if (fillings.some((filling) => filling.name === name)) continue;
    for (const mention of known.mentions) {
      const isWord = form === "choice" || form === "certainty";
      if (isTaken(mention) || (!isWord && placesOf(mention).some((place) => met.words.includes(place)))) continue;
      const fitting = mention.match === "whole" ? known.fit(name, mention) : undefined;
      if (fitting === undefined) continue;
      fillings.push({ name, mention: fitting });
      for (const place of placesOf(mention)) taken.add(place);
      if (!known.takesSeveral(name) || form === "choice") break;
    }
  }
  const counts = (name: string) => fillings.filter((filling) => filling.name === name).length;
  const isOpen = Object.entries(question.parameters).some(
    ([name, { optional, least = 1 }]) => !optional && counts(name) < least,
  );
  const tooMany = Object.entries(question.parameters).some(
    ([name, { form }]) => form !== "period" && counts(name) > mostValues(form),
  );
  if (isOpen || tooMany) return undefined;
  const kinds = known.mentions.filter(({ form }) => form === "label").flatMap(placesOf);
  const all = new Set([...taken, ...met.words]);
  const telling = tellingPlaces(reading, all, new Set(kinds));
  return {
    question,
    fillings,
    words: met.words,
    covered: coverage(reading, telling, all, fillings),
    missed: telling.filter((place) => !all.has(place)),
  };
}

const placesOf = ({ start, end }: Mention) => Array.from({ length: end - start }, (_, index) => start + index);

/** The places of what carries meaning, and of what is taken; `companies` carries little. */
function tellingPlaces({ tokens }: Reading, taken: ReadonlySet<number>, kinds: ReadonlySet<number>): number[] {
  return tokens.flatMap(({ word }, place) => {
    const isSmall = fillers.has(word) || joints.has(word) || beforeTimes.has(word);
    return (isSmall || kinds.has(place)) && !taken.has(place) ? [] : [place];
  });
}

/** How much of what carries meaning is accounted for; a name met only in part accounts for less. */
function coverage(
  { tokens }: Reading,
  telling: readonly number[],
  taken: ReadonlySet<number>,
  fillings: readonly Filling[],
): number {
  const lengthAt = (places: readonly number[]) => places.reduce((sum, place) => sum + lengthOf(tokens[place]), 0);
  const [all, met] = [lengthAt(telling), lengthAt(telling.filter((place) => taken.has(place)))];
  const doubt = fillings.filter(({ mention }) => mention.match !== "whole").length * 0.05;
  return all === 0 ? 0 : met / all - doubt;
}

/** What is asked most of a thing that is named without a question. */
function ofNameAlone(reading: Reading, mentions: readonly Mention[], asked: AskedOfPhrases): Candidate[] {
  const { tokens } = reading;
  const isAll = (mention: Mention) =>
    tokens.every(({ word }, place) => placesOf(mention).includes(place) || fillers.has(word));
  // Two letters are somebody's initials, and the beginning of much else.
  if (!tokens.some(({ isHan }) => isHan) && tokens.reduce((sum, token) => sum + lengthOf(token), 0) < 3) return [];
  const name = mentions.find((mention) => mention.form === "entity" && mention.match !== "beginning" && isAll(mention));
  if (name === undefined) return [];
  return Array.from(asked.questions.values()).flatMap((question) => {
    if (!question.alone || !isAskable(question, asked.dataset)) return [];
    const [blank] = Object.entries(question.parameters).find(([, { optional }]) => !optional) ?? [];
    const parameter = blank === undefined ? undefined : question.parameters[blank];
    const fitting = parameter === undefined ? undefined : narrowed(name, parameter, asked.dataset);
    if (fitting === undefined || blank === undefined) return [];
    return fitting.nodes.slice(0, 2).map((node) => ({
      question,
      fillings: [
        {
          name: blank,
          mention: { ...fitting, nodes: [node, ...fitting.nodes.filter((each) => each !== node)], values: [node.id] },
        },
      ],
      words: [],
      covered: 1,
      missed: [],
    }));
  });
}

async function offer(asked: AskedOfPhrases, { text, tokens }: Reading, candidate: Candidate): Promise<PhraseOffer> {
  const { question, fillings, words, missed } = candidate;
  const parameters: Record<string, string[]> = {};
  for (const { name, mention } of fillings) {
    const values = mention.form === "period" ? mention.values : mention.values.slice(0, 1);
    parameters[name] = [...new Set([...(parameters[name] ?? []), ...values])];
  }
  const filled = await fillQuestion(asked, question.id, parameters);
  const textOf = (start: number, end: number) => text.slice(tokens[start]?.start, tokens[end - 1]?.end);
  const own = words.toSorted((a, b) => a - b).map((place) => textOf(place, place + 1));
  const understood: Understood[] = [
    ...(own.length === 0 ? [] : [{ text: joined(own), form: "question" as const, others: [] }]),
    ...fillings.map(({ name, mention }) =>
      understand(question, name, mention, textOf(mention.start, mention.end), asked),
    ),
  ];
  return {
    kind: "question",
    asked: headline(filled, asked.dataset),
    understood,
    missed: runsOf(missed).map(([first, last]) => textOf(first, last + 1)),
  };
}

/** `[2, 3, 4, 7]` → `[[2, 4], [7, 7]]` */
function runsOf(places: readonly number[]): [first: number, last: number][] {
  const runs: [number, number][] = [];
  for (const place of places) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === place - 1) run[1] = place;
    else runs.push([place, place]);
  }
  return runs;
}

const joined = (words: readonly string[]) =>
  words.reduce((all, word) =>
    /\p{Script=Han}$/u.test(all) && /^\p{Script=Han}/u.test(word) ? all + word : `${all} ${word}`,
  );

function understand(
  { parameters }: Question,
  name: string,
  mention: Mention,
  text: string,
  { dataset: { vocabulary } }: AskedOfPhrases,
): Understood {
  const parameter = parameters[name];
  const [value = ""] = mention.values;
  const captionOf = (values: readonly string[]): LocalizedText =>
    parameter === undefined ? inEachLanguage(() => value) : wordValues(parameter, values, vocabulary);
  const [node, ...others] = mention.nodes;
  return {
    text,
    form: mention.form,
    parameter: name,
    value: mention.values.length > 1 && mention.form === "period" ? mention.values.join(",") : value,
    caption: node === undefined ? captionOf(mention.values) : namesOf([node]),
    others: others.slice(0, 4).map((other: GraphNode) => ({ value: other.id, caption: namesOf([other]) })),
  };
}
