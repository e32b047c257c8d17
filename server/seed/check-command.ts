/** `npm run check:seeds [folder]`: everything that is wrong with a data set, or how much it holds. */
import { InvalidSeeds, Refused } from "../errors.ts";
import { checkOffered, readQuestions } from "../questions/index.ts";
import { readDataset } from "./dataset.ts";

const folder = process.argv[2] ?? process.env["SEEDS"] ?? "seeds";

try {
  const dataset = await readDataset(folder);
  checkOffered(dataset, await readQuestions(dataset.folder));
  const { id, rows } = dataset;
  const { entities, relationships, observations } = rows;
  console.log(
    `${id}: ${entities.length} entities, ${relationships.length} relationships, ${observations.length} figures. Nothing is wrong.`,
  );
} catch (error) {
  if (!(error instanceof InvalidSeeds) && !(error instanceof Refused)) throw error;
  console.error(error.message);
  console.error(
    error instanceof InvalidSeeds
      ? `\n${error.problems.length} ${error.problems.length === 1 ? "fault" : "faults"}. ${error.remedy}`
      : error.remedy,
  );
  process.exitCode = 1;
}
