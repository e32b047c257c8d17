/** Compresses text where it pays: small answers would grow slower than they shrink. */
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { MiddlewareHandler } from "hono";

const compress = promisify(gzip);
const compressible = /^(?:text\/|application\/(?:json|problem\+json|javascript|manifest\+json)|image\/svg\+xml)/;

/** Gzips text from this many bytes on; what never changes only once. */
export function compressText(threshold = 8192): MiddlewareHandler {
  // A page asks for a dozen files at once, on the same processors as it is drawn by.
  const kept = new Map<string, Buffer<ArrayBuffer>>();
  // Where letters' case means nothing one file has many paths.
  const most = 500;
  const compressOnce = async (path: string, body: Uint8Array, headers: Headers) => {
    const known = kept.get(path);
    if (known !== undefined) return known;
    const content = await compress(body);
    if (headers.get("Cache-Control")?.includes("immutable") && kept.size < most) kept.set(path, content);
    return content;
  };
  return async (context, next) => {
    await next();
    const { res } = context;
    if (context.req.method === "HEAD" || !compressible.test(res.headers.get("Content-Type") ?? "")) return;
    res.headers.append("Vary", "Accept-Encoding");
    // To look at the body costs more than all else that is done for a small answer.
    if (!acceptsGzip(context.req.header("Accept-Encoding")) || res.body === null) return;
    const body = new Uint8Array(await res.arrayBuffer());
    const headers = new Headers(res.headers);
    const compressed = body.byteLength >= threshold;
    if (compressed) headers.set("Content-Encoding", "gzip");
    headers.delete("Content-Length");
    const content = compressed ? await compressOnce(context.req.path, body, headers) : body;
    context.res = undefined;
    context.res = new Response(content, { status: res.status, headers });
  };
}

function acceptsGzip(header = ""): boolean {
  const offers = header.split(",").map((offer) =>
    offer
      .trim()
      .toLowerCase()
      .split(/\s*;\s*q=/),
  );
  const offer = offers.find(([name]) => name === "gzip") ?? offers.find(([name]) => name === "*");
  return offer !== undefined && Number(offer[1] ?? 1) > 0;
}
