/** Folders of tests in the system's folder for temporary files, which none of them outlive. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const made: string[] = [];

/** Takes away all that were made here; the suites do after each file (`temporary-folder.setup.ts`). */
export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** A new folder, with `purpose` in its name. It goes with the test's file or the process, unless it is removed before. */
export function temporaryFolder(purpose: string): string {
  if (made.length === 0) process.once("exit", removeFolders);
  const folder = mkdtempSync(join(tmpdir(), `alumnigraph-${purpose}-`));
  made.push(folder);
  return folder;
}

/** A temporary folder with these files, as those of a data set; folders within it are made. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder("set");
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
