/** What may fill a question's blanks: labels and values that the vocabulary knows, and those that occur in the data. */
import type { Blank, QuestionSummary } from "../../schema/api.ts";
import { PartialDate } from "../../schema/date.ts";
import type { Certainty } from "../../schema/fact.ts";
import { type GraphNode, mainLabel } from "../../schema/graph.ts";
import type { LocalizedText } from "../../schema/language.ts";
import type { ParameterForm, QuestionNeed, QuestionParameter } from "../../schema/question.ts";
import { type Role, typesWithRole, type Vocabulary } from "../../schema/vocabulary.ts";
import { InvalidRequest } from "../errors.ts";
import type { Dataset } from "../seed/index.ts";
import type { Question, Questions } from "./declarations.ts";
import { rolesIn, slotsIn } from "./roles.ts";
import { inEachLanguage, same, word } from "./wording.ts";

export const isEntities = (form: ParameterForm | undefined) => form === "entity" || form === "entities";

/** The labels that an entity may have to fill the blank, or that fill it themselves; all where nothing narrows them. */
export function labelsFor(parameter: QuestionParameter, vocabulary: Vocabulary): string[] {
  if (parameter.documents === true) return ["Document"];
  const { families, starts, ends } = parameter;
  const forms = Object.values(vocabulary.relationships);
  const allowed = (roles: QuestionParameter["starts"], end: "start" | "end") =>
    roles && new Set(forms.filter(({ role }) => roles.includes(role)).flatMap((form) => form[end]));
  const atEnds = [allowed(starts, "start"), allowed(ends, "end")].filter((set) => set !== undefined);
  return Object.entries(vocabulary.labels)
    .filter(([label, { family }]) => {
      const inFamily = families?.includes(family) ?? true;
      return inFamily && (atEnds.length === 0 || atEnds.some((set) => set.has(label)));
    })
    .map(([label]) => label);
}

const isNarrow = ({ families, starts, ends, documents }: QuestionParameter) =>
  families !== undefined || starts !== undefined || ends !== undefined || documents !== undefined;

const certainties: Readonly<Record<Certainty, LocalizedText>> = {
  stated: { en: "stated", "zh-Hant": "明確陳述", "zh-Hans": "明确陈述" },
  reported: { en: "reported", "zh-Hant": "據傳", "zh-Hans": "据传" },
  planned: { en: "planned", "zh-Hant": "計畫中", "zh-Hans": "计划中" },
  opinion: { en: "opinion", "zh-Hant": "觀點", "zh-Hans": "观点" },
};

/** The choices of the property that a `choice` names. */
export function choicesFor(
  { role, property = "" }: QuestionParameter,
  vocabulary: Vocabulary,
): Record<string, LocalizedText> {
  const forms = Object.values(vocabulary.relationships).filter((form) => form.role === role);
  return Object.assign({}, ...forms.map(({ properties }) => properties?.[property]?.choices ?? {})) as Record<
    string,
    LocalizedText
  >;
}

/** Every value that may fill a blank that takes no entity and no date, with its words. */
export function valuesFor(parameter: QuestionParameter, vocabulary: Vocabulary): Record<string, LocalizedText> {
  const { form, measures } = parameter;
  if (form === "label")
    return Object.fromEntries(
      labelsFor(parameter, vocabulary).map((label) => [label, vocabulary.labels[label]?.plural ?? same(label)]),
    );
  if (form === "measure")
    return Object.fromEntries(
      Object.entries(vocabulary.measures)
        .filter(([, measure]) => measures?.includes(measure.form) ?? true)
        .map(([id, { caption }]) => [id, caption]),
    );
  if (form === "certainty") return certainties;
  return form === "choice" ? choicesFor(parameter, vocabulary) : {};
}

