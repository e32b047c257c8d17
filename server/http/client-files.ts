/** Serves the built explorer: its hashed files for ever, its page afresh each time. */
import { readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import type { MiddlewareHandler } from "hono";
import { getMimeType } from "hono/utils/mime";
import { NotFound } from "../errors.ts";

/** Files of the folder by their path; any other page of the explorer is its index.html. */
export function serveClient(folder: string): MiddlewareHandler {
  return async (context) => {
    const { path } = context.req;
    const file = safePath(folder, path);
    const content = file === undefined ? undefined : await read(file);
    if (file !== undefined && content !== undefined) {
      const kept = path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
      return context.body(content, 200, {
        "Content-Type": getMimeType(file) ?? "application/octet-stream",
        "Cache-Control": kept,
      });
    }
    if (path !== "/" && !(context.req.header("Accept") ?? "").includes("text/html"))
      throw new NotFound(`There is nothing at ${path}.`, "Begin at /, or see /openapi.json for the API.");
    const page = await read(join(folder, "index.html"));
    if (page === undefined)
      throw new NotFound(
        "The explorer has not been built.",
        "Stop the server and start it with npm start, which builds it first.",
      );
    return context.body(page, 200, { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-cache" });
  };
}

/** Where a path would lie in the folder; undefined where it would lead out of it or to a hidden file, or is written otherwise than it need be. */
function safePath(folder: string, path: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (
    decoded.includes("//") ||
    /%2f/i.test(path) ||
    decoded.includes("\0") ||
    decoded.split(/[/\\]/).some((part) => part.startsWith("."))
  )
    return undefined;
  const file = join(folder, decoded);
  return file.startsWith(folder + sep) ? file : undefined;
}

async function read(file: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await readFile(file));
  } catch {
    return undefined;
  }
}
