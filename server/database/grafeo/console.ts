/** The embedded engine's console: its processes read a snapshot, made anew when the data has changed. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { GrafeoDB } from "@grafeo-db/js";
import type { CypherConsole } from "../../console/console.ts";
import { createConsole } from "../../console/pool.ts";
import { warningsFor } from "../../console/warnings.ts";
import type { GrafeoSetup } from "./console-child.ts";

const script = path.join(import.meta.dirname, "console-child.ts");
const prefix = "alumnigraph-console-";

export function createGrafeoConsole(database: GrafeoDB): CypherConsole {
  let folder: string | undefined;
  let snapshot: { file: string; version: string } | undefined;
  const version = () => String(database.currentEpoch());

  return createConsole({
    name: "grafeo",
    script,
    version,
    // Its process can be ended at any moment.
    check: () => {},
    warn: warningsFor,

    async prepare() {
      if (snapshot?.version !== version()) {
        if (folder === undefined) {
          sweep();
          folder = fs.mkdtempSync(path.join(os.tmpdir(), `${prefix}${process.pid}-`));
        }
        const next = { file: path.join(folder, `${version()}.grafeo`), version: version() };
        remove(next.file);
        database.save(next.file);
        // A process that still reads the older one has it open.
        if (snapshot !== undefined) remove(snapshot.file);
        snapshot = next;
      }
      const setup: GrafeoSetup = { snapshot: snapshot.file };
      return { setup, version: snapshot.version };
    },

    async dispose() {
      if (folder !== undefined) remove(folder);
    },
  });
}

/** Takes away what a server that was killed could not. */
function sweep(): void {
  for (const name of fs.readdirSync(os.tmpdir())) {
    const pid = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : NaN;
    if (pid > 0 && !isRunning(pid)) remove(path.join(os.tmpdir(), name));
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function remove(place: string): void {
  try {
    fs.rmSync(place, { recursive: true, force: true });
  } catch {
    return; // another user's, or still open where that keeps it from being removed
  }
}
