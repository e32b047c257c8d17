/**
 * Writes exports for the server in processes of their own: started with the first one, so that a start pays nothing for
 * them, kept a while for the next, and ended at any moment when a file is given up or takes too much.
 */
import { Busy, InvalidRequest, NotFound, Unavailable, Unfit } from "../server/errors.ts";
import { type Ask, type ExportRequest, type ExportedFile, type Exports, exportLimits } from "../server/exports.ts";
import { type ExportWorker, type Outcome, startExportWorker } from "./export-worker.ts";

/** How long a process waits for another file. */
const patienceMs = 60_000;

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

  async function write(request: ExportRequest, ask: Ask, signal: AbortSignal, fresh = false): Promise<Outcome> {
    const { worker, isKept } = take(fresh);
    const late = AbortSignal.timeout(limits.seconds * 1000);
    try {
      const outcome = await worker.write(request, ask, AbortSignal.any([signal, late]));
      keep(worker);
      return outcome;
    } catch (error) {
      const hasDied = !worker.isAlive();
      void worker.end();
      if (signal.aborted) throw error;
      if (late.aborted)
        throw new Unfit(
          `The file takes longer than ${limits.seconds} s to write.`,
          "Ask for less in it: of fewer names, or in another format.",
        );
      // It may have died while it was idle, or of what an earlier file left in its memory.
      if (isKept && hasDied) return write(request, ask, signal, true);
      throw error;
    } finally {
      busy.delete(worker);
    }
  }

  return {
    async writeExport(request, ask, signal) {
      if (busy.size >= limits.running)
        throw new Busy(`${limits.running} files are being written already.`, "Try again in some seconds.");
      return fileOf(await write(request, ask, signal));
    },
    async close() {
      for (const timer of idle.values()) clearTimeout(timer);
      await Promise.all([...busy, ...idle.keys()].map((worker) => worker.end()));
    },
  };
}
