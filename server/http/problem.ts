/** Errors as the API tells them: application/problem+json (RFC 9457) with a remedy. */
import { STATUS_CODES } from "node:http";
import type { Context, ErrorHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Logger } from "pino";
import type { Problem } from "../../schema/api.ts";
import type { QueryProblemKind } from "../../schema/query-problem.ts";
import { Busy, InvalidRequest, NotFound, QueryRefused, Refused, Unavailable, Unfit } from "../errors.ts";

/** The asker's fault, in a way that has its own status of HTTP: a host, a method, a size. */
export class HttpFault extends HTTPException {
  readonly remedy: string;

  constructor(status: ContentfulStatusCode, message: string, remedy: string, headers: Record<string, string> = {}) {
    super(status, { message, res: new Response(null, { headers }) });
    this.name = "HttpFault";
    this.remedy = remedy;
  }
}

/** The one place where an error becomes an answer. What nobody foresaw is logged, and told without its insides. */
export function errorHandler(logger: Logger): ErrorHandler {
  return (error, context) => {
    const requestId = context.get("requestId");
    const { status, detail, remedy } = judge(error, requestId);
    // Who asked may have left, which ends the work and is nobody's fault.
    if (status >= 500 && !context.req.raw.signal.aborted)
      logger.error({ requestId, path: context.req.path, err: error }, "a request failed");
    if (error instanceof Busy) context.header("Retry-After", "5");
    if (error instanceof HttpFault) error.res?.headers.forEach((value, name) => context.header(name, value));
    const more = error instanceof QueryRefused ? { kind: error.kind, position: error.position } : {};
    return answerProblem(context, { status, detail, remedy }, more);
  };
}

interface Judgement {
  readonly status: ContentfulStatusCode;
  readonly detail: string;
  readonly remedy: string;
}

function judge(error: Error, requestId: string): Judgement {
  if (error instanceof InvalidRequest) return { status: 400, detail: error.message, remedy: error.remedy };
  if (error instanceof NotFound) return { status: 404, detail: error.message, remedy: error.remedy };
  if (error instanceof Unfit) return { status: 422, detail: error.message, remedy: error.remedy };
  // What is refused at start can also befall a running server: a password that was changed, a database taken away.
  if (error instanceof Unavailable || error instanceof Busy || error instanceof Refused)
    return { status: 503, detail: error.message, remedy: error.remedy };
  if (error instanceof QueryRefused)
    return { status: queryStatus[error.kind] ?? 400, detail: error.message, remedy: error.remedy };
  if (error instanceof HttpFault) return { status: error.status, detail: error.message, remedy: error.remedy };
  // Of the framework's own there are those for a body that is no JSON.
  if (error instanceof HTTPException && error.status < 500)
    return { status: error.status, detail: `${error.message}.`, remedy: "See this route in /openapi.json." };
  return {
    status: 500,
    detail: "Something went wrong on our side.",
    remedy: `Try again. If it happens again, look for ${requestId} in the server's log.`,
  };
}

/** The query has the form of one; it only asks too much, or comes when there is too much to do. */
const queryStatus: Partial<Record<QueryProblemKind, ContentfulStatusCode>> = {
  time: 422,
  memory: 422,
  crash: 422,
  busy: 503,
};

function answerProblem(
  context: Context,
  { status, detail, remedy }: Judgement,
  more: Pick<Problem, "kind" | "position">,
): Response {
  const problem: Problem = {
    type: "about:blank",
    title: STATUS_CODES[status] ?? "Error",
    status,
    detail,
    remedy,
    ...more,
    instance: `urn:request:${context.get("requestId")}`,
  };
  return context.body(JSON.stringify(problem), status, {
    "Content-Type": "application/problem+json",
    "Cache-Control": "no-store",
  });
}
