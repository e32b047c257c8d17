/** npm run backup, restore and rebuild, as a person runs them. */
import { cpSync, existsSync, readdirSync, renameSync, rmSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { openGrafeo } from "../../server/database/grafeo.ts";
import { loadSeeds, readDataset, schemaVersion } from "../../server/seed/index.ts";
import { startChild } from "../faults/child.ts";
import { bytesOf, contentIn, remove, twoVersions, type Version } from "../faults/content.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

vi.setConfig({ testTimeout: 60_000 });

type Command = "backup" | "restore" | "rebuild";

const temporary = temporaryFolder("commands");
const data = join(temporary, "data");
const folder = join(data, "guild");
const made = join(temporary, "made");
let versions: [Version, Version];

/** One folder made once, with the first version and its daily backup, and copied for each test. */
beforeAll(async () => {
  versions = await twoVersions(temporary);
  await load(made, versions[0]);
}, 60_000);
beforeEach(() => {
  remove(data);
  cpSync(made, folder, { recursive: true });
});

async function run(command: Command, args: readonly string[] = [], environment: Readonly<Record<string, string>> = {}) {
  const child = startChild(`server/database/grafeo/${command}-command.ts`, args, {
    environment: { DATA_FOLDER: data, SEEDS: versions[0].seeds, ...environment },
  });
  return { status: await child.ended, stdout: child.lines().join("\n"), stderr: child.errors() };
}

async function load(folder: string, { seeds }: Version): Promise<void> {
  const database = await openGrafeo({ folder });
  await loadSeeds(database, await readDataset(seeds));
  await database.close();
}

async function write(folder: string, cypher: string): Promise<void> {
  const database = await openGrafeo({ folder });
  await database.write((transaction) => transaction.run(cypher));
  await database.close();
}

const backups = () => readdirSync(join(folder, "backups")).map((name) => join(folder, "backups", name));
const newestBackup = () => backups().toSorted().at(-1) ?? "";
const putAside = () => readdirSync(join(folder, "replaced")).map((name) => join(folder, "replaced", name));

/** Holds the folder as a server does. */
async function hold() {
  const child = startChild("tests/faults/writer.ts", [folder, "held"]);
  await child.printed(/^wrote held-3$/);
  return child;
}

describe("npm run backup", () => {
  it("makes a file that is kept beside the daily ones, and that restore takes", async () => {
    const said = await run("backup");
    expect(said).toMatchObject({ status: 0, stderr: "" });
    const file = /Made (\S+-kept\.grafeo): \d+ nodes and \d+ relationships\./.exec(said.stdout)?.[1] ?? "";
    expect(backups()).toContain(file);

    await load(folder, versions[1]);
    expect((await contentIn(folder)) === versions[1].content).toBe(true);
    expect(await run("restore", [file])).toMatchObject({ status: 0, stderr: "" });
    expect((await contentIn(folder)) === versions[0].content).toBe(true);
  });

  it("takes a name, and never writes over a file", async () => {
    const file = join(temporary, "mine.grafeo");
    expect(await run("backup", [file])).toMatchObject({ status: 0, stdout: expect.stringContaining(`Made ${file}`) });
    const again = await run("backup", [file]);
    expect(again.status).toBe(1);
    expect(again.stderr).toContain(`${file} is there already`);
    rmSync(file);
  });

  it("works while a server has the folder, even one that writes", async () => {
    const child = await hold();
    const said = await run("backup");
    await child.kill();
    expect(said).toMatchObject({ status: 0, stderr: "" });
    expect(await run("restore", [newestBackup()])).toMatchObject({ status: 0 });
    expect(await contentIn(folder)).toContain('"held-3-a"');
  });

  it("refuses a damaged graph, with what to do", async () => {
    truncateSync(join(folder, "graph.grafeo"), 20_000);
    const said = await run("backup");
    expect(said.status).toBe(1);
    expect(said.stderr).toContain(`npm run restore -- ${newestBackup()}`);
    expect(backups()).toHaveLength(1);
  });
});

describe("npm run restore", () => {
  it("keeps what was there, from where it can be restored in turn", async () => {
    const file = newestBackup();
    await load(folder, versions[1]);
    const said = await run("restore", [file]);
    const [aside = ""] = putAside();
    expect(said.stdout).toContain(`What was there before is in ${aside}`);
    expect((await contentIn(folder)) === versions[0].content).toBe(true);
    expect(await run("restore", [join(aside, "graph.grafeo")])).toMatchObject({ status: 0 });
    expect((await contentIn(folder)) === versions[1].content).toBe(true);
  });

  it("brings back a folder that a start refuses", async () => {
    const file = newestBackup();
    rmSync(join(folder, "graph.grafeo"));
    await expect(openGrafeo({ folder })).rejects.toMatchObject({ remedy: expect.stringContaining(file) });
    expect(await run("restore", [file])).toMatchObject({ status: 0 });
    expect((await contentIn(folder)) === versions[0].content).toBe(true);
  });

  it("refuses while a server has the folder, and names its process", async () => {
    const child = await hold();
    const said = await run("restore", [newestBackup()]);
    await child.kill();
    expect(said.status).toBe(1);
    expect(said.stderr).toContain(`Process ${child.process.pid} has`);
    expect(await contentIn(folder)).toContain('"held-3-a"');
  });

  it.each([
    ["without a file, and names the newest", [], /Which backup\?\n.*restore -- \S+\.grafeo/],
    ["one that is not there", ["nowhere.grafeo"], /There is no .*nowhere\.grafeo/],
    ["one that is no database", ["README.md"], /README\.md is no whole backup.*\nNothing was changed/],
  ])("refuses %s", async (_, args, words) => {
    const before = bytesOf(folder);
    const said = await run("restore", args);
    expect(said.status).toBe(1);
    expect(said.stderr).toMatch(words);
    expect(bytesOf(folder)).toEqual(before);
  });

  it.each([
    ["of another data set", "MATCH (d:Dataset) SET d.id = 'other'", "holds the data set other, and not guild"],
    ["of a newer program", `MATCH (d:Dataset) SET d.schemaVersion = ${schemaVersion + 1}`, "newer Alumnigraph"],
    ["of something else", "MATCH (d:Dataset) DELETE d", "holds no data set of Alumnigraph"],
  ])("refuses a backup %s", async (_, cypher, words) => {
    const other = join(temporary, "other");
    remove(other);
    cpSync(made, other, { recursive: true });
    await write(other, cypher);
    const before = bytesOf(folder);
    const said = await run("restore", [join(other, "graph.grafeo")]);
    expect(said.status).toBe(1);
    expect(said.stderr).toContain(words);
    expect(bytesOf(folder)).toEqual(before);
  });
});

describe("npm run rebuild", () => {
  it.each([
    ["is damaged", () => truncateSync(join(folder, "graph.grafeo"), 20_000)],
    ["lost its graph", () => rmSync(join(folder, "graph.grafeo"))],
    ["is not there", () => remove(folder)],
    ["is as it should be", () => {}],
  ])("makes the graph anew from the seeds where the folder %s", async (_, damage) => {
    damage();
    expect(await run("rebuild", [], { SEEDS: versions[1].seeds })).toMatchObject({ status: 0, stderr: "" });
    expect((await contentIn(folder)) === versions[1].content).toBe(true);
    expect(existsSync(join(folder, "rebuilding"))).toBe(false);
  });

  it("refuses a graph that holds something of another origin, unless told, and keeps it", async () => {
    await write(folder, "CREATE (n:Entity:Person {id: 'zoe', origin: 'ann'})");
    const content = await contentIn(folder);
    const refused = await run("rebuild");
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain("holds 1 nodes or relationships from ann");
    expect(refused.stderr).toContain("--even-if-it-holds-more");
    expect((await contentIn(folder)) === content).toBe(true);

    expect(await run("rebuild", ["--even-if-it-holds-more"])).toMatchObject({ status: 0 });
    expect((await contentIn(folder)) === versions[0].content).toBe(true);
    expect((await contentIn(putAside()[0] ?? "")) === content).toBe(true);
  });

  it("refuses a damaged one whose backup holds something of another origin, or that has none", async () => {
    await write(folder, "CREATE (n:Entity:Person {id: 'zoe', origin: 'ann'})");
    expect((await run("backup")).status).toBe(0);
    truncateSync(join(folder, "graph.grafeo"), 20_000);
    expect((await run("rebuild")).stderr).toContain("its newest backup holds 1 nodes or relationships from ann");
    remove(join(folder, "backups"));
    expect((await run("rebuild")).stderr).toContain("no whole backup to tell what it held");
  });

  it("refuses a word that it does not know, and leaves the graph alone where the seeds are broken", async () => {
    const before = bytesOf(folder);
    expect((await run("rebuild", ["--now"])).stderr).toContain("There is no option --now");
    const broken = join(temporary, "broken");
    cpSync(versions[0].seeds, broken, { recursive: true });
    renameSync(join(broken, "vocabulary.yaml"), join(broken, "words.txt"));
    expect((await run("rebuild", [], { SEEDS: broken })).stderr).toContain("vocabulary.yaml");
    expect(bytesOf(folder)).toEqual(before);
  });
});

it.each(["backup", "restore", "rebuild"] as const)("npm run %s leaves Neo4j to its own tools", async (command) => {
  const said = await run(command, [], { NEO4J_URI: "neo4j://127.0.0.1:7687", NEO4J_PASSWORD: "x" });
  expect(said.status).toBe(1);
  expect(said.stderr).toContain("neo4j-admin");
});