/** Throws `InvalidRequest` where a value is none of those that the vocabulary knows, or no date. */
export function checkValue({ id, parameters }: Question, name: string, value: string, vocabulary: Vocabulary): void {
  const parameter = parameters[name];
  if (parameter === undefined || isEntities(parameter.form)) return;
  if (parameter.form === "period") {
    if (!PartialDate.safeParse(value).success)
      throw new InvalidRequest(
        `${name} of the question ${id} is a year, a month or a day, and ${value} is none.`,
        "Write 2006, 2017-12 or 2025-12-05, or two of them separated by a comma.",
      );
    return;
  }
  const known = Object.keys(valuesFor(parameter, vocabulary));
  if (!known.includes(value))
    throw new InvalidRequest(
      `${name} of the question ${id} cannot be ${value}.`,
      `Give one of these: ${known.join(", ")}.`,
    );
}

/** Throws `InvalidRequest` where an entity is of a kind that the question cannot be asked of. */
export function checkFits(
  { id, parameters }: Question,
  name: string,
  nodes: readonly GraphNode[],
  vocabulary: Vocabulary,
): void {
  const parameter = parameters[name];
  if (parameter === undefined || !isNarrow(parameter)) return;
  const labels = labelsFor(parameter, vocabulary);
  const stranger = nodes.find((node) => !labels.includes(mainLabel(node)));
  if (stranger !== undefined)
    throw new InvalidRequest(
      `${name} of the question ${id} cannot be ${stranger.id}, whose label is ${mainLabel(stranger)}.`,
      `Give the id of one of these: ${labels.join(", ")}.`,
    );
}

/** What fills a blank, in words: `stated or reported`, `2024–2026`. */
export function wordValues(
  parameter: QuestionParameter,
  values: readonly string[],
  vocabulary: Vocabulary,
): LocalizedText {
  if (parameter.form === "period") return wordPeriod(values);
  const known = valuesFor(parameter, vocabulary);
  return inEachLanguage((language) =>
    new Intl.ListFormat(language, { type: "disjunction" }).format(
      values.map((value) => inSentence(parameter.form, (known[value] ?? same(value))[language])),
    ),
  );
}

/** Captions begin with a capital; in the middle of an English sentence a label's does not, unless it is an abbreviation. */
const inSentence = (form: ParameterForm, text: string) =>
  form !== "label" ? text : text.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());

function wordPeriod(dates: readonly string[]): LocalizedText {
  return inEachLanguage((language) => {
    const worded = dates.map((date) => {
      const [year = "", month, day] = date.split("-");
      if (language === "en") return date;
      return [`${year}年`, month && `${Number(month)}月`, day && `${Number(day)}日`].filter(Boolean).join("");
    });
    return worded.join(language === "en" ? "–" : "至");
  });
}

/** The questions that can be asked of this data set, with what may fill their blanks. */
export function listQuestions(questions: Questions, dataset: Dataset): QuestionSummary[] {
  const those = [...questions.values()].filter((question) => isAskable(question, dataset));
  return those.map(({ id, title, group, parameters, drawing }) => {
    const words = Object.fromEntries(
      Object.entries(parameters).flatMap(([name, { caption }]) => [
        [name, bracketed(caption)],
        [`${name}All`, bracketed(caption)],
      ]),
    );
    const counts = Object.fromEntries(
      Object.entries(parameters).map(([name, { optional }]) => [`${name}Count`, optional ? 0 : 1]),
    );
    return {
      id,
      title: word(title, words, counts),
      group,
      parameters: Object.fromEntries(
        Object.entries(parameters).map(([name, parameter]) => [name, blankOf(parameter, dataset)]),
      ),
      drawing,
    };
  });
}

const askable = new WeakMap<Dataset, Map<Question, boolean>>();

/** Not where the data has nothing that could fill a blank, or nothing that the question is about. */
export function isAskable(question: Question, dataset: Dataset): boolean {
  let found = askable.get(dataset);
  if (found === undefined) askable.set(dataset, (found = new Map()));
  let answer = found.get(question);
  if (answer === undefined) found.set(question, (answer = canBeAsked(question, dataset)));
  return answer;
}

