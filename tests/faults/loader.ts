/** Loads one data set after another into a folder until it is killed: `loader.ts <folder> <seeds> <seeds>`. */
import { openGrafeo } from "../../server/database/grafeo.ts";
import { say } from "./say.ts";
import { loadSeeds, readDataset } from "../../server/seed/index.ts";

const [folder = "", ...seeds] = process.argv.slice(2);
const datasets = await Promise.all(seeds.map((each) => readDataset(each)));

say("opening");
const database = await openGrafeo({ folder });
for (let turn = 0; ; turn++) {
  const index = turn % datasets.length;
  const dataset = datasets[index];
  if (dataset === undefined) break;
  say(`loading ${index}`);
  await loadSeeds(database, dataset);
  say(`loaded ${index}`);
}
