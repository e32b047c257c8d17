/** Lets a client keep an answer that an address names for as long as it would be given again. */
import { createHash, randomUUID } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";

const digestOf = (content: string | Uint8Array): string =>
  createHash("sha256").update(content).digest("base64url").slice(0, 22);

/** Weak, since the same answer may be sent compressed or not. */
const headersOf = (digest: string) => ({ ETag: `W/"${digest}"`, "Cache-Control": "no-cache" });

const isKnown = ({ req }: Context, digest: string): boolean =>
  (req.header("If-None-Match") ?? "")
    .split(",")
    .some((candidate) => candidate.trim().replace(/^W\//, "") === `"${digest}"`);

/** Whether an address names the answer; it does not where what is asked stands in a body. */
export const isNamed = ({ req }: Context): boolean => req.method === "GET" || req.method === "HEAD";

/**
 * Where nobody else changes the data an answer depends on its version, the address, and this program; another program
 * might answer otherwise, so each start of it counts as another one unless `program` says which it is.
 */
export function keepByVersion(version: string, program: string = randomUUID()): MiddlewareHandler {
  return async (context, next) => {
    const { pathname, search } = new URL(context.req.url);
    const digest = digestOf([program, version, pathname, search].join("\0"));
    if (isKnown(context, digest)) return context.body(null, 304, headersOf(digest));
    await next();
    if (context.res.status !== 200) return undefined;
    for (const [name, value] of Object.entries(headersOf(digest))) context.res.headers.set(name, value);
    return undefined;
  };
}

/** Where others change the data too, only the answer itself tells whether it is still the same: it is made, and not sent again. */
export const keepByContent: MiddlewareHandler = async (context, next) => {
  await next();
  const { res } = context;
  if (res.status !== 200) return;
  const body = new Uint8Array(await res.arrayBuffer());
  const headers = new Headers(res.headers);
  const digest = digestOf(body);
  for (const [name, value] of Object.entries(headersOf(digest))) headers.set(name, value);
  const isSame = isKnown(context, digest);
  if (isSame) for (const name of ["Content-Type", "Content-Length"]) headers.delete(name);
  context.res = undefined;
  context.res = isSame ? new Response(null, { status: 304, headers }) : new Response(body, { status: 200, headers });
};
