/** Passages of the documents' text, read from a folder on this machine and kept nowhere else. */
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Passage } from "../schema/api.ts";
import { own } from "../schema/vocabulary.ts";
import { InvalidRequest, NotFound } from "./errors.ts";
import type { Dataset } from "./seed/index.ts";

const around = 80;
const longest = 5000;

/** Offsets are in Unicode code points, as citations give them. */
export async function readPassage(
  { dataset, articles }: { dataset: Pick<Dataset, "documents">; articles?: string | undefined },
  id: string,
  { start, end }: { start: number; end: number },
): Promise<Passage> {
  const document = own(dataset.documents, id);
  if (document === undefined)
    throw new NotFound(`There is no document with the id ${id}.`, "See the list at /api/documents.");
  if (articles === undefined)
    throw new NotFound(
      "The documents' text is not at hand.",
      "Start the server with ARTICLES=<the folder with their text>.",
    );
  if (document.file === undefined)
    throw new NotFound(
      `The data set does not say which file has the text of ${id}.`,
      `Give ${id} a file in documents.yaml.`,
    );
  if (start >= end || end - start > longest)
    throw new InvalidRequest(
      "end does not lie after start, or too far after it.",
      `Give a passage of 1 to ${longest} characters.`,
    );
  const text = Array.from(await readText(join(articles, basename(document.file))));
  if (end > text.length)
    throw new InvalidRequest(`${id} has only ${text.length} characters.`, "Give the offsets of one of its citations.");
  const part = (from: number, to: number) => text.slice(Math.max(0, from), to).join("");
  return {
    document: id,
    start,
    end,
    before: part(start - around, start),
    text: part(start, end),
    after: part(end, end + around),
  };
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new NotFound(
      `${basename(file)} is not in the folder that ARTICLES names, or cannot be read.`,
      "Put it there, or correct ARTICLES, and start again.",
      { cause },
    );
  }
}
