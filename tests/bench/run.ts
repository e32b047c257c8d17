/**
 * `npm run bench`: how fast a generated graph is loaded, opened, expanded, searched, walked and shown. Sizes other than
 * the usual ones are given as entities/relationships: `npm run bench -- 1M/3M`. Neo4j takes part where TEST_NEO4J_URI
 * names one whose data may be erased.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { acquireLock } from "../support/lock.ts";
import { letters, someEntities, somePairs, words } from "./asked.ts";
import { ask, throughput } from "./client.ts";
import {
  describeMachine,
  median,
  megabytes,
  ms,
  percent,
  perSecond,
  quantile,
  report,
  spread,
  timeEach,
} from "./figures.ts";
import type { GraphSize } from "./graph.ts";
import type { LoadFigures, LoadOrder } from "./load.ts";
import type { Place } from "./places.ts";
import type { ServeOrder, Serving } from "./serve.ts";

const usual = ["100k/300k", "200k/600k"];

const number = (text: string) => Number(text.replace(/k$/i, "e3").replace(/m$/i, "e6"));
function sizeOf(text: string): GraphSize & { text: string } {
  const [entities = NaN, relationships = NaN] = text.split("/").map(number);
  if (!Number.isInteger(entities) || !Number.isInteger(relationships))
    throw new Error(`${text} is not a size: write entities/relationships, as in 100k/300k.`);
  return { entities, relationships, text };
}

const folder = mkdtempSync(path.join(os.tmpdir(), "alumnigraph-bench-"));
const places: Place[] = [{ engine: "grafeo", folder: path.join(folder, "data") }];
const { TEST_NEO4J_URI: uri, TEST_NEO4J_USER: user = "neo4j", TEST_NEO4J_PASSWORD: password = "" } = process.env;
let release = () => {};
if (uri) {
  release = await acquireLock(uri.replace(/^.*:\/\//, "neo4j at "));
  places.push({ engine: "neo4j", uri, user, password });
}

/** Starts one of the scripts beside this one with an order; its first message is what it found. */
async function start(script: string, order: object): Promise<{ child: ChildProcess; found: unknown }> {
  const child = fork(path.join(import.meta.dirname, script), {
    execArgv: ["--import", "tsx", ...(script === "load.ts" ? ["--max-old-space-size=12000"] : [])],
  });
  child.send(order);
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`${script} ended with ${code} before it had an answer.`);
  });
  const [found]: unknown[] = await Promise.race([once(child, "message"), ended]);
  return { child, found };
}

async function load(place: Place, size: GraphSize): Promise<void> {
  const rounds = size.entities > 500_000 ? 1 : 3;
  const order: LoadOrder = { place, size, rounds };
  const found = (await start("load.ts", order)).found as LoadFigures;
  const bulk = median(found.bulk.map(({ all }) => all));
  const all = median(found.load.map(({ all }) => all));
  report("engine's batch calls and checkpoint", `${ms(bulk)}, ${perSecond((found.rows / bulk) * 1000)}`);
  report("load until saved", `${ms(all)}, ${perSecond((found.rows / all) * 1000)}`);
  const shares = found.load.map((load, round) => {
    const { all, checkpoint } = found.bulk[round] ?? { all: NaN, checkpoint: NaN };
    return { whole: all / load.all, alike: all / (load.all - load.saving + checkpoint) };
  });
  const alike = median(shares.map(({ alike }) => alike));
  report("load's share of the bulk rate", percent(alike), { text: "80 %", met: alike >= 0.8 });
  report("… with the daily backup", percent(median(shares.map(({ whole }) => whole))));
  const limit = size.entities >= 1e6 ? 10_000 : undefined;
  report(
    "second start: open and find nothing to do",
    ms(found.secondStart),
    limit === undefined ? undefined : { text: "10 s", met: found.secondStart <= limit },
  );
  report("most memory while loading, rows included", megabytes(found.mostMemory));
}

const expandAddress = (id: string) => `/api/nodes/${id}/neighbors?limit=20`;
const searchAddress = (word: string) => `/api/search?q=${encodeURIComponent(word)}`;

