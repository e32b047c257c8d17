/** Fills a question's blanks: checks what was given and finds the entities that it names. */
import type { AskedQuestion } from "../../schema/api.ts";
import type { GraphNode } from "../../schema/graph.ts";
import type { ParameterForm } from "../../schema/question.ts";
import type { GraphDatabase } from "../database/database.ts";
import { InvalidRequest, NotFound } from "../errors.ts";
import { getNodes } from "../queries/index.ts";
import { search } from "../search/search.ts";
import type { Dataset } from "../seed/index.ts";
import type { Asked } from "./asked.ts";
import { checkFits, checkValue, isEntities, wordValues } from "./blanks.ts";
import type { Question } from "./declarations.ts";
import { type Period, periodOf } from "./period.ts";
import { type Figures, listOf, namesOf, word, type Words } from "./wording.ts";

/** A question with the entities that fill its blanks, by parameter. */
export interface FilledQuestion {
  readonly question: Question;
  readonly parameters: Readonly<Record<string, string[]>>;
  readonly entities: Readonly<Record<string, GraphNode[]>>;
  /** What fills the blanks, for the messages; a blank's caption where it was left open. */
  readonly words: Words;
  /** How many fill each blank, as `companiesCount`. */
  readonly figures: Figures;
  readonly period: Period | null;
}

export type GivenParameters = Readonly<Record<string, string | readonly string[]>>;

export const mostEntities = 20;

/** Whether the query gets one value for it, and no list. */
export const isSingle = (form: ParameterForm) => form === "entity" || form === "label" || form === "measure";

/** How many values may fill a blank. */
export const mostValues = (form: ParameterForm) => (isSingle(form) ? 1 : form === "period" ? 2 : mostEntities);

/** Throws `NotFound` where there is no such question or entity, `InvalidRequest` where the blanks are not as declared. */
export async function fillQuestion(
  { database, questions, dataset: { vocabulary } }: Asked,
  id: string,
  given: GivenParameters,
): Promise<FilledQuestion> {
  const question = questions.get(id);
  if (!question)
    throw new NotFound(`There is no question ${id}.`, `Ask one of these: ${[...questions.keys()].join(", ")}.`);
  const parameters = checkParameters(question, given);
  for (const [name, values] of Object.entries(parameters))
    for (const value of values) checkValue(question, name, value, vocabulary);
  const entities = await findEntities(database, question, parameters);
  for (const [name, nodes] of Object.entries(entities)) checkFits(question, name, nodes, vocabulary);
  const words = Object.fromEntries(
    Object.entries(question.parameters).flatMap(([name, form]) => {
      const values = parameters[name] ?? [];
      const nodes = entities[name];
      if (values.length === 0) return [[name, form.caption]];
      if (nodes === undefined) return [[name, wordValues(form, values, vocabulary)]];
      return [
        [name, namesOf(nodes)],
        [`${name}All`, listOf(nodes)],
      ];
    }),
  );
  return {
    question,
    parameters,
    entities,
    words,
    figures: countsOf(parameters, question),
    period: readPeriod(question, parameters),
  };
}

const countsOf = (parameters: Readonly<Record<string, string[]>>, { parameters: forms }: Question): Figures =>
  Object.fromEntries(Object.keys(forms).map((name) => [`${name}Count`, parameters[name]?.length ?? 0]));

function readPeriod(
  { id, parameters: forms }: Question,
  parameters: Readonly<Record<string, string[]>>,
): Period | null {
  const name = Object.keys(forms).find((each) => forms[each]?.form === "period");
  const dates = name === undefined ? [] : (parameters[name] ?? []);
  if (dates.length === 0) return null;
  const period = periodOf(dates);
  if (period === null)
    throw new InvalidRequest(
      `${name} of the question ${id} ends in ${dates[1]}, before it begins in ${dates[0]}.`,
      "Give the earlier date first.",
    );
  return period;
}

