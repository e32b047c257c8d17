/** What a database file holds, found out without opening it for writing and without risk to this process. */
import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { State } from "./state.ts";

const script = path.join(import.meta.dirname, "examine.mjs");

const Answer = z.union([
  z.object({ state: State, rows: z.array(z.record(z.string(), z.unknown())) }),
  z.object({ fault: z.string() }),
]);

export interface Examined {
  readonly state: State;
  readonly rows: readonly Record<string, unknown>[];
}

/** Throws an Error with the engine's own words when the file cannot be opened, or when the engine itself gave up. */
export async function examine(file: string, cypher = "", parameters: Record<string, unknown> = {}): Promise<Examined> {
  const answer = Answer.parse(JSON.parse(await ask([file, cypher, JSON.stringify(parameters)])));
  if ("fault" in answer) throw new Error(answer.fault);
  return answer;
}

async function ask(args: readonly string[]): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [script, ...args], { maxBuffer: 2 ** 26 });
    return stdout;
  } catch (cause) {
    const { signal, code } = cause as { signal?: string; code?: number | string };
    throw new Error(`the engine gave up on it (${signal ?? `code ${code}`})`, { cause });
  }
}
