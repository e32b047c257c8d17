/** Search as one types. */
import { createRoute, z } from "@hono/zod-openapi";
import { SearchAnswer } from "../../schema/api.ts";
import { search } from "../search/search.ts";
import { answer, optionalList, problems, wholeNumber } from "./forms.ts";
import type { AddRoutes } from "./served.ts";

export const addSearchRoutes: AddRoutes = (api, { database }, examples) => {
  const route = createRoute({
    method: "get",
    path: "/api/search",
    tags: ["Entities"],
    summary: "Entities by any of their names, in any script",
    description: "Exact matches first, then beginnings, then what lies inside a name; the better connected first.",
    request: {
      query: z.strictObject({
        q: z.string().min(1, "is empty").max(200, "is longer than 200 characters").openapi({
          example: examples.name,
          description: "A name, an alias, a ticker, pinyin or initials, or the beginning of one.",
        }),
        limit: wholeNumber(1, 50, 10, "How many to give."),
        labels: optionalList(examples.label, "Only entities with one of these labels."),
      }),
    },
    responses: {
      200: answer(SearchAnswer, "SearchAnswer", "What was found, with the name that matched."),
      ...problems,
    },
  });
  api.openapi(route, async (context) => {
    const { q, limit, labels } = context.req.valid("query");
    return context.json({ query: q, hits: await search(database, { query: q, limit, labels }) }, 200);
  });
};
