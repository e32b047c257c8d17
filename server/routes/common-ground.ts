/** What several entities share. */
import { createRoute, z } from "@hono/zod-openapi";
import { CommonGround } from "../../schema/api.ts";
import { findCommonGround } from "../queries/index.ts";
import { answer, listForm, problems } from "./forms.ts";
import type { AddRoutes } from "./served.ts";

export const addCommonGroundRoutes: AddRoutes = (api, { database }, examples) => {
  const route = createRoute({
    method: "get",
    path: "/api/common-ground",
    tags: ["Entities"],
    summary: "What several entities share: neighbors, by type and direction, and documents",
    description:
      "Neighbors of at least two of them, those that most share first and among these the least connected. An id that nothing has is passed over.",
    request: {
      query: z.strictObject({ ids: listForm(`${examples.node},${examples.other}`, "Ids, separated by commas.", 200) }),
    },
    responses: { 200: answer(CommonGround, "CommonGround", "What they share."), ...problems },
  });
  api.openapi(route, async (context) =>
    context.json(await findCommonGround(database, context.req.valid("query").ids), 200),
  );
};
