/** The program as a person starts it: what it prints, how it stops, and what it says when it cannot start. */
import { type ChildProcess, spawn, type SpawnOptions } from "node:child_process";
import { once } from "node:events";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { guild } from "./support.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const root = resolve(import.meta.dirname, "../..");
let folder: string;
const children: ChildProcess[] = [];
const servers: Server[] = [];

beforeEach(() => {
  folder = temporaryFolder("main");
});
afterEach(() => {
  for (const child of children.splice(0))
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
  for (const server of servers.splice(0)) server.close();
});

interface Started {
  readonly child: ChildProcess;
  /** Everything printed so far. */
  readonly output: () => string;
  readonly errors: () => string;
  /** Waits until the program has printed this. */
  readonly printed: (words: RegExp) => Promise<string>;
  readonly ended: Promise<number | null>;
}

/** Root may write anywhere, so what must not be writable is tried as nobody. */
const nobody: SpawnOptions = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

function start(environment: Record<string, string> = {}, options: SpawnOptions = {}): Started {
  const child = spawn(process.execPath, ["--import", "tsx", "command/serve.ts"], {
    ...options,
    stdio: ["ignore", "pipe", "pipe"],
    cwd: root,
    env: {
      PATH: process.env["PATH"],
      HOME: folder,
      PORT: "0",
      DATA_FOLDER: join(folder, "data"),
      SEEDS: guild,
      ...environment,
    },
  });
  children.push(child);
  const text = { output: "", errors: "" };
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error("the child's output is not piped");
  stdout.on("data", (chunk: Buffer) => (text.output += chunk.toString()));
  stderr.on("data", (chunk: Buffer) => (text.errors += chunk.toString()));
  const ended = once(child, "close").then(([code]) => code as number | null);
  const printed = async (words: RegExp): Promise<string> => {
    for (;;) {
      const match = words.exec(text.output);
      if (match) return match[1] ?? match[0];
      if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}: ${text.output}${text.errors}`);
      await Promise.race([once(stdout, "data"), ended]);
    }
  };
  return { child, output: () => text.output, errors: () => text.errors, printed, ended };
}

const address = /Alumnigraph is at (http:\/\/[\w.[\]:]+)/;

/** Starts, expects it to end at once, and gives what it said: one message with a remedy and no stack. */
async function failure(environment: Record<string, string>, options?: SpawnOptions): Promise<string> {
  const started = start(environment, options);
  expect(await started.ended).toBe(1);
  expect(started.errors()).not.toMatch(/^\s+at /m);
  expect(started.errors().trim().split("\n").length).toBeGreaterThan(1);
  return started.errors();
}

function guildWith(file: string, edit: (text: string) => string): string {
  const copy = join(folder, "seeds");
  cpSync(guild, copy, { recursive: true });
  writeFileSync(join(copy, file), edit(readFileSync(join(copy, file), "utf8")));
  return copy;
}

describe("a start", () => {
  it("says what it loaded and where it is, and a second one that nothing changed", async () => {
    const first = start();
    const base = await first.printed(address);
    expect(first.output()).toContain("Loaded guild: 44 entities, 49 relationships and 3 figures (96 added).");
    expect(await (await fetch(`${base}/api/ready`)).json()).toEqual({ status: "ok" });
    const ids = Array.from({ length: 500 }, (_, index) => `a-name-as-long-as-names-of-entities-become-${index}`);
    expect((await fetch(`${base}/api/subgraph?ids=${ids.join(",")}`)).status).toBe(200);
    await first.printed(/"path":"\/api\/subgraph"/);
    // Where nobody watches, every line is for a collector of logs.
    for (const line of first.output().trim().split("\n")) expect(JSON.parse(line)).toHaveProperty("msg");
    first.child.kill("SIGTERM");
    expect(await first.ended).toBe(0);

    const second = start();
    await second.printed(address);
    expect(second.output()).toContain("(nothing changed)");
    expect(second.errors()).toBe("");
  });

  it("warns when it listens beyond this machine, and refuses names it was not told", async () => {
    const started = start({ HOST: "0.0.0.0" });
    const base = await started.printed(address);
    expect(base).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(started.output()).toMatch(/Warning: HOST is 0\.0\.0\.0, .*without a password.*ALLOWED_HOSTS/);
    expect((await fetch(`${base}/api/health`)).status).toBe(200);
  });
});

describe("a stop", () => {
  it.each(["SIGTERM", "SIGINT"] as const)("by %s finishes what is under way and lets go in order", async (signal) => {
    const started = start();
    const base = await started.printed(address);
    const idle = await fetch(`${base}/api/dataset`);
    await idle.arrayBuffer();
    started.child.kill(signal);
    expect(await started.ended).toBe(0);
    expect(started.output()).toContain(`Stopping (${signal})`);
    expect(started.errors()).toBe("");
    await expect(fetch(`${base}/api/health`)).rejects.toThrow("fetch failed");
  });

  it("goes in order although nobody reads the output any more, until when it serves", async () => {
    const started = start();
    const base = await started.printed(address);
    started.child.stdout?.destroy();
    for (const path of ["health", "dataset", "ready"]) expect((await fetch(`${base}/api/${path}`)).status).toBe(200);
    started.child.kill("SIGTERM");
    expect(await once(started.child, "exit")).toEqual([0, null]);
  });

  it("in the middle of a start ends it", async () => {
    const started = start();
    await new Promise((resolve) => setTimeout(resolve, 700));
    started.child.kill("SIGTERM");
    const code = await started.ended;
    // Before the handler stands, the signal itself ends the process.
    expect([0, null]).toContain(code);
    expect(started.errors()).toBe("");
    await start().printed(address);
  });
});

describe("a start that fails", () => {
  it("because the port is in use says so, and how to take another", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    servers.push(server);
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const said = await failure({ PORT: String(port) });
    expect(said).toContain(`Port ${port} is in use`);
    expect(said).toContain(`PORT=${port + 1} npm start`);
    expect(existsSync(join(folder, "data"))).toBe(false);
  });

  it("because of HOST says so", async () => {
    expect(await failure({ HOST: "203.0.113.7" })).toContain("203.0.113.7 is no address of this machine");
  });

  it("because of its environment names every variable that is wrong", async () => {
    const said = await failure({ PORT: "many", NEO4J_URI: "http://localhost" });
    expect(said).toContain("PORT is not a number");
    expect(said).toContain("NEO4J_URI is not an address of Neo4j");
  });

  it("because of broken seeds names each place with its remedy, and writes nothing", async () => {
    const seeds = guildWith("guild.yaml", (text) =>
      text.replace("- { to: alpha, start", "- { to: alhpa, start").replace('start: "2006"', 'start: "2006-13"'),
    );
    const said = await failure({ SEEDS: seeds });
    expect(said).toMatch(/guild\.yaml:7.*alhpa.*alpha/);
    expect(said).toMatch(/guild\.yaml:9.*2006-13|guild\.yaml:9.*not a date/);
    expect(existsSync(join(folder, "data"))).toBe(false);
  });

  it("because there are no seeds says where it looked", async () => {
    expect(await failure({ SEEDS: join(folder, "nowhere") })).toContain(join(folder, "nowhere"));
  });

  it("because of a question that nobody declares names its place in dataset.yaml", async () => {
    const said = await failure({ SEEDS: guildWith("dataset.yaml", (text) => text.replace("alumni-of", "alumni-off")) });
    expect(said).toContain("dataset.yaml:5:3 there is no question alumni-off");
    expect(said).toContain("alumni-of, ");
  });

  it("because it may not write the data folder says so", async () => {
    const locked = join(folder, "locked");
    mkdirSync(locked);
    chmodSync(locked, 0o500);
    chmodSync(folder, 0o755);
    const said = await failure({ DATA_FOLDER: join(locked, "data") }, nobody);
    expect(said).toContain(join(locked, "data"));
    expect(said).toContain("DATA_FOLDER");
  });

  it("because the data folder is a file says so", async () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    const said = await failure({ DATA_FOLDER: file });
    expect(said).toContain(file);
    expect(said).toContain("DATA_FOLDER");
  });

  it("because another Alumnigraph has the data folder says so, and leaves that one alone", async () => {
    const first = start();
    const base = await first.printed(address);
    expect(await failure({})).toContain(join(folder, "data", "guild"));
    expect((await fetch(`${base}/api/ready`)).status).toBe(200);
  });

  it("because Neo4j cannot be reached says so within seconds", { timeout: 40_000 }, async () => {
    const begin = Date.now();
    const said = await failure({ NEO4J_URI: "neo4j://127.0.0.1:9", NEO4J_PASSWORD: "x" });
    expect(said).toContain("127.0.0.1:9");
    expect(said).toMatch(/NEO4J_URI/);
    expect(Date.now() - begin).toBeLessThan(35_000);
  });
});
