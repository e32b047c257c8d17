/** Asks a question and makes its answer: in words, in figures, and as something to draw. */
import type { Answer, AskedQuestion, QuestionSummary } from "../../schema/api.ts";
import type { SeedDataset } from "../../schema/fact.ts";
import { typesWithRole, type Vocabulary } from "../../schema/vocabulary.ts";
import type { GraphDatabase, Parameters } from "../database/database.ts";
import { drawColumns } from "./columns.ts";
import type { Questions } from "./declarations.ts";
import { type FilledQuestion, fillQuestion, type GivenParameters, headline } from "./fill.ts";
import { drawNetwork } from "./network.ts";
import { word } from "./wording.ts";

/** What a question is asked of. */
export interface Asked {
  readonly database: GraphDatabase;
  readonly questions: Questions;
  readonly dataset: Pick<SeedDataset, "firstQuestion" | "questions"> & { readonly vocabulary: Vocabulary };
}

/** `askQuestion(asked, "alumni-of", {companies: ["nvidia", "amd"]})` */
export async function askQuestion(
  { database, questions, dataset }: Asked,
  id: string,
  given: GivenParameters,
): Promise<Answer> {
  const filled = await fillQuestion(database, questions, id, given);
  const { question, entities, words } = filled;
  const rows = await database.read(question.cypher, queryParameters(filled, dataset.vocabulary));
  const about = { ...headline(filled, dataset), drawing: question.drawing };
  const said = rows.length === 0 ? question.empty : question.standfirst;
  const nodes = Object.values(entities).flat();
  if (question.drawing === "network") {
    const { subgraph, figures } = drawNetwork(rows, dataset.vocabulary, nodes);
    return { ...about, standfirst: word(said, words, figures), subgraph, figures };
  }
  const { words: kinds, ...drawn } = await drawColumns(
    database,
    rows,
    dataset.vocabulary,
    nodes.map((node) => node.id),
  );
  return { ...about, standfirst: word(said, { ...words, ...kinds }, drawn.figures), ...drawn };
}

/** The question as the query takes it: ids by the parameters' names, and the types of each role that it names. */
function queryParameters({ question, parameters }: FilledQuestion, vocabulary: Vocabulary): Parameters {
  const ids = Object.entries(question.parameters).map(([name, { form }]) => [
    name,
    form === "entity" ? (parameters[name]?.[0] ?? null) : (parameters[name] ?? []),
  ]);
  const types = question.roles.map((role) => [`${role}Types`, typesWithRole(vocabulary, role)]);
  return Object.fromEntries([...ids, ...types]) as Parameters;
}

/** The question that opens the data set, and those that it offers beside it. */
export async function offerQuestions({
  database,
  questions,
  dataset,
}: Asked): Promise<{ firstQuestion: AskedQuestion; questions: AskedQuestion[] }> {
  const fill = async (asked: SeedDataset["firstQuestion"]) =>
    headline(await fillQuestion(database, questions, asked.question, asked.parameters), dataset);
  return {
    firstQuestion: await fill(dataset.firstQuestion),
    questions: await Promise.all(dataset.questions.map(fill)),
  };
}

export function listQuestions(questions: Questions): QuestionSummary[] {
  return Array.from(questions.values(), ({ id, title, parameters, drawing }) => ({ id, title, parameters, drawing }));
}