async function answer(place: Place, size: GraphSize): Promise<void> {
  const order: ServeOrder = { place, size };
  const { child, found } = await start("serve.ts", order);
  const serving = found as Serving;
  const { opening, alone } = serving;
  report("open", ms(opening));
  report("expand, adapter alone", spread(alone.expand));
  const wordsTook = quantile(alone.words, 0.95);
  report(
    "search for two characters and more, alone",
    spread(alone.words),
    size.entities === 100_000 && place.engine === "grafeo" ? { text: "p95 30 ms", met: wordsTook <= 30 } : undefined,
  );
  report(
    "search for single letters, alone",
    spread(alone.letters),
    size.entities === 100_000 && place.engine === "grafeo"
      ? { text: "p95 30 ms", met: quantile(alone.letters, 0.95) <= 30 }
      : undefined,
  );
  report(
    "shortest paths, alone",
    spread(alone.paths),
    size.entities === 200_000 ? { text: "p95 50 ms", met: quantile(alone.paths, 0.95) <= 50 } : undefined,
  );

  const asked = {
    expand: someEntities(size, 600, 3).map(expandAddress),
    search: [...words, ...letters].map(searchAddress),
    "shortest paths": somePairs(size, 100).map(({ from, to }) => `/api/paths?from=${from}&to=${to}`),
    "first view": Array.from({ length: 20 }, () => "/api/first-view"),
  };
  for (const [what, paths] of Object.entries(asked)) await compare(what, paths, serving);

  const many = someEntities(size, 4000, 4).map(expandAddress);
  await throughput(
    many.slice(0, 1000).map((path) => serving.app + path),
    16,
  );
  const rates: { app: number; bare: number }[] = [];
  for (let round = 0; round < 3; round++) {
    const rate = (server: string) =>
      throughput(
        many.map((path) => server + path),
        16,
      );
    rates.push({ bare: await rate(serving.bare), app: await rate(serving.app) });
  }
  const best = Math.max(...rates.map(({ app }) => app));
  report(
    "expands over HTTP, 16 at once, best of three",
    `${perSecond(best)}; bare ${perSecond(Math.max(...rates.map(({ bare }) => bare)))}`,
    { text: "2,000/s", met: best >= 2000 },
  );

  child.send("memory");
  const [{ memory }] = (await once(child, "message")) as [{ memory: number }];
  report(
    "memory of the server at the end",
    megabytes(memory),
    size.entities >= 1e6 ? { text: "2 GB", met: memory <= 2e9 } : undefined,
  );
  child.kill();
  await once(child, "exit");
}

/**
 * Asks both servers in turns, so that whatever else the machine does meets both, and compares each question with itself:
 * a mix of quick and slow ones has no middle to compare.
 */
async function compare(what: string, paths: readonly string[], { app, bare }: Serving): Promise<void> {
  const all: number[] = [];
  const rounds: { app: number[]; bare: number[] }[] = [];
  for (let round = 0; round < 6; round++) {
    const times = {
      bare: await timeEach(paths, (path) => ask(bare + path)),
      app: await timeEach(paths, (path) => ask(app + path)),
    };
    // The first round warms up.
    if (round === 0) continue;
    rounds.push(times);
    all.push(...times.app);
  }
  const ratios = paths.map(
    (_, index) =>
      median(rounds.map(({ app }) => app[index] ?? NaN)) / median(rounds.map(({ bare }) => bare[index] ?? NaN)),
  );
  const ratio = median(ratios);
  report(`${what} over HTTP`, `${spread(all)}; × ${ratio.toFixed(2)} of bare`, { text: "× 1.5", met: ratio <= 1.5 });
}

try {
  console.log(describeMachine());
  const sizes = (process.argv.length > 2 ? process.argv.slice(2) : usual).map(sizeOf);
  for (const size of sizes) {
    for (const place of places) {
      console.log(`\n${place.engine}, ${size.text}`);
      await load(place, size);
      await answer(place, size);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
  release();
}
