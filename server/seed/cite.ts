/** `npm run cite -- <document> "<words of the article>"`: where the words stand, as citations to copy into the seeds. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { SeedDocuments } from "../../schema/fact.ts";
import { own } from "../../schema/vocabulary.ts";
import { citationsOf } from "./citations.ts";
import { gatherProblems } from "./problems.ts";
import { documentsShape } from "./shapes.ts";
import { parseSource } from "./source.ts";

const [document, words] = process.argv.slice(2);
const articles = process.env["ARTICLES"];
const seeds = process.env["SEEDS"] ?? "seeds";

if (document === undefined || words === undefined || words === "")
  fail('Write: ARTICLES=<folder> npm run cite -- <document> "<words of the article>"');
if (articles === undefined) fail("Set ARTICLES to the folder that holds the articles' text.");

const file = join(seeds, "documents.yaml");
const problems = gatherProblems();
const source = parseSource(file, await readFile(file, "utf8"), problems, { shape: documentsShape });
if (source === undefined) fail(problems.found.map(({ line, message }) => `${file}:${line} ${message}`).join("\n"));
const documents = SeedDocuments.parse(source.data);
const described = own(documents, document);
if (described === undefined) {
  fail(`There is no document ${document} in ${file}; there are ${Object.keys(documents).join(", ")}.`);
}

const text = await readFile(join(articles, described.file ?? `${document}.txt`), "utf8");
const characters = Array.from(text).length;
if (characters !== described.characters) {
  console.error(
    `Mind: the text has ${characters} characters, documents.yaml says ${described.characters}; offsets hold only for the same text.`,
  );
}
const citations = citationsOf(document, text, words);
if (citations.length === 0)
  fail(
    "The words do not stand in the text like this; try fewer of them, copied exactly, with the article's own punctuation.",
  );
console.log(citations.map(({ citation, around }) => `${citation}  ${around}`).join("\n"));

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
