/** A script of this folder, or the program itself, in a process of its own, to be killed. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";

export const root = resolve(import.meta.dirname, "../..");

/** None outlives the tests. */
const running = new Set<ChildProcess>();
process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")));

export interface Child {
  readonly process: ChildProcess;
  /** The whole lines that it has printed. */
  readonly lines: () => readonly string[];
  readonly errors: () => string;
  /** Waits until it has printed a line like this; throws when it ends before. */
  readonly printed: (line: RegExp) => Promise<string>;
  /** With its exit code, or `null` when a signal ended it; all that it printed has then been read. */
  readonly ended: Promise<number | null>;
  readonly kill: () => Promise<void>;
}

export interface ChildOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly user?: number;
}

export function startChild(script: string, args: readonly string[], options: ChildOptions = {}): Child {
  const child = spawn(process.execPath, ["--import", "tsx", script, ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env["PATH"], ...options.environment },
    ...(options.user === undefined ? {} : { uid: options.user, gid: options.user }),
  });
  running.add(child);
  child.once("close", () => running.delete(child));
  let output = "";
  let errors = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const ended = once(child, "close").then(([code]) => code as number | null);
  const lines = () => output.split("\n").slice(0, -1);
  return {
    process: child,
    lines,
    errors: () => errors,
    ended,
    async printed(line) {
      for (;;) {
        const found = lines().find((printed) => line.test(printed));
        if (found !== undefined) return found;
        const more = await Promise.race([once(child.stdout, "data").then(() => true), ended.then(() => false)]);
        if (!more && !lines().some((printed) => line.test(printed)))
          throw new Error(`ended without printing ${String(line)}: ${output}${errors}`);
      }
    },
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** The program, as `npm start` starts it. */
export const startProgram = (environment: Readonly<Record<string, string>>, user?: number): Child =>
  startChild("command/serve.ts", [], {
    environment: { PORT: "0", ...environment },
    ...(user === undefined ? {} : { user }),
  });

/** The address that the program printed. */
export async function addressOf(program: Child): Promise<string> {
  const line = await program.printed(/Alumnigraph is at http/);
  return /http:\/\/[\w.[\]:]+/.exec(line)?.[0] ?? "";
}
