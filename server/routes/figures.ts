/** Figures of several entities, for what is on screen together. */
import { createRoute, z } from "@hono/zod-openapi";
import { FigureList } from "../../schema/api.ts";
import { listFigures } from "../queries/index.ts";
import { answer, listForm, problems } from "./forms.ts";
import type { AddRoutes } from "./served.ts";

export const addFigureRoutes: AddRoutes = (api, { database }, examples) => {
  const route = createRoute({
    method: "get",
    path: "/api/figures",
    tags: ["Entities"],
    summary: "The figures of several entities that are a number or a date, of each by measure and time",
    description: "An id that nothing has is passed over.",
    request: {
      query: z.strictObject({ ids: listForm(`${examples.node},${examples.other}`, "Ids, separated by commas.", 500) }),
    },
    responses: { 200: answer(FigureList, "FigureList", "Their figures."), ...problems },
  });
  api.openapi(route, async (context) => context.json(await listFigures(database, context.req.valid("query").ids), 200));
};
