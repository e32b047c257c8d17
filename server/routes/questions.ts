/** Questions and their answers; each question is a route of its own, with its blanks as parameters. */
import { createRoute, z } from "@hono/zod-openapi";
import { Answer, AnswerWords, AskedQuestion, QuestionSummary } from "../../schema/api.ts";
import { NotFound } from "../errors.ts";
import { askQuestion, listQuestions, type Question, wordAnswer } from "../questions/index.ts";
import { type GivenParameters, mostValues, wanted, wordQuestion } from "../questions/fill.ts";
import {
  answer,
  idForm,
  inOrderOfTime,
  jsonForm,
  listForm,
  notFound,
  optionalList,
  outOfOrder,
  problems,
  timeForms,
} from "./forms.ts";
import type { Examples } from "./examples.ts";
import type { AddRoutes, Api, Served } from "./served.ts";

const firstViewRoute = createRoute({
  method: "get",
  path: "/api/first-view",
  tags: ["Questions"],
  summary: "The answer that opens the explorer: the data set's first question, asked",
  responses: { 200: answer(Answer, "Answer", "The answer."), ...problems },
});

const listRoute = createRoute({
  method: "get",
  path: "/api/questions",
  tags: ["Questions"],
  summary: "The questions that can be asked, with their blanks",
  responses: { 200: answer(z.array(QuestionSummary), "QuestionSummaries", "All questions."), ...problems },
});

const headlineRoute = (example: Pick<AskedQuestion, "question" | "parameters">) =>
  createRoute({
    method: "get",
    path: "/api/headlines",
    tags: ["Questions"],
    summary: "How a question reads with its blanks filled, without asking it",
    request: {
      query: z.strictObject({
        question: idForm(example.question, "A question's id."),
        parameters: jsonForm(
          AskedQuestion.shape.parameters,
          JSON.stringify(example.parameters),
          'What fills the blanks, as JSON: `{"blank": ["value"]}`.',
        ),
      }),
    },
    responses: { 200: answer(AskedQuestion, "AskedQuestion", "The question in words."), ...notFound, ...problems },
  });

const standfirstRoute = (example: Pick<AskedQuestion, "question" | "parameters">) =>
  createRoute({
    method: "get",
    path: "/api/standfirsts",
    tags: ["Questions"],
    summary: "A question's answer in a sentence, counting what is not known to have begun after a time",
    description: "`standfirst` is null where what is drawn of the answer does not tell its figures.",
    request: {
      query: z
        .strictObject({
          question: idForm(example.question, "A question's id."),
          parameters: jsonForm(
            AskedQuestion.shape.parameters,
            JSON.stringify(example.parameters),
            'What fills the blanks, as JSON: `{"blank": ["value"]}`.',
          ),
          ...timeForms,
        })
        .refine(inOrderOfTime, outOfOrder),
    },
    responses: { 200: answer(AnswerWords, "AnswerWords", "The answer in words."), ...notFound, ...problems },
  });

export const addQuestionRoutes: AddRoutes = (api, served, examples) => {
  const { dataset, questions } = served;
  const { question, parameters } = dataset.firstQuestion;
  api.openapi(firstViewRoute, async (context) => context.json(await askQuestion(served, question, parameters), 200));
  api.openapi(listRoute, (context) => context.json(listQuestions(questions, dataset), 200));
  api.openapi(headlineRoute({ question, parameters: listed(parameters) }), async (context) => {
    const asked = context.req.valid("query");
    return context.json(await wordQuestion(served, asked.question, asked.parameters), 200);
  });
  api.openapi(standfirstRoute({ question, parameters: listed(parameters) }), async (context) => {
    const { from, to, undated, ...asked } = context.req.valid("query");
    const period = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    return context.json(await wordAnswer(served, asked.question, asked.parameters, { period, undated }), 200);
  });
  for (const each of questions.values()) addQuestion(api, served, each, examples.questions[each.id] ?? {});
  api.get("/api/questions/:id", (context) => {
    throw new NotFound(
      `There is no question ${context.req.param("id")}.`,
      `Ask one of these: ${[...questions.keys()].join(", ")}.`,
    );
  });
};

const listed = (parameters: GivenParameters): Record<string, string[]> =>
  Object.fromEntries(Object.entries(parameters).map(([name, values]) => [name, [values].flat()]));

function addQuestion(api: Api, served: Served, question: Question, examples: Examples["questions"][string]): void {
  const blanks = Object.entries(question.parameters).map(([name, { form, caption, optional }]) => {
    const described = `${caption.en}: ${wanted[form]}.`;
    const list = optional ? optionalList : listForm;
    return [name, list(examples[name], described, mostValues(form))] as const;
  });
  const route = createRoute({
    method: "get",
    path: `/api/questions/${question.id}`,
    tags: ["Questions"],
    summary: question.title.en,
    description: `Drawn as ${question.drawing}.`,
    request: { query: z.strictObject(Object.fromEntries(blanks)) },
    responses: {
      200: answer(Answer, "Answer", "The answer in words, in figures and as a drawing."),
      ...notFound,
      ...problems,
    },
  });
  api.openapi(route, async (context) =>
    context.json(await askQuestion(served, question.id, context.req.valid("query")), 200),
  );
}
