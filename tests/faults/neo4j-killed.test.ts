/** A Neo4j in a container, killed and started again under those who use it. */
import { setTimeout as sleep } from "node:timers/promises";
import type { StartedNeo4jContainer } from "@testcontainers/neo4j";
import neo4j, { type Driver } from "neo4j-driver";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Problem } from "../../schema/api.ts";
import { openNeo4j } from "../../server/database/neo4j.ts";
import { docker, missingForDocker, neo4jImage, startNeo4jContainer } from "../support/docker.ts";
import { freePort } from "../support/ports.ts";
import { ask, askEach, startLoad, tellsOfOutage, untilReady } from "./load.ts";
import { hostOf, paths, serveFrom } from "./serving.ts";

const recovery = 5000;
/** A Neo4j starts within seconds, and on a busy machine within minutes; what is measured is not that. */
const patience = 900_000;
const missing = await missingForDocker(neo4jImage);

describe.skipIf(missing !== undefined)(`a Neo4j killed by kill -9${missing ? ` (${missing})` : ""}`, () => {
  let container: StartedNeo4jContainer;
  let driver: Driver;
  const connection = () => ({
    uri: `neo4j://${hostOf(container.getBoltUri())}`,
    user: container.getUsername(),
    password: container.getPassword(),
  });

  beforeAll(async () => {
    container = await startNeo4jContainer(await freePort());
    const { uri, user, password } = connection();
    driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
    await answering();
  }, patience);
  afterAll(async () => {
    await driver?.close();
    await container?.stop();
  });

  const kill = () => docker("kill", "--signal=KILL", container.getId());
  const start = () => docker("start", container.getId());

  /** When somebody else, who asks all the time, has an answer again. */
  async function answering(): Promise<number> {
    for (;;) {
      try {
        await driver.executeQuery("MATCH (n) RETURN count(n) AS count");
        return performance.now();
      } catch {
        await sleep(50);
      }
    }
  }

  it(
    "under load gives data or a 503 with a remedy, and the same data within 5 s of its return",
    { timeout: patience },
    async () => {
      const serving = await serveFrom(connection());
      const load = await startLoad(serving.base, paths, 6);
      await load.until(({ kind }) => kind === "data", 30);
      await kill();
      await load.until(({ kind }) => kind === "remedy", 6);
      await start();
      const back = await answering();
      const ready = await untilReady(serving.base);
      expect(ready - back).toBeLessThan(recovery);
      await load.until(({ kind, asked }) => kind === "data" && asked > ready, 30);
      await load.stop();
      await serving.close();
      expect(load.answers.filter(({ kind }) => kind.startsWith("other"))).toEqual([]);
      expect(load.answers.filter((answer) => answer.asked > ready && tellsOfOutage(answer))).toEqual([]);
    },
  );

  it("while it is written to keeps what was acknowledged, and nothing half done", { timeout: patience }, async () => {
    const database = await openNeo4j(connection());
    const acknowledged: string[] = [];
    const refusals: unknown[] = [];
    const merge = "MERGE (n:Unit {id: $id}) SET n.half = $half";
    const writing = new AbortController();
    const writer = (async () => {
      for (let unit = 0; !writing.signal.aborted; unit++) {
        const half = `unit-${unit}`;
        try {
          await database.write(async (transaction) => {
            await transaction.run(merge, { id: `${half}-a`, half });
            await transaction.run(merge, { id: `${half}-b`, half });
          });
          acknowledged.push(half);
        } catch (error) {
          refusals.push(error);
        }
      }
    })();
    for (let round = 0; round < 2; round++) {
      const before = acknowledged.length;
      await expect.poll(() => acknowledged.length, { timeout: 120_000 }).toBeGreaterThan(before + 20);
      await kill();
      await start();
      await answering();
    }
    writing.abort();
    await writer;
    const rows = await database.read("MATCH (n:Unit) RETURN n.half AS id, count(n) AS halves");
    await database.close();
    expect(rows.filter(({ halves }) => halves !== 2)).toEqual([]);
    const present = new Set(rows.map(({ id }) => id));
    expect(acknowledged.filter((id) => !present.has(id))).toEqual([]);
    for (const refusal of refusals)
      expect(refusal).toMatchObject({ name: "Unavailable", remedy: expect.stringMatching(/\w/) });
  });

  it(
    "of which the password has changed meanwhile says so, and serves again when it is changed back",
    { timeout: patience },
    async () => {
      const serving = await serveFrom(connection());
      const path = "/api/nodes/gamma/neighbors";
      const expected = await (await fetch(serving.base + path)).text();
      const { password } = connection();
      await setPassword("another-password");
      await kill();
      await start();
      const other = neo4j.driver(connection().uri, neo4j.auth.basic("neo4j", "another-password"));
      await expect.poll(() => other.verifyAuthentication().catch(() => false), { timeout: 120_000 }).toBe(true);

      const refused = await fetch(serving.base + path);
      expect(Problem.parse(await refused.json())).toMatchObject({
        status: 503,
        remedy: expect.stringContaining("NEO4J_PASSWORD"),
      });
      await other.executeQuery(
        "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED",
        { password },
        { database: "system" },
      );
      await other.close();
      // Neo4j lets a user wait after wrong passwords.
      await expect.poll(async () => (await ask(serving.base + path, expected)).kind, { timeout: 120_000 }).toBe("data");
      expect(new Set(await askEach(serving.base, new Map([[path, expected]])))).toEqual(new Set(["data"]));
      await serving.close();
    },
  );

  async function setPassword(password: string): Promise<void> {
    await driver.executeQuery(
      "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED",
      { password },
      { database: "system" },
    );
  }
});
