/**
 * Loads a generated graph: by the engine's own batch calls, by the loader, and by the loader once more as a second start
 * does; or by the loader once and nothing else, for its memory. A process of its own; run.ts starts it.
 */
import { rmSync } from "node:fs";
import type { GraphDatabase } from "../../server/database/database.ts";
import { type Dataset, loadSeeds } from "../../server/seed/index.ts";
import { type BulkTimes, loadInBulk } from "./bulk.ts";
import { timed } from "./figures.ts";
import { generateDataset, type GraphSize } from "./graph.ts";
import { emptyNeo4j, openPlace, type Place } from "./places.ts";

export interface LoadFigures {
  readonly rows: number;
  /** Milliseconds of each round: the engine's batch calls with a checkpoint, and the checkpoint alone. */
  readonly bulk: readonly BulkTimes[];
  /** Milliseconds of each round: the loader until all is saved, and the saving (checkpoint and backup) alone. */
  readonly load: readonly { readonly all: number; readonly saving: number }[];
  /** Milliseconds from opening until the loader has found nothing to do. */
  readonly secondStart: number;
}

/** The most memory of a process that makes the rows and loads them once. */
export interface LoadMemory {
  readonly mostMemory: number;
}

export interface LoadOrder {
  readonly place: Place;
  readonly size: GraphSize;
  /** 0: only load it once, for its memory. */
  readonly rounds: number;
}

async function measure({ place, size, rounds }: LoadOrder): Promise<LoadFigures | LoadMemory> {
  const dataset = generateDataset(size);
  if (rounds === 0) {
    await empty(place);
    await loadOnce(place, dataset);
    return { mostMemory: process.resourceUsage().maxRSS * 1024 };
  }
  const bulk: BulkTimes[] = [];
  const load: { all: number; saving: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    await empty(place);
    bulk.push(await loadInBulk(place, dataset.rows));
    await empty(place);
    load.push(await loadOnce(place, dataset));
  }
  const secondStart = await timed(async () => {
    const database = await openPlace(place);
    const { entities } = await loadSeeds(database, dataset);
    if (entities.unchanged !== size.entities) throw new Error("The second start changed something.");
    await database.close();
  });
  const rows = size.entities + size.relationships;
  return { rows, bulk, load, secondStart };
}

async function loadOnce(place: Place, dataset: Dataset): Promise<{ all: number; saving: number }> {
  const database = await openPlace(place);
  let saving = 0;
  const watched: GraphDatabase = {
    ...database,
    save: async () => {
      saving += await timed(() => database.save());
    },
  };
  const all = await timed(() => loadSeeds(watched, dataset));
  await database.close();
  return { all, saving };
}

async function empty(place: Place): Promise<void> {
  if (place.engine === "neo4j") await emptyNeo4j(place);
  else rmSync(place.folder, { recursive: true, force: true });
}

process.once("message", (order: LoadOrder) => {
  void measure(order).then((figures) => process.send?.(figures, () => process.disconnect()));
});
