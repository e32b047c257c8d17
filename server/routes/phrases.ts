/** Phrases: questions as one types them. */
import { createRoute, z } from "@hono/zod-openapi";
import { PhraseAnswer } from "../../schema/api.ts";
import { offerPhrases } from "../phrases/offer.ts";
import { answer, problems } from "./forms.ts";
import type { AddRoutes } from "./served.ts";

export const addPhraseRoutes: AddRoutes = (api, served, examples) => {
  const route = createRoute({
    method: "get",
    path: "/api/phrases",
    tags: ["Questions"],
    summary: "The questions that a phrase may ask, with their blanks filled, and what was understood of it",
    description:
      "Words are met with the questions' own phrases, the vocabulary's captions and the entities' names, in three scripts; nothing is offered where too little is understood.",
    request: {
      query: z.strictObject({
        q: z.string().min(1, "is empty").max(200, "is longer than 200 characters").openapi({
          example: examples.name,
          description: "A question in a few words, or a name.",
        }),
      }),
    },
    responses: {
      200: answer(PhraseAnswer, "PhraseAnswer", "What is offered, the best understood first."),
      ...problems,
    },
  });
  api.openapi(route, async (context) => context.json(await offerPhrases(served, context.req.valid("query").q), 200));
};
