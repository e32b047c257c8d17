/** What lies where in the folder of a database. */
import fs from "node:fs";
import path from "node:path";

export interface Places {
  readonly folder: string;
  /** The graph itself; the engine keeps its log in a folder beside it. */
  readonly graph: string;
  readonly log: string;
  /** What was in the latest checkpoint, and after the latest commit. */
  readonly saved: string;
  readonly committed: string;
  /** Which process has the folder. */
  readonly holder: string;
  readonly backups: string;
  /** What a restore or a rebuild put aside. */
  readonly replaced: string;
}

export function placesIn(folder: string): Places {
  const at = (name: string) => path.join(folder, name);
  return {
    folder,
    graph: at("graph.grafeo"),
    log: at("graph.grafeo.wal"),
    saved: at("saved.json"),
    committed: at("committed.json"),
    holder: at("open.json"),
    backups: at("backups"),
    replaced: at("replaced"),
  };
}

/** Puts the text there whole: after a power cut there is the old content or the new. */
export function writeWhole(file: string, text: string): void {
  const unfinished = `${file}.new`;
  try {
    const handle = fs.openSync(unfinished, "w");
    try {
      fs.writeSync(handle, text);
      fs.fsyncSync(handle);
    } finally {
      fs.closeSync(handle);
    }
    fs.renameSync(unfinished, file);
  } catch (error) {
    fs.rmSync(unfinished, { force: true });
    throw error;
  }
}
