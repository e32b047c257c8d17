/** Lets a client keep an answer for as long as the data it was made of. */
import { createHash, randomUUID } from "node:crypto";
import type { MiddlewareHandler } from "hono";

/**
 * An answer depends on the data's version, the address, and this program; another program might answer otherwise, so
 * each start of it counts as another one unless `program` says which it is.
 */
export function keepByVersion(version: string, program: string = randomUUID()): MiddlewareHandler {
  return async (context, next) => {
    const { pathname, search } = new URL(context.req.url);
    const digest = createHash("sha256")
      .update([program, version, pathname, search].join("\0"))
      .digest("base64url")
      .slice(0, 22);
    // Weak, since the same answer may be sent compressed or not.
    const tag = `W/"${digest}"`;
    const known = context.req.header("If-None-Match");
    if (
      known !== undefined &&
      known.split(",").some((candidate) => candidate.trim().replace(/^W\//, "") === `"${digest}"`)
    ) {
      return context.body(null, 304, { ETag: tag, "Cache-Control": "no-cache" });
    }
    await next();
    if (context.res.status !== 200) return undefined;
    context.res.headers.set("ETag", tag);
    context.res.headers.set("Cache-Control", "no-cache");
    return undefined;
  };
}
