/** Says which process has a folder. The engine's own lock keeps others out; this only gives it a name. */
import fs from "node:fs";
import os from "node:os";
import { z } from "zod";
import { type Places, writeWhole } from "./places.ts";

const Holder = z.object({ pid: z.int(), host: z.string() });

/** Returns the function that takes the name away again. */
export function nameHolder({ holder }: Places): () => void {
  const mine = `${JSON.stringify({ pid: process.pid, host: os.hostname() })}\n`;
  try {
    writeWhole(holder, mine);
  } catch {
    return () => {}; // a lock without a name is still a lock
  }
  return () => {
    if (read(holder) === mine) fs.rmSync(holder, { force: true });
  };
}

/** `Process 4711`, as the beginning of a sentence; one that is gone, or that never said, is not named. */
export function describeHolder({ holder }: Places): string {
  const parsed = Holder.safeParse(parse(read(holder)));
  if (!parsed.success) return "Another process";
  const { pid, host } = parsed.data;
  if (host !== os.hostname()) return `Process ${pid} of ${host}`;
  if (pid === process.pid) return `This process (${pid})`;
  return isAlive(pid) ? `Process ${pid}` : "Another process";
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function read(file: string): string {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
