/** Where something stands in a data set's dataset.yaml, for what is found wrong only once the data set has been read. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Path } from "./place.ts";
import { datasetShape } from "./shapes.ts";
import { parseYaml } from "./yaml-text.ts";

/** `seeds/dataset.yaml:5:3`. */
export function placeInDataset(folder: string, path: Path): string {
  const file = join(folder, "dataset.yaml");
  const text = readFileSync(file, "utf8");
  // It has been read once, so all that could be told of it was.
  const yaml = parseYaml({ file, text, line: 0 }, datasetShape, { add: () => {} });
  const place = yaml?.placeOf(path);
  return place === undefined ? file : `${file}:${place.line}:${place.column}`;
}
