/** Asks a question and makes its answer: in words, in figures, as something to draw and as a table. */
import type { Answer, AskedQuestion } from "../../schema/api.ts";
import type { GraphNode } from "../../schema/graph.ts";
import type { LocalizedText } from "../../schema/language.ts";
import { leadingWords, typesWithRole, type Vocabulary } from "../../schema/vocabulary.ts";
import type { Parameters, Row } from "../database/database.ts";
import { documentsOf, getNodes } from "../queries/index.ts";
import type { OfferedQuestion } from "../seed/index.ts";
import type { Asked } from "./asked.ts";
import { findBriefly } from "./brief.ts";
import { drawColumns } from "./columns.ts";
import { type FilledQuestion, fillQuestion, type GivenParameters, headline, isSingle } from "./fill.ts";
import { drawNetwork, type Found } from "./network.ts";
import type { GraphPart } from "./growing-part.ts";
import { partOf } from "./graph-parts.ts";
import { anyTime, inPeriod } from "./period.ts";
import { fillSlots } from "./roles.ts";
import { type FoundRow, propertiesOf, readRows, unique } from "./rows.ts";
import { makeTable, textsOf, usualColumns } from "./table.ts";
import {
  blanksOf,
  type Figures,
  inEachLanguage,
  listOf,
  notAllDrawn,
  notAllPeopleDrawn,
  notDecided,
  notKnown,
  word,
  type Words,
} from "./wording.ts";

/** A question with its blanks filled, and the rows that its query answers. */
export async function readAnswer(
  asked: Asked,
  id: string,
  given: GivenParameters,
): Promise<{ filled: FilledQuestion; rows: Row[] }> {
  const { database, dataset } = asked;
  const question = await fillQuestion(asked, id, given);
  const kind = question.question.asksForPart;
  const part = kind === undefined ? undefined : await partOf(database, dataset.rows, kind);
  const filled = { ...question, figures: { ...question.figures, ...part?.figures } };
  const cypher = fillSlots(filled.question.cypher, (role) => typesWithRole(dataset.vocabulary, role));
  return { filled, rows: await database.read(cypher, queryParameters(filled, dataset, part)) };
}

/** `askQuestion(asked, "alumni-of", {companies: ["nvidia", "amd"]})` */
export async function askQuestion(asked: Asked, id: string, given: GivenParameters): Promise<Answer> {
  const { database, dataset } = asked;
  const { filled, rows } = await readAnswer(asked, id, given);
  const about = { ...headline(filled, dataset), drawing: filled.question.drawing };
  const drawn =
    filled.question.drawing === "columns"
      ? await answerInColumns(asked, filled, rows)
      : await answerAsNetwork(asked, filled, rows);
  const claims = [...drawn.subgraph.relationships, ...drawn.observations];
  const documents = await getNodes(
    database,
    claims.flatMap(({ properties }) => documentsOf(properties)),
  );
  return { ...about, ...drawn, documents };
}

type Drawn = Omit<Answer, keyof AskedQuestion | "drawing" | "documents">;

async function answerInColumns(
  { database, dataset }: Asked,
  filled: FilledQuestion,
  rows: readonly Row[],
): Promise<Drawn> {
  const ids = Object.values(filled.entities).flatMap((nodes) => nodes.map((node) => node.id));
  const { words: kinds, ...drawn } = await drawColumns(database, rows, dataset.vocabulary, ids);
  const unanswered = unansweredIn(filled, new Set(Object.values(drawn.origins).flat()));
  const { colors } = filled.question;
  const meaning =
    colors === undefined || rows.length === 0
      ? undefined
      : word(colors, filled.words, { ...drawn.figures, ...filled.figures });
  return {
    ...drawn,
    ...(meaning === undefined || meaning.en === "" ? {} : { colors: meaning }),
    observations: [],
    unanswered: unanswered.map(({ id }) => id),
    standfirst: tell(filled, rows.length > 0, { ...drawn.figures, ...filled.figures }, kinds, { unanswered }),
  };
}

async function answerAsNetwork(
  { database, dataset: { vocabulary } }: Asked,
  filled: FilledQuestion,
  answered: readonly Row[],
): Promise<Drawn> {
  const { question } = filled;
  const found = question.brief
    ? await findBriefly(database, filled, answered, vocabulary)
    : findWhole(filled, answered, vocabulary);
  const forms = question.columns ?? usualColumns(found.rows, vocabulary);
  const table = makeTable(found.rows, forms, question.most);
  const unanswered = unansweredIn(filled, found.told);
  const figures = { ...found.figures, undecided: found.undecided.count, ...filled.figures };
  return {
    subgraph: found.subgraph,
    observations: found.observations,
    figures,
    table: { ...table, more: table.more + found.falling - found.rows.length },
    unanswered: unanswered.map(({ id }) => id),
    standfirst: tell(filled, found.falling > 0, figures, found.names, { unanswered, undecided: found.undecided }),
  };
}

