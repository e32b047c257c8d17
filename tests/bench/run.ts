/**
 * `npm run bench`: how fast a generated graph is loaded, opened, expanded, searched, walked and shown, as a table. Sizes
 * other than the usual ones are given as entities/relationships: `npm run bench -- 1M/3M`. Neo4j takes part where
 * TEST_NEO4J_URI names one whose data may be erased.
 */
import { once } from "node:events";
import path from "node:path";
import { acquireLock } from "../support/lock.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { describeMachine, megabytes } from "./figures.ts";
import type { GraphSize } from "./graph.ts";
import type { Place } from "./places.ts";
import { startScript } from "./processes.ts";
import { collectFigures, type Report } from "./report.ts";
import { loading } from "./sections/loading.ts";
import { seeds } from "./sections/seeds.ts";
import { sections } from "./sections.ts";
import type { ServeOrder, Serving } from "./serve.ts";

const usual = ["100k/300k", "200k/600k"];

const number = (text: string) => Number(text.replace(/k$/i, "e3").replace(/m$/i, "e6"));
function sizeOf(text: string): GraphSize & { text: string } {
  const [entities = NaN, relationships = NaN] = text.split("/").map(number);
  if (!Number.isInteger(entities) || !Number.isInteger(relationships))
    throw new Error(`${text} is not a size: write entities/relationships, as in 100k/300k.`);
  return { entities, relationships, text };
}

const sizes = (process.argv.length > 2 ? process.argv.slice(2) : usual).map(sizeOf);
const folder = temporaryFolder("bench");
const places: Place[] = [{ engine: "grafeo", folder: path.join(folder, "data") }];
const { TEST_NEO4J_URI: uri, TEST_NEO4J_USER: user = "neo4j", TEST_NEO4J_PASSWORD: password = "" } = process.env;
let release = () => {};
if (uri) {
  release = await acquireLock(uri.replace(/^.*:\/\//, "neo4j at "));
  places.push({ engine: "neo4j", uri, user, password });
}

async function serving(place: Place, size: GraphSize, report: Report): Promise<void> {
  const order: ServeOrder = { place, size };
  const { child, found } = await startScript("serve.ts", order);
  try {
    for (const section of sections) await section({ place, size, serving: found as Serving, report });
    child.send("memory");
    const [{ memory }] = (await once(child, "message")) as [{ memory: number }];
    report.figure(
      "memory of the server at the end",
      megabytes(memory),
      size.entities >= 1e6 ? { text: "2 GB at 1M", met: memory <= 2e9 } : undefined,
    );
  } finally {
    const gone = once(child, "exit");
    child.kill();
    await gone;
  }
}

try {
  const machine = describeMachine();
  console.log(machine);
  const figures = collectFigures(console.log);
  await seeds(path.join(folder, "seeds"), figures.column("seeds"));
  for (const size of sizes) {
    for (const place of places) {
      const report = figures.column(`${place.engine} ${size.text}`);
      await loading(place, size, report);
      await serving(place, size, report);
    }
  }
  console.log(`\n${machine}\n\n${figures.table()}\n`);
} finally {
  release();
}
