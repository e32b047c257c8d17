/**
 * `npm run verify-sources -- <folder of articles>`: holds every citation against the articles, lists what a person should
 * look at, and prints the sentences from which no fact was read. Fails when a citation lies outside its article or the
 * seeds repeat an article's text.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { InvalidSeeds, Refused } from "../errors.ts";
import { type Dataset, readDataset } from "./dataset.ts";
import { sentencesOf, uncited } from "./verify/article.ts";
import { type Articles, type Findings, verifyClaims } from "./verify/claims.ts";
import { findCopies } from "./verify/copies.ts";

const folder = process.argv[2] ?? process.env["ARTICLES"];
const seeds = process.env["SEEDS"] ?? "seeds";

if (folder === undefined) {
  console.error("Name the folder that holds the articles' text: npm run verify-sources -- <folder>");
  process.exit(1);
}

/** The texts at hand; a document without one is said and left out. */
async function readArticles(dataset: Dataset, from: string): Promise<Articles> {
  const articles = new Map<string, string>();
  for (const [id, { file, characters }] of Object.entries(dataset.documents)) {
    const path = join(from, file ?? `${id}.txt`);
    const text = await readFile(path, "utf8").catch(() => undefined);
    if (text === undefined) console.log(`${id}: its text is not at ${path}, so its citations are not verified.`);
    else articles.set(id, text);
    const found = text === undefined ? characters : Array.from(text).length;
    if (found !== characters) console.log(`${id}: has ${found} characters, and documents.yaml says ${characters}.`);
  }
  return articles;
}

function print(title: string, lines: readonly string[]): void {
  if (lines.length > 0) console.log(`\n${title} (${lines.length})\n${lines.map((line) => `  ${line}`).join("\n")}`);
}

function printCoverage(articles: Articles, { spans }: Findings): void {
  for (const [id, text] of articles) {
    const sentences = sentencesOf(text);
    const left = uncited(sentences, spans.get(id) ?? []);
    print(
      `${id}: ${sentences.length - left.length} of ${sentences.length} sentences are cited; from these no fact was read`,
      left.map(({ start, end, text: sentence }) => `${id}#${start}-${end} ${sentence}`),
    );
  }
}

try {
  const dataset = await readDataset(seeds);
  const articles = await readArticles(dataset, folder);
  const findings = verifyClaims(dataset, articles);
  const copies = await findCopies(seeds, articles);
  printCoverage(articles, findings);
  print("The passage does not name", findings.unnamed);
  print("The passage is longer than a sentence", findings.long);
  print("Wrong: the citation lies outside its article", findings.outside);
  print("Wrong: the seeds repeat an article's text", copies);
  console.log(
    `\n${findings.checked} citations of ${articles.size} articles: ${findings.outside.length} outside, ${findings.long.length} long, ${findings.unnamed.length} to look at, ${copies.length} copied.`,
  );
  process.exitCode = articles.size === 0 || findings.outside.length + copies.length > 0 ? 1 : 0;
} catch (error) {
  if (!(error instanceof InvalidSeeds) && !(error instanceof Refused)) throw error;
  console.error(`${error.message}\n${error.remedy}`);
  process.exitCode = 1;
}
