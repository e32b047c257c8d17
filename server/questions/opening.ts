/** Checks at start that the questions a data set offers can be asked of it. */
import { join } from "node:path";
import type { GraphDatabase, Parameters } from "../database/database.ts";
import { InvalidRequest, Refused } from "../errors.ts";
import { type Dataset, type OfferedQuestion, placeInDataset } from "../seed/index.ts";
import type { Path } from "../seed/place.ts";
import type { Questions } from "./declarations.ts";
import { isEntities } from "./blanks.ts";
import { checkParameters, isSingle } from "./fill.ts";
import { anyTime } from "./period.ts";
import { fillSlots } from "./roles.ts";

/** Throws `Refused`, with the place, where dataset.yaml asks what nobody declares, or fills a blank with what is not there. */
export function checkOffered({ folder, firstQuestion, questions: offered, rows }: Dataset, questions: Questions): void {
  const entities = new Map(rows.entities.map(({ id, label }) => [id, label]));
  const check = ({ question: id, parameters }: OfferedQuestion, ...path: Path) => {
    const refuse = (message: string, remedy: string, ...within: Path) =>
      new Refused(`${placeInDataset(folder, [...path, ...within])} ${message}`, remedy);
    const question = questions.get(id);
    if (!question)
      throw refuse(`there is no question ${id}`, `Ask one of these: ${[...questions.keys()].join(", ")}.`, "question");
    let filled: Record<string, string[]>;
    try {
      filled = checkParameters(question, parameters);
    } catch (cause) {
      if (cause instanceof InvalidRequest) throw refuse(cause.message, cause.remedy, "parameters");
      throw cause;
    }
    for (const [name, values] of Object.entries(filled)) {
      if (!isEntities(question.parameters[name]?.form)) continue;
      const missing = values.find((entity) => !entities.has(entity));
      if (missing === undefined) continue;
      const message = `the question ${id} names ${missing}, which no entity of the data set has as its id`;
      throw refuse(message, "Correct the id.", "parameters", name);
    }
  };
  check(firstQuestion, "firstQuestion");
  for (const [i, each] of offered.entries()) check(each, "questions", i);
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
    const part = question.asksForPart === undefined ? [] : [[question.asksForPart, []]];
    try {
      const times = Object.values(question.parameters).some(({ form }) => form === "period")
        ? Object.entries(anyTime)
        : [];
      const given = Object.fromEntries([...blanks, ...types, ...leading, ...part, ...times]) as Parameters;
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
