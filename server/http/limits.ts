/** What a request may be: a short GET without a body, or a short JSON to where one is asked for. */
import type { MiddlewareHandler } from "hono";
import { consoleLimits } from "../../schema/console.ts";
import { HttpFault } from "./problem.ts";

/** Long enough for 500 ids. */
export const longestUrl = 32_768;

interface Asked {
  /** Bytes of a body at most. */
  readonly most: number;
  /** Whether it is asked by GET too. */
  readonly alsoRead: boolean;
  /** What to do about a body that is longer. */
  readonly shorten: string;
}

/** The routes that are asked by POST: they read too, but what they ask may be too long for an address. */
const asked: ReadonlyMap<string, Asked> = new Map([
  ["/api/cypher", { most: consoleLimits.request, alsoRead: false, shorten: "a shorter query, or fewer parameters." }],
  ["/api/subgraph", { most: 2_500_000, alsoRead: true, shorten: "ask for fewer ids at once." }],
]);

/** Refuses what writes, what has a body where none is asked for, and what is too long to be a question. */
export const limitRequests: MiddlewareHandler = async (context, next) => {
  const { method, url, path } = context.req;
  if (url.length > longestUrl)
    throw new HttpFault(
      414,
      `The address is ${url.length} characters long.`,
      `Keep it below ${longestUrl}: ask for fewer ids at once.`,
    );
  const isRead = method === "GET" || method === "HEAD";
  const form = asked.get(path);
  if (form !== undefined && !(isRead && form.alsoRead)) {
    if (method !== "POST")
      throw new HttpFault(405, `${method} is not understood here.`, "Use POST with JSON.", {
        Allow: form.alsoRead ? "GET, HEAD, POST" : "POST",
      });
    limitBody(context.req.header("content-type"), context.req.header("content-length"), form);
    return next();
  }
  if (!isRead)
    throw new HttpFault(405, `${method} is not understood here: everything is read-only.`, "Use GET.", {
      Allow: "GET, HEAD",
    });
  if (context.req.header("transfer-encoding") !== undefined || Number(context.req.header("content-length") ?? 0) > 0)
    throw new HttpFault(413, "A request here has no body.", "Put what you ask into the address.");
  return next();
};

/** Only JSON, which a form of another site cannot send, and only with its length told before it is read. */
function limitBody(type: string | undefined, length: string | undefined, { most, shorten }: Asked): void {
  if (!/^application\/json\s*(?:;|$)/i.test(type ?? ""))
    throw new HttpFault(415, "The body is not JSON.", "Send it with Content-Type: application/json.");
  if (length === undefined)
    throw new HttpFault(411, "The length of the body is not told.", "Send it with Content-Length.");
  if (!(Number(length) <= most))
    throw new HttpFault(413, `The request is ${length} bytes long.`, `Keep it below ${most}: ${shorten}`);
}
