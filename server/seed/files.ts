/** Finds and parses the YAML files of a data set's folder; `questions/` is left to the server. */
import { isUtf8 } from "node:buffer";
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";
import { Refused } from "../errors.ts";
import type { Problems } from "./problems.ts";
import type { SeedVocabulary } from "../../schema/seed-dataset.ts";
import type { Source } from "./place.ts";
import {
  datasetShape,
  documentsShape,
  entitiesShape,
  rivalsShape,
  type ValueShape,
  vocabularyShape,
} from "./shapes.ts";
import { parseSource } from "./source.ts";

const ownFiles = {
  "dataset.yaml": datasetShape,
  "vocabulary.yaml": vocabularyShape,
  "documents.yaml": documentsShape,
  "rivals.yaml": rivalsShape,
};
type OwnFile = keyof typeof ownFiles;

/** The files of a folder, each parsed when it is asked for. */
export interface Files {
  /** One with a fixed name; `undefined` where there is none, or where it could not be parsed. */
  own(name: OwnFile): Promise<Source | undefined>;
  /** Every other file, one after another: entities, with the properties that the vocabulary gives them. */
  entities(vocabulary: Pick<SeedVocabulary, "labels" | "relationships" | "measures">): AsyncGenerator<Source>;
  /** Files that nothing reads, as they are shown. */
  readonly passedOver: readonly string[];
  /** False once some file could not be parsed, so that what it holds is not known. */
  isComplete(): boolean;
}

/** How much of a data set's files is read, in bytes. */
export interface ReadProgress {
  readonly step: "files";
  readonly done: number;
  readonly total: number;
}

export async function findFiles(
  folder: string,
  problems: Problems,
  report: (progress: ReadProgress) => void = () => {},
): Promise<Files> {
  const { paths, passedOver } = await yamlFiles(folder);
  const sizes = await Promise.all(paths.map(async (path) => (await stat(join(folder, path))).size));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let done = 0;
  let complete = true;
  const parse = async (path: string, shape: ValueShape) => {
    const file = shown(folder, path);
    const content = await readFile(join(folder, path));
    const before = done;
    const text = textOf(content, file, problems);
    const source =
      text === undefined
        ? undefined
        : parseSource(file, text, problems, {
            shape,
            report: (part) => report({ step: "files", done: before + Math.round(part * content.length), total }),
          });
    done += sizes[paths.indexOf(path)] ?? 0;
    report({ step: "files", done, total });
    if (source === undefined) complete = false;
    return source;
  };
  const twins = new Set([...tellMissing(folder, paths, problems), ...tellTwins(folder, paths, problems)]);
  return {
    own: async (name) => (paths.includes(name) ? parse(name, ownFiles[name]) : undefined),
    async *entities(vocabulary) {
      const shape = entitiesShape(vocabulary);
      for (const path of paths.filter((path) => !Object.hasOwn(ownFiles, path) && !twins.has(path))) {
        const source = await parse(path, shape);
        if (source !== undefined) yield source;
      }
    },
    passedOver: passedOver.map((path) => shown(folder, path)),
    isComplete: () => complete,
  };
}

/** Tells files that have to be there and are not, and those that seem to be meant for one; gives the latter. */
function tellMissing(folder: string, paths: readonly string[], problems: Problems): string[] {
  const twins: string[] = [];
  for (const name of Object.keys(ownFiles) as OwnFile[]) {
    if (paths.includes(name)) continue;
    const isNeeded = name === "dataset.yaml" || name === "vocabulary.yaml";
    const twin = paths.find((path) => isMeantFor(isNeeded ? basename(path) : path, name));
    if (twin !== undefined) twins.push(twin);
    if (twin === undefined && !isNeeded) continue;
    const inFolder = twin === undefined || dirname(twin) === "." ? undefined : dirname(shown(folder, twin));
    problems.add(
      { file: shown(folder, name), line: 1, column: 1 },
      twin === undefined ? "this file is missing" : `this file is missing, and there is ${shown(folder, twin)}`,
      twin === undefined
        ? isNeeded
          ? remedies[name]
          : ""
        : inFolder === undefined
          ? `Rename it to ${name}.`
          : `Name the folder ${inFolder}, if the data set is there, or move the file here.`,
    );
  }
  return twins;
}

const isMeantFor = (path: string, name: OwnFile) => path.toLowerCase().replace(/yml$/, "yaml") === name;

/** Tells files that seem to be meant for one that is there besides, and gives them. */
function tellTwins(folder: string, paths: readonly string[], problems: Problems): string[] {
  return (Object.keys(ownFiles) as OwnFile[])
    .filter((name) => paths.includes(name))
    .flatMap((name) => {
      const twins = paths.filter((path) => path !== name && isMeantFor(path, name));
      for (const twin of twins)
        problems.add(
          { file: shown(folder, twin), line: 1, column: 1 },
          `there is ${name} besides, and only that is read`,
          "Move what it still needs from here, and remove this one.",
        );
      return twins;
    });
}

/** Of files that are missing or hold nothing. */
export const remedies = {
  "dataset.yaml": "Write it with two lines, id: and title:; README.md has an example.",
  "vocabulary.yaml":
    "Write it with labels: and relationships:, and what they are called under each; README.md has an example.",
};

/** `undefined` where it is no text in UTF-8, which is told. */
function textOf(content: Buffer, file: string, problems: Problems): string | undefined {
  const tell = (at: number, message: string) => {
    const line = content.subarray(0, at).filter((byte) => byte === 10).length + 1;
    problems.add({ file, line, column: 1 }, message, "Save the file as text in UTF-8; what is packed, unpack first.");
  };
  const isWide = (content[0] === 0xff && content[1] === 0xfe) || (content[0] === 0xfe && content[1] === 0xff);
  const nothing = content.indexOf(0);
  if (isWide) tell(0, "this file is written in UTF-16");
  else if (nothing >= 0) tell(nothing, "this file is no text: it holds a zero byte");
  else if (!isUtf8(content)) tell(firstBroken(content), "this file is not written in UTF-8");
  else return content.toString("utf8").replace(/^\u{feff}/u, "");
  return undefined;
}

/** Where the first line begins that is no UTF-8. */
function firstBroken(content: Buffer): number {
  let start = 0;
  for (;;) {
    const end = content.indexOf(10, start);
    if (end < 0 || !isUtf8(content.subarray(start, end))) return start;
    start = end + 1;
  }
}

/** Paths within the folder that are not hidden, in the order of the alphabet: those that are read, and those that nothing reads. */
async function yamlFiles(folder: string): Promise<{ paths: string[]; passedOver: string[] }> {
  let names: string[];
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    names = entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
      .filter((path) => !path.split(sep).some((segment) => segment.startsWith(".")))
      .sort();
  } catch (cause) {
    const isFile = (await stat(folder).catch(() => undefined))?.isFile() === true;
    throw new Refused(
      isFile ? `${folder} is a file, and a data set is a folder.` : `The data set's folder ${folder} cannot be read.`,
      `${isFile ? "Unpack it where it is packed. " : ""}Set SEEDS to a folder that holds dataset.yaml, or leave it unset for seeds/.`,
      { cause },
    );
  }
  const isRead = (path: string) => /\.ya?ml$/i.test(path) && path.split(sep)[0] !== "questions";
  return { paths: names.filter(isRead), passedOver: names.filter((path) => !isRead(path)) };
}

/** A path that a person can click: from the working directory where the folder lies in it, else absolute. */
function shown(folder: string, path: string): string {
  const file = join(folder, path);
  const near = relative(process.cwd(), file);
  return near.startsWith("..") ? file : near;
}
