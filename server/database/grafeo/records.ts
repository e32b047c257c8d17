/**
 * What a database is known to have held, in two small files beside it. After damage to its header, or without its log,
 * Grafeo opens an older image without a word; so does a log whose end is damaged, up to where it was last synced.
 *
 * `saved.json` stands for what is safe on disk and is itself synced. `committed.json` is written after each commit and
 * never synced, so it counts only until the machine starts again: a power cut may leave it ahead of the log.
 */
import { createHash } from "node:crypto";
import fs from "node:fs";
import { z } from "zod";
import { type Places, writeWhole } from "./places.ts";
import { State } from "./state.ts";

/** How the file looked when it was last closed in order: its size, and a digest of its header pages. */
const Closed = z.object({ bytes: z.int(), header: z.string() });

const Saved = z.object({ ...State.shape, closed: Closed.optional() });
const Committed = z.object({ ...State.shape, boot: z.string() });

export interface Records {
  /** The most that it is known to have held; throws `DamagedRecord`. */
  known(): State | undefined;
  /** Whether it was closed in order and not opened since, and its header is still as it was then. */
  wasClosed(): boolean;
  /** To be told after the file was opened. */
  opened(): void;
  committed(state: State): void;
  saved(state: State): void;
  /** To be told after the file was closed. */
  closed(state: State): void;
  /** Lets go of what it has open. */
  close(): void;
}

export class DamagedRecord extends Error {}

export function recordsOf(places: Places): Records {
  let handle: number | undefined;

  function close(): void {
    if (handle !== undefined) fs.closeSync(handle);
    handle = undefined;
  }

  return {
    known() {
      const saved = readSaved(places);
      const committed = readCommitted(places);
      return committed && committed.epoch > (saved?.epoch ?? -1) ? committed : saved;
    },

    wasClosed() {
      const closed = readSaved(places)?.closed;
      if (!closed || fs.existsSync(places.log)) return false;
      const { bytes, header } = appearance(places.graph);
      return bytes === closed.bytes && header === closed.header;
    },

    opened() {
      const saved = readSaved(places);
      if (saved?.closed) writeWhole(places.saved, `${sealed({ ...saved, closed: undefined })}\n`);
    },

    committed(state) {
      if (boot === undefined) return;
      // Of one length, so that the shorter never leaves an end of the longer.
      const line = `${sealed({ ...state, boot }).padEnd(255)}\n`;
      try {
        handle ??= fs.openSync(places.committed, fs.constants.O_WRONLY | fs.constants.O_CREAT);
        fs.writeSync(handle, line, 0);
      } catch {
        return; // the commit stands; it is only less well guarded until the next checkpoint
      }
    },

    saved: (state) => writeWhole(places.saved, `${sealed(state)}\n`),

    closed(state) {
      close();
      writeWhole(places.saved, `${sealed({ ...state, closed: appearance(places.graph) })}\n`);
    },

    close,
  };
}

/** After a restore or a rebuild: this is what there is now. */
export function recordAnew(places: Places, state: State): void {
  fs.rmSync(places.committed, { force: true });
  writeWhole(places.saved, `${sealed(state)}\n`);
}

function readSaved({ saved }: Places): z.infer<typeof Saved> | undefined {
  if (!fs.existsSync(saved)) return undefined;
  const record = opened(Saved, fs.readFileSync(saved, "utf8"));
  if (record === undefined) throw new DamagedRecord(saved);
  return record;
}

/** A damaged one tells nothing, and what it would tell is in the log as well. */
function readCommitted({ committed }: Places): State | undefined {
  if (!fs.existsSync(committed)) return undefined;
  const record = opened(Committed, fs.readFileSync(committed, "utf8"));
  return record !== undefined && record.boot === boot ? record : undefined;
}

/** The record with a check, so that a changed figure is seen as damage to the record and not to the graph. */
function sealed(record: Record<string, unknown>): string {
  return JSON.stringify({ ...record, check: digest(JSON.stringify(record)) });
}

function opened<T>(form: z.ZodType<T>, text: string): T | undefined {
  try {
    const { check, ...record } = z.record(z.string(), z.unknown()).parse(JSON.parse(text));
    // Without a check it is one of an earlier version.
    const whole = check === undefined || check === digest(JSON.stringify(record));
    return whole ? form.parse(record) : undefined;
  } catch {
    return undefined;
  }
}

const headerBytes = 12_288;

function appearance(file: string): z.infer<typeof Closed> {
  const handle = fs.openSync(file, "r");
  try {
    const header = Buffer.alloc(headerBytes);
    fs.readSync(handle, header, 0, headerBytes, 0);
    return { bytes: fs.fstatSync(handle).size, header: digest(header) };
  } finally {
    fs.closeSync(handle);
  }
}

const digest = (content: string | Buffer) => createHash("sha256").update(content).digest("hex").slice(0, 16);

/** Changes when the machine starts; nothing tells it elsewhere than on Linux. */
const boot = readBoot();

function readBoot(): string | undefined {
  try {
    return fs.readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return undefined;
  }
}
