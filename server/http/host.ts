/** Answers only to names that are ours, so that no page of another site can reach a server on the reader's machine. */
import type { MiddlewareHandler } from "hono";
import { HttpFault } from "./problem.ts";

/** Refuses a request whose Host is neither a loopback name nor one of those allowed; the port does not matter. */
export function checkHost(allowed: readonly string[]): MiddlewareHandler {
  const names = new Set(allowed.map((name) => nameIn(name)));
  return async (context, next) => {
    const host = context.req.header("host") ?? new URL(context.req.url).host;
    const name = nameIn(host);
    if (!isLoopback(name) && !names.has(name)) {
      throw new HttpFault(
        421,
        `This server does not answer for the host ${host}.`,
        "Open it by the address it printed at its start, or add the name to ALLOWED_HOSTS and start again.",
      );
    }
    await next();
  };
}

/** `[::1]:4680` → `::1`, `Example.org.:80` → `example.org` */
function nameIn(host: string): string {
  const bracketed = /^\[(.*)\](?::\d+)?$/.exec(host);
  const name = bracketed?.[1] ?? (host.split(":").length === 2 ? host.replace(/:\d+$/, "") : host);
  return name.toLowerCase().replace(/\.$/, "");
}

export function isLoopback(name: string): boolean {
  return name === "localhost" || name.endsWith(".localhost") || name === "::1" || /^127(?:\.\d{1,3}){3}$/.test(name);
}
