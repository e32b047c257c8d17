/** Takes the port, answers "starting" on it until there is an app, and lets go of it in order. */
import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import { Refused } from "./errors.ts";
import { longestUrl } from "./http/limits.ts";

type Fetch = (request: Request) => Response | Promise<Response>;

export interface Listener {
  /** Where a browser on this machine finds it. */
  readonly address: string;
  /** From now on requests go there. */
  serve(fetch: Fetch): void;
  /** Takes no more requests, finishes those under way, and waits no longer than some seconds for them. */
  close(): Promise<void>;
}

const patienceMs = 5000;

export async function listen(port: number, host: string): Promise<Listener> {
  let answer: Fetch = starting;
  const server = serve({
    fetch: (request) => answer(request),
    port,
    hostname: host,
    serverOptions: { maxHeaderSize: longestUrl + 16_384 },
  }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once("listening", resolve);
    server.once("error", (error) => reject(refusal(error, port, host)));
  });
  const bound = server.address();
  const boundPort = typeof bound === "object" && bound !== null ? bound.port : port;
  return {
    address: `http://${reachable(host)}:${boundPort}`,
    serve: (fetch) => (answer = fetch),
    close: () =>
      new Promise((resolve) => {
        const timer = setTimeout(() => server.closeAllConnections(), patienceMs);
        server.close(() => {
          clearTimeout(timer);
          resolve();
        });
      }),
  };
}

const starting: Fetch = () =>
  new Response("Alumnigraph is starting; try again in a moment.\n", {
    status: 503,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Retry-After": "2" },
  });

/** Such an address is no name of this machine, and none that a browser could open. */
export const isEveryInterface = (host: string): boolean => host === "0.0.0.0" || host === "::";

function reachable(host: string): string {
  if (isEveryInterface(host)) return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}

function refusal(error: NodeJS.ErrnoException, port: number, host: string): Error {
  const options = { cause: error };
  switch (error.code ?? "") {
    case "EADDRINUSE":
      return new Refused(
        `Port ${port} is in use, perhaps by another Alumnigraph.`,
        `Stop the other program, or choose another port: PORT=${port < 65_535 ? port + 1 : 4680} npm start`,
        options,
      );
    case "EACCES":
      return new Refused(
        `This user may not listen on port ${port}.`,
        "Choose a port above 1023: PORT=4680 npm start",
        options,
      );
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return new Refused(
        `${host} is no address of this machine.`,
        "Correct HOST, or leave it out to listen on 127.0.0.1.",
        options,
      );
    default:
      return error;
  }
}
