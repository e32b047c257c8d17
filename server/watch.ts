/** Ends this process from a thread when it takes more memory than it may, or when the one that started it is gone. */
import { Worker } from "node:worker_threads";

/** `most`: bytes that the process may take in all. */
export function watchMemory(most: number): void {
  const watchdog = new Worker(new URL("./watchdog.mjs", import.meta.url), {
    workerData: { most, parent: process.ppid },
  });
  // Unwatched, nothing may run here.
  watchdog.once("exit", () => process.exit(1));
}

/** Whether a process that was watched ended since it took too much, from what it wrote to its error output. */
export const endedByMemory = (errors: string): boolean => errors.includes("\nmemory limit\n");
