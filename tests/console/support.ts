/** The console as a client meets it: over a socket, so that a request can be closed. */
import { execFileSync } from "node:child_process";
import { Problem } from "../../schema/api.ts";
import { CypherAnswer } from "../../schema/console.ts";
import { type Listener, listen } from "../../server/listen.ts";
import type { App } from "../server/support.ts";

export interface Client {
  readonly address: string;
  ask(query: string, parameters?: unknown, signal?: AbortSignal): Promise<CypherAnswer | Problem>;
  close(): Promise<void>;
}

export async function connect(app: App): Promise<Client> {
  const listener: Listener = await listen(0, "127.0.0.1");
  listener.serve(app.fetch);
  const { address } = listener;
  return {
    address,
    async ask(query, parameters = {}, signal) {
      const response = await fetch(`${address}/api/cypher`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ query, parameters }),
        ...(signal ? { signal } : {}),
      });
      const body: unknown = await response.json();
      return response.ok ? CypherAnswer.parse(body) : Problem.parse(body);
    },
    close: () => listener.close(),
  };
}

/** How a query ended: `answered`, or the kind of its refusal. */
export const endOf = (told: CypherAnswer | Problem): string =>
  "columns" in told ? "answered" : (told.kind ?? told.detail);

/** An answer; throws what was told instead. */
export function answered(told: CypherAnswer | Problem): CypherAnswer {
  if ("columns" in told) return told;
  throw new Error(`${told.kind ?? ""} ${told.detail}`);
}

/** The console's processes that this one has started and that still run. */
export function children(): number[] {
  return execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" })
    .split("\n")
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((found) => Number(found?.[2]) === process.pid && found?.[3]?.includes("console-child"))
    .map((found) => Number(found?.[1]));
}
