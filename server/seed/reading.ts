/**
 * What was read of files, kept so that a start does not parse unchanged ones again. It counts only for the same files,
 * the same code that reads them, and as it was written; else everything is read anew.
 */
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

/** What decides how a file is read: our code, and the packages that it reads with. */
const code = ["schema", "server/queries", "server/questions", "server/search", "server/seed"];
const packages = ["opencc-js", "pinyin-pro", "yaml", "zod", "intl-messageformat"];

export interface Reading<T> {
  readonly name: string;
  /** The files that are read, or folders of them, with all that lies in them. */
  readonly of: readonly string[];
  readonly read: () => Promise<T>;
}

export interface Readings {
  /** What `read` gives, which has to be plain JSON; as it was kept where that still holds. */
  take<T>(reading: Reading<T>): Promise<T>;
  /** Keeps what was read anew; not before a start has succeeded, since one that fails writes nothing. */
  keep(): void;
}

/** Those kept in a folder, which is made when something is; where it cannot be written, nothing is kept. */
export function readingsIn(folder: string): Readings {
  const unkept: (() => void)[] = [];
  return {
    async take({ name, of, read }) {
      const key = keyOf(of);
      // Whoever reads it says what is wrong with it.
      if (key === undefined) return read();
      const file = path.join(folder, `${name}-${digest(of, []).slice(0, 8)}.json`);
      const kept = readKept(file, key);
      if (kept !== undefined) return JSON.parse(kept) as Awaited<ReturnType<typeof read>>;
      const value = await read();
      const text = textOf(value);
      if (text !== undefined) unkept.push(() => writeKept(file, key, text));
      return value;
    },

    keep() {
      for (const write of unkept.splice(0)) write();
    },
  };
}

/** What is too long for one text is not kept. */
function textOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

/** Changes with the files and with what reads them; undefined where they cannot be read. */
function keyOf(places: readonly string[]): string | undefined {
  try {
    return digest([process.version, ...places], [...codeFiles(), ...places.flatMap(filesIn)]);
  } catch {
    return undefined;
  }
}

const codeFiles = () => [
  ...code.flatMap((folder) => filesIn(path.join(root, folder))),
  ...packages.map((name) => path.join(root, "node_modules", name, "package.json")),
];

/** Nothing reads what lies in hidden folders, as `.git` is. */
const isInHidden = (name: string) =>
  path
    .dirname(name)
    .split(path.sep)
    .some((segment) => /^\.[^.]/.test(segment));

function filesIn(place: string): string[] {
  if (!fs.existsSync(place) || !fs.statSync(place).isDirectory()) return [place];
  const names = fs.readdirSync(place, { recursive: true, encoding: "utf8" }).sort();
  const seen = names.filter((name) => !isInHidden(name));
  return seen.map((name) => path.join(place, name)).filter((file) => fs.statSync(file).isFile());
}

/** Of words, and of files by their paths and contents; one that is not there counts as that. */
function digest(words: readonly string[], files: readonly string[]): string {
  const hash = createHash("sha256").update(words.join("\0"));
  for (const file of files) hash.update(`\0${file}\0`).update(fs.existsSync(file) ? fs.readFileSync(file) : "\0");
  return hash.digest("hex");
}

const seal = (text: string) => createHash("sha256").update(text).digest("hex");

function readKept(file: string, key: string): string | undefined {
  try {
    const [forKey, check, ...rest] = fs.readFileSync(file, "utf8").split("\n");
    const text = rest.join("\n");
    return forKey === key && check === seal(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

function writeKept(file: string, key: string, text: string): void {
  const unfinished = `${file}.${process.pid}`;
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(unfinished, `${key}\n${seal(text)}\n${text}`);
    fs.renameSync(unfinished, file);
  } catch {
    // The next start reads everything again, as this one did.
    try {
      fs.rmSync(unfinished, { force: true });
    } catch {
      return; // nothing is there to be removed
    }
  }
}
