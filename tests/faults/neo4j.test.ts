/** A Neo4j that is slow, silent, cut off or refuses, as its clients see it: through a proxy before a real one. */
import { execFile } from "node:child_process";
import { join, resolve } from "node:path";
import neo4j from "neo4j-driver";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createApp } from "../../server/app.ts";
import { openNeo4j } from "../../server/database/neo4j.ts";
import { readQuestions } from "../../server/questions/index.ts";
import { readDataset } from "../../server/seed/index.ts";
import { Problem } from "../../schema/api.ts";
import { guild } from "../server/support.ts";
import { describeNeo4j } from "../support/engines.ts";
import { startProxy, type TcpProxy } from "../support/tcp-proxy.ts";
import { ask, askEach, type Answered, startLoad } from "./load.ts";
import { hostOf, paths, serveFrom, type Serving } from "./serving.ts";

const root = resolve(import.meta.dirname, "../..");
const recovery = 5000;
/** Within which a request is told of an outage that is known: a second, and what a busy machine adds. */
const atOnce = 3000;
const allData = paths.map(() => "data");

describeNeo4j("a fault", (connection) => {
  let proxy: TcpProxy;
  let serving: Serving | undefined;
  const throughProxy = (scheme: string) => ({ ...connection, uri: `${scheme}://${proxy.host}` });

  beforeEach(async () => {
    proxy = await startProxy(hostOf(connection.uri));
  });
  afterEach(async () => {
    await proxy.restore();
    await serving?.close();
    serving = undefined;
    await proxy.cut();
  });

  async function serve(scheme = "neo4j"): Promise<{ base: string; expected: ReadonlyMap<string, string> }> {
    serving = await serveFrom(throughProxy(scheme));
    const { base } = serving;
    const texts = paths.map(async (path) => [path, await (await fetch(base + path)).text()] as const);
    return { base, expected: new Map(await Promise.all(texts)) };
  }

  it.each(["neo4j", "bolt"])(
    "%s:// cut under load gives data or a 503 with a remedy, and data within 5 s of coming back",
    { timeout: 120_000 },
    async (scheme) => {
      const { base } = await serve(scheme);
      const load = await startLoad(base, paths, 6);
      await load.until(({ kind }) => kind === "data", 30);
      await proxy.cut();
      await load.until(({ kind }) => kind === "remedy", 6);
      await proxy.restore();
      const back = performance.now();
      await load.until(({ kind, asked }) => kind === "data" && asked > back, 30);
      expect(lastRemedy(load.answers)).toBeLessThan(back + recovery);
      await load.stop();
      expect(load.answers.filter(({ kind }) => kind.startsWith("other"))).toEqual([]);
    },
  );

  it.each(["neo4j", "bolt"])(
    "%s:// that lasts costs no further request its time",
    { timeout: 120_000 },
    async (scheme) => {
      const { base, expected } = await serve(scheme);
      await proxy.cut();
      await ask(`${base}/api/ready`, undefined);
      const more = await askInOutage(base, [...expected.keys()]);
      expect(new Set(more.map(({ kind }) => kind))).toEqual(new Set(["remedy"]));
      expect(Math.max(...more.map(({ took }) => took))).toBeLessThan(atOnce);
    },
  );

  it("of a slow way changes no answer", async () => {
    const { base, expected } = await serve();
    proxy.delay(60);
    expect(await askEach(base, expected)).toEqual(allData);
  });

  it("of a slow way leaves a hundred clients at once with their answers", async () => {
    const { base, expected } = await serve();
    proxy.delay(10);
    const clients = Array.from({ length: 100 }, (_, number) => paths[number % paths.length] ?? "");
    const answers = await Promise.all(clients.map((path) => ask(base + path, expected.get(path))));
    expect(answers.filter(({ kind }) => kind !== "data")).toEqual([]);
    expect(proxy.connections()).toBeLessThanOrEqual(100);
  });

  it(
    "of a server that says nothing ends in a 503 with a remedy, and goes when it speaks again",
    { timeout: 120_000 },
    async () => {
      const { base, expected } = await serve();
      proxy.freeze();
      const asked = performance.now();
      const ready = await fetch(`${base}/api/ready`);
      expect(Problem.parse(await ready.json())).toMatchObject({
        status: 503,
        detail: expect.stringContaining("has not answered for 5 s"),
        remedy: expect.stringMatching(/\w/),
      });
      expect(performance.now() - asked).toBeLessThan(7000);
      const more = await askInOutage(base, paths);
      expect(new Set(more.map(({ kind }) => kind))).toEqual(new Set(["remedy"]));
      expect(Math.max(...more.map(({ took }) => took))).toBeLessThan(atOnce);

      proxy.thaw();
      await expect.poll(() => askEach(base, expected), { timeout: recovery }).toEqual(allData);
    },
  );

  it("of connections to a machine that vanished costs no second request its time", { timeout: 120_000 }, async () => {
    const { base, expected } = await serve();
    await Promise.all(Array.from({ length: 12 }, () => fetch(`${base}/api/search?q=ann`)));
    expect(proxy.connections()).toBeGreaterThan(3);
    proxy.strand();
    expect((await ask(`${base}/api/ready`, expected.get("/api/ready"))).kind).toBe("remedy");
    const back = performance.now();
    expect(await askEach(base, expected)).toEqual(allData);
    expect(performance.now() - back).toBeLessThan(recovery);
  });

  it(
    "in the middle of writing loses nothing that was acknowledged, and leaves nothing half done",
    { timeout: 120_000 },
    async () => {
      const database = await openNeo4j(throughProxy("neo4j"));
      const acknowledged: string[] = [];
      const refusals: unknown[] = [];
      const half = "MERGE (n:Unit {id: $id}) SET n.half = $half";
      for (let unit = 0; unit < 40; unit++) {
        const id = `unit-${unit}`;
        // Each third is cut at another moment of its way: before, between and after its two statements.
        const cut = unit % 3 === 0 ? setTimeout(() => void proxy.cut().then(() => proxy.restore()), unit) : undefined;
        try {
          await database.write(async (transaction) => {
            await transaction.run(half, { id: `${id}-a`, half: id });
            await transaction.run(half, { id: `${id}-b`, half: id });
          });
          acknowledged.push(id);
        } catch (error) {
          refusals.push(error);
        }
        clearTimeout(cut);
        await vi.waitFor(() => database.ready(), recovery);
      }
      const rows = await database.read("MATCH (n:Unit) RETURN n.half AS id, count(n) AS halves");
      await database.close();
      expect(rows.filter(({ halves }) => halves !== 2)).toEqual([]);
      const present = new Set(rows.map(({ id }) => id));
      expect(acknowledged.filter((id) => !present.has(id))).toEqual([]);
      for (const refusal of refusals)
        expect(refusal).toMatchObject({ name: "Unavailable", remedy: expect.stringMatching(/\w/) });
      expect(acknowledged.length).toBeGreaterThan(26);
    },
  );

  it("leaves no connection and no transaction behind", { timeout: 120_000 }, async () => {
    const { base, expected } = await serve();
    const load = await startLoad(base, paths, 6);
    for (let round = 0; round < 4; round++) {
      await load.until(({ kind }) => kind === "data", 10);
      await proxy.cut();
      await proxy.restore();
    }
    await load.until(({ kind }) => kind === "data", 30);
    await load.stop();
    expect(await askEach(base, expected)).toEqual(allData);
    expect(proxy.connections()).toBeLessThanOrEqual(12);

    await serving?.close();
    await vi.waitFor(() => expect(proxy.connections()).toBe(0), recovery);
    const driver = neo4j.driver(connection.uri, neo4j.auth.basic(connection.user, connection.password));
    await vi.waitFor(async () => {
      const { records } = await driver.executeQuery(
        "SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery AS query",
      );
      expect(records.map((record): unknown => record.get("query"))).toHaveLength(1);
    }, recovery);
    await driver.close();
  });

  describe.each([
    ["a wrong password", { password: "wrong-password" }, /user and password/, /NEO4J_PASSWORD/],
    ["a wrong database", { database: "nowhere" }, /no database nowhere/, /NEO4J_DATABASE/],
  ])("by %s", (_, change, message, remedy) => {
    it("stops the start with one message and its remedy", { timeout: 120_000 }, async () => {
      const { uri, user, password, database } = { ...connection, database: undefined, ...change };
      const environment = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database };
      const { code, errors } = await startProgram(environment);
      expect(errors).toMatch(message);
      expect(errors).toMatch(remedy);
      expect(errors).not.toMatch(/\n\s+at /);
      expect(code).toBe(1);
    });

    it("that befalls a running server is a 503 with the remedy", async () => {
      const database = await openNeo4j({ ...connection, ...change });
      const dataset = await readDataset(guild);
      const app = createApp({ database, dataset, questions: await readQuestions(dataset.folder) });
      const response = await app.request("/api/nodes/ann");
      await database.close();
      expect(Problem.parse(await response.json())).toMatchObject({
        status: 503,
        detail: expect.stringMatching(message),
        remedy: expect.stringMatching(remedy),
      });
    });
  });
});

/** Asks each path three times, all at once and then one after another. */
async function askInOutage(base: string, paths: readonly string[]) {
  const timed = async (path: string) => {
    const asked = performance.now();
    const { kind } = await ask(base + path, undefined);
    return { kind, took: performance.now() - asked };
  };
  const answers = await Promise.all([...paths, ...paths].map(timed));
  for (const path of paths) answers.push(await timed(path));
  return answers;
}

function lastRemedy(answers: readonly Answered[]): number {
  return Math.max(0, ...answers.filter(({ kind }) => kind === "remedy").map(({ answered }) => answered));
}

/** Starts the program with the guild, and waits for its end. */
function startProgram(environment: Record<string, string | undefined>): Promise<{ code: unknown; errors: string }> {
  const env = { PATH: process.env["PATH"], PORT: "0", SEEDS: guild, ...environment };
  const args = ["--import", "tsx", join(root, "command/serve.ts")];
  return new Promise((done) => {
    execFile(process.execPath, args, { cwd: root, env, timeout: 100_000 }, (error, _, errors) =>
      done({ code: error?.code ?? 0, errors }),
    );
  });
}
