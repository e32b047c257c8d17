/** Nothing that a person types writes, reads a file, hangs or kills; on both engines, over a socket. */
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { consoleLimits } from "../../schema/console.ts";
import type { GraphDatabase } from "../../server/database/database.ts";
import { describeEachEngine } from "../support/engines.ts";
import { serveGuild } from "../server/support.ts";
import { attacks } from "./hostile.ts";
import { answered, children, type Client, connect, endOf } from "./support.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const folder = temporaryFolder("hostile");
const secret = "the-secret-of-the-file";
const file = join(folder, "secret.csv");
writeFileSync(file, `${secret}\n`);

/** All nodes and relationships with all that they carry, as one digest. */
async function digestOf(database: GraphDatabase): Promise<string> {
  const nodes = await database.read(
    "MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties, count { (n)--() } AS degree",
  );
  const relationships = await database.read(
    "MATCH (a)-[r]->(b) RETURN type(r) AS type, properties(r) AS properties, a.id AS a, b.id AS b",
  );
  const lines = [...nodes, ...relationships].map((row) => JSON.stringify(sorted(row))).toSorted();
  return createHash("sha256").update(lines.join("\n")).digest("hex");
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.every((item) => typeof item === "string") ? value.toSorted() : value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
}

/** What this process may take beyond what it had before, while others take what they want. */
const mostGrown = 400e6;
/** The limit and a second, which is longer where others have the machine too. */
const longest = (seconds: number) => seconds * 1000 + 1000 * Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());

/** The database with a console that asks how long each query may run. */
function withSeconds(database: GraphDatabase, seconds: () => number): GraphDatabase {
  const { console } = database;
  return {
    ...database,
    console: { ...console, run: (asked, signal) => console.run({ ...asked, seconds: seconds() }, signal) },
  };
}

it("the corpus holds at least a hundred attacks", () => {
  expect(new Set(attacks.map(({ query }) => query)).size).toBeGreaterThanOrEqual(100);
});

describeEachEngine("the console", (engine) => {
  let client: Client;
  let before: string;
  let seconds: number = consoleLimits.seconds;
  beforeAll(async () => {
    client = await connect(await serveGuild(withSeconds(engine.database, () => seconds)));
    before = await digestOf(engine.database);
    answered(await client.ask("RETURN 1 AS one"));
  });
  afterAll(async () => {
    await engine.database.console.close();
    await client.close();
  });

  afterEach(() => {
    seconds = consoleLimits.seconds;
  });

  it.each(attacks.map((attack) => [attack.query.slice(0, 90), attack] as const))(
    "%s",
    async (_, attack) => {
      const { query, parameters, ends } = attack;
      seconds = attack.seconds ?? consoleLimits.seconds;
      const url = pathToFileURL(file).href;
      const begin = performance.now();
      const asking = client.ask(query.replaceAll("FILE", url), parameters);
      asking.catch(() => undefined);
      const health = await fetch(`${client.address}/api/health`);
      const other = await fetch(`${client.address}/api/search?q=annie`);
      const told = await asking;
      const took = performance.now() - begin;

      expect(ends).toContain(endOf(told));
      expect([health.status, other.status]).toEqual([200, 200]);
      expect(took).toBeLessThan(longest(seconds));
      expect(JSON.stringify(told)).not.toContain(secret);
      expect("rows" in told ? told.rows.length : 0).toBeLessThanOrEqual(consoleLimits.rows);
      expect(process.memoryUsage.rss()).toBeLessThan(grownFrom + mostGrown);
      expect(await digestOf(engine.database)).toBe(before);
    },
    60_000,
  );
  const grownFrom = process.memoryUsage.rss();

  it("ends a query at the console's own limit", async () => {
    const begin = performance.now();
    const told = await client.ask("MATCH (a), (b), (c), (d), (e), (f) RETURN sum(size(a.id + b.id + f.id)) AS s");
    const took = performance.now() - begin;
    expect(told).toMatchObject({ kind: "time", detail: expect.stringContaining(`after ${consoleLimits.seconds} s`) });
    expect(took).toBeGreaterThan(consoleLimits.seconds * 1000 - 500);
    expect(took).toBeLessThan(longest(consoleLimits.seconds));
  });

  it("still answers after all of them", async () => {
    const { rows } = answered(await client.ask("MATCH (n:Entity) RETURN count(n) AS n"));
    expect(rows).toEqual([[44]]);
  });

  it("refuses ten megabytes before it reads them", async () => {
    for (const size of [10e6, consoleLimits.request + 1]) {
      const told = await client.ask(`RETURN '${"x".repeat(size)}' AS x`);
      expect(told).toMatchObject({ status: 413, detail: expect.stringContaining("bytes long") });
    }
    expect(await client.ask(`RETURN '${"x".repeat(consoleLimits.characters)}' AS x`)).toMatchObject({
      status: 400,
      detail: expect.stringContaining(`longer than ${consoleLimits.characters}`),
    });
  });

  it("takes parameters that are nested beyond all bounds for what they are", async () => {
    const depth = 60_000;
    const response = await fetch(`${client.address}/api/cypher`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: `{"query": "RETURN $x AS x", "parameters": {"x": ${"[".repeat(depth)}1${"]".repeat(depth)}}}`,
    });
    expect(await response.json()).toMatchObject({ status: 400, kind: "parameters" });
  });

  it("leaves no process behind after a hundred runs, some of them ended", async () => {
    for (let round = 0; round < 100; round++) {
      const cancel = new AbortController();
      const asking = client.ask("UNWIND range(1, 10) AS x RETURN x", {}, cancel.signal);
      if (round % 10 === 9) cancel.abort();
      await asking.catch(() => undefined);
      expect(children().length).toBeLessThanOrEqual(consoleLimits.running + 2);
    }
    await engine.database.console.close();
    await vi.waitFor(() => expect(children()).toEqual([]), 5000);
  }, 120_000);
});
