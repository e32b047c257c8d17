/** Reads the questions: the program's own in cypher/questions, then those that a data set brings. */
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { languages } from "../../schema/language.ts";
import { QuestionForm } from "../../schema/question.ts";
import { Role } from "../../schema/vocabulary.ts";
import { Refused } from "../errors.ts";
import { cypherFolder, parametersOf } from "../queries/bind.ts";
import type { Readings } from "../seed/reading.ts";
import { isFigure } from "./network.ts";
import { figuresOfPart } from "./growing-part.ts";
import { type PartKind, partKinds } from "./graph-parts.ts";
import { anyTime } from "./period.ts";
import { rolesIn, typesOf } from "./roles.ts";
import { blanksOf } from "./wording.ts";

export interface Question extends QuestionForm {
  readonly id: string;
  readonly cypher: string;
  /** The roles whose types the query is given, as `$careerTypes`. */
  readonly roles: readonly Role[];
  /** Whether it takes the words that mark a leading post, as `$leadingWords`. */
  readonly asksForLeaders: boolean;
  /** The part of the graph that it takes, as `$core` or `$backbone`. */
  readonly asksForPart: PartKind | undefined;
  /** The declaration's file, for whoever has to correct it. */
  readonly file: string;
}
export type Questions = ReadonlyMap<string, Question>;

/**
 * All questions by id; throws `Refused` where one is not as it should be or stands twice. With `readings`, what has not
 * changed is not parsed again.
 */
export async function readQuestions(datasetFolder?: string, readings?: Readings): Promise<Questions> {
  const folders = [
    join(cypherFolder, "questions"),
    ...(datasetFolder === undefined ? [] : [join(datasetFolder, "questions")]),
  ];
  const read = () => readFolders(folders);
  const questions =
    readings === undefined ? await read() : await readings.take({ name: "questions", of: folders, read });
  return new Map(questions.map((question) => [question.id, question]));
}

async function readFolders(folders: readonly string[]): Promise<Question[]> {
  const questions = new Map<string, Question>();
  for (const folder of folders) {
    for (const question of await readFolder(folder)) {
      const other = questions.get(question.id);
      if (other)
        throw new Refused(
          `${question.file}: the question ${question.id} stands already in ${other.file}.`,
          "Give one of them another name.",
        );
      questions.set(question.id, question);
    }
  }
  return [...questions.values()];
}

async function readFolder(folder: string): Promise<Question[]> {
  if (!existsSync(folder)) return [];
  const names = (await readdir(folder)).sort();
  const ids = new Set(
    names.filter((name) => /\.(?:yaml|cypher)$/.test(name)).map((name) => name.replace(/\.\w+$/, "")),
  );
  return Promise.all([...ids].map((id) => readQuestion(folder, id)));
}

async function readQuestion(folder: string, id: string): Promise<Question> {
  const file = join(folder, `${id}.yaml`);
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))
    throw new Refused(`${file}: ${id} is not a name for a question.`, "Write lower-case words joined by hyphens.");
  const declaration = await readForm(file, await readText(file));
  const queryFile = join(folder, `${id}.cypher`);
  const cypher = await readText(queryFile);
  const question = {
    ...declaration,
    id,
    cypher,
    file,
    roles: rolesIn(cypher),
    asksForLeaders: parametersOf(cypher).includes("leadingWords"),
    asksForPart: partKinds.find((kind) => parametersOf(cypher).includes(kind)),
  };
  checkMessages(question);
  checkQuery(question, queryFile);
  return question;
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new Refused(
      `${file} is missing or cannot be read.`,
      "A question is two files of one name: a .yaml that declares it and a .cypher that asks it.",
      { cause },
    );
  }
}

async function readForm(file: string, text: string): Promise<QuestionForm> {
  const { parse } = await import("yaml");
  let written: unknown;
  try {
    written = parse(text);
  } catch (cause) {
    throw new Refused(
      `${file}: ${cause instanceof Error ? cause.message : "is not YAML."}`,
      "Correct the YAML at this place.",
      { cause },
    );
  }
  const form = QuestionForm.safeParse(written);
  if (form.success) return form.data;
  throw new Refused(
    `${file} is not a question:\n${z.prettifyError(form.error)}`,
    "Write it like those in cypher/questions.",
  );
}

