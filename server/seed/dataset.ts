/** A data set, read from its folder: what it is, its vocabulary, and its facts as rows for the database. */
import { createHash } from "node:crypto";
import type { SeedDataset, SeedDocument } from "../../schema/fact.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { checkFacts } from "./check.ts";
import { compile, type Rows } from "./compile.ts";
import { gatherProblems } from "./problems.ts";
import { readFacts } from "./read.ts";

export interface Dataset extends SeedDataset {
  /** Where it was read; `questions/` in it is the server's. */
  readonly folder: string;
  /** Changes whenever anything that an answer could show does. */
  readonly version: string;
  readonly vocabulary: Vocabulary;
  /** As written in documents.yaml, with the names of their files. */
  readonly documents: Readonly<Record<string, SeedDocument>>;
  readonly rows: Rows;
}

/** Throws `InvalidSeeds` with everything that is wrong with it, or `Refused` where there is no such folder. */
export async function readDataset(folder: string): Promise<Dataset> {
  const problems = gatherProblems();
  const facts = await readFacts(folder, problems);
  checkFacts(facts, problems);
  problems.throwIfAny();
  const { dataset, vocabulary } = facts;
  if (dataset === undefined || vocabulary === undefined)
    throw new Error(`${folder} was read without its dataset.yaml or vocabulary.yaml, and nothing was said.`);

  const rows = compile(facts, vocabulary.value);
  const documents = Object.fromEntries(Array.from(facts.documents, ([id, { value }]) => [id, value]));
  return {
    ...dataset.value,
    folder,
    version: hash([dataset.value, vocabulary.value, rows]),
    vocabulary: vocabulary.value,
    documents,
    rows,
  };
}

function hash(content: unknown): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 16);
}
