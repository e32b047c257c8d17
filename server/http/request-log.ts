/** One line of log for each request, with the id that its problem, if any, tells the client. */
import type { MiddlewareHandler } from "hono";
import type { Logger } from "pino";

export function logRequests(logger: Logger): MiddlewareHandler {
  return async (context, next) => {
    const begin = performance.now();
    await next();
    const { method, path } = context.req;
    logger.info(
      {
        requestId: context.get("requestId"),
        method,
        path,
        status: context.res.status,
        ms: Math.round(performance.now() - begin),
      },
      "request",
    );
  };
}
