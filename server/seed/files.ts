/** Finds and parses the YAML files of a data set's folder; `questions/` is left to the server. */
import { readdir, readFile } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { Refused } from "../errors.ts";
import type { Problems } from "./problems.ts";
import { parseSource, type Source } from "./source.ts";

const ownFiles = ["dataset.yaml", "vocabulary.yaml", "documents.yaml", "rivals.yaml"] as const;
type OwnFile = (typeof ownFiles)[number];

export interface Files {
  /** By their fixed names; missing where there is none. */
  readonly own: Partial<Record<OwnFile, Source>>;
  /** Every other file: entities. */
  readonly entities: readonly Source[];
  /** False when some file could not be parsed, so that what it holds is not known. */
  readonly complete: boolean;
}

export async function readFiles(folder: string, problems: Problems): Promise<Files> {
  const own: Partial<Record<OwnFile, Source>> = {};
  const entities: Source[] = [];
  let complete = true;
  for (const path of await yamlFiles(folder)) {
    const source = parseSource(shown(folder, path), await readFile(join(folder, path), "utf8"), problems);
    if (source === undefined) complete = false;
    const name = ownFiles.find((file) => file === path);
    if (source === undefined) continue;
    if (name === undefined) entities.push(source);
    else own[name] = source;
  }
  for (const file of ["dataset.yaml", "vocabulary.yaml", "documents.yaml"] as const) {
    if (own[file] !== undefined || problems.found.some((problem) => problem.file === shown(folder, file))) continue;
    problems.add(
      { file: shown(folder, file), line: 1, column: 1 },
      "this file is missing",
      `Write it; its form stands in schema/, and seeds/${file} is an example.`,
    );
  }
  return { own, entities, complete };
}

/** Paths within the folder, in the order of the alphabet. */
async function yamlFiles(folder: string): Promise<string[]> {
  let names: string[];
  try {
    names = await readdir(folder, { recursive: true });
  } catch (cause) {
    throw new Refused(
      `The data set's folder ${folder} cannot be read.`,
      "Set SEEDS to a folder that holds dataset.yaml, or leave it unset for seeds/.",
      { cause },
    );
  }
  return names
    .filter((path) => /\.ya?ml$/.test(path) && !basename(path).startsWith(".") && path.split(sep)[0] !== "questions")
    .sort();
}

/** A path that a person can click: from the working directory where the folder lies in it, else absolute. */
function shown(folder: string, path: string): string {
  const file = join(folder, path);
  const near = relative(process.cwd(), file);
  return near.startsWith("..") ? file : near;
}