function canBeAsked({ cypher, needs, parameters }: Question, dataset: Dataset): boolean {
  const roles = needs === undefined ? [...rolesIn(cypher), ...slotsIn(cypher)] : [];
  const { labels, types } = occurringIn(dataset);
  if (needs !== undefined && !holds(dataset, needs)) return false;
  const occurs = (role: Role) => typesWithRole(dataset.vocabulary, role).some((type) => types.has(type));
  if (roles.length > 0 && !roles.some(occurs)) return false;
  return Object.values(parameters).every((parameter) => {
    if (parameter.optional) return true;
    if (!isEntities(parameter.form)) return blankOf(parameter, dataset).values.length > 0;
    return labelsFor(parameter, dataset.vocabulary).some((label) => labels.has(label));
  });
}

/** Whether the data set has any of what a question may need. */
export const holds = (dataset: Dataset, need: QuestionNeed): boolean => occurringIn(dataset).needed.has(need);

const bracketed = (text: LocalizedText): LocalizedText =>
  inEachLanguage((language) => (language === "en" ? `[${text.en.toLowerCase()}]` : `［${text[language]}］`));

interface Occurring {
  readonly labels: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
  readonly measures: ReadonlySet<string>;
  readonly certainties: ReadonlySet<string>;
  readonly needed: ReadonlySet<QuestionNeed>;
  readonly years: readonly string[];
  /** Values of a property over all relationships of a role. */
  readonly choices: (parameter: QuestionParameter) => ReadonlySet<string>;
}

const known = new WeakMap<Dataset, Occurring>();

function occurringIn(dataset: Dataset): Occurring {
  const before = known.get(dataset);
  if (before !== undefined) return before;
  const { rows, vocabulary } = dataset;
  const claims = [...rows.relationships, ...rows.observations].map(({ properties }) => properties);
  const dates = claims.flatMap(({ start, end, asOf, date }) => [start, end, asOf, date]);
  const found: Occurring = {
    labels: new Set(rows.entities.map(({ label }) => label)),
    types: new Set(rows.relationships.map(({ type }) => type)),
    measures: new Set(rows.observations.map(({ properties }) => String(properties["measure"]))),
    certainties: new Set(claims.map(({ certainty }) => String(certainty))),
    needed: new Set([
      ...(rows.observations.length > 0 ? (["figures"] as const) : []),
      ...(claims.some(({ certainty }) => certainty !== "stated") ? (["doubts"] as const) : []),
      ...(claims.some(({ rivals }) => rivals !== undefined) ? (["rivals"] as const) : []),
      ...(claims.some(({ saidBy }) => saidBy !== undefined) ? (["speakers"] as const) : []),
      ...(Object.keys(dataset.documents).length > 0 ? (["sources"] as const) : []),
    ]),
    years: [...new Set(dates.flatMap((date) => (typeof date === "string" ? [date.slice(0, 4)] : [])))].sort().reverse(),
    choices: ({ role, property = "" }) =>
      new Set(
        rows.relationships
          .filter(({ type }) => vocabulary.relationships[type]?.role === role)
          .map(({ properties }) => String(properties[property])),
      ),
  };
  known.set(dataset, found);
  return found;
}

/** A blank with what may fill it. */
export function blankOf(parameter: QuestionParameter, dataset: Dataset): Blank {
  const { vocabulary } = dataset;
  const occurring = occurringIn(dataset);
  if (isEntities(parameter.form)) {
    const labels = isNarrow(parameter)
      ? labelsFor(parameter, vocabulary).filter((label) => occurring.labels.has(label) || label === "Document")
      : [];
    return { ...parameter, labels, values: [] };
  }
  if (parameter.form === "period") {
    const values = occurring.years.map((year) => ({ value: year, caption: wordPeriod([year]) }));
    return { ...parameter, labels: [], values };
  }
  const occurs =
    parameter.form === "label"
      ? occurring.labels
      : parameter.form === "measure"
        ? occurring.measures
        : parameter.form === "certainty"
          ? occurring.certainties
          : occurring.choices(parameter);
  const values = Object.entries(valuesFor(parameter, vocabulary))
    .filter(([value]) => occurs.has(value))
    .map(([value, caption]) => ({ value, caption }));
  return { ...parameter, labels: [], values };
}
