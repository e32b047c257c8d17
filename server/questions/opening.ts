/** Checks at start that the questions a data set offers can be asked of it. */
import { join } from "node:path";
import type { GraphDatabase, Parameters } from "../database/database.ts";
import { InvalidRequest, Refused } from "../errors.ts";
import type { Dataset } from "../seed/index.ts";
import type { Question, Questions } from "./declarations.ts";
import { isEntities } from "./blanks.ts";
import { checkParameters, isSingle } from "./fill.ts";
import { anyTime } from "./period.ts";
import { fillSlots } from "./roles.ts";

/** Throws `Refused` where dataset.yaml asks what nobody declares, or fills a blank with what is not there. */
export function checkOffered({ folder, firstQuestion, questions: offered, rows }: Dataset, questions: Questions): void {
  const file = join(folder, "dataset.yaml");
  const entities = new Map(rows.entities.map(({ id, label }) => [id, label]));
  for (const { question: id, parameters } of [firstQuestion, ...offered]) {
    const question = questions.get(id);
    if (!question)
      throw new Refused(
        `${file}: there is no question ${id}.`,
        `Ask one of these: ${[...questions.keys()].join(", ")}.`,
      );
    const filled = Object.entries(readParameters(file, question, parameters));
    const missing = filled
      .flatMap(([name, values]) => (isEntities(question.parameters[name]?.form) ? values : []))
      .find((entity) => !entities.has(entity));
    if (missing !== undefined)
      throw new Refused(
        `${file}: the question ${id} names ${missing}, which no entity of the data set has as its id.`,
        "Correct the id.",
      );
  }
}

function readParameters(
  file: string,
  question: Question,
  given: Dataset["firstQuestion"]["parameters"],
): Record<string, string[]> {
  try {
    return checkParameters(question, given);
  } catch (cause) {
    if (cause instanceof InvalidRequest) throw new Refused(`${file}: ${cause.message}`, cause.remedy, { cause });
    throw cause;
  }
}

/** Asks each question that the data set brings once, of nothing, so that a mistake in its Cypher is told at start. */
export async function tryOwnQuestions(
  database: GraphDatabase,
  { folder }: Pick<Dataset, "folder">,
  questions: Questions,
): Promise<void> {
  const own = [...questions.values()].filter(({ file }) => file.startsWith(join(folder, "questions")));
  for (const question of own) {
    const blanks = Object.entries(question.parameters)
      .filter(([, { form }]) => form !== "period")
      .map(([name, { form }]) => [name, isSingle(form) ? "" : []]);
    const types = question.roles.map((role) => [`${role}Types`, []]);
    const leading = question.asksForLeaders ? [["leadingWords", []]] : [];
    const core = question.asksForCore ? [["core", []]] : [];
    try {
      const times = Object.values(question.parameters).some(({ form }) => form === "period")
        ? Object.entries(anyTime)
        : [];
      const given = Object.fromEntries([...blanks, ...types, ...leading, ...core, ...times]) as Parameters;
      await database.read(
        fillSlots(question.cypher, () => []),
        given,
      );
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new Refused(
        `${question.file.replace(/\.yaml$/, ".cypher")} cannot be asked: ${reason}`,
        "Correct the query; see cypher/questions for some that work on both engines.",
        { cause },
      );
    }
  }
}
