/** Finds runs of an article's text that the seeds carry beyond names and titles. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import type { Articles } from "./claims.ts";
import { sharedRun } from "./article.ts";

const runLength = 20;

/** Keys whose text is a name or a title, which may be long. */
const names = new Set(["aliases", "title", "short", "publisher"]);

/** `file: text` of everything in the data set that repeats an article for 20 characters or more. */
export async function findCopies(folder: string, articles: Articles): Promise<string[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".yaml")).toSorted();
  const found: string[] = [];
  for (const file of files) {
    for (const text of textsOf(parse(await readFile(join(folder, file), "utf8")), 0)) {
      for (const article of articles.values()) {
        const run = sharedRun(text, article, runLength);
        if (run !== undefined) found.push(`${join(folder, file)}: ${run}`);
      }
    }
  }
  return found;
}

/** All text of a file but names and titles; an entity's own languages stand two keys deep, under label and id. */
function* textsOf(value: unknown, depth: number): Generator<string> {
  if (typeof value === "string") yield value;
  else if (Array.isArray(value)) for (const item of value) yield* textsOf(item, depth + 1);
  else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      const isName = names.has(key) || (depth <= 2 && /^(?:en|zh-Han[ts])$/.test(key));
      if (!isName) yield* textsOf(item, depth + 1);
    }
  }
}
