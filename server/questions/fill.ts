/** Fills a question's blanks: checks what was given and finds the entities that it names. */
import type { AskedQuestion } from "../../schema/api.ts";
import type { SeedDataset } from "../../schema/fact.ts";
import type { GraphNode } from "../../schema/graph.ts";
import type { GraphDatabase } from "../database/database.ts";
import { InvalidRequest, NotFound } from "../errors.ts";
import { getNodes } from "../queries/index.ts";
import type { Question, Questions } from "./declarations.ts";
import { namesOf, word, type Words } from "./wording.ts";

/** A question with the entities that fill its blanks, by parameter. */
export interface FilledQuestion {
  readonly question: Question;
  readonly parameters: Readonly<Record<string, string[]>>;
  readonly entities: Readonly<Record<string, GraphNode[]>>;
  /** The entities' names, for the messages. */
  readonly words: Words;
}

export type GivenParameters = Readonly<Record<string, string | readonly string[]>>;

export const mostEntities = 20;

/** Throws `NotFound` where there is no such question or entity, `InvalidRequest` where the blanks are not as declared. */
export async function fillQuestion(
  database: GraphDatabase,
  questions: Questions,
  id: string,
  given: GivenParameters,
): Promise<FilledQuestion> {
  const question = questions.get(id);
  if (!question)
    throw new NotFound(`There is no question ${id}.`, `Ask one of these: ${[...questions.keys()].join(", ")}.`);
  const parameters = checkParameters(question, given);
  const entities = await findEntities(database, parameters);
  const words = Object.fromEntries(Object.entries(entities).map(([name, nodes]) => [name, namesOf(nodes)]));
  return { question, parameters, entities, words };
}

export function checkParameters({ id, parameters }: Question, given: GivenParameters): Record<string, string[]> {
  const takes =
    Object.keys(parameters).length === 0
      ? "It takes no parameters."
      : `It takes ${Object.keys(parameters).join(", ")}.`;
  const stranger = Object.keys(given).find((name) => !(name in parameters));
  if (stranger !== undefined) throw new InvalidRequest(`The question ${id} has no parameter ${stranger}.`, takes);
  return Object.fromEntries(
    Object.entries(parameters).map(([name, { form }]) => {
      const values = [...new Set([given[name] ?? []].flat())];
      if (values.length === 0)
        throw new InvalidRequest(
          `The question ${id} needs ${name}.`,
          `Give ${name}=… with ${form === "entity" ? "an entity's id" : "entities' ids, separated by commas"}.`,
        );
      if (form === "entity" && values.length > 1)
        throw new InvalidRequest(
          `${name} of the question ${id} is one entity, not ${values.length}.`,
          "Give a single id.",
        );
      if (values.length > mostEntities)
        throw new InvalidRequest(`${name} has ${values.length} ids.`, `Give no more than ${mostEntities}.`);
      return [name, values];
    }),
  );
}

async function findEntities(
  database: GraphDatabase,
  parameters: Readonly<Record<string, string[]>>,
): Promise<Record<string, GraphNode[]>> {
  const nodes = new Map((await getNodes(database, Object.values(parameters).flat())).map((node) => [node.id, node]));
  return Object.fromEntries(
    Object.entries(parameters).map(([name, ids]) => [
      name,
      ids.map((id) => {
        const node = nodes.get(id);
        if (!node)
          throw new NotFound(
            `There is no entity with the id ${id}.`,
            "Look for its name with /api/search?q=…, which gives its id.",
          );
        return node;
      }),
    ]),
  );
}

/** How a question reads once filled: as the data set words it where it asks the same, else by its own title. */
export function headline(
  { question, parameters, words }: FilledQuestion,
  dataset: Pick<SeedDataset, "firstQuestion" | "questions">,
): AskedQuestion {
  const asked = [dataset.firstQuestion, ...dataset.questions].find(
    (other) => other.question === question.id && sameParameters(other.parameters, parameters),
  );
  return {
    question: question.id,
    parameters: { ...parameters },
    headline: asked?.headline ?? word(question.title, words),
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
