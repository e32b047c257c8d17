/** Starts the program: reads the environment, loads the seeds, opens the port; and stops it in order. */
import { join } from "node:path";
import { pino } from "pino";
import { createAnnouncer, describeLoad } from "./announce.ts";
import { createApp } from "./app.ts";
import type { GraphDatabase } from "./database/database.ts";
import { openDatabase } from "./database/open.ts";
import { readEnvironment } from "./environment.ts";
import type { Exports } from "./exports.ts";
import { isLoopback } from "./http/host.ts";
import { isEveryInterface, listen } from "./listen.ts";
import { checkOffered, readQuestions, tryOwnQuestions } from "./questions/index.ts";
import { loadSeeds, readDataset, readingsIn } from "./seed/index.ts";

const terminal = process.stdout.isTTY;
// Whoever read the output may be gone: the program goes on. pino's own stream would try to write again for ever.
process.stdout.on("error", () => {});
const logger = pino({ level: terminal ? "warn" : "info", base: undefined }, process.stdout);
const announcer = createAnnouncer(logger, terminal, (text) => process.stdout.write(text));

/** What has to be let go of at the end, the last first. */
const opened: { close(): Promise<void> }[] = [];

async function open(exports: Exports): Promise<void> {
  const environment = readEnvironment();
  const { port, host, articles } = environment;
  const readings = readingsIn(join(environment.dataFolder, ".read"));
  const dataset = await readDataset(environment.seeds, readings, (progress) => announcer.progress(progress));
  const questions = await readQuestions(dataset.folder, readings);
  checkOffered(dataset, questions);

  const listener = await listen(port, host);
  opened.push(exports, listener);
  const database: GraphDatabase = await openDatabase(environment, dataset.id, (text) =>
    announcer.warn(`Warning: ${text}`),
  );
  // Requests use the database, so they are finished before it closes.
  opened.unshift(database);
  announcer.say(
    describeLoad(
      dataset.id,
      await loadSeeds(database, dataset, { onProgress: (progress) => announcer.progress(progress) }),
    ),
  );
  await tryOwnQuestions(database, dataset, questions);

  const allowedHosts = isEveryInterface(host) ? environment.allowedHosts : [host, ...environment.allowedHosts];
  const client = join(import.meta.dirname, "../dist");
  listener.serve(createApp({ database, dataset, questions, articles, allowedHosts, client, exports, logger }).fetch);
  if (!isLoopback(host)) warnOfNetwork(host, environment.allowedHosts);
  announcer.say(`Alumnigraph is at ${listener.address}`);
  readings.keep();
}

function warnOfNetwork(host: string, allowedHosts: readonly string[]): void {
  const names =
    allowedHosts.length === 0
      ? "Set ALLOWED_HOSTS to the names by which others may open it."
      : `It answers to ${allowedHosts.join(", ")}.`;
  announcer.warn(
    `Warning: HOST is ${host}, so whoever can reach this machine can read the graph, without a password. ${names}`,
  );
}

async function closeAll(): Promise<void> {
  for (let part = opened.pop(); part !== undefined; part = opened.pop()) await part.close();
}

let stopping = false;

/** The first signal stops in order; a second one stops at once. */
function stop(signal: NodeJS.Signals): void {
  if (stopping) process.exit(130);
  stopping = true;
  announcer.say(`Stopping (${signal}) …`);
  void closeAll().then(
    () => process.exit(0),
    (error: unknown) => fail(error),
  );
}

/** One message with its remedy; what went wrong inside is not the reader's business. */
function fail(error: unknown): never {
  const message = error instanceof Error ? error.message : String(error);
  const remedy = error instanceof Error && "remedy" in error ? `\n${String(error.remedy)}` : "";
  process.stderr.write(`${message}${remedy}\n`);
  process.exit(1);
}

/** Starts, and serves until a signal stops it. `exports` writes views as files. */
export async function startProgram(exports: Exports): Promise<void> {
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  try {
    await open(exports);
  } catch (error) {
    // A start that was stopped midway fails because of that.
    if (!stopping) {
      await closeAll().catch(() => {});
      fail(error);
    }
  }
}
