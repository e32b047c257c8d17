/** The server's side of a console process: started, asked one query at a time, and ended. */
import { type ChildProcess, fork } from "node:child_process";
import { childEnvironment } from "../child-environment.ts";
import { Unavailable } from "../errors.ts";
import { lowerPriority } from "../lower-priority.ts";
import { typescriptLoader } from "../typescript-loader.ts";
import { endedByMemory } from "../watch.ts";
import type { FromChild, ToChild } from "./child.ts";

/** Long enough for a large graph on a busy machine. */
const startPatience = 60_000;

/** Why a process ended while it was asked. */
export class ChildEnded extends Error {
  readonly byMemory: boolean;

  constructor(byMemory: boolean, words: string) {
    super(words);
    this.byMemory = byMemory;
  }
}

export interface ConsoleChild {
  /** The next word of the process; rejects with `ChildEnded`. */
  ask(message: ToChild): Promise<FromChild>;
  kill(): void;
  onEnd(listener: () => void): void;
  /** When the process is gone. */
  readonly ended: Promise<void>;
}

/** Starts the script and sets it up; throws `Unavailable` when that fails. */
export async function startChild(script: string, setup: unknown): Promise<ConsoleChild> {
  const child = fork(script, {
    execArgv: [...typescriptLoader],
    env: childEnvironment(),
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  const wrapped = wrap(child);
  const timer = setTimeout(() => wrapped.kill(), startPatience);
  try {
    const answer = await wrapped.ask({ setup });
    if (!("ready" in answer)) throw new Error("failed" in answer ? answer.failed : "it did not get ready");
    lowerPriority(child.pid);
    return wrapped;
  } catch (cause) {
    wrapped.kill();
    throw new Unavailable(
      `The process that runs queries could not be started: ${cause instanceof Error ? cause.message : String(cause)}`,
      "Try again; if it stays so, see that the machine has memory and room in its temporary folder.",
      { cause },
    );
  } finally {
    clearTimeout(timer);
  }
}

const mostErrors = 4000;

function wrap(child: ChildProcess): ConsoleChild {
  let errors = "";
  child.stderr?.on("data", (piece: Buffer) => (errors = (errors + piece.toString()).slice(-mostErrors)));
  // It may keep nothing alive, neither the server nor a test.
  child.unref();
  child.channel?.unref();
  (child.stderr as { unref?(): void } | null)?.unref?.();

  let isEnded = false;
  const listeners = new Set<() => void>();
  const end = () => {
    isEnded = true;
    for (const listener of listeners) listener();
  };
  const onEnd = (listener: () => void) => void listeners.add(listener);
  child.once("close", end);
  // It could not be started; there will be no "close".
  child.once("error", end);
  const ended = new Promise<void>((resolve) => onEnd(resolve));
  const death = () => new ChildEnded(endedByMemory(errors), errors.trim().split("\n").at(-1) ?? "");

  return {
    ended,
    ask(message) {
      return new Promise((resolve, reject) => {
        if (isEnded) return reject(death());
        const fail = () => {
          child.off("message", hear);
          reject(death());
        };
        const hear = (answer: FromChild) => {
          listeners.delete(fail);
          resolve(answer);
        };
        child.once("message", hear);
        onEnd(fail);
        // While it is asked, it is waited for.
        child.ref();
        child.send(message, (error) => {
          if (error) child.kill("SIGKILL");
        });
      }).finally(() => child.unref()) as Promise<FromChild>;
    },
    onEnd,
    kill: () => void child.kill("SIGKILL"),
  };
}
