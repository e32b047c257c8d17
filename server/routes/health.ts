/** Whether the server lives, and whether it can do its work. */
import { createRoute } from "@hono/zod-openapi";
import { Health } from "../../schema/api.ts";
import { answer, problems } from "./forms.ts";
import type { AddRoutes } from "./served.ts";

const healthRoute = createRoute({
  method: "get",
  path: "/api/health",
  tags: ["Operation"],
  summary: "Whether the server is running",
  responses: { 200: answer(Health, "Health", "It is."), ...problems },
});

const readyRoute = createRoute({
  method: "get",
  path: "/api/ready",
  tags: ["Operation"],
  summary: "Whether the database answers too",
  responses: { 200: answer(Health, "Health", "It does."), ...problems },
});

export const addHealthRoutes: AddRoutes = (api, { database }) => {
  const fresh = { "Cache-Control": "no-store" };
  api.openapi(healthRoute, (context) => context.json({ status: "ok" as const }, 200, fresh));
  api.openapi(readyRoute, async (context) => {
    await database.ready();
    return context.json({ status: "ok" as const }, 200, fresh);
  });
};
