/** What the program says while it starts and runs: plain lines for a person, structured ones for a collector of logs. */
import type { Logger } from "pino";
import type { LoadProgress, LoadResult, ReadProgress, Tally } from "./seed/index.ts";

export interface Announcer {
  say(line: string): void;
  warn(line: string): void;
  /** Shows how far the reading and loading is; on a terminal in one line that is written over. */
  progress(progress: ReadProgress | LoadProgress): void;
}

const inMB = (bytes: number) => (bytes / 1e6).toFixed(1);

/** Also how long a load has to take before it is worth showing. */
const oncePerMs = 500;

export function createAnnouncer(logger: Logger, terminal: boolean, write: (text: string) => void): Announcer {
  let lastShown = Date.now();
  let pending = "";
  const line = (text: string) => {
    write(`${pending}${text}\n`);
    pending = "";
  };
  return {
    say: (text) => (terminal ? line(text) : logger.info(text)),
    warn: (text) => (terminal ? line(text) : logger.warn(text)),
    progress({ step, done, total }) {
      const now = Date.now();
      if (now - lastShown < oncePerMs) return;
      lastShown = now;
      const text =
        step === "files" ? `Reading: ${inMB(done)} of ${inMB(total)} MB` : `Loading ${step}: ${done} of ${total}`;
      if (!terminal) return logger.info(text);
      // What was written before may have been longer.
      write(`\r${text.padEnd(pending.length - 2)}`);
      pending = `\r${" ".repeat(text.length)}\r`;
    },
  };
}

/** `Loaded gpu-alumni: 120 entities, 300 relationships and 90 figures (nothing changed).` */
export function describeLoad(id: string, { entities, relationships, observations, kept }: LoadResult): string {
  const there = ({ added, changed, unchanged }: Tally) => added + changed + unchanged;
  const size = `${there(entities)} entities, ${there(relationships)} relationships and ${there(observations)} figures`;
  const sum = (part: "added" | "changed" | "removed") =>
    [entities, relationships, observations].reduce((total, tally) => total + tally[part], 0);
  const changes = (["added", "changed", "removed"] as const)
    .filter((part) => sum(part) > 0)
    .map((part) => `${sum(part)} ${part}`);
  const still =
    kept.length === 0 ? "" : ` Kept, because something of another origin hangs on them: ${kept.join(", ")}.`;
  return `Loaded ${id}: ${size} (${changes.join(", ") || "nothing changed"}).${still}`;
}
