/** A copy of the Florentine data set with something changed in its files. */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../support/temporary-folder.ts";

export const florence = "tests/datasets/florence";

export interface Edit {
  readonly file: string;
  /** Must stand in the file; left out: the file is written, or written over, whole. */
  readonly replace?: string;
  readonly by: string;
}

/** The folder of the copy. */
export function edited(...edits: readonly Edit[]): string {
  const folder = temporaryFolder("florence");
  cpSync(florence, folder, { recursive: true });
  for (const { file, replace, by } of edits) {
    const path = join(folder, file);
    const text = replace === undefined ? by : readFileSync(path, "utf8");
    if (replace !== undefined && !text.includes(replace)) throw new Error(`${file} has no "${replace}"`);
    // A function, so that a $ in the new text means itself.
    writeFileSync(path, replace === undefined ? by : text.replace(replace, () => by));
  }
  return folder;
}
