/** `npm run export -- --question alumni-of --companies nvidia,amd --format pptx --out file`: a view as a file. */
import { writeFileSync } from "node:fs";
import { createApp } from "../server/app.ts";
import { openDatabase, openInMemory } from "../server/database/open.ts";
import { readEnvironment } from "../server/environment.ts";
import { Fault } from "../server/errors.ts";
import { readQuestions } from "../server/questions/index.ts";
import { loadSeeds, readDataset } from "../server/seed/index.ts";
import { readArguments, usage } from "./arguments.ts";
import { writeErrand } from "./export.ts";

async function run(words: readonly string[]): Promise<void> {
  const errand = readArguments(words);
  const environment = readEnvironment();
  const dataset = await readDataset(environment.seeds);
  const questions = await readQuestions(dataset.folder);
  // Its folder may belong to a running server, so the embedded engine reads the seeds anew.
  const database = environment.neo4j ? await openDatabase(environment, dataset.id) : await openInMemory();
  try {
    await loadSeeds(database, dataset);
    const app = createApp({ database, dataset, questions });
    const { name, content, remarks } = await writeErrand(errand, (path) => app.request(path));
    // Apart from the file, which may go to standard output.
    for (const remark of remarks) console.error(remark);
    if (errand.out === "-") process.stdout.write(content);
    else {
      const file = errand.out ?? name;
      writeFileSync(file, content);
      console.log(file);
    }
  } finally {
    await database.close();
  }
}

const words = process.argv.slice(2);
if (words.includes("--help")) console.log(usage);
else {
  try {
    await run(words);
  } catch (error) {
    if (!(error instanceof Fault) && !(error instanceof Error && "code" in error)) throw error;
    console.error(error.message);
    if ("remedy" in error) console.error(error.remedy);
    process.exitCode = 1;
  }
}
