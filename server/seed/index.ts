/** The seeds: a data set's folder read, checked and loaded. */
export { placeInDataset } from "./dataset-place.ts";
export { readDataset, type Dataset, type OfferedQuestion } from "./dataset.ts";
export { readingsIn } from "./reading.ts";
export { loadSeeds, type LoadOptions, type LoadResult, type Tally } from "./load.ts";
export type { ReadProgress } from "./files.ts";
export type { LoadProgress } from "./write.ts";
export { schemaVersion } from "./marking.ts";
export type { EntityRow, ObservationRow, RelationshipRow, Rows } from "./compile.ts";
