/** Finds and parses the YAML files of a data set's folder; `questions/` is left to the server. */
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { Refused } from "../errors.ts";
import type { Problems } from "./problems.ts";
import type { SeedVocabulary } from "../../schema/seed-dataset.ts";
import type { Source } from "./place.ts";
import { datasetShape, documentsShape, entitiesShape, rivalsShape, type Shape, vocabularyShape } from "./shapes.ts";
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
  const paths = await yamlFiles(folder);
  const sizes = await Promise.all(paths.map(async (path) => (await stat(join(folder, path))).size));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let done = 0;
  let complete = true;
  const parse = async (path: string, shape: Shape) => {
    const text = await readFile(join(folder, path), "utf8");
    const before = done;
    const source = parseSource(shown(folder, path), text, problems, {
      shape,
      report: (part) => report({ step: "files", done: before + Math.round(part * Buffer.byteLength(text)), total }),
    });
    done += sizes[paths.indexOf(path)] ?? 0;
    report({ step: "files", done, total });
    if (source === undefined) complete = false;
    return source;
  };
  for (const file of ["dataset.yaml", "vocabulary.yaml"] as const) {
    if (paths.includes(file)) continue;
    problems.add({ file: shown(folder, file), line: 1, column: 1 }, "this file is missing", remedies[file]);
  }
  const isOwn = (path: string) => Object.hasOwn(ownFiles, path);
  return {
    own: async (name) => (paths.includes(name) ? parse(name, ownFiles[name]) : undefined),
    async *entities(vocabulary) {
      const shape = entitiesShape(vocabulary);
      for (const path of paths.filter((path) => !isOwn(path))) {
        const source = await parse(path, shape);
        if (source !== undefined) yield source;
      }
    },
    isComplete: () => complete,
  };
}

const remedies = {
  "dataset.yaml": "Write it with two lines, id: and title:; README.md has an example.",
  "vocabulary.yaml":
    "Write it with labels: and relationships:, and what they are called under each; README.md has an example.",
};

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
