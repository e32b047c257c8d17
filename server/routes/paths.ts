/** Shortest paths. */
import { createRoute, z } from "@hono/zod-openapi";
import { Paths } from "../../schema/api.ts";
import { findShortestPaths } from "../queries/index.ts";
import { answer, idForm, notFound, optionalList, problems, wholeNumber } from "./forms.ts";
import type { AddRoutes } from "./served.ts";

export const addPathRoutes: AddRoutes = (api, { database }, examples) => {
  const route = createRoute({
    method: "get",
    path: "/api/paths",
    tags: ["Entities"],
    summary: "All shortest paths between two entities",
    description:
      "Directions do not matter. A path is a sequence of entities; all relationships between its neighbors are in the subgraph.",
    request: {
      query: z.strictObject({
        from: idForm(examples.node, "The entity at one end."),
        to: idForm(examples.other, "The entity at the other end."),
        maxLength: wholeNumber(1, 8, 6, "The most relationships that a path may have."),
        limit: wholeNumber(1, 100, 20, "How many paths to give."),
        types: optionalList(undefined, "Only along these relationship types."),
      }),
    },
    responses: {
      200: answer(Paths, "Paths", "The paths, in the order of their ids; none where there is none."),
      ...notFound,
      ...problems,
    },
  });
  api.openapi(route, async (context) =>
    context.json(await findShortestPaths(database, context.req.valid("query")), 200),
  );
};