const figuresOfColumns = [
  "people",
  "destinations",
  "founders",
  "both",
  "origins",
  "elsewhere",
  "ties",
  "tiesNotDrawn",
  "peopleNotDrawn",
];
const figuresOfNetworks = [
  "rows",
  "nodes",
  "relationships",
  "observations",
  "figured",
  "alone",
  "documents",
  "uncited",
  "dated",
  "rivals",
  "notDrawn",
  "undecided",
];
const figuresOfRoles = Role.options.flatMap((role) => [role, `${role}Starts`, `${role}Ends`, `${role}Dated`]);

/**
 * The figures that an answer's words may use: of nodes also how many there are under each name that the query returns,
 * and each number that it returns as `…InAll`. What rows in brief return are no nodes but ids, types and times.
 */
export function figuresFor({
  drawing,
  cypher,
  parameters,
  brief,
  asksForPart,
}: Pick<Question, "drawing" | "cypher" | "parameters" | "brief" | "asksForPart">): string[] {
  const own = drawing === "columns" ? figuresOfColumns : [...figuresOfNetworks, ...figuresOfRoles];
  const ofPart = asksForPart === undefined ? [] : figuresOfPart;
  const named = brief ? [] : namesIn(cypher).map((name) => (isFigure(name) ? name : `${name}Count`));
  return [...new Set([...own, ...ofPart, ...named, ...countsOf(parameters)])];
}

/** The words that an answer as a network may use beside its figures: who the query returns under each name. */
export const wordsFor = ({ cypher, brief, drawing }: Pick<Question, "cypher" | "brief" | "drawing">): string[] =>
  brief || drawing === "columns" ? [] : namesIn(cypher).map((name) => `${name}Names`);

const namesIn = (cypher: string) => [...cypher.matchAll(/\bAS\s+([a-z]\w*)/g)].map(([, name = ""]) => name);
const countsOf = (parameters: Question["parameters"]) => Object.keys(parameters).map((name) => `${name}Count`);

function checkMessages(question: Question): void {
  const names = Object.entries(question.parameters).flatMap(([name, { form }]) =>
    form === "entities" ? [name, `${name}All`] : [name],
  );
  const allowed = {
    title: [...names, ...countsOf(question.parameters)],
    empty: [...names, ...countsOf(question.parameters)],
    standfirst: [
      ...names,
      ...figuresFor(question),
      ...wordsFor(question),
      ...(question.drawing === "columns" ? ["kind", "kinds"] : []),
    ],
    colors: [...names, ...figuresFor(question)],
  };
  for (const part of ["title", "standfirst", "colors", "empty"] as const) {
    const message = question[part];
    if (message === undefined) continue;
    for (const language of languages) {
      const place = `${question.file}: ${part}.${language}`;
      const stranger = readBlanks(place, message[language], language).find((blank) => !allowed[part].includes(blank));
      if (stranger !== undefined)
        throw new Refused(
          `${place} has {${stranger}}, which nothing fills.`,
          `Use only {${allowed[part].join("}, {")}}.`,
        );
    }
  }
}

function readBlanks(place: string, message: string, language: (typeof languages)[number]): string[] {
  try {
    return blanksOf(message, language);
  } catch (cause) {
    throw new Refused(
      `${place} is not an ICU message (${cause instanceof Error ? cause.message : String(cause)}).`,
      "Look for a brace that is not closed, or a plural without other {…}.",
      { cause },
    );
  }
}

const writes = /\b(?:CREATE|MERGE|SET|DELETE|DETACH|REMOVE|FOREACH|DROP|LOAD\s+CSV)\b/i;

function checkQuery({ cypher, parameters, roles }: Question, file: string): void {
  const hasPeriod = Object.values(parameters).some(({ form }) => form === "period");
  const given = ["leadingWords", ...partKinds, ...(hasPeriod ? Object.keys(anyTime) : [])];
  const known = new Set([...Object.keys(parameters), ...roles.map(typesOf), ...given]);
  const used = parametersOf(cypher);
  const stranger = used.find((name) => !known.has(name));
  if (stranger !== undefined)
    throw new Refused(
      `${file} uses $${stranger}, which nothing gives.`,
      "Declare it under parameters, or use a role's types such as $careerTypes.",
    );
  const idle = Object.keys(parameters).find((name) => parameters[name]?.form !== "period" && !used.includes(name));
  if (idle !== undefined)
    throw new Refused(
      `${file} does not use $${idle}, which its declaration asks for.`,
      `Use $${idle} in the query, or take it out of the declaration.`,
    );
  const write = writes.exec(cypher.replaceAll(/\/\/.*$|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`/gm, " "));
  if (write)
    throw new Refused(
      `${file} would write (${write[0]}); a question only reads.`,
      "Leave only MATCH, WHERE, WITH, UNWIND, UNION and RETURN.",
    );
}
