/** What a request may be: a short GET without a body. */
import type { MiddlewareHandler } from "hono";
import { HttpFault } from "./problem.ts";

/** Long enough for 500 ids. */
export const longestUrl = 32_768;

/** Refuses what writes, what has a body, and what is too long to be a question. */
export const limitRequests: MiddlewareHandler = async (context, next) => {
  const { method, url } = context.req;
  if (method !== "GET" && method !== "HEAD")
    throw new HttpFault(405, `${method} is not understood here: everything is read-only.`, "Use GET.", {
      Allow: "GET, HEAD",
    });
  if (url.length > longestUrl)
    throw new HttpFault(
      414,
      `The address is ${url.length} characters long.`,
      `Keep it below ${longestUrl}: ask for fewer ids at once.`,
    );
  if (context.req.header("transfer-encoding") !== undefined || Number(context.req.header("content-length") ?? 0) > 0)
    throw new HttpFault(413, "A request here has no body.", "Put what you ask into the address.");
  await next();
};
