/** A lock between processes: Neo4j community has one database, and only one suite at a time may have it. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { createHash, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

/** Waits until nobody else holds the lock of that name, and returns the function that lets it go. */
export async function acquireLock(name: string): Promise<() => void> {
  const file = path.join(
    os.tmpdir(),
    `alumnigraph-${createHash("sha256").update(name).digest("hex").slice(0, 12)}.lock`,
  );
  const mine = `${process.pid} ${randomUUID()}`;
  while (!take(file, mine)) {
    if (isStale(file)) removeStale(file);
    else await sleep(50);
  }
  return () => {
    if (read(file) === mine) fs.rmSync(file, { force: true });
  };
}

/** The file appears whole, with its holder, or not at all. */
function take(file: string, holder: string): boolean {
  const whole = `${file}.${holder.split(" ")[1]}`;
  fs.writeFileSync(whole, holder);
  try {
    fs.linkSync(whole, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    fs.rmSync(whole, { force: true });
  }
}

function read(file: string): string | undefined {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** Whether the process that held it is gone. */
function isStale(file: string): boolean {
  const holder = read(file);
  if (holder === undefined) return false;
  try {
    process.kill(Number(holder.split(" ")[0]), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

/** Two who find the same stale lock must not both remove it, or the second would remove the lock of the first. */
function removeStale(file: string): void {
  const removing = `${file}.removing`;
  try {
    fs.mkdirSync(removing);
  } catch {
    if (Date.now() - (fs.statSync(removing, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > 10_000)
      fs.rmSync(removing, { recursive: true, force: true });
    return;
  }
  if (isStale(file)) fs.rmSync(file, { force: true });
  fs.rmdirSync(removing);
}
