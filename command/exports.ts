/**
 * Writes exports for the server in processes of their own: started with the first one, so that a start pays nothing for
 * them, kept a while for the next, and ended at any moment when a file is given up or takes too much.
 */
import { Busy, InvalidRequest, NotFound, Unavailable, Unfit } from "../server/errors.ts";
import { type Ask, type ExportRequest, type ExportedFile, type Exports, exportLimits } from "../server/exports.ts";
import type { Outcome } from "./export-process.ts";
import { type ExportWorker, startExportWorker } from "./export-worker.ts";

/** How long a process waits for another file. */
const patienceMs = 60_000;

/** Of the memory that it may take, how much it may hold on to meanwhile, so that the next file has room. */
const keptShare = 1 / 2;

const faults = { InvalidRequest, NotFound, Unavailable, Unfit } as const;
const isFault = (name: string): name is keyof typeof faults => Object.hasOwn(faults, name);

function fileOf(outcome: Outcome): ExportedFile {
  if ("written" in outcome) return outcome.written;
  if ("failed" in outcome) throw new Error(outcome.failed);
  const { name, message, remedy } = outcome.refused;
  throw isFault(name) ? new faults[name](message, remedy) : new Error(message);
}

/** `limits` are those of every export. */
export function createExports(limits: { [limit in keyof typeof exportLimits]: number } = exportLimits): Exports {
  /** Workers with nothing to do, each with the timer that ends it. */
  const idle = new Map<ExportWorker, NodeJS.Timeout>();
  const busy = new Set<ExportWorker>();
  let isClosed = false;

  /** One that was kept, unless it has to be `fresh`. */
  function take(fresh: boolean): { worker: ExportWorker; isKept: boolean } {
    for (const [worker, timer] of idle) {
      if (worker.isAlive()) continue;
      clearTimeout(timer);
      idle.delete(worker);
    }
    const kept = fresh ? undefined : idle.keys().next().value;
    if (kept !== undefined) {
      clearTimeout(idle.get(kept));
      idle.delete(kept);
    }
    const worker = kept ?? startExportWorker(limits);
    worker.hold(true);
    busy.add(worker);
    return { worker, isKept: kept !== undefined };
  }

  function keep(worker: ExportWorker): void {
    worker.hold(false);
    const timer = setTimeout(() => {
      idle.delete(worker);
      void worker.end();
    }, patienceMs);
    timer.unref();
    idle.set(worker, timer);
  }

  function throwIfClosed(cause?: unknown): void {
    if (isClosed)
      throw new Unavailable("The server is about to end.", "Ask again once it has been started anew.", { cause });
  }

  /** `late` ends it as `signal` does; both hold for a second try too, in a `fresh` process. */
  async function write(
    request: ExportRequest,
    ask: Ask,
    { signal, late, fresh = false }: { signal: AbortSignal; late: AbortSignal; fresh?: boolean },
  ): Promise<Outcome> {
    const { worker, isKept } = take(fresh);
    try {
      const outcome = await worker.write(request, ask, AbortSignal.any([signal, late]));
      if (worker.memory() < limits.memory * keptShare) keep(worker);
      else await worker.end();
      return outcome;
    } catch (error) {
      const hasDied = !worker.isAlive();
      void worker.end();
      if (signal.aborted) throw error;
      throwIfClosed(error);
      if (late.aborted)
        throw new Unfit(
          `The file takes longer than ${limits.seconds} s to write.`,
          "Ask for less in it: of fewer names, or in another format.",
        );
      // It died while it was idle. One that dies of a file would do so again.
      if (isKept && hasDied && !worker.hasBegun()) return write(request, ask, { signal, late, fresh: true });
      throw error;
    } finally {
      busy.delete(worker);
    }
  }

  return {
    async writeExport(request, ask, signal) {
      throwIfClosed();
      if (busy.size >= limits.running)
        throw new Busy(`${limits.running} files are being written already.`, "Try again in some seconds.");
      const late = AbortSignal.timeout(limits.seconds * 1000);
      return fileOf(await write(request, ask, { signal, late }));
    },
    async close() {
      isClosed = true;
      for (const timer of idle.values()) clearTimeout(timer);
      await Promise.all([...busy, ...idle.keys()].map((worker) => worker.end()));
    },
  };
}