/** What the rows hold themselves. */
function findWhole(
  { question, entities, period }: FilledQuestion,
  answered: readonly Row[],
  vocabulary: Vocabulary,
): Found {
  const all = readRows(answered);
  const { falling, undecided } =
    period === null ? { falling: all, undecided: [] } : inPeriod(all, period, question.falls);
  return {
    ...drawNetwork(falling, vocabulary, Object.values(entities).flat(), {
      most: question.most,
      keepOrder: question.columns !== undefined,
    }),
    falling: falling.length,
    told: new Set(falling.flatMap(namedIn)),
    undecided: { count: undecided.length, subjects: unique(undecided.flatMap(({ nodes }) => nodes.slice(0, 1))) },
  };
}

/** Whom a row tells of, or quotes. */
const namedIn = ({ nodes, claims }: FoundRow): string[] => [
  ...nodes.map(({ id }) => id),
  ...claims.flatMap((claim) => textsOf(propertiesOf(claim)["saidBy"])),
];

/** Those of several entities asked about that no row tells of; with one, or without a row, the answer says so itself. */
function unansweredIn({ question, entities }: FilledQuestion, told: ReadonlySet<string>): GraphNode[] {
  if (told.size === 0) return [];
  return Object.entries(question.parameters)
    .filter(([, { form, narrows }]) => form === "entities" && narrows !== true)
    .map(([name]) => entities[name] ?? [])
    .filter((nodes) => nodes.length > 1)
    .flatMap((nodes) => nodes.filter(({ id }) => !told.has(id)));
}

const nothing: Found["undecided"] = { count: 0, subjects: [] };

/** The answer in a sentence, and what is not known beside it. */
export function tell(
  { question, words }: FilledQuestion,
  hasAnswer: boolean,
  figures: Figures,
  kinds: Words,
  { unanswered, undecided = nothing }: { unanswered: readonly GraphNode[]; undecided?: Found["undecided"] },
): LocalizedText {
  const leftOut = (figure: string, message: LocalizedText) => {
    const count = figures[figure] ?? 0;
    return count === 0 || blanksOf(question.standfirst.en, "en").includes(figure) ? [] : [word(message, {}, { count })];
  };
  const said = word(hasAnswer ? question.standfirst : question.empty, { ...words, ...kinds }, figures);
  const more = [
    ...leftOut("notDrawn", notAllDrawn),
    ...leftOut("peopleNotDrawn", notAllPeopleDrawn),
    ...(unanswered.length === 0 ? [] : [word(notKnown, { names: listOf(unanswered) })]),
    ...(undecided.count === 0
      ? []
      : [word(notDecided, { names: listOf(undecided.subjects.slice(0, 6)) }, { count: undecided.count })]),
  ];
  return inEachLanguage((language) => [said, ...more].map((text) => text[language]).join(language === "en" ? " " : ""));
}

/** The question as the query takes it: what fills its blanks, and the types of each role that it names. */
function queryParameters(
  { question, parameters, period }: FilledQuestion,
  { vocabulary }: Asked["dataset"],
  part: GraphPart | undefined,
): Parameters {
  const blanks = Object.entries(question.parameters)
    .filter(([, { form }]) => form !== "period")
    .map(([name, { form }]) => [name, isSingle(form) ? (parameters[name]?.[0] ?? null) : (parameters[name] ?? [])]);
  const types = question.roles.map((role) => [`${role}Types`, typesWithRole(vocabulary, role)]);
  const leading = question.asksForLeaders ? [["leadingWords", leadingWords(vocabulary)]] : [];
  const drawn = part === undefined ? [] : [[question.asksForPart, part.drawn]];
  const bounds = period === null ? anyTime : { periodFirst: period.first, periodLast: period.last };
  const used = Object.entries(bounds).filter(([name]) => question.cypher.includes(`$${name}`));
  return Object.fromEntries([...blanks, ...types, ...leading, ...drawn, ...used]) as Parameters;
}

/** The question that opens the data set, and those that it offers beside it. */
export async function offerQuestions({
  database,
  questions,
  dataset,
}: Asked): Promise<{ firstQuestion: AskedQuestion; questions: AskedQuestion[] }> {
  const fill = async (asked: OfferedQuestion) =>
    headline(await fillQuestion({ database, questions, dataset }, asked.question, asked.parameters), dataset);
  return {
    firstQuestion: await fill(dataset.firstQuestion),
    questions: await Promise.all(dataset.questions.map(fill)),
  };
}
