/** The scripts beside this one, each in a process of its own. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

/** Starts one with an order; its first message is what it found. */
export async function startScript(script: string, order: object): Promise<{ child: ChildProcess; found: unknown }> {
  const child = fork(path.join(import.meta.dirname, script), {
    execArgv: ["--import", "tsx", ...(script === "load.ts" ? ["--max-old-space-size=12000"] : [])],
  });
  child.send(order);
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`${script} ended with ${code} before it had an answer.`);
  });
  const [found]: unknown[] = await Promise.race([once(child, "message"), ended]);
  return { child, found };
}
