/** The compose file, for real: built, brought up, asked, its Neo4j restarted, asked again, and taken down. */
import { randomUUID } from "node:crypto";
import { get, type IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import neo4j, { type Driver } from "neo4j-driver";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Answer, SearchAnswer } from "../../schema/api.ts";
import { startLoad, tellsOfOutage, untilReady } from "../faults/load.ts";
import { baseImage, composeFor, missingForContainers } from "../support/compose.ts";
import { docker } from "../support/docker.ts";
import { freePort } from "../support/ports.ts";

const recovery = 5000;
const minutes = 60_000;
const missing = await missingForContainers();

const say = (text: string) => process.stdout.write(`compose: ${text}\n`);

describe.skipIf(missing !== undefined)(`the compose file${missing ? ` (${missing})` : ""}`, () => {
  const project = `alumnigraph-test-${process.pid}`;
  const password = randomUUID();
  let compose: ReturnType<typeof composeFor>;
  let address: string;
  let port: number;
  let driver: Driver;

  /** Does it, and says how long it took. */
  async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
    const begun = performance.now();
    try {
      return await work();
    } finally {
      say(`${what} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
    }
  }

  const containerOf = (service: string) => compose("ps", "-q", service);
  const inspect = async (service: string, format: string) =>
    docker("inspect", "--format", format, await containerOf(service));
  const remains = async () => {
    const label = `label=com.docker.compose.project=${project}`;
    return (
      (await docker("ps", "--all", "--quiet", "--filter", label)) +
      (await docker("volume", "ls", "--quiet", "--filter", label)) +
      (await docker("network", "ls", "--quiet", "--filter", label))
    );
  };
  const takeDown = () => compose("down", "--volumes", "--rmi", "local", "--timeout", "60");

  beforeAll(async () => {
    port = await freePort();
    const boltPort = await freePort();
    address = `http://localhost:${port}`;
    compose = composeFor(project, {
      NEO4J_PASSWORD: password,
      PORT: String(port),
      BOLT_PORT: String(boltPort),
    });
    driver = neo4j.driver(`neo4j://127.0.0.1:${boltPort}`, neo4j.auth.basic("neo4j", password));
    await timed("built", () => compose("build"));
    await timed("Neo4j healthy and the app begun", () => compose("up", "--detach"));
    await timed("the app ready", () => answering(async () => (await fetch(`${address}/api/ready`)).ok));
  }, 20 * minutes);

  afterAll(async () => {
    await driver?.close();
    if ((await remains()) !== "") await takeDown();
  }, 5 * minutes);

  /** Asks until the answer is yes, and gives the time of it. */
  async function answering(question: () => Promise<boolean>): Promise<number> {
    while (!(await question().catch(() => false))) await sleep(50);
    return performance.now();
  }

  it("answers the first view, a search and exports at the published port", async () => {
    const view = Answer.parse(await (await fetch(`${address}/api/first-view`)).json());
    expect(view.subgraph.nodes.length).toBeGreaterThan(10);
    const found = SearchAnswer.parse(await (await fetch(`${address}/api/search?q=zjz`)).json());
    expect(found.hits.length).toBeGreaterThan(0);
    for (const format of ["pptx", "png", "pdf"]) {
      const file = await fetch(`${address}/api/export?format=${format}&language=zh-Hant`);
      expect([format, file.status, file.headers.get("Content-Disposition")]).toEqual([
        format,
        200,
        expect.stringContaining(`.${format}`),
      ]);
    }
    const page = await fetch(address);
    expect(page.headers.get("content-type")).toMatch(/^text\/html/);
    expect(await page.text()).toContain("<script");
  });

  it("answers to no name but this machine's", async () => {
    const response = await new Promise<IncomingMessage>((done, fail) => {
      get({ host: "127.0.0.1", port, path: "/api/ready", headers: { host: "elsewhere.example" } }, done).on(
        "error",
        fail,
      );
    });
    response.resume();
    expect(response.statusCode).toBe(421);
  });

  it("publishes on the loopback only", async () => {
    const bindings = "{{range $port, $bound := .HostConfig.PortBindings}}{{range $bound}}{{.HostIp}} {{end}}{{end}}";
    expect(await inspect("app", bindings)).toBe("127.0.0.1");
    expect(await inspect("neo4j", bindings)).toBe("127.0.0.1");
  });

  it("runs the app not as root, on files that it cannot change", async () => {
    const app = await containerOf("app");
    expect(await docker("exec", app, "id", "-u")).toBe("1000");
    await expect(docker("exec", "--user", "root", app, "touch", "/app/server/x")).rejects.toThrow(/read-only/i);
  });

  it("has its own account of the app's health", { timeout: 3 * minutes }, async () => {
    await expect.poll(() => inspect("app", "{{.State.Health.Status}}"), { timeout: 2 * minutes }).toBe("healthy");
  });

  it("keeps the image to what the server needs", async () => {
    const app = await containerOf("app");
    const packages = (await docker("exec", app, "ls", "/app/node_modules")).split("\n");
    expect(packages).toContain("hono");
    expect(
      packages.filter((name) => /^(?:vite|tsx|esbuild|react|vitest|typescript|\.package-lock)/.test(name)),
    ).toEqual([]);
    const size = async (image: string) => Number(await docker("image", "inspect", "--format", "{{.Size}}", image));
    const ours = (await size(await inspect("app", "{{.Image}}"))) - (await size(baseImage));
    say(`the image is ${(ours / 1e6).toFixed(1)} MB larger than ${baseImage}`);
    // Faces for PDF and pictures take a third of it, as the page has them too, and what paints pictures a sixth.
    expect(ours).toBeLessThan(200e6);
  });

  it(
    "gives data or a 503 with a remedy while Neo4j restarts, and the same data within 5 s of its return",
    { timeout: 10 * minutes },
    async () => {
      const load = await startLoad(address, ["/api/first-view", "/api/search?q=zjz", "/api/ready"], 3);
      await timed("Neo4j stopped", () => compose("stop", "neo4j"));
      await load.until(({ kind }) => kind === "remedy", 3);
      await timed("Neo4j started again", () => compose("start", "neo4j"));
      const back = await answering(
        async () => (await driver.executeQuery("MATCH (n) RETURN count(n)")).records.length > 0,
      );
      const ready = await untilReady(address);
      expect(ready - back).toBeLessThan(recovery);
      await load.until(({ kind, asked }) => kind === "data" && asked > ready, 12);
      await load.stop();
      expect(load.answers.filter(({ kind }) => kind.startsWith("other"))).toEqual([]);
      const remedies = load.answers.filter(({ kind }) => kind === "remedy").length;
      say(`${load.answers.length} answers, ${remedies} of them a remedy`);
      expect(load.answers.filter((answer) => answer.asked > ready && tellsOfOutage(answer))).toEqual([]);
    },
  );

  it("stops in order, and leaves nothing behind", { timeout: 5 * minutes }, async () => {
    const app = await containerOf("app");
    await compose("stop", "app");
    expect(await docker("inspect", "--format", "{{.State.ExitCode}}", app)).toBe("0");
    await timed("taken down", takeDown);
    expect(await remains()).toBe("");
  });

  it("asks for the password where there is none", async () => {
    await expect(composeFor(project, {})("config")).rejects.toThrow(
      /set NEO4J_PASSWORD to a password of eight characters or more/,
    );
  });
});
