/** Parses, checks and compiles the files of a data set. */
import { createHash } from "node:crypto";
import { checkFacts } from "./check.ts";
import { compile } from "./compile.ts";
import { completeDataset } from "./complete-dataset.ts";
import type { Dataset } from "./dataset.ts";
import type { ReadProgress } from "./files.ts";
import { gatherProblems } from "./problems.ts";
import { readFacts } from "./read.ts";

/** See `readDataset`. */
export async function readWritten(folder: string, report?: (progress: ReadProgress) => void): Promise<Dataset> {
  const problems = gatherProblems();
  const facts = await readFacts(folder, problems, report);
  checkFacts(facts, problems);
  problems.throwIfAny();
  const { dataset, vocabulary } = facts;
  if (dataset === undefined || vocabulary === undefined)
    throw new Error(`${folder} was read without its dataset.yaml or vocabulary.yaml, and nothing was said.`);

  const rows = compile(facts, vocabulary.value);
  const documents = Object.fromEntries(Array.from(facts.documents, ([id, { value }]) => [id, value]));
  const written = completeDataset(dataset.value, rows);
  return {
    ...written,
    folder,
    version: hash([written, vocabulary.value, rows]),
    vocabulary: vocabulary.value,
    documents,
    rows,
  };
}

function hash(content: unknown): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 16);
}
