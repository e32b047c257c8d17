/** Examples for /openapi.json that can be run: taken from the data set that is served, whichever it is. */
import type { QuestionParameter } from "../../schema/question.ts";
import { blankOf, isEntities, labelsFor } from "../questions/blanks.ts";
import type { Questions } from "../questions/index.ts";
import type { Dataset } from "../seed/index.ts";

export interface Examples {
  readonly node: string;
  readonly other: string;
  /** The ids of a few entities that differ. */
  readonly several: string;
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly document: string;
  /** What could fill a question's blanks: question → parameter → ids. */
  readonly questions: Readonly<Record<string, Readonly<Record<string, string | undefined>>>>;
}

export function examplesOf(dataset: Dataset, questions: Questions): Examples {
  const { entities, relationships } = dataset.rows;
  const [relationship] = relationships;
  const entity = entities.find(({ id }) => id === relationship?.start) ?? entities[0];
  return {
    node: entity?.id ?? "an-id",
    other: relationship?.end ?? "another-id",
    several: entities
      .slice(0, 3)
      .map(({ id }) => id)
      .join(","),
    name: String(entity?.properties["nameEn"] ?? "a name").slice(0, 200),
    label: entity?.label ?? "Person",
    type: relationship?.type ?? Object.keys(dataset.vocabulary.relationships)[0] ?? "WORKED_AT",
    document: Object.keys(dataset.documents)[0] ?? "a-document",
    questions: Object.fromEntries(
      Array.from(questions.values(), ({ id, parameters }) => [
        id,
        Object.fromEntries(
          Object.entries(parameters).map(([name, form]) => [name, exampleOf(dataset, id, name, form)]),
        ),
      ]),
    ),
  };
}

/** As the data set fills the blank, else with an entity of a family that it is meant for; nothing where it has none. */
function exampleOf(dataset: Dataset, question: string, parameter: string, form: QuestionParameter): string | undefined {
  const { firstQuestion, questions, rows, vocabulary } = dataset;
  const asked = [firstQuestion, ...questions].find(
    (other) => other.question === question && parameter in other.parameters,
  );
  if (asked) return [asked.parameters[parameter] ?? []].flat().join(",");
  if (form.optional) return undefined;
  if (!isEntities(form.form)) return blankOf(form, dataset).values[0]?.value;
  const labels = labelsFor(form, vocabulary);
  const fitting = rows.entities.filter(({ label }) => labels.includes(label));
  if (form.documents === true) return Object.keys(dataset.documents)[0];
  if (fitting.length < (form.least ?? 1)) return undefined;
  return fitting
    .slice(0, form.least ?? 1)
    .map(({ id }) => id)
    .join(",");
}