/** What was given, by the blanks that are filled. */
export function checkParameters(
  { id, parameters }: Pick<Question, "id" | "parameters">,
  given: GivenParameters,
): Record<string, string[]> {
  const takes =
    Object.keys(parameters).length === 0
      ? "It takes no parameters."
      : `It takes ${Object.keys(parameters).join(", ")}.`;
  const stranger = Object.keys(given).find((name) => !(name in parameters));
  if (stranger !== undefined) throw new InvalidRequest(`The question ${id} has no parameter ${stranger}.`, takes);
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([name, { form, optional, least = 1 }]): [string, string[]][] => {
      const values = [...new Set([given[name] ?? []].flat())];
      if (values.length === 0 && optional) return [];
      if (values.length === 0)
        throw new InvalidRequest(`The question ${id} needs ${name}.`, `Give ${name}=… with ${wanted[form]}.`);
      if (values.length < least)
        throw new InvalidRequest(
          `${name} of the question ${id} needs at least ${least}.`,
          `Give ${name}=… with ${least} or more ids, separated by commas.`,
        );
      if (form === "entity" && values.length > 1)
        throw new InvalidRequest(
          `${name} of the question ${id} is one entity, not ${values.length}.`,
          "Give a single id.",
        );
      if (values.length > mostValues(form))
        throw new InvalidRequest(`${name} has ${values.length} values.`, `Give no more than ${mostValues(form)}.`);
      return [[name, values]];
    }),
  );
}

/** What fills a blank of each form, in words. */
export const wanted: Readonly<Record<ParameterForm, string>> = {
  entity: "an entity's id",
  entities: "entities' ids, separated by commas",
  label: "a label",
  measure: "a measure",
  certainty: "stated, reported, planned or opinion, separated by commas",
  choice: "choices, separated by commas",
  period: "a year, a month or a day, or two of them separated by a comma",
};

async function findEntities(
  database: GraphDatabase,
  { parameters: forms }: Question,
  parameters: Readonly<Record<string, string[]>>,
): Promise<Record<string, GraphNode[]>> {
  const asked = Object.entries(parameters).filter(([name]) => isEntities(forms[name]?.form));
  const nodes = new Map(
    (
      await getNodes(
        database,
        asked.flatMap(([, ids]) => ids),
      )
    ).map((node) => [node.id, node]),
  );
  const missing = asked.flatMap(([, ids]) => ids).find((id) => !nodes.has(id));
  if (missing !== undefined)
    throw new NotFound(`There is no entity with the id ${missing}.`, await remedyFor(database, missing));
  return Object.fromEntries(asked.map(([name, ids]) => [name, ids.flatMap((id) => nodes.get(id) ?? [])]));
}

/** Names the entities whose names begin most like an id that nothing has. */
async function remedyFor(database: GraphDatabase, id: string): Promise<string> {
  const letters = Array.from(id.slice(0, 60).replaceAll(/[^\p{L}\p{N}]/gu, ""));
  for (let length = letters.length; length >= Math.min(3, letters.length) && length > 0; length -= 2) {
    const hits = await search(database, { query: letters.slice(0, length).join(""), limit: 3 });
    if (hits.length > 0)
      return `Did you mean ${hits.map(({ node, matched }) => `${node.id} (${matched})`).join(", ")}? Names are found with /api/search?q=….`;
  }
  return "Look for its name with /api/search?q=…, which gives its id.";
}

/** A question as it reads with these blanks filled, unasked; throws as `fillQuestion` does. */
export const wordQuestion = async (asked: Asked & { readonly dataset: Offering }, id: string, given: GivenParameters) =>
  headline(await fillQuestion(asked, id, given), asked.dataset);

type Offering = Pick<Dataset, "firstQuestion" | "questions">;

/** How a question reads once filled: as the data set words it where it asks the same, else by its own title. */
export function headline(
  { question, parameters, words, figures }: Pick<FilledQuestion, "question" | "parameters" | "words" | "figures">,
  dataset: Offering,
): AskedQuestion {
  const asked = [dataset.firstQuestion, ...dataset.questions].find(
    (other) => other.question === question.id && sameParameters(other.parameters, parameters),
  );
  return {
    question: question.id,
    parameters: { ...parameters },
    headline: asked?.headline ?? word(question.title, words, figures),
  };
}

function sameParameters(given: GivenParameters, parameters: Readonly<Record<string, string[]>>): boolean {
  const text = (values: GivenParameters) =>
    JSON.stringify(
      Object.entries(values)
        .map(([name, value]) => [name, [value].flat().sort()])
        .sort(),
    );
  return text(given) === text(parameters);
}
