/** Other people's readers of our files: Python's libraries and office programs, where they are to be had. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A Python that has the libraries; READERS_PYTHON names one in an environment of its own. */
const python = process.env["READERS_PYTHON"] ?? "python3";

const packages: Readonly<Record<string, string>> = { pptx: "python-pptx" };

const known = new Map<string, string | null>();

/** Null where Python has a module, else why a test is skipped and what installs it. */
export function missingModule(name: string): string | null {
  const before = known.get(name);
  if (before !== undefined) return before;
  const { status } = spawnSync(python, ["-c", `import ${name}`], { stdio: "ignore" });
  const missing =
    status === 0
      ? null
      : `${name} is not here: python3 -m pip install ${packages[name] ?? name}, or set READERS_PYTHON`;
  known.set(name, missing);
  return missing;
}

/** Null where a program is to be had, else why a test is skipped and what installs it. */
export function missingProgram(name: string, debian: string): string | null {
  const { error } = spawnSync(name, ["--version"], { stdio: "ignore" });
  return error === undefined ? null : `${name} is not here: apt-get install ${debian}`;
}

/** Writes content where another program can read it. */
export function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(mkdtempSync(join(tmpdir(), "alumnigraph-export-")), name);
  writeFileSync(path, content);
  return path;
}

/** What a Python script prints as JSON; the file's path is `path` in it. */
export function readWith(script: string, path: string): unknown {
  const program = `import json, sys\npath = sys.argv[1]\n${script}\n`;
  return JSON.parse(execFileSync(python, ["-c", program, path], { encoding: "utf8" }));
}
