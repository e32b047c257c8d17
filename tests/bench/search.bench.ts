/**
 * How long does a keystroke take among 20,000 entities, by what has been typed so far? On Grafeo, and on Neo4j where
 * TEST_NEO4J_URI names one. Vitest runs no hooks around benches, so all is made ready as the file is read.
 */
import { bench, describe } from "vitest";
import type { GraphDatabase } from "../../server/database/database.ts";
import { openGrafeo } from "../../server/database/grafeo.ts";
import { openNeo4j } from "../../server/database/neo4j.ts";
import { search } from "../../server/search/search.ts";
import { loadSeeds } from "../../server/seed/index.ts";
import { acquireLock } from "../support/lock.ts";
import { namesDataset } from "./names.ts";

const size = 20_000;
const dataset = namesDataset(size);
const queries = ["z", "zh", "張", "zjz", "zhang", "張建", "zhang jianzhong", "james", "no such name"];

const { TEST_NEO4J_URI: uri, TEST_NEO4J_USER: user = "neo4j", TEST_NEO4J_PASSWORD: password = "" } = process.env;
const databases = [await openGrafeo()];
if (uri) {
  // Let go when this process ends: whoever waits for it sees that the holder is gone.
  await acquireLock(uri);
  databases.push(await openNeo4j({ uri, user, password }));
}

for (const database of databases) {
  await empty(database);
  await timed(`${database.engine}: load ${size} entities`, () => loadSeeds(database, dataset));
  await timed(`${database.engine}: load them again`, () => loadSeeds(database, dataset));

  describe(`search among ${size} entities on ${database.engine}`, () => {
    for (const query of queries) {
      bench(query, async () => {
        await search(database, { query, limit: 10 });
      });
    }
  });
}

async function empty(database: GraphDatabase): Promise<void> {
  await database.write((transaction) => transaction.run("MATCH (n) DETACH DELETE n"));
}

async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  const started = performance.now();
  await work();
  console.log(`${what}: ${Math.round(performance.now() - started)} ms`);
}
