/** The server's side of a process that writes exports: started, asked for one file at a time, and ended. */
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { childEnvironment } from "../server/child-environment.ts";
import { Unfit } from "../server/errors.ts";
import type { Ask, ExportRequest } from "../server/exports.ts";
import { lowerPriority } from "../server/lower-priority.ts";
import { typescriptLoader } from "../server/typescript-loader.ts";
import { endedByMemory } from "../server/watch.ts";
import type { FromProcess, Outcome, ToProcess } from "./export-process.ts";

export interface ExportWorker {
  /** Rejects when the process ends meanwhile, and with the signal's reason; it is of no use then. */
  write(request: ExportRequest, ask: Ask, signal: AbortSignal): Promise<Outcome>;
  /** Whether it keeps the server alive. */
  hold(isHeld: boolean): void;
  /** False once the process is gone, or about to be. */
  isAlive(): boolean;
  /** Bytes that it took when it was last done with a file. */
  memory(): number;
  /** Whether it took up the file that it was last asked for. */
  hasBegun(): boolean;
  end(): Promise<void>;
}

interface Job {
  ask: Ask;
  resolve: (outcome: Outcome) => void;
  reject: (error: unknown) => void;
}

/** Characters of its error output; a native stack trace follows the words that tell why. */
const mostErrors = 20_000;

/** By these the engine ends a process whose memory is full, not always with words. */
const givesUp: ReadonlySet<string | null> = new Set(["SIGABRT", "SIGTRAP", "SIGILL"]);

/** Why it ended, from the signal that ended it and what it wrote to its error output. */
const death = (errors: string, signal: string | null): Error =>
  givesUp.has(signal) ||
  endedByMemory(errors) ||
  /heap out of memory|javascript OOM|near heap limit|out_of_memory/i.test(errors)
    ? new Unfit(
        "The file takes more memory to write than one may.",
        "Ask for less in it: of fewer names, or in another format.",
      )
    : new Error(`The process that writes the file has ended: ${errors.trim()}`);

/** Of what a process may take, how much may be objects: a full heap is told sooner than one that grows without end. */
const heapShare = 2 / 3;

/** `memory`: bytes that it may take in all; `pixels`: how many a picture may have. */
export function startExportWorker({ memory, pixels }: { memory: number; pixels: number }): ExportWorker {
  const child = fork(fileURLToPath(new URL("./export-process.ts", import.meta.url)), [String(memory)], {
    execArgv: [...typescriptLoader, `--max-old-space-size=${Math.round((memory * heapShare) / 1e6)}`],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    env: childEnvironment(),
  });
  let isAlive = true;
  let hasBegun = false;
  let taken = 0;
  let errors = "";
  child.stderr?.on("data", (piece: Buffer) => (errors = (errors + piece.toString()).slice(-mostErrors)));
  let job: Job | null = null;
  const send = (message: ToProcess) =>
    child.send(message, (error) => {
      if (error !== null) child.kill("SIGKILL");
    });
  async function answer({ ask }: Job, id: number, path: string): Promise<void> {
    const response = await ask(path);
    const type = response.headers.get("Content-Type") ?? "";
    send({ answered: id, status: response.status, type, body: await response.text() });
  }
  child.on("message", (message: FromProcess) => {
    if (job === null) return;
    if ("begun" in message) hasBegun = true;
    else if ("asks" in message) answer(job, message.asks, message.path).catch(job.reject);
    else {
      taken = message.memory;
      job.resolve(message.outcome);
    }
  });
  const ended = new Promise<void>((resolve) => {
    const end = (error: Error) => {
      isAlive = false;
      job?.reject(error);
      resolve();
    };
    // Its last words may still come, until "close".
    child.once("exit", () => (isAlive = false));
    child.once("disconnect", () => (isAlive = false));
    child.once("close", () => end(death(errors, child.signalCode)));
    // It could not be started; there will be no "close".
    child.once("error", end);
  });
  lowerPriority(child.pid);
  return {
    write(request, ask, signal) {
      const give = () => job?.reject(signal.reason);
      return new Promise<Outcome>((resolve, reject) => {
        job = { ask, resolve, reject };
        hasBegun = false;
        signal.throwIfAborted();
        if (!isAlive) throw death(errors, child.signalCode);
        signal.addEventListener("abort", give, { once: true });
        send({ write: request, pixels });
      }).finally(() => {
        signal.removeEventListener("abort", give);
        job = null;
      });
    },
    hold(isHeld) {
      for (const each of [child, child.channel, child.stderr as { ref?(): void; unref?(): void } | null])
        if (isHeld) each?.ref?.();
        else each?.unref?.();
    },
    isAlive: () => isAlive,
    memory: () => taken,
    hasBegun: () => hasBegun,
    end() {
      child.kill("SIGKILL");
      return ended;
    },
  };
}
